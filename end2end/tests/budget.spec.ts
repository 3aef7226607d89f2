import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { at, expect, test } from './place';

/** What scripts/budget.mjs keeps free for the HTML of a page, of the 400 kB of a first visit. */
const AT_MOST = 40_000;

/** A page as it travels to a phone. */
async function compressed(slug: string | null, path: string): Promise<Buffer> {
  const { host, port } = new URL(at(slug));
  const asked = get({ host: '127.0.0.1', port, path, headers: { host, 'accept-encoding': 'br' } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-encoding']).toBe('br');
  return Buffer.concat(await answer.toArray());
}

const pages = [
  [null, '/', 'card-grid'],
  ['val-denza', '/', 'Unione Val d'],
  ['val-denza', '/proposte', 'row-title'],
  ['prato', '/', 'Prato'],
] as const;

for (const [slug, path, words] of pages) {
  test(`the page ${slug ?? 'platform'}${path} leaves the rest of its budget to what it loads`, async () => {
    const page = await compressed(slug, path);
    expect(brotliDecompressSync(page).toString()).toContain(words);
    expect(page.length, 'bytes of compressed HTML').toBeLessThanOrEqual(AT_MOST);
  });
}
