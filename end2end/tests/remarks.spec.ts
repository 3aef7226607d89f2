import { form, press, refused, send } from './forms';
import { enterAs, newestMail } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'val-denza';
const PATH = 'Welfare e agenda digitale locale';
const WHO = '/percorsi/welfare-digitale/chi-fa-cosa';
const REMARKS = `${WHO}/osservazioni`;
const TITLE = 'Due incontri su tre in pianura';
const TEXT = 'Chi abita in collina **non arriva** alle 17.';

test.use({ story: 'remarks' });

test('a member of the guarantee committee files a remark that everybody reads', async ({ page, another }) => {
  test.setTimeout(120_000);
  const laura = page;
  await enterAs(laura, TENANT, 'Laura Bassi', '/spazio');
  await laura.locator('[aria-labelledby="organi"]').getByRole('link', { name: PATH, exact: true }).click();
  await laura.locator(`main a[href="${REMARKS}"]`).click();
  await expect(laura.locator('h1')).toContainText('Osservazioni e pareri');
  await accessibleInBothLanguages(laura, at(TENANT, REMARKS));

  // What is missing is said beside its field; what was typed stays.
  const remark = form(laura, 'organs/remark');
  await laura.locator('details:has(form[action*="organs/remark"]) summary').click();
  await remark.locator('[name="text"]').fill(TEXT);
  await press(remark);
  await refused(laura, 'Titolo');
  await expect(remark.locator('[name="text"]')).toHaveValue(TEXT);
  await accessibleInEnglishToo(laura);
  await send(laura, 'organs/remark', { kind: 'remark', title: TITLE });

  // It is there for good, with the organisation and the day; the owner is told.
  const filed = (of: typeof page) => of.locator('article', { hasText: TITLE });
  await expect(filed(laura)).toContainText('Osservazione');
  await expect(filed(laura).locator('form, button')).toHaveCount(0);
  const mail = await newestMail(laura, TENANT, 'anna.rossi@val-denza.example');
  expect(mail.body).toContain(TITLE);

  const visitor = await another();
  await visitor.goto(at(TENANT));
  await visitor.goto(/https?:\S+/.exec(mail.body)?.[0] ?? '');
  await expect(filed(visitor)).toContainText('Esperta di metodi partecipativi indicata dal Tavolo');
  await expect(filed(visitor)).toContainText('05/10/2022');
  await expect(filed(visitor).locator('.prose strong')).toHaveText('non arriva');
  await expect(visitor.locator('main')).not.toContainText('Laura Bassi');
  await expect(form(visitor, 'organs/remark')).toHaveCount(0);
  await accessibleInBothLanguages(visitor, at(TENANT, REMARKS));

  // Who sits on another organ reads it, and files none.
  const rita = await another();
  await enterAs(rita, TENANT, 'Rita Camellini', REMARKS);
  await rita.goto(at(TENANT, REMARKS));
  await expect(filed(rita)).toBeVisible();
  await expect(form(rita, 'organs/remark')).toHaveCount(0);
});
