import { accessible, accessibleInBothLanguages, at, expect, test } from './place';

test('a newcomer finds a proposal by its words and reads its story', async ({ page }) => {
  await accessibleInBothLanguages(page, at('val-denza'));
  await page.locator('.site-nav a[href="/proposte"]').click();
  const rows = page.locator('.row-list > li');
  await expect(rows).toHaveCount(20);
  const wanted = await rows.nth(7).locator('.row-title').innerText();

  await page.getByLabel('Parole').fill(wanted);
  await page.locator('.filters button[type="submit"]').click();
  await expect(page).toHaveURL(/parole=/);
  await expect(page.getByRole('link', { name: wanted, exact: true })).toBeVisible();
  await accessible(page);

  await page.getByRole('link', { name: wanted, exact: true }).click();
  await expect(page.locator('h1')).toHaveText(wanted);
  await expect(page.locator('ol.story > li').first()).toBeVisible();
  await accessibleInBothLanguages(page, page.url());
});

test('long lists go on page by page and keep their filters', async ({ page }) => {
  await page.goto(at('val-denza', '/proposte?ordine=sostenute'));
  const first = await page.locator('.row-title').first().innerText();
  await page.locator('.pager a[rel="next"]').click();
  await expect(page).toHaveURL(/ordine=sostenute/);
  await expect(page.locator('.row-title').first()).not.toHaveText(first);
  await page.locator('.pager a').first().click();
  await expect(page.locator('.row-title').first()).toHaveText(first);
});

test('words that nobody wrote find an empty list that says what would be there', async ({ page }) => {
  await page.goto(at('val-denza', '/proposte?parole=xyzzy'));
  await expect(page.locator('.empty-state')).toBeVisible();
  await accessible(page);
});
