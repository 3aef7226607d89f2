import { enterAs } from './people';
import { accessible, at, expect, test, type Page } from './place';

const TENANT = 'val-denza';

test.use({ story: 'islands' });

/** Marks the page as it stands; a new page would not have the mark. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', 'here'));
}

test('a support counts without a new page, and is still there on the next visit', async ({ page }) => {
  await enterAs(page, TENANT, 'Karim Haddad', '/proposte');
  await page.goto(at(TENANT, '/proposte'));
  await page.locator('.row-title a').nth(3).click();
  const support = page.locator('form[action*="contributions/support"]').first();
  const count = support.locator('.support-count');
  await expect(support).toBeVisible();
  await page.waitForLoadState('networkidle');
  await mark(page);
  const before = Number(await count.innerText());
  const words = await support.locator('button').innerText();
  await support.locator('button').click();
  await expect(count).not.toHaveText(String(before));
  const after = Number(await count.innerText());
  expect(Math.abs(after - before)).toBe(1);
  const said = page.locator('#annuncio');
  await expect(said).toHaveText(after > before ? `Hai sostenuto questa proposta. Sostegni: ${after}.` : `Hai ritirato il tuo sostegno. Sostegni: ${after}.`);
  await expect(support.locator('button')).not.toHaveText(words);
  await expect(page.locator('html')).toHaveAttribute('data-mark', 'here');
  await accessible(page);
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-mark');
  await expect(page.locator('form[action*="contributions/support"] .support-count').first()).toHaveText(String(after));
});

test('a text says how many characters are left while it is typed', async ({ page }) => {
  await enterAs(page, TENANT, 'Luisa Ferrarini', '/proposte/nuova');
  await page.goto(at(TENANT, '/proposte/nuova'));
  await page.waitForLoadState('networkidle');
  const body = page.locator('[name="body"]');
  const max = Number(await body.getAttribute('maxlength'));
  await body.fill('Dodici segni');
  const left = page.locator('[aria-live="polite"]', { hasText: String(max - 12) });
  await expect(left).toBeVisible();
  await accessible(page);
});

test('a long text keeps itself while it is written, until it is thrown away', async ({ page }) => {
  await enterAs(page, TENANT, 'Karim Haddad', '/proposte/nuova');
  await page.goto(at(TENANT, '/proposte/nuova'));
  await page.waitForLoadState('networkidle');
  const body = page.locator('[name="body"]');
  await body.pressSequentially('Una panchina ogni cento metri');
  await expect(page.getByRole('status').filter({ hasText: 'Bozza salvata alle' })).toBeVisible();
  await accessible(page);
  await page.reload();
  await expect(body).toHaveValue('Una panchina ogni cento metri');
  await accessible(page);
  await page.getByRole('button', { name: 'Scarta questa bozza' }).click();
  await expect(page.locator('#annuncio .alert-success')).toBeVisible();
  await expect(body).toHaveValue('');
});

test('nothing goes wrong in the browser while pages wake', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  await enterAs(page, TENANT, 'Anna Rossi', '/lavoro');
  for (const path of ['/', '/proposte', '/percorsi/welfare-digitale', '/calendario', '/lavoro', '/lavoro/percorsi/welfare-digitale/tempi']) {
    await page.goto(at(TENANT, path));
    await page.waitForLoadState('networkidle');
  }
  expect(faults).toEqual([]);
});
