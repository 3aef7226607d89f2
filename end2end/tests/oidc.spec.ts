import { Issuer } from './issuer';
import { enterAs } from './people';
import { accessible, accessibleInBothLanguages, at, expect, test, type Page } from './place';

const SLUG = 'val-denza';
const BUTTON = 'Entra con SPID';

test.use({ story: 'oidc' });
// A provider, an administrator and two people, with every page checked in both languages.
test.slow();

/** The administrator sets the provider up, tries it and offers it, where nobody did so before. */
async function offer(page: Page, issuer: Issuer, name: string): Promise<void> {
  await enterAs(page, SLUG, 'Marco Vezzani', '/lavoro/identita/nuovo');
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="issuer"]').fill(issuer.address);
  await page.locator('input[name="client_id"]').fill(Issuer.client);
  await page.locator('input[name="secret"]').fill(Issuer.secret);
  await page.locator('main').getByRole('button', { name: 'Salva' }).click();
  await page.getByRole('button', { name: 'Prova il collegamento' }).click();
  await page.getByRole('button', { name: 'Accendi' }).click();
  await expect(page.getByText('Acceso', { exact: true })).toBeVisible();
  await accessible(page);
}

/** Goes to the provider from the sign-in page and says there how surely one is known. */
async function goThere(page: Page, name: string, button: string): Promise<void> {
  await page.goto(at(SLUG, '/accedi?dopo=/proposte'));
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('button', { name: button }).click();
}

test('a person comes in by an identity provider, is known again, and signs out on both sides', async ({
  page,
  another,
}, info) => {
  const issuer = await Issuer.start(new URL(at(SLUG)).origin);
  const name = `${BUTTON} ${info.project.name}`;
  try {
    await offer(await another(), issuer, name);
    await accessibleInBothLanguages(page, at(SLUG, '/accedi?dopo=/proposte'));

    await goThere(page, name, 'Annulla');
    await expect(page.locator('#errori')).toContainText('annullato');
    await accessible(page);
    await goThere(page, name, 'Livello 1');
    await expect(page.locator('#errori')).toContainText('livello di sicurezza più alto');

    const other = await another();
    await goThere(other, name, 'Livello 2');
    await expect(other).toHaveURL(/\/proposte\?esito=signed_in$/);
    await expect(other.locator('header')).toContainText('Anna R.');
    await accessible(other);
    await accessibleInBothLanguages(other, at(SLUG, '/spazio/accesso'));
    await expect(other.getByText('Collegata')).toBeVisible();

    await other.locator('form[action*="sign-out"] button').click();
    await other.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expect(other).toHaveURL(at(SLUG, '/?esito=signed_out'));
    await expect(other.locator('form[action*="sign-out"]')).toHaveCount(0);

    await goThere(other, name, 'Livello 3');
    await expect(other.locator('header')).toContainText('Anna R.');
  } finally {
    await issuer.stop();
  }
});
