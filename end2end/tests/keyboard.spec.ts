import { form } from './forms';
import { Keyboard } from './keyboard';
import { enterAs } from './people';
import { accessible, accessibleInEnglishToo, at, expect, test } from './place';
import { Writing } from './writing';

const TENANT = 'val-denza';

test.use({ story: 'keyboard' });
// Every key is a call to the browser: that takes its time.
test.describe.configure({ timeout: 180_000 });

test('with the keyboard alone, a citizen signs in and proposes', async ({ page }) => {
  const keys = new Keyboard(page);
  await page.goto(at(TENANT));
  await keys.follow(page.locator('a[href="#contenuto"]'));
  await keys.follow(page.locator('main').getByRole('link', { name: /Fai una proposta|Proponi/ }).first());
  await keys.follow(page.locator('main').getByRole('link', { name: 'Accedi' }).first());
  await keys.follow(page.locator('.demo-people').getByRole('button', { name: 'Luisa Ferrarini', exact: true }).first());
  await expect(page.locator('form[action*="sign-out"]')).toBeVisible();
  const proposal = form(page, 'contributions/propose');
  await keys.choose(proposal.getByLabel('Tavolo'), 'Tavolo scuole');
  await keys.type(proposal.locator('[name="body"]'), 'Un pomeriggio la settimana, aperto a tutti.');
  await keys.follow(proposal.getByRole('button', { name: 'Pubblica la proposta' }));
  await keys.atFaults();
  await accessible(page);
  await page.keyboard.type('Sala lettura aperta di sera');
  await keys.follow(proposal.getByRole('button', { name: 'Pubblica la proposta' }));
  await expect(page.locator('h1')).toHaveText('È una di queste?');
  await accessible(page);
  await keys.follow(page.locator('main').getByRole('button', { name: 'Pubblica comunque' }));
  await expect(page.locator('h1')).toHaveText('Sala lettura aperta di sera');
  await keys.atHeading();
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, staff register an act', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Anna Rossi', '/lavoro');
  await keys.enterRoom('Welfare e agenda digitale locale', 'Atti');
  const act = form(page, 'process/act');
  await keys.choose(act.locator('[name="kind"]'), 'Approvazione');
  await keys.type(act.locator('[name="body"]'), 'Giunta dell’Unione');
  await keys.type(act.locator('[name="subject"]'), 'Approvazione del calendario');
  await keys.follow(act.locator('button[type="submit"]'));
  await keys.atFaults();
  await keys.type(act.locator('[name="number"]'), '91');
  await keys.date(act.locator('[name="date"]'), '2022-10-04');
  await keys.follow(act.locator('button[type="submit"]'));
  await keys.atHeading();
  await expect(page.locator('main')).toContainText('Approvazione del calendario');
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, the guarantor asks for integrations', async ({ page, another }) => {
  const anna = await another();
  await enterAs(anna, TENANT, 'Anna Rossi');
  const writing = new Writing(anna, TENANT, 'welfare-digitale');
  await writing.writeSections('Le adesioni si raccolgono in municipio.');
  await writing.compose('Un punto di aiuto in ogni comune', 'Una persona e un’ora certa.');
  await writing.passToTable();
  await writing.endCollection();
  await writing.submit();

  const keys = new Keyboard(page);
  await keys.enterAs(null, 'Andrea Sartori', '/garanzia');
  await keys.follow(page.getByRole('link', { name: 'Welfare e agenda digitale locale' }).first());
  await keys.follow(page.getByRole('button', { name: 'Chiedi integrazioni' }));
  await keys.atFaults();
  await page.keyboard.type('Chiarire chi paga gli operatori.');
  await keys.follow(page.getByRole('button', { name: 'Chiedi integrazioni' }));
  await keys.atHeading('Risposta registrata');
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, a coordinator creates a tenant', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs(null, 'Marta Galli', '/enti');
  await keys.follow(page.locator('main').getByRole('link', { name: 'Crea un ente' }).first());
  const tenant = form(page, 'tenants/create');
  await keys.type(tenant.locator('[name="name"]'), 'Unione delle Colline');
  await keys.type(tenant.locator('[name="slug"]'), 'colline');
  await keys.follow(tenant.locator('button[type="submit"]'));
  await keys.atFaults();
  await page.keyboard.type('direzione@colline.example');
  await keys.follow(tenant.locator('button[type="submit"]'));
  await expect(page).toHaveURL(/\/enti\/colline/);
  await keys.atHeading();
  await accessibleInEnglishToo(page);
});
