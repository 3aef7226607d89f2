import { expect, type Page } from '@playwright/test';
import { at, read } from './place';

/** A message that the demo platform kept instead of sending. */
interface Mail {
  to: string;
  subject: string;
  body: string;
}

/** The newest message to an address, as the demo platform keeps it. */
export async function newestMail(page: Page, slug: string | null, to: string): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    const answer = await read(page, slug, '/dev/mail.json');
    expect(answer.ok()).toBe(true);
    const mails = (await answer.json()) as Mail[];
    found = mails.find((mail) => mail.to.includes(to));
    expect(found, `a message to ${to}`).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return found as Mail;
}

/** The address of this shape in the newest message to somebody. */
export async function mailedLink(page: Page, slug: string | null, to: string, shape: RegExp): Promise<string> {
  const link = shape.exec((await newestMail(page, slug, to)).body)?.[0];
  expect(link, `the link in the message to ${to}`).toBeDefined();
  return link as string;
}

/** Signs in with the code that arrives by mail, as a person does. */
export async function signIn(page: Page, slug: string | null, email: string, then = '/'): Promise<void> {
  await page.goto(at(slug, `/accedi?dopo=${encodeURIComponent(then)}`));
  await page.locator('main input[type="email"]').fill(email);
  await page.locator('main form:has(input[type="email"]) button[type="submit"]').click();
  await expect(page.locator('main input[name="code"]')).toBeVisible();
  const mail = await newestMail(page, slug, email);
  const code = /\b\d{6}\b/.exec(mail.body)?.[0];
  expect(code, 'the code in the message').toBeDefined();
  await page.locator('main input[name="code"]').fill(code as string);
  await page.locator('main form:has(input[name="code"]) button[type="submit"]').click();
  await expect(page.locator('form[action*="sign-out"]')).toBeVisible();
}

/** Signs in as one of the demo's people, chosen from the list. */
export async function enterAs(page: Page, slug: string | null, name: string, then = '/'): Promise<void> {
  await page.goto(at(slug, `/accedi?dopo=${encodeURIComponent(then)}`));
  await page.locator('.demo-people').getByRole('button', { name, exact: true }).first().click();
  await expect(page.locator('form[action*="sign-out"]')).toBeVisible();
}

/** Signs out, as the header lets everyone do. */
export async function signOut(page: Page): Promise<void> {
  await page.locator('form[action*="sign-out"] button').click();
  await expect(page.locator('form[action*="sign-out"]')).toHaveCount(0);
}
