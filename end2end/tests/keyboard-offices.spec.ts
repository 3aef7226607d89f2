import { form } from './forms';
import { Keyboard } from './keyboard';
import { enterAs } from './people';
import { accessible, accessibleInEnglishToo, at, expect, test } from './place';
import { Writing } from './writing';

const TENANT = 'val-denza';

test.use({ story: 'keyboard offices' });
// Every key is a call to the browser: that takes its time.
test.describe.configure({ timeout: 180_000 });

test('with the keyboard alone, a moderator hides a text with a reason and restores it', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Sara Tognoni', '/lavoro');
  await keys.chooseOffice('Moderazione');
  const hide = form(page, 'moderation/hide');
  await keys.follow(hide.getByRole('button', { name: 'Nascondi' }));
  await keys.atFaults();
  await accessible(page);
  await keys.choose(hide.locator('[name="ground"]'), 'fuori tema');
  await keys.type(hide.locator('[name="reason"]'), 'Riporta parole di altri senza dire di chi.');
  await keys.follow(hide.getByRole('button', { name: 'Nascondi' }));
  await keys.atHeading('Testo nascosto');

  const done = page.locator('[aria-labelledby="registro"] li', { hasText: 'Riporta parole di altri' }).first();
  await keys.unfold(done.locator('summary'));
  await keys.type(form(done, 'moderation/restore').locator('[name="reason"]'), 'Chi le ha dette è d’accordo.');
  await keys.follow(done.getByRole('button', { name: 'Ripristina', exact: true }));
  await keys.atHeading('Il testo è di nuovo visibile');
  await expect(done.locator('summary')).toHaveCount(0);
  await accessibleInEnglishToo(page);
});

for (const name of ['Dino Manzini', 'Cinzia Torelli']) {
  test(`with the keyboard alone, ${name} writes down a proposal at a point`, async ({ page }) => {
    const keys = new Keyboard(page);
    await keys.enterAs(TENANT, name, '/lavoro');
    await keys.follow(page.locator('[aria-labelledby="al-punto"]').getByRole('link').first());
    const sheet = form(page, 'contributions/enter');
    await keys.choose(sheet.locator('[name="channel"]'), 'Su carta');
    await keys.follow(sheet.getByRole('button', { name: 'Pubblica e prepara la ricevuta' }));
    await keys.atFaults();
    await accessible(page);
    await keys.type(sheet.locator('[name="source"]'), `Sportello del mercoledì, ${name}`);
    await keys.choose(sheet.locator('[name="table"]'), 'Tavolo');
    await keys.type(sheet.locator('[name="title"]'), `Una panchina davanti allo sportello, dice ${name}`);
    await keys.type(sheet.locator('[name="body"]'), 'Chi aspetta il suo turno sta in piedi.');
    await keys.tick(sheet.locator('[name="agreed"]'));
    await keys.follow(sheet.getByRole('button', { name: 'Pubblica e prepara la ricevuta' }));
    await keys.atHeading('La proposta è pubblicata');
    await accessibleInEnglishToo(page);
  });
}

test('with the keyboard alone, the secretary of the body records the acknowledgement', async ({ page, another }) => {
  const [andrea, elena] = [await another(), await another()];
  const writing = new Writing(elena, 'due-argini', 'servizi-a-portata-di-argine', 'Servizi a portata di argine');
  await enterAs(andrea, null, 'Andrea Sartori');
  await writing.answer(andrea, 'Valida');
  await enterAs(elena, 'due-argini', 'Elena Mantovani');
  await writing.sendToBody();

  const keys = new Keyboard(page);
  await keys.enterAs('due-argini', 'Guido Cavallari', '/lavoro');
  await keys.enterRoom('Servizi a portata di argine', 'Esito e decisioni');
  const act = form(page, 'outcome/acknowledge');
  await keys.type(act.locator('[name="body"]'), 'Giunta dell’Unione');
  await keys.date(act.locator('[name="on"]'), '2022-10-05');
  await keys.follow(act.getByRole('button', { name: 'Registra la presa d’atto' }));
  await keys.atFaults();
  await accessible(page);
  await page.keyboard.type('77');
  await keys.follow(act.getByRole('button', { name: 'Registra la presa d’atto' }));
  await keys.atHeading('Presa d’atto registrata');
  await expect(page.locator('main')).toContainText('Giunta dell’Unione, n. 77');
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, an administrator invites a colleague and changes the settings', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Marco Vezzani', '/lavoro');
  await keys.chooseOffice('Persone e ruoli');
  const invite = form(page, 'staff/invite');
  await keys.follow(invite.getByRole('button', { name: 'Spedisci l’invito' }));
  await keys.atFaults();
  await accessible(page);
  await page.keyboard.type('nuova.collega@val-denza.example');
  await keys.choose(invite.locator('[name="role"]'), 'Moderatore');
  await keys.follow(invite.getByRole('button', { name: 'Spedisci l’invito' }));
  await keys.atHeading('Invito spedito');
  await expect(page.locator('[aria-labelledby="inviti"]')).toContainText('nuova.collega@val-denza.example');

  await keys.choosePage('Lavoro');
  await keys.chooseOffice('Impostazioni');
  const settings = form(page, 'settings/change');
  await keys.type(settings.locator('[name="description"]'), 'Otto comuni, una sola agenda.');
  await keys.follow(settings.getByRole('button', { name: 'Salva' }));
  await keys.atHeading('Modifiche salvate');
  await page.goto(at(TENANT));
  await expect(page.locator('main')).toContainText('Otto comuni, una sola agenda.');
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, the privacy officer narrows the audit log', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Paolo Neri', '/lavoro');
  await keys.chooseOffice('Registro delle operazioni');
  const filters = page.locator('form.filters');
  await keys.choose(filters.locator('[name="operazione"]'), 'Sessione: apertura');
  await keys.date(filters.locator('[name="dal"]'), '2022-10-05');
  await keys.follow(filters.getByRole('button', { name: 'Filtra' }));
  await expect(page).toHaveURL(/operazione=session\.open&dal=2022-10-05/);
  const rows = page.locator('main tbody tr');
  await expect(rows.first()).toContainText('Sessione: apertura');
  await expect(rows.filter({ hasNotText: 'Sessione: apertura' })).toHaveCount(0);
  await keys.unfold(rows.first().locator('summary'));
  await accessibleInEnglishToo(page);
});
