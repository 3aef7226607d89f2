import { Desk } from './desk';
import { form, pdf, send } from './forms';
import { Keyboard } from './keyboard';
import { enterAs } from './people';
import { accessible, accessibleInEnglishToo, expect, test } from './place';

const TENANT = 'val-denza';
const PATH = 'Welfare e agenda digitale locale';
const REQUEST = 'Richiesta di proroga di sessanta giorni';
const GRANT = 'Autorizzazione dei sessanta giorni';

test.use({ story: 'keyboard extension' });
// What one asks, the other decides. Every key is a call to the browser: that takes its time.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

test('with the keyboard alone, the legal representative asks for more time', async ({ page, another }) => {
  const anna = await another();
  const owner = new Desk(anna, TENANT, 'welfare-digitale');
  await enterAs(anna, TENANT, 'Anna Rossi');
  await owner.open('proroghe');
  await send(anna, 'extension/draft', { until: '2023-03-31' });

  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Giulia Bonini', '/lavoro');
  await keys.enterRoom(PATH, 'Proroghe');
  const request = form(page, 'extension/request');
  await keys.commit(request, 'Invia la richiesta');
  await expect(page.locator('#errori')).toBeFocused();
  await accessible(page);

  // The owner asks for no more than the rules allow.
  await owner.upload(REQUEST, 'extension_request');
  await owner.open('proroghe');
  await send(anna, 'extension/draft', { until: '2022-12-31', document: { choose: REQUEST } });

  await keys.enterRoom(PATH, 'Proroghe');
  await keys.commit(request, 'Invia la richiesta');
  await keys.atHeading('Richiesta di proroga inviata');
  await expect(page.locator('main')).toContainText('In attesa di risposta');
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, the funding officer files an act and decides with it', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Ilaria Conti', '/lavoro');
  await keys.enterRoom(PATH, 'Documenti');
  const upload = form(page, 'documents/upload');
  await keys.pick(upload.locator('[name="file"]'), pdf('autorizzazione.pdf'));
  await keys.type(upload.locator('[name="title"]'), GRANT);
  await keys.choose(upload.locator('[name="kind"]'), 'Autorizzazione alla proroga');
  await keys.choose(upload.locator('[name="visibility"]'), 'Tutti');
  await keys.follow(upload.getByRole('button', { name: 'Carica' }));
  await keys.atHeading('Documento caricato');

  await keys.enterRoom(PATH, 'Proroghe');
  const decision = form(page, 'extension/decide');
  await keys.choose(decision.locator('[name="outcome"]'), 'Concedo tutti i giorni');
  await keys.choose(decision.locator('[name="document"]'), GRANT);
  await keys.commit(decision, 'Registra la decisione');
  await keys.atFaults();
  await accessible(page);
  await page.keyboard.type('Determinazione n. 1873 del 5 ottobre 2022');
  await keys.commit(decision, 'Registra la decisione');
  await keys.atHeading('Decisione sulla proroga registrata');
  await expect(page.locator('main')).toContainText('Concessa');
  await expect(page.locator('main ins', { hasText: '31/12/2022' })).toBeVisible();
  await accessibleInEnglishToo(page);
});
