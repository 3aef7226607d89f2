import { Issuer } from './issuer';
import { enterAs } from './people';
import { accessible, at, expect, test, type Page } from './place';

export const SLUG = 'val-denza';

/** Where one comes out who signs in. */
const AFTER = '/proposte';

/** A provider that everybody meets on the sign-in page. */
export interface Offered {
  issuer: Issuer;
  /** What its button says. */
  name: string;
}

/** Runs `journey` with a provider of its own, which the administrator set up, tried and offers in `page`. */
export async function withProvider(page: Page, journey: (offered: Offered) => Promise<void>): Promise<void> {
  const { project, line } = test.info();
  const run = `-${project.name}-${line}`;
  const issuer = await Issuer.start(new URL(at(SLUG)).origin, run);
  try {
    const name = `Entra con SPID ${run}`;
    await offer(page, issuer, name);
    await journey({ issuer, name });
  } finally {
    await issuer.stop();
  }
}

/** The administrator sets the provider up, tries it and offers it. */
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

/** Follows the link to the provider on the sign-in page. */
export async function follow(page: Page, { name }: Offered): Promise<void> {
  await page.goto(at(SLUG, `/accedi?dopo=${AFTER}`));
  await page.getByRole('link', { name, exact: true }).click();
}

/** Says at the provider who one is, and how surely. */
export async function sayThere(page: Page, button: string, who = 'anna'): Promise<void> {
  await page.getByLabel('Chi').selectOption(who);
  await page.getByRole('button', { name: button }).click();
}

/** Goes to the provider from the sign-in page and says there who one is. */
export async function goThere(page: Page, offered: Offered, button: string, who = 'anna'): Promise<void> {
  await follow(page, offered);
  await sayThere(page, button, who);
}

/** The person came in. */
export async function cameIn(page: Page, name: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`${AFTER}\\?esito=signed_in$`));
  await expect(page.locator('header')).toContainText(name);
}

/** What the sign-in page says did not succeed; nobody came in. */
export async function stopped(page: Page, words: string): Promise<void> {
  await expect(page.locator('#errori')).toContainText(words, { ignoreCase: true });
  await expect(page.locator('form[action*="sign-out"]')).toHaveCount(0);
}
