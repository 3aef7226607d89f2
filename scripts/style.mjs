// Compiles style/tavolo.scss, keeps what the Rust sources use, and gathers fonts and icons.
// Usage: node scripts/style.mjs OUT
import { createRequire } from 'node:module';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = process.env.STYLE_MODULES;
const need = createRequire(join(modules, 'package.json'));
const sass = need('sass');
const { PurgeCSS } = need('purgecss');
const out = process.argv[2];
const italia = join(modules, 'node_modules/bootstrap-italia/dist');

/** The text of every Rust source under a folder. */
function sources(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.rs'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

const rust = ['app/src', 'frontend/src', 'server/src'].flatMap(sources).join('\n');

async function css() {
  const whole = sass.compile('style/tavolo.scss', {
    loadPaths: [modules],
    style: 'compressed',
    charset: false,
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
    logger: sass.Logger.silent,
  }).css;
  const [kept] = await new PurgeCSS().purge({
    css: [{ raw: whole }],
    content: [{ raw: rust, extension: 'rs' }],
    defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
    safelist: {
      standard: [
        // Written by the renderer of people's Markdown.
        'html', 'body', /^h[1-6]$/, /^(table|thead|tbody|tr|td|th|pre|code|blockquote|ul|ol|li|hr|img|em|strong|del|ins)$/,
        // Chosen at run time by the component Badge.
        /^bg-(primary|success|warning|danger|secondary)$/,
      ],
      greedy: [/data-label/, /aria-current/],
    },
  });
  return kept.css;
}

/** The package's icons that a source names, in one file. */
function icons() {
  const named = new Set(rust.match(/\bit-[a-z0-9-]+/g) ?? []);
  const sprite = readFileSync(join(italia, 'svg/sprites.svg'), 'utf8');
  const symbols = [...sprite.matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g)];
  const known = new Set(symbols.map(([, id]) => id));
  const unknown = [...named].filter((id) => !known.has(id));
  if (unknown.length) console.error(`style: no such icon: ${unknown.join(', ')}`);
  const kept = symbols.filter(([, id]) => named.has(id)).map(([text]) => text);
  return `<svg xmlns="http://www.w3.org/2000/svg">${kept.join('')}</svg>`;
}

mkdirSync(join(out, 'fonts'), { recursive: true });
writeFileSync(join(out, 'tavolo.css'), await css());
writeFileSync(join(out, 'icons.svg'), icons());
for (const weight of ['regular', '600', '700']) {
  cpSync(
    join(italia, `fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${weight}.woff2`),
    join(out, `fonts/titillium-web-${weight}.woff2`),
  );
}
