import { signIn } from './people';
import { accessible, accessibleInBothLanguages, at, expect, read, test } from './place';

test('a citizen takes a copy of all that is kept, and signs out everywhere', async ({ page, another }, info) => {
  const email = `copia-${info.project.name}@example.org`;
  await signIn(page, 'val-denza', email, '/spazio');
  const other = await another();
  await signIn(other, 'val-denza', email);

  await page.getByRole('link', { name: 'Dati e accessi' }).click();
  await expect(page.locator('form:has(input[name="mark"])')).toHaveCount(2);
  await accessibleInBothLanguages(page, page.url());
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /leggere/ }).click();
  expect((await download).suggestedFilename()).toBe('i-miei-dati.html');

  await page.getByRole('button', { name: 'Esci ovunque' }).click();
  await expect(page.getByRole('status')).toContainText('tutti i dispositivi');
  await accessible(page);
  await other.goto(at('val-denza', '/spazio'));
  await expect(other.locator('form[action*="sign-out"]')).toHaveCount(0);
});

test('a visitor finds the feed of the news and puts a meeting into a calendar', async ({ page }) => {
  await page.goto(at('val-denza'));
  const feed = await page.locator('head link[type="application/atom+xml"]').getAttribute('href');
  expect(await (await read(page, 'val-denza', new URL(feed as string).pathname)).text()).toContain('<feed');
  await page.goto(at('val-denza', '/calendario'));
  await page.locator('main .row-list a[href^="/incontri/"]').first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Aggiungi al tuo calendario' }).click();
  expect((await download).suggestedFilename()).toBe('incontri.ics');
});
