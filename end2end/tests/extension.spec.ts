import { Desk } from './desk';
import { form, press, refused, send, succeeded } from './forms';
import { enterAs } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'val-denza';
const PATH = 'welfare-digitale';

test.use({ story: 'extension' });

test('more time is asked and granted, and everybody sees the old end and the new one', async ({ page, another }) => {
  test.setTimeout(180_000);
  const anna = page;
  const owner = new Desk(anna, TENANT, PATH);
  await enterAs(anna, TENANT, 'Anna Rossi');
  await owner.upload('Richiesta di proroga di sessanta giorni', 'extension_request');
  await owner.open('proroghe');
  await accessibleInBothLanguages(anna, anna.url());

  // A new end before the present one is refused, and what was typed stays.
  const draft = form(anna, 'extension/draft');
  await draft.locator('[name="until"]').fill('2022-10-20');
  await draft.locator('[name="reasons"]').fill('Le scuole sono appena cominciate.');
  await press(draft);
  await refused(anna, 'deve seguire la fine attuale');
  await expect(form(anna, 'extension/draft').locator('[name="reasons"]')).toHaveValue('Le scuole sono appena cominciate.');
  await accessibleInEnglishToo(anna);
  await send(anna, 'extension/draft', { until: '2023-03-31' });
  await expect(form(anna, 'extension/request')).toHaveCount(0);

  // The rules allow sixty days within the year: more cannot be sent.
  const giulia = await another();
  const representative = new Desk(giulia, TENANT, PATH);
  await enterAs(giulia, TENANT, 'Giulia Bonini', '/lavoro');
  await representative.open('proroghe');
  await press(form(giulia, 'extension/request'));
  await refused(giulia, 'il massimo è 60');
  await accessibleInEnglishToo(giulia);
  await owner.open('proroghe');
  await send(anna, 'extension/draft', { until: '2022-12-31', document: { choose: 'Richiesta di proroga di sessanta giorni' } });
  await representative.open('proroghe');
  await press(form(giulia, 'extension/request'));
  await succeeded(giulia);

  const ilaria = await another();
  const officer = new Desk(ilaria, TENANT, PATH);
  await enterAs(ilaria, TENANT, 'Ilaria Conti', '/lavoro');
  await accessibleInEnglishToo(ilaria);
  await officer.upload('Autorizzazione alla proroga', 'extension_grant');
  await officer.open('proroghe');
  await send(ilaria, 'extension/decide', {
    outcome: 'grant',
    act: 'Determinazione n. 1873 del 5 ottobre 2022',
    document: { choose: 'Autorizzazione alla proroga' },
  });
  await accessibleInEnglishToo(ilaria);

  const visitor = await another();
  await visitor.goto(at(TENANT, `/percorsi/${PATH}`));
  await expect(visitor.locator('main del', { hasText: '01/11/2022' }).first()).toBeVisible();
  await expect(visitor.locator('main ins', { hasText: '31/12/2022' }).first()).toBeVisible();
  await expect(visitor.locator('main')).toContainText('Proroga concessa');
  await accessibleInBothLanguages(visitor, at(TENANT, `/percorsi/${PATH}`));
  const papers = visitor.locator('#proroghe ~ ol a, section[aria-labelledby="proroghe"] a');
  await expect(papers).toHaveCount(2);
  for (const href of await papers.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    const answer = await visitor.request.get(at(TENANT, href ?? '').replace(`${TENANT}.localhost`, '127.0.0.1'), { headers: { host: new URL(at(TENANT)).host } });
    expect(answer.status(), `${href} is public`).toBe(200);
  }

  // What depends on the end moved with it.
  await owner.open();
  await expect(anna.locator('.workspace-clock')).toContainText('31/12/2022');
});
