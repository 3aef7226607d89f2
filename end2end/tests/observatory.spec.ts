import { readFile } from 'node:fs/promises';
import { form, press, refused, send, succeeded, type PickedFile } from './forms';
import { enterAs } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test, type Page } from './place';

const TENANT = 'valnure-valchero';
const PATH = 'digitale-bene-comune';
const TITLE = 'Digitale Bene Comune';
const DESK = `/lavoro/percorsi/${PATH}/osservatorio`;

test.use({ story: 'observatory' });

/** What a link hands out. */
async function downloaded(page: Page, address: string): Promise<string> {
  const arriving = page.waitForEvent('download');
  await page.locator(`main a[href="${address}"]`).click();
  return readFile(await (await arriving).path(), 'utf8');
}

function csv(buffer: Buffer): PickedFile {
  return { name: 'scheda.csv', mimeType: 'text/csv', buffer };
}

test('the record goes out to the observatory, comes back corrected, and changes nothing unseen', async ({ page, another }) => {
  test.setTimeout(180_000);
  const carla = page;
  await enterAs(carla, TENANT, 'Carla Rebecchi', '/lavoro');
  await carla.goto(at(TENANT, DESK));
  await accessibleInBothLanguages(carla, carla.url());

  // What the path does not say is written here.
  const own = form(carla, 'observatory/save');
  await own.locator('[name="fields[funding_year]"]').fill('ventuno');
  await press(own);
  await refused(carla, 'Anno del finanziamento');
  await expect(own.locator('[name="fields[funding_year]"]')).toHaveValue('ventuno');
  await accessibleInEnglishToo(carla);
  await send(carla, 'observatory/save', { 'fields[funding_year]': '2021', 'fields[prevalence]': 'nessuna' });
  const file = await downloaded(carla, `${DESK}.csv`);
  expect(file).toContain(TITLE);

  // A file in another encoding says how to save it.
  const check = form(carla, 'observatory/check');
  await check.locator('[name="file"]').setInputFiles(csv(Buffer.from('Titolo\nCittà\n', 'latin1')));
  await press(check);
  await refused(carla, 'CSV UTF-8');
  await accessibleInEnglishToo(carla);

  // What went out and comes back is no change; what was corrected is shown first.
  await send(carla, 'observatory/check', { file: csv(Buffer.from(file)) });
  await expect(carla.locator('main')).toContainText('Nessuna modifica');
  await expect(form(carla, 'observatory/accept')).toHaveCount(0);
  const corrected = file
    .replace('\r\n', ';Nota del referente\r\n')
    .replace(`;${TITLE};`, ';Digitale Bene di tutti;')
    .replace(/\r\n$/, ';Da rivedere\r\n');
  await send(carla, 'observatory/check', { file: csv(Buffer.from(corrected)) });
  const received = carla.locator('[aria-labelledby="letto"]');
  await expect(received).toContainText('Colonne che non conosciamo');
  await expect(received.locator('tbody tr')).toHaveCount(2);
  await expect(received.locator('tr', { hasText: 'Titolo' })).toContainText('Digitale Bene di tutti');
  await expect(received.locator('tr', { hasText: 'Nota del referente' })).toContainText('Da rivedere');
  expect(await downloaded(carla, `${DESK}.csv`)).toBe(file);
  await accessibleInBothLanguages(carla, carla.url());
  await press(form(carla, 'observatory/accept'));
  await succeeded(carla);
  await expect(carla.locator('[aria-labelledby="diverso"]')).toContainText('Digitale Bene di tutti');
  expect(await downloaded(carla, `${DESK}.csv`)).toBe(corrected);
  await accessibleInBothLanguages(carla, carla.url());

  // The path is concluded: everybody takes the record along, without the columns that nobody knows.
  const visitor = await another();
  await visitor.goto(at(TENANT, `/percorsi/${PATH}`));
  const published = await downloaded(visitor, `/percorsi/${PATH}/osservatorio.csv`);
  expect(published).toContain('Digitale Bene di tutti');
  expect(published).not.toContain('Nota del referente');

  // Back to what the path says.
  await press(form(carla, 'observatory/reset'));
  await succeeded(carla);
  await expect(carla.locator('[aria-labelledby="diverso"]')).toHaveCount(0);
  await accessibleInEnglishToo(carla);
});
