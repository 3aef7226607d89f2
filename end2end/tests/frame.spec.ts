import { accessible, accessibleInBothLanguages, at, expect, read, test } from './place';

test('the platform and its sign-in page are accessible in both languages', async ({ page }) => {
  for (const path of ['/', '/accedi', '/dev/mail']) await accessibleInBothLanguages(page, at(null, path));
});

test('a keyboard reaches the content first, then the menu', async ({ page }) => {
  await page.goto(at(null, '/accedi'));
  await page.keyboard.press('Tab');
  const skip = page.locator('a[href="#contenuto"]');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await accessible(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('#contenuto :focus')).toHaveCount(1);
});

test('an unknown host and an unknown page say only that there is nothing', async ({ page }) => {
  const host = await read(page, 'nessuno');
  expect(host.status()).toBe(404);
  expect(await host.text()).not.toContain('Enza');
  const answer = await page.goto(at(null, '/non-esiste'));
  expect(answer?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveCount(1);
  await accessible(page);
});
