// Puts the built parts under content-hashed names, with .br and .gz siblings and the hash file
// that Leptos reads. Usage: node scripts/site.mjs PARTS OUT
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [parts, out] = process.argv.slice(2);
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

function write(path, bytes) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), bytes);
}

/** Everything the script imports from beside it (snippets) moves along, under its own name. */
function snippets() {
  const from = join(parts, 'wasm/snippets');
  if (existsSync(from)) cpSync(from, join(out, 'pkg/snippets'), { recursive: true });
}

const wasm = readFileSync(join(parts, 'wasm/tavolo_bg.wasm'));
const js = readFileSync(join(parts, 'wasm/tavolo.js'));

let css = readFileSync(join(parts, 'style/tavolo.css'), 'utf8');
for (const font of readdirSync(join(parts, 'style/fonts'))) {
  const bytes = readFileSync(join(parts, 'style/fonts', font));
  const named = font.replace('.woff2', `.${hash(bytes)}.woff2`);
  css = css.replaceAll(font, named);
  write(`pkg/fonts/${named}`, bytes);
}

const hashes = { js: hash(js), wasm: hash(wasm), css: hash(css) };
write(`pkg/tavolo.${hashes.js}.js`, js);
write(`pkg/tavolo.${hashes.wasm}.wasm`, wasm);
write(`pkg/tavolo.${hashes.css}.css`, css);
write('pkg/icons.svg', readFileSync(join(parts, 'style/icons.svg')));
write('hash.txt', Object.entries(hashes).map(([kind, value]) => `${kind}: ${value}\n`).join(''));
snippets();

for (const name of readdirSync(out, { recursive: true })) {
  const path = join(out, name);
  if (!['.js', '.wasm', '.css', '.svg', '.txt'].includes(extname(path)) || statSync(path).isDirectory() || name === 'hash.txt') continue;
  const bytes = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
