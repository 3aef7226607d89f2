import { form } from './forms';
import { Keyboard } from './keyboard';
import { accessible, accessibleInEnglishToo, at, expect, test } from './place';

test.use({ story: 'keyboard readers' });
// Every key is a call to the browser: that takes its time.
test.describe.configure({ timeout: 180_000 });

test('with the keyboard alone, a visitor finds a proposal and turns the pages of a list', async ({ page }) => {
  const keys = new Keyboard(page);
  await page.goto(at('val-denza'));
  await keys.choosePage('Proposte');
  const filters = page.locator('form.filters');
  await keys.unfold(filters.locator('summary'));
  await keys.choose(filters.getByLabel('Tavolo'), 'Tavolo scuole');
  const order = filters.getByLabel('Ordine');
  await keys.reach(order);
  await page.keyboard.press('ArrowDown');
  await expect(order.locator('option:checked')).toHaveText('Più sostenute');
  await keys.follow(filters.getByRole('button', { name: 'Filtra' }));
  await expect(page).toHaveURL(/ordine=sostenute/);
  const titles = page.locator('.row-title');
  const first = await titles.first().innerText();
  await keys.follow(page.locator('.pager a[rel="next"]'));
  await expect(titles.first()).not.toHaveText(first);
  await keys.follow(page.locator('.pager a').first());
  await expect(titles.first()).toHaveText(first);

  await keys.type(filters.getByLabel('Parole'), first);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/parole=/);
  await accessible(page);
  await keys.follow(page.locator('main').getByRole('link', { name: first, exact: true }));
  await expect(page.locator('h1')).toHaveText(first);
  await expect(page.locator('ol.story > li').first()).toBeVisible();
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, who keeps an action says how far it is', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs('valnure-valchero', 'Lia Barbieri', '/lavoro');
  await keys.choosePage('Azioni');
  const filters = page.locator('form.filters');
  await keys.choose(filters.getByLabel('Situazione'), 'Idea accolta');
  await keys.follow(filters.getByRole('button', { name: 'Filtra' }));
  await expect(page).toHaveURL(/situazione=idea/);
  const action = page.locator('.row-list .row-title a').first();
  const title = await action.innerText();
  await keys.follow(action);
  await expect(page.locator('h1')).toHaveText(title);

  const move = form(page, 'action-sheets/move');
  await keys.choose(move.locator('[name="step"]'), 'Non si farà più');
  await keys.follow(move.getByRole('button', { name: 'Aggiorna' }));
  await keys.atFaults();
  await accessible(page);
  await page.keyboard.type('I fondi sono andati ad altre azioni.');
  await keys.follow(move.getByRole('button', { name: 'Aggiorna' }));
  await keys.atHeading('La situazione dell’azione è aggiornata');
  await expect(page.locator('ol.story > li').last()).toContainText('I fondi sono andati ad altre azioni.');
  await expect(page.locator('main .row-meta').first()).toContainText('Abbandonata');
  await accessibleInEnglishToo(page);
});
