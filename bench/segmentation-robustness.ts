/**
 * What line breaks and mixed languages do to the cut, on articles of FLORES.
 *
 * - wrapped: an article in one paragraph, wrapped at 45 to 100 columns (Chinese and Japanese at half of that), should be cut as the unwrapped one is: precision and recall of boundaries against that cut
 * - lines: one gold sentence a line; how many of the line ends are not found
 * - mixed: eight sentences each of two languages, for all pairs; how often two parts come out that meet exactly at the line between them
 * - whole: articles of one language; how many fall apart
 *
 * Run: `node bench/run.mjs bench/segmentation-robustness.ts`
 * (development data from PALIMPSEST_EVAL, default `../shared/eval-dev`; results in `bench/record/segmentation-robustness.json`).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cutMixedDocument } from '../src/text/split-by-language.ts';
import { splitSentences } from '../src/text/split-sentences.ts';

const folder = `${process.env.PALIMPSEST_EVAL ?? '../shared/eval-dev'}/flores-devtest`;
const WIDTHS = [45, 60, 72, 80, 100];
const FAMILIES: Readonly<Record<string, string>> = { 'zh-Hant': 'zh', ms: 'id' };
const languages = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));
const names = readFileSync(`${folder}/documents.tsv`, 'utf8').trim().split('\n');
const articles = new Map(languages.map((language) => [language, readArticles(language)]));

function readArticles(language: string): string[][] {
  const lines = readFileSync(`${folder}/${language}.txt`, 'utf8').split('\n');
  const byName = new Map<string, string[]>();
  names.forEach((name, index) => {
    byName.set(name, [...(byName.get(name) ?? []), lines[index]!.trim()]);
  });
  return [...byName.values()];
}

function boundaries(sentences: readonly string[]): Set<number> {
  let seen = 0;
  const ends = sentences.map((sentence) => {
    seen += sentence.replace(/\s+/gu, '').length;
    return seen;
  });
  return new Set(ends.slice(0, -1));
}

function cut(text: string, language: string): Set<number> {
  return boundaries(splitSentences(text, { language }).map((sentence) => sentence.text));
}

function wrap(text: string, width: number, language: string): string {
  if (/^(zh|ja)/.test(language)) return (text.match(new RegExp(`[^]{1,${Math.round(width / 2)}}`, 'g')) ?? []).join('\n');
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

function measure(language: string) {
  const joiner = /^(zh|ja)/.test(language) ? '' : ' ';
  let same = 0;
  let plainCount = 0;
  let wrappedCount = 0;
  let linesMissed = 0;
  let lines = 0;
  let fallsApart = 0;
  for (const sentences of articles.get(language)!) {
    const text = sentences.join(joiner).replace(/\s+/gu, ' ');
    const plain = cut(text, language);
    for (const width of WIDTHS) {
      const wrapped = cut(wrap(text, width, language), language);
      plainCount += plain.size;
      wrappedCount += wrapped.size;
      for (const at of plain) if (wrapped.has(at)) same++;
    }
    const byLine = cut(sentences.join('\n'), language);
    const gold = boundaries(sentences);
    lines += gold.size;
    for (const at of gold) if (!byLine.has(at)) linesMissed++;
    if (cutMixedDocument(sentences.join('\n')).length !== 1) fallsApart++;
  }
  return { wrappedPrecision: round(same / wrappedCount), wrappedRecall: round(same / plainCount), linesMissed, lines, fallsApart };
}

function measureMixed(): { exact: number; count: number } {
  const result = { exact: 0, count: 0 };
  for (const first of languages) {
    for (const second of languages) {
      const [family, other] = [FAMILIES[first] ?? first, FAMILIES[second] ?? second];
      if (family === other) continue;
      for (const from of [0, 200, 400, 600, 800]) {
        const head = articles
          .get(first)!
          .flat()
          .slice(from, from + 8)
          .join('\n');
        const tail = articles
          .get(second)!
          .flat()
          .slice(from, from + 8)
          .join('\n');
        const parts = cutMixedDocument(`${head}\n${tail}`);
        const fits =
          parts.length === 2 &&
          parts[0]!.language === family &&
          parts[1]!.language === other &&
          parts.every((part) => part.runs.length === 1);
        result.count++;
        if (fits && parts[1]!.runs[0]!.start === head.length + 1) result.exact++;
      }
    }
  }
  return result;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const byLanguage = Object.fromEntries(languages.map((language) => [language, measure(language)]));
const mixed = measureMixed();
for (const [language, row] of Object.entries(byLanguage)) console.log(language.padEnd(8), JSON.stringify(row));
console.log('mixed', JSON.stringify(mixed));
mkdirSync('bench/record', { recursive: true });
writeFileSync('bench/record/segmentation-robustness.json', `${JSON.stringify({ node: process.version, byLanguage, mixed }, null, 2)}\n`);
