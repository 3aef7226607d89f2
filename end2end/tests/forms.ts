import { expect, type Locator, type Page } from '@playwright/test';

/** A file that a person picks on their computer. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** What goes into a field: words, a tick, the words of a choice, or a file. */
type Value = string | boolean | { choose: string | RegExp } | PickedFile;

/** A small PDF. */
export function pdf(name: string): PickedFile {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`) };
}

/** The form that sends to a server function; on a page whose address is a key, its own address says no page. */
export function form(page: Page | Locator, endpoint: string): Locator {
  return page.locator(`form:is([action*="/${endpoint}?"], [action$="/${endpoint}"])`).first();
}

/** The form that takes one step, where a page offers several. */
export function stepForm(page: Page, endpoint: string, step: string): Locator {
  const ofStep = `:has([name="step"][value="${step}"])`;
  return page.locator(`form:is([action*="/${endpoint}?"], [action$="/${endpoint}"])${ofStep}`).first();
}

/** Opens the disclosure around something that is still folded away. */
export async function unfold(inside: Locator): Promise<void> {
  await expect(inside).toBeAttached();
  if (await inside.isVisible()) return;
  await inside.locator('xpath=ancestor::details[1]/summary').click();
  await expect(inside).toBeVisible();
}

/** Fills fields by their names. */
export async function fill(form: Locator, values: Record<string, Value>): Promise<void> {
  await unfold(form);
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]:not([type="hidden"])`).first();
    if (typeof value === 'boolean') await field.setChecked(value);
    else if (typeof value === 'string') await ((await field.evaluate((node) => node.tagName)) === 'SELECT' ? field.selectOption(value) : field.fill(value));
    else if ('choose' in value) await choose(field, value.choose);
    else await field.setInputFiles(value);
  }
}

async function choose(field: Locator, words: string | RegExp): Promise<void> {
  const option = field.locator('option', { hasText: words }).first();
  await field.selectOption((await option.getAttribute('value')) ?? '');
}

/** Presses the button of a form: its only one, or the one with these words. */
export async function press(form: Locator, words?: string): Promise<void> {
  await unfold(form);
  const final = words === undefined ? form.locator('details.final').first() : finalButton(form, words);
  if ((await final.count()) > 0) {
    if ((await final.getAttribute('open')) === null) await final.locator('summary').click();
    await final.locator('button').click();
    return;
  }
  const button = words === undefined ? form.locator('button[type="submit"]').first() : form.getByRole('button', { name: words, exact: true });
  await button.click();
}

/** The button with these words that first says what will be lost. */
export function finalButton(form: Locator, words: string): Locator {
  return form.locator('details.final').filter({ has: form.page().locator('summary', { hasText: `${words}…` }) });
}

/** Fills a form and sends it; what comes back is a page that says the result. */
export async function send(page: Page, endpoint: string, values: Record<string, Value> = {}, words?: string): Promise<void> {
  const whole = form(page, endpoint);
  await fill(whole, values);
  await press(whole, words);
  await succeeded(page);
}

/** The last form was accepted, and the page says what became of it. */
export async function succeeded(page: Page): Promise<void> {
  await expect(page.locator('#annuncio .alert-success, #errori').first()).toBeVisible();
  await expect(page.locator('#errori')).toHaveCount(0);
}

/** The last form was refused: the summary says why, and has the focus. */
export async function refused(page: Page, why?: string | RegExp): Promise<void> {
  const summary = page.locator('#errori');
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  if (why !== undefined) await expect(summary).toContainText(why);
}
