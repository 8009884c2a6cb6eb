/**
 * Writes src/languages/tables.ts: for each export that a language file can have, the table of all languages that have it.
 *
 * One table a concern, so that a bundler drops what an importer does not use: who cuts sentences does not carry number words.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../src/languages/', import.meta.url);

/** The text that src/languages/tables.ts should have. */
export function languageTables() {
  const languages = readdirSync(folder)
    .filter((file) => /^[a-z]{2,3}\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
  /** Export name → its type, and the languages that have it. */
  const concerns = new Map();
  for (const language of languages) {
    const text = readFileSync(new URL(`${language}.ts`, folder), 'utf8');
    for (const [, name, type = 'string'] of text.matchAll(/^export const (\w+)(?:: (\w+))? = /gm)) {
      const concern = concerns.get(name) ?? { type, languages: [] };
      concern.languages.push(language);
      concerns.set(name, concern);
    }
  }
  const types = [...new Set([...concerns.values()].map(({ type }) => type))].filter((type) => type !== 'string').sort();
  const imports = languages.map((language) => `import * as ${language}Words from './${language}.ts';`);
  imports.splice(
    languages.findIndex((language) => language > 'language'),
    0,
    `import type {\n${types.map((type) => `  ${type},\n`).join('')}} from './language.ts';`,
  );
  const lines = ['/** Written by scripts/language-tables.mjs out of the files of this folder; do not edit. */', ...imports];
  for (const [name, concern] of [...concerns].sort(([one], [other]) => (one < other ? -1 : 1))) {
    lines.push('', `export const ${name.toUpperCase()}: Readonly<Record<string, ${concern.type}>> = {`);
    lines.push(...concern.languages.map((language) => `  ${language}: ${language}Words.${name},`), '};');
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('tables.ts', folder), languageTables());
