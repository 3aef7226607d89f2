import { expect, type Page } from './place';

/** Addresses that answer with something other than a page. */
const NO_PAGE = /^\/(lingua|api|pkg|lavoro\/esporta)|\/(file|richiesta|risposta)$|\.(csv|ics|json|pdf|txt|zip|xlsx)$/;

/** The route behind an address: one page of each is enough. */
function route(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d+(?=\/|$)/g, '/:number')
    .replace(/\/azioni\/[^/]+/, '/azioni/:code')
    .replace(/^(\/lavoro)?\/(percorsi|enti)\/(?!nuovo)[^/]+/, '$1/$2/:slug');
}

/** A page that was reached. */
export interface Reached {
  path: string;
  /** What its content is made of, whatever the words: pages of one make hold, or fail, together. */
  make: string;
}

/** Each kind of element in the content with those it stands in, once: a list of two is made as a list of twenty. */
async function makeOf(page: Page): Promise<string> {
  return page.locator('main').evaluate((main) => {
    const kind = (node: Element): string => {
      const told = ['role', 'type', 'name', 'action', 'aria-invalid', 'lang', 'disabled', 'open'];
      const attributes = told.filter((name) => node.hasAttribute(name)).map((name) => `${name}=${node.getAttribute(name) ?? ''}`);
      return [node.tagName, ...[...node.classList].sort(), ...attributes].join(' ').replace(/[0-9a-f-]{36}|\d+/g, '#');
    };
    const kinds = new Map<Element, string>();
    for (const node of main.querySelectorAll('*')) kinds.set(node, `${kinds.get(node.parentElement ?? main) ?? ''}>${kind(node)}`);
    return [...new Set(kinds.values())].sort().join('\n');
  });
}

/**
 * Follows links from each of the `rooms`; hands each route's first page to `look`. Links are followed as long as they
 * are found in the rooms: what lies outside them is looked at, and left.
 */
export async function crawl(page: Page, home: string, rooms: readonly string[], look: (reached: Reached) => Promise<void>): Promise<void> {
  const { origin } = new URL(home);
  const inside = (path: string) => rooms.some((room) => room === '/' || path === room || path.startsWith(`${room}/`));
  const seen = new Set<string>();
  const waiting = [...rooms];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(route(path))) continue;
    seen.add(route(path));
    const answer = await page.goto(origin + path);
    expect.soft(answer?.status(), `${path} answers`).toBe(200);
    await look({ path, make: await makeOf(page) });
    if (!inside(path)) continue;
    const links = await page.locator('a[href]:not([download])').evaluateAll((all) =>
      all.map((a) => ({ address: (a as HTMLAnchorElement).href, onEveryPage: a.closest('main') === null })),
    );
    for (const { address, onEveryPage } of links) {
      const link = new URL(address);
      const left = onEveryPage && !inside(link.pathname);
      if (link.origin === origin && !left && !NO_PAGE.test(link.pathname)) waiting.push(link.pathname);
    }
  }
}
