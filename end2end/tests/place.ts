import { test as base, expect, type APIResponse, type Locator, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { basename, join } from 'node:path';
import { Region } from './region';

/** What every journey may ask for. */
interface Given {
  /** Another person's browser, of the same size and with or without scripts as the first. */
  another: () => Promise<Page>;
}

/** What journeys that share a server share. */
interface Shared {
  /** Journeys of one story have a region that no other story sees: `test.use({ story: 'agreement' })`. */
  story: string;
  region: Region;
}

let port = 0;

export const test = base.extend<Given, Shared>({
  story: ['', { option: true, scope: 'worker' }],
  region: [
    async ({ story: _ }, use) => {
      const region = await Region.fresh();
      port = region.port;
      await use(region);
      await region.end();
    },
    { auto: true, scope: 'worker', timeout: 60_000 },
  ],
  another: async ({ browser }, use, info) => {
    const { javaScriptEnabled, viewport, locale, timezoneId } = info.project.use;
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async () => {
      const context = await browser.newContext({ javaScriptEnabled, viewport, locale, timezoneId });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** The address of a path on a tenant's host; without a slug, on the platform's own. */
export function at(slug: string | null, path = '/'): string {
  return `http://${slug === null ? '' : `${slug}.`}localhost:${port}${path}`;
}

/** Reads an address without a page. Node does not know names under localhost, so the host travels as a header. */
export async function read(page: Page, slug: string | null, path = '/'): Promise<APIResponse> {
  const host = new URL(at(slug)).host;
  return page.request.get(`http://127.0.0.1:${port}${path}`, { headers: { host } });
}

/** The tags that the product is held to. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'];

/** Checks the page as it stands, whatever its state. Without JavaScript the checker looks at the narrow one alone. */
export async function accessible(page: Page): Promise<void> {
  await picture(page);
  await fits(page);
  const { name, use } = test.info().project;
  const plain = use.javaScriptEnabled === false;
  if (plain && name.startsWith('wide')) return;
  const faults = plain ? await withoutScripts(page, faultsOf) : await faultsOf(page);
  expect(faults, `accessibility of ${page.url()}`).toEqual([]);
}

/**
 * Checks the page as it stands, then in English: loaded anew with what was sent to it, so that a refusal is refused
 * again. Without JavaScript the markup is the same.
 */
export async function accessibleInEnglishToo(page: Page): Promise<void> {
  await accessible(page);
  if (test.info().project.use.javaScriptEnabled === false) return;
  await loadIn(page, 'en');
  await accessible(page);
  await loadIn(page, 'it');
}

async function loadIn(page: Page, language: 'it' | 'en'): Promise<void> {
  const domain = new URL(page.url()).hostname;
  await page.context().addCookies([{ name: 'lingua', value: language, domain, path: '/' }]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** Keeps a picture of the page for a person to judge, where TAVOLO_E2E_PICTURES names a folder. */
async function picture(page: Page): Promise<void> {
  const folder = process.env.TAVOLO_E2E_PICTURES;
  if (folder === undefined) return;
  const info = test.info();
  const name = `${info.project.name}-${basename(info.file, '.spec.ts')}-${info.line}-${process.hrtime.bigint()}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: true });
}

/** What the checker finds wrong on a page, a line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  // No page has frames, so that the checker needs no second page to put its findings together.
  const options = { runOnly: TAGS, resultTypes: ['violations' as const] };
  const result = await new AxeBuilder({ page }).options(options).setLegacyMode().analyze();
  return result.violations.flatMap((fault) =>
    fault.nodes.map((node) => `${fault.id} at ${node.target.join(' ')}: ${node.failureSummary ?? fault.help}`),
  );
}

/**
 * The same markup in a page that may run the checker, which is itself a script: the document that
 * the browser without JavaScript shows, its own scripts taken out.
 */
async function withoutScripts<T>(page: Page, look: (page: Page) => Promise<T>): Promise<T> {
  const address = page.url();
  const markup = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '');
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page belongs to no browser');
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  try {
    const copy = await context.newPage();
    await copy.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }));
    await copy.goto(address);
    return await look(copy);
  } finally {
    await context.close();
  }
}

/** Nothing makes the page scroll sideways. */
export async function fits(page: Page): Promise<void> {
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(wide, `${page.url()} scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
}

/** Opens a page, then checks it in Italian and in English; it is left in Italian. */
export async function accessibleInBothLanguages(page: Page, address: string): Promise<void> {
  for (const [language, heading] of [['it', 'it'], ['en', 'en']] as const) {
    await speak(page, address, language);
    await expect(page.locator('html')).toHaveAttribute('lang', heading);
    await accessible(page);
  }
  await speak(page, address, 'it');
}

/** Opens an address in a language, through the switch that people use. */
export async function speak(page: Page, address: string, language: 'it' | 'en'): Promise<void> {
  await page.goto(address);
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.locator(`header a[hreflang="${language}"]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

export { expect, type Locator, type Page };
