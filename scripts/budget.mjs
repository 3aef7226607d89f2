// The transfer budget of a first visit: what a phone must fetch besides the page itself, as
// compressed bytes. Usage: node scripts/budget.mjs SITE
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const WASM_AT_MOST = 250_000;
// 400 kB in all, of which 40 kB are kept free for the page's HTML: end2end/tests/budget.spec.ts measures that.
const ALL_AT_MOST = 360_000;

const pkg = join(process.argv[2], 'pkg');
const size = (name) => statSync(join(pkg, name)).size;
const of = (test) => readdirSync(pkg, { recursive: true }).filter((name) => test(String(name))).reduce((sum, name) => sum + size(String(name)), 0);

const parts = {
  wasm: of((name) => name.endsWith('.wasm.br')),
  js: of((name) => name.endsWith('.js.br')),
  css: of((name) => name.endsWith('.css.br')),
  fonts: of((name) => name.endsWith('.woff2')),
  icons: of((name) => name.endsWith('icons.svg.br')),
};
const all = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
console.log(Object.entries({ ...parts, all }).map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} kB`).join(', '));
if (parts.wasm === 0 || parts.css === 0) throw new Error('no built site there: run scripts/build --site');
if (parts.wasm > WASM_AT_MOST || all > ALL_AT_MOST) {
  console.error(`Over budget (wasm ${WASM_AT_MOST / 1000} kB, all ${ALL_AT_MOST / 1000} kB): drop dependencies first, then make the back office lazy.`);
  process.exit(1);
}
