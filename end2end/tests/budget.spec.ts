import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { at, expect, test, type Page } from './place';

/** Bytes of a first visit on the wire, with what WebAssembly may take of them. */
const VISIT_AT_MOST = 400_000;
const WASM_AT_MOST = 250_000;
/** What scripts/budget.mjs keeps free of them for the HTML of a page. */
const HTML_AT_MOST = 40_000;

const pages = [
  [null, '/', 'card-grid'],
  ['val-denza', '/', 'Unione Val d'],
  ['val-denza', '/proposte', 'row-title'],
  ['prato', '/', 'Prato'],
  // The one that loads WebAssembly for visitors: its form counts characters.
  ['val-denza', '/accessibilita', 'leptos-island'],
] as const;

/** A page as it travels to a phone. */
async function compressed(slug: string | null, path: string): Promise<Buffer> {
  const { host, port } = new URL(at(slug));
  const asked = get({ host: '127.0.0.1', port, path, headers: { host, 'accept-encoding': 'br' } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-encoding']).toBe('br');
  return Buffer.concat(await answer.toArray());
}

/** Something that the browser fetched for a page, with its bytes on the wire, headers among them. */
interface Fetched {
  address: string;
  kind: string;
  encoding: string | undefined;
  bytes: number;
}

/** Everything that a browser which was never here fetches for a page. */
async function firstVisit(page: Page, address: string): Promise<Fetched[]> {
  const weighed: Promise<Fetched>[] = [];
  page.on('requestfinished', (request) => {
    const weigh = async (): Promise<Fetched> => {
      const [answer, sizes] = [await request.response(), await request.sizes()];
      const [kind = ''] = ((await answer?.headerValue('content-type')) ?? '').split(';');
      const encoding = (await answer?.headerValue('content-encoding')) ?? undefined;
      return { address: request.url(), kind, encoding, bytes: sizes.responseBodySize + sizes.responseHeadersSize };
    };
    weighed.push(weigh());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return Promise.all(weighed);
}

for (const [slug, path, words] of pages) {
  test(`the page ${slug ?? 'platform'}${path} leaves the rest of its budget to what it loads`, async () => {
    const page = await compressed(slug, path);
    expect(brotliDecompressSync(page).toString()).toContain(words);
    expect(page.length, 'bytes of compressed HTML').toBeLessThanOrEqual(HTML_AT_MOST);
  });

  test(`a first visit to ${slug ?? 'platform'}${path} stays within its budget`, async ({ page }, info) => {
    const fetched = await firstVisit(page, at(slug, path));
    const bytes = (kind: RegExp) => fetched.filter((one) => kind.test(one.kind)).reduce((sum, one) => sum + one.bytes, 0);
    const list = fetched.map((one) => `${one.bytes} ${one.encoding ?? 'as it is'} ${one.kind} ${one.address}`).join('\n');

    // All of it comes from this host, and what grows smaller by it is compressed.
    const { origin } = new URL(at(slug));
    expect(fetched.filter((one) => new URL(one.address).origin !== origin), 'fetched elsewhere').toEqual([]);
    const large = fetched.filter((one) => /html|css|javascript|wasm|svg/.test(one.kind) && one.bytes > 2_000);
    expect(large.filter((one) => one.encoding !== 'br'), 'large, and not compressed').toEqual([]);

    expect(bytes(/html/), list).toBeGreaterThan(0);
    expect(bytes(/css/), list).toBeGreaterThan(0);
    expect(bytes(/font/), list).toBeGreaterThan(0);
    const island = path === '/accessibilita' && info.project.use.javaScriptEnabled !== false;
    expect(bytes(/wasm/) > 0, list).toBe(island);
    expect(bytes(/wasm/), list).toBeLessThanOrEqual(WASM_AT_MOST);
    expect(bytes(/./), list).toBeLessThanOrEqual(VISIT_AT_MOST);
  });
}
