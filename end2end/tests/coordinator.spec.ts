import { fill, form, press } from './forms';
import { enterAs, mailedLink, signIn } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test } from './place';

test('a coordinator creates a tenant, and it works at once', async ({ page }, info) => {
  const slug = `prova-${info.project.name}`;
  const name = `Unione di prova ${info.project.name}`;
  const admin = `direzione@${slug}.example`;
  await enterAs(page, null, 'Marta Galli');
  await accessibleInBothLanguages(page, at(null, '/enti/nuovo'));
  await page.locator('[name="kind"]').selectOption('union');
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="slug"]').fill('non va bene');
  await page.locator('[name="admin_email"]').fill(admin);
  await page.getByRole('button', { name: 'Crea l’ente' }).click();
  await expect(page.locator('[name="slug"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name="name"]')).toHaveValue(name);
  await accessibleInEnglishToo(page);

  await page.locator('[name="slug"]').fill(slug);
  await page.getByRole('button', { name: 'Crea l’ente' }).click();
  await expect(page).toHaveURL(new RegExp(`/enti/${slug}`));
  await accessibleInEnglishToo(page);

  await accessibleInBothLanguages(page, at(slug));
  await expect(page.locator('h1')).toHaveText(name);

  await page.goto(await mailedLink(page, slug, admin, /https?:\/\/\S+\/invito\/\S+/));
  await expect(page.locator('h1')).toBeVisible();
  await accessibleInEnglishToo(page);

  // Whoever was invited comes in, and finds the template's path ready to be worked on.
  await signIn(page, slug, admin, '/accedi/torna');
  await fill(form(page, 'invitations/accept'), { name: 'Dora Neri' });
  await press(form(page, 'invitations/accept'));
  await expect(page.locator('form[action*="sign-out"]')).toBeVisible();
  await page.goto(at(slug, '/lavoro'));
  await page.locator('main').getByRole('link', { name: /^Percorso partecipativo/ }).first().click();
  await expect(page.locator('h1')).toContainText('Percorso partecipativo');
  await accessibleInEnglishToo(page);
});

test('the region can be searched', async ({ page }) => {
  await enterAs(page, null, 'Marta Galli');
  await page.goto(at(null, '/enti'));
  await page.locator('form[method="get"] input').first().fill('Prato');
  await page.locator('form[method="get"] button[type="submit"]').first().click();
  await expect(page.locator('main')).toContainText('Prato');
  await expect(page.locator('main')).not.toContainText('Bibbiano');
  await accessibleInBothLanguages(page, at(null, '/scadenze'));
  await expect(page.locator('h1')).toBeVisible();
});
