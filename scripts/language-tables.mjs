/**
 * Writes src/languages/tables.ts: for each export that a language file can have, the table of all languages that have it.
 *
 * One table a concern, so that a bundler drops what an importer does not use: who cuts sentences does not carry number words.
 * `--check` writes nothing and exits with 1 where the file is out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { URL } from 'node:url';

const folder = new URL('../src/languages/', import.meta.url);
const target = new URL('tables.ts', folder);
const files = readdirSync(folder)
  .filter((file) => /^[a-z]{2,3}\.ts$/.test(file))
  .sort();

/** Export name → its type, and the languages that have it. */
const concerns = new Map();
for (const file of files) {
  const text = readFileSync(new URL(file, folder), 'utf8');
  for (const [, name, type] of text.matchAll(/^export const (\w+)(?:: (\w+))? = /gm)) {
    const concern = concerns.get(name) ?? { type: type ?? 'string', languages: [] };
    concern.languages.push(file.slice(0, -3));
    concerns.set(name, concern);
  }
}

const types = [...concerns.values()].map(({ type }) => type).filter((type) => type !== 'string');
const lines = [
  '/** Written by scripts/language-tables.mjs out of the files of this folder; do not edit. */',
  ...files.map((file) => `import * as ${file.slice(0, -3)}Words from './${file}';`),
  `import type { ${[...new Set(types)].sort().join(', ')} } from './language.ts';`,
];
for (const [name, { type, languages }] of [...concerns].sort(([one], [other]) => (one < other ? -1 : 1))) {
  lines.push('', `export const ${name.toUpperCase()}: Readonly<Record<string, ${type}>> = {`);
  lines.push(...languages.map((language) => `  ${language}: ${language}Words.${name},`), '};');
}
const text = `${lines.join('\n')}\n`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/languages/tables.ts is out of date: run npm run languages');
  process.exit(1);
}
