import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { languageTables } from '../../scripts/language-tables.mjs';
import type * as tables from '../../src/languages/tables.ts';
import { detectLanguage } from '../../src/text/detect-language.ts';
import { markFurniture } from '../../src/text/mark-furniture.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';

/** Every table with one more language, as scripts/language-tables.mjs would write it had the file been in the folder. */
vi.mock('../../src/languages/tables.ts', async (load) => {
  const words: Readonly<Record<string, unknown>> = await import('./quenya.ts');
  return Object.fromEntries(
    Object.entries(await load<typeof tables>()).map(([table, languages]) => {
      const own = words[table.toLowerCase()];
      return [table, own === undefined ? languages : { ...languages, qya: own }];
    }),
  );
});

test('the tables are those of the language files', () => {
  expect(readFileSync('src/languages/tables.ts', 'utf8')).toBe(languageTables());
});

test('a language is added by one file', async () => {
  const { languageName } = await import('../../src/languages/languages.ts');
  expect(languageName('qya-Latn')).toBe('Quenya');
  const text = 'Elen síla lúmenna omentielvo ar mára cundu. Nórë hér. Elendil túla ar heryëa ná. Ahtaina';
  const sentences = splitSentences(text, { language: 'qya' });
  expect(sentences.map((sentence) => sentence.text)).toEqual([
    'Elen síla lúmenna omentielvo ar mára cundu.',
    'Nórë hér. Elendil túla ar heryëa ná.',
    'Ahtaina',
  ]);
  expect(splitSentences(text)).toHaveLength(4);
  expect(detectLanguage(text.slice(0, 80)).language).toBe('qya');
  const page = `${text.slice(0, 43)}\n\nAhtaina`;
  expect(markFurniture(splitSentences(page), page)).toEqual([false, true]);
});
