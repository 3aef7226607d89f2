import { signIn, signOut } from './people';
import { accessible, accessibleInBothLanguages, at, expect, test } from './place';
import { cameIn, follow, goThere, sayThere, SLUG, stopped, withProvider } from './providers';

test.use({ story: 'oidc' });
// A provider, an administrator and two people, with every page checked in both languages.
test.slow();

test('a person comes in by an identity provider, is known again, and signs out on both sides', async ({
  page,
  another,
}) => {
  await withProvider(await another(), async (offered) => {
    await accessibleInBothLanguages(page, at(SLUG, '/accedi?dopo=/proposte'));

    await goThere(page, offered, 'Annulla');
    await stopped(page, 'annullato');
    await accessible(page);

    const other = await another();
    await goThere(other, offered, 'Livello 2');
    await cameIn(other, 'Anna R.');
    await accessible(other);
    await accessibleInBothLanguages(other, at(SLUG, '/spazio/accesso'));
    await expect(other.getByText('Collegata')).toBeVisible();

    await other.locator('form[action*="sign-out"] button').click();
    await other.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expect(other).toHaveURL(at(SLUG, '/?esito=signed_out'));
    await expect(other.locator('form[action*="sign-out"]')).toHaveCount(0);

    // The provider has forgotten them too, and asks anew; so it does when it signs with another key.
    offered.issuer.rotate();
    await goThere(other, offered, 'Livello 3');
    await cameIn(other, 'Anna R.');
  });
});

test('who is known too little reads which level it takes, and is asked anew at the provider', async ({
  page,
  another,
}) => {
  await withProvider(await another(), async (offered) => {
    await goThere(page, offered, 'Livello 1');
    await stopped(page, 'serve un livello di sicurezza più alto');
    await expect(page.locator('main')).toContainText('SPID livello 2');
    await accessible(page);
    // The provider still knows them by level 1: without being asked anew they would come back as they came.
    await page.getByRole('link', { name: offered.name, exact: true }).click();
    await sayThere(page, 'Livello 2');
    await cameIn(page, 'Anna R.');
  });
});

test('who has an account under the same address joins the identity by proving both', async ({ page, another }) => {
  await withProvider(await another(), async (offered) => {
    const email = offered.issuer.addressOf('berta');
    await signIn(page, SLUG, email);
    await signOut(page);
    await goThere(page, offered, 'Livello 2', 'berta');
    await stopped(page, 'questo indirizzo e-mail ha già un account');
    await accessible(page);

    await signIn(page, SLUG, email, '/spazio/accesso');
    await page.goto(at(SLUG, '/spazio/accesso'));
    await page.locator('li', { hasText: offered.name }).getByRole('link').click();
    await expect(page).toHaveURL(at(SLUG, '/spazio/accesso?esito=identity_joined'));
    await expect(page.locator('li', { hasText: offered.name })).toContainText('Collegata');
    const shown = await page.locator('header').innerText();
    await accessible(page);

    // From then on it opens the same account, in any browser.
    const other = await another();
    await goThere(other, offered, 'Livello 2', 'berta');
    await expect(other).toHaveURL(/esito=signed_in$/);
    expect(await other.locator('header').innerText()).toBe(shown);
  });
});

test('who signs out at the provider is signed out here, at its word and once', async ({ page, another }) => {
  const admin = await another();
  await withProvider(admin, async ({ issuer, name }) => {
    const told = /http:\/\/\S+\/api\/oidc\/backchannel\/[0-9a-f-]+/.exec(await admin.locator('main').innerText())?.[0];
    expect(told, 'the address at which the site is told').toBeDefined();
    issuer.tellAt(told as string);
    await goThere(page, { issuer, name }, 'Livello 2');
    await cameIn(page, 'Anna R.');

    await page.goto(`${issuer.address}/session/end`);
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expect(() => expect(issuer.told).toHaveLength(1)).toPass();
    await expect(async () => {
      await page.goto(at(SLUG));
      await expect(page.locator('form[action*="sign-out"]')).toHaveCount(0);
    }).toPass();
    // Who comes in again stays, however often the old word is said.
    await goThere(page, { issuer, name }, 'Livello 2');
    await cameIn(page, 'Anna R.');
    expect(await issuer.repeat()).toBe(400);
    await page.goto(at(SLUG));
    await expect(page.locator('form[action*="sign-out"]')).toBeVisible();
  });
});

test('what an activity asks for leads to the provider and back to what was typed', async ({ page, another }) => {
  const admin = await another();
  await withProvider(admin, async (offered) => {
    await admin.goto(at(SLUG, '/lavoro/identita/livelli'));
    for (const name of ['contribute', 'vote', 'binding']) {
      await admin.locator(`select[name="${name}"]`).selectOption('substantial');
    }
    await admin.locator('main').getByRole('button', { name: 'Salva' }).click();
    await expect(admin.locator('#annuncio')).toBeVisible();
    await accessible(admin);

    const title = `Una fontanella (${test.info().project.name})`;
    await signIn(page, SLUG, `fontanella-${test.info().project.name}@example.org`, '/proposte/nuova');
    await page.goto(at(SLUG, '/proposte/nuova'));
    await expect(page.locator('main')).toContainText('SPID livello 2');
    await page.getByLabel('Tavolo').selectOption({ label: 'Tavolo scuole' });
    await page.locator('[name="title"]').fill(title);
    await page.locator('[name="body"]').fill('Davanti alla **biblioteca**.');
    const born = page.locator('[name="born"]');
    if ((await born.count()) > 0) await born.fill('1984-05-17');
    await page.getByRole('button', { name: 'Pubblica la proposta' }).click();
    await expect(page.locator('#errori')).toBeVisible();
    await expect(page.locator('[name="title"]')).toHaveValue(title);
    await accessible(page);

    await page.locator('#errori').getByRole('link', { name: 'Accedi con un livello più alto' }).click();
    await expect(page.locator('input[name="email"]')).toHaveCount(0);
    await accessible(page);
    await page.getByRole('link', { name: offered.name, exact: true }).click();
    await sayThere(page, 'Livello 2', 'berta');
    await expect(page).toHaveURL(/\/proposte\/nuova\?esito=signed_in$/);
    await expect(page.locator('[name="title"]')).toHaveValue(title);
    await expect(page.locator('[name="body"]')).toHaveValue('Davanti alla **biblioteca**.');
    await accessible(page);
    if ((await born.count()) > 0) await born.fill('1984-05-17');
    await page.getByRole('button', { name: 'Pubblica la proposta' }).click();
    const although = page.getByRole('button', { name: 'Pubblica comunque' });
    if ((await although.count()) > 0) await although.click();
    await expect(page.locator('h1')).toHaveText(title);
  });
});

test('a provider that is down is said to be, and the code by mail stays', async ({ page, another }) => {
  await withProvider(await another(), async (offered) => {
    offered.issuer.refuse();
    await follow(page, offered);
    await stopped(page, 'non risponde');
    await expect(page.locator('main input[type="email"]')).toBeVisible();
    await accessible(page);
  });
});
