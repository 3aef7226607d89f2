import { walk } from './focus';
import { enterAs } from './people';
import { at, expect, faultsOf, test, type Page } from './place';

/** Who looks around, on which host. */
const LOOKERS = [
  { who: 'a visitor of a union', slug: 'val-denza', person: null },
  { who: 'a visitor of a city with a permanent agenda', slug: 'prato', person: null },
  { who: 'a visitor of a town whose decisions became actions', slug: 'calderara', person: null },
  { who: 'a citizen', slug: 'val-denza', person: 'Luisa Ferrarini' },
  { who: 'the process owner', slug: 'val-denza', person: 'Anna Rossi' },
  { who: 'the administrator', slug: 'val-denza', person: 'Marco Vezzani' },
  { who: 'the moderator', slug: 'val-denza', person: 'Sara Tognoni' },
  { who: 'the coordinator', slug: null, person: 'Marta Galli' },
  { who: 'the guarantor', slug: null, person: 'Andrea Sartori' },
];

/** Addresses that answer with something other than a page. */
const NO_PAGE = /^\/(lingua|api|pkg|lavoro\/esporta)|\/file$|\.(csv|ics|json|pdf|txt|zip|xlsx)$/;

/** The route behind an address: one page of each is enough. */
function route(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d+(?=\/|$)/g, '/:number')
    .replace(/\/azioni\/[^/]+/, '/azioni/:code')
    .replace(/^(\/lavoro)?\/(percorsi|enti)\/(?!nuovo)[^/]+/, '$1/$2/:slug');
}

/** Follows every link from the home page; hands each route's first page to `look`. */
async function crawl(page: Page, home: string, look: (path: string) => Promise<void>): Promise<string[]> {
  const origin = new URL(home).origin;
  const seen = new Set<string>();
  const waiting = ['/'];
  const visited: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(route(path))) continue;
    seen.add(route(path));
    visited.push(path);
    const answer = await page.goto(origin + path);
    expect.soft(answer?.status(), `${path} answers`).toBe(200);
    await look(path);
    const links = await page.locator('a[href]:not([download])').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    for (const link of links.map((text) => new URL(text)))
      if (link.origin === origin && !NO_PAGE.test(link.pathname)) waiting.push(link.pathname);
  }
  return visited;
}

for (const { who, slug, person } of LOOKERS) {
  test(`every page that ${who} can reach holds together`, async ({ page }, info) => {
    test.setTimeout(900_000);
    if (person !== null) await enterAs(page, slug, person);
    const scripts = info.project.use.javaScriptEnabled !== false;
    const look = async (path: string): Promise<void> => {
      await expect.soft(page.locator('h1'), `${path} has one heading`).toHaveCount(1);
      expect.soft(await page.title(), `${path} has a title`).not.toBe('');
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect.soft(wide, `${path} scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
      // Without JavaScript the markup is the same, and the checker is a script.
      if (scripts) expect.soft(await faultsOf(page), `accessibility of ${path}`).toEqual([]);
    };
    const visited = await crawl(page, at(slug), async (path) => {
      await look(path);
      // The keyboard's way is the same in both languages.
      if (scripts) expect.soft(await walk(page), `the keyboard's way through ${path}`).toEqual([]);
    });
    expect(visited.length).toBeGreaterThan(1);
    await page.goto(at(slug, '/lingua/en?da=/'));
    for (const path of scripts ? visited : []) {
      await page.goto(at(slug, path));
      await expect.soft(page.locator('html')).toHaveAttribute('lang', 'en');
      await look(path);
    }
  });
}
