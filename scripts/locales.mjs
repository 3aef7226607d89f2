// Every key exists in each language, with the same variables, and is used. Usage: node scripts/locales.mjs FOLDER SOURCES
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PLURAL = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/;

/** The name without its plural form; a name that only looks like one (`act_other`) stays whole. */
function singular(name, siblings) {
  const stem = name.replace(PLURAL, '');
  return siblings.has(`${stem}_one`) && siblings.has(`${stem}_other`) ? stem : name;
}
const [folder, sources] = process.argv.slice(2);

/** The keys of a file with the variables each of them uses; plural forms of a key count as one. */
function keys(value, prefix, found) {
  const siblings = new Set(Object.keys(value));
  for (const [name, inner] of Object.entries(value)) {
    const key = `${prefix}${prefix ? '.' : ''}${singular(name, siblings)}`;
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) keys(inner, key, found);
    else {
      const variables = JSON.stringify(inner).match(/\{\{\s*\w+|<\/?\w+/g) ?? [];
      const clean = variables.map((text) => text.replace(/[{<\s/]/g, '')).filter((text) => text !== 'count');
      found.set(key, new Set([...(found.get(key) ?? []), ...clean]));
    }
  }
  return found;
}

function language(path) {
  const found = new Map();
  if (statSync(path).isDirectory()) {
    for (const file of readdirSync(path, { recursive: true }).filter((name) => String(name).endsWith('.json')))
      keys(JSON.parse(readFileSync(join(path, String(file)), 'utf8')), String(file).replace('.json', ''), found);
  } else keys(JSON.parse(readFileSync(path, 'utf8')), '', found);
  return found;
}

const names = readdirSync(folder).filter((name) => name.endsWith('.json') || statSync(join(folder, name)).isDirectory());
const all = names.map((name) => [name, language(join(folder, name))]);
const [[, first]] = all;
const faults = [];
for (const [name, found] of all.slice(1)) {
  for (const key of first.keys()) if (!found.has(key)) faults.push(`${name}: missing ${key}`);
  for (const [key, variables] of found) {
    const expected = first.get(key);
    if (!expected) faults.push(`${all[0][0]}: missing ${key}`);
    else if ([...expected].sort().join() !== [...variables].sort().join())
      faults.push(`${name}: ${key} uses {${[...variables]}}, ${all[0][0]} uses {${[...expected]}}`);
  }
}
// A key is written after its namespace, or alone where a macro puts the namespace before it.
const rust = readdirSync(sources, { recursive: true }).filter((name) => String(name).endsWith('.rs'));
const code = rust.map((name) => readFileSync(join(sources, String(name)), 'utf8')).join('\n');
const words = new Set(code.match(/\w+(?:\.\w+)*/g));
for (const key of first.keys()) {
  const [namespace, name] = key.split('.');
  const byMacro = code.includes(`${namespace}.$`) && words.has(name);
  if (!words.has(key) && !byMacro) faults.push(`nobody uses ${key}`);
}
console.log(`${names.length} languages, ${first.size} keys`);
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
