import { signIn, signOut } from './people';
import { accessibleInEnglishToo, at, expect, test } from './place';

test('a code from the mail opens a session; signing out ends it', async ({ page }, info) => {
  await signIn(page, null, `arrivo-${info.project.name}@example.org`);
  await accessibleInEnglishToo(page);
  await signOut(page);
});

test('a wrong code and a wrong address are refused beside their field', async ({ page }, info) => {
  const email = `errore-${info.project.name}@example.org`;
  await page.goto(at(null, '/accedi'));
  await page.locator('input[type="email"]').fill('non è un indirizzo');
  await page.locator('form:has(input[type="email"]) button[type="submit"]').click();
  const address = page.locator('input[type="email"]');
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expect(address).toHaveValue('non è un indirizzo');
  await accessibleInEnglishToo(page);

  await address.fill(email);
  await page.locator('form:has(input[type="email"]) button[type="submit"]').click();
  const code = page.locator('input[name="code"]');
  await code.fill('000000');
  await page.locator('form:has(input[name="code"]) button[type="submit"]').click();
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#errori')).toBeVisible();
  await accessibleInEnglishToo(page);
});
