/**
 * Builds src/names/tables/common-words-table.ts: the most frequent words of each language that are no names, so that
 * a capital at the start of a sentence or in a headline is not taken for one.
 *
 *   node training/names/build-common-words.mjs [--train ../shared/corpora/train]
 *
 * Counted in general text only (encyclopedia, news, everyday sentences, essays; licences in the model card). A word
 * counts when it stands in lower case at least as often as with a capital inside sentences; German nouns, always
 * capitalised, count when they are not name words. A frequency list, no sentence is kept.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const flag = process.argv.indexOf('--train');
const train = resolve(root, flag > 0 ? process.argv[flag + 1] : '../shared/corpora/train');
const sources = [
  'tatoeba-manythings',
  'tatoeba-opus-testsets',
  'tico19',
  'xquad',
  'ud-pud',
  'un-sdg',
  'opensource-guide',
  'omw-glosses',
  'nusax',
  'talpco',
  'wikipedia-android',
  'bitcoin-org',
  'unciv',
  'ethereum-org',
  'ms-iot-beginners',
];
const languages = {
  de: 2500,
  el: 1200,
  es: 1500,
  fr: 1500,
  id: 2500,
  it: 1500,
  ms: 1200,
  nl: 1500,
  pl: 1500,
  pt: 1500,
  ru: 1500,
  tr: 1500,
  uk: 1300,
  vi: 700,
  en: 4500,
};

function lines(language, source) {
  const file = `${train}/${language}-en/${source}.tsv.xz`;
  return existsSync(file)
    ? execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 29, encoding: 'utf8' })
        .split('\n')
        .slice(0, 40_000)
    : [];
}

const readings = Object.fromEntries(Object.keys(languages).map((language) => [language, { small: new Map(), large: new Map() }]));
function count(reading, sentence) {
  let first = true;
  for (const [word] of sentence.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}]+)?|[.!?:;"“(]/gu)) {
    if (!/^\p{L}/u.test(word)) {
      first = true;
      continue;
    }
    const key = word.toLowerCase();
    if (word === key) reading.small.set(key, (reading.small.get(key) ?? 0) + 1);
    else if (!first) reading.large.set(key, (reading.large.get(key) ?? 0) + 1);
    first = false;
  }
}
for (const language of Object.keys(languages)) {
  if (language === 'en') continue;
  for (const source of sources) {
    for (const line of lines(language, source)) {
      const [foreign, english] = line.split('\t');
      if (!english) continue;
      count(readings[language], foreign);
      if (language === 'es' || language === 'id' || language === 'zh') count(readings.en, english);
    }
  }
}
for (const line of lines('zh', 'tico19').concat(lines('zh', 'xquad'), lines('zh', 'ud-pud'))) count(readings.en, line.split('\t')[1] ?? '');

/** How many letters are as in the word before (base 36), then the rest. */
function frontCode(words) {
  let before = '';
  return words
    .map((word) => {
      let same = 0;
      while (same < 35 && same < word.length && word[same] === before[same]) same++;
      before = word;
      return same.toString(36).toUpperCase() + word.slice(same);
    })
    .join('');
}

const names = new Set();
for (const language of ['zh', 'ru']) {
  for (const line of execFileSync('xz', ['-dc', resolve(train, `../lexicon/${language}-en/wikidata-name-tokens.tsv.xz`)], {
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  }).split('\n')) {
    const [, word, times] = line.split('\t');
    if (word && Number(times) >= 3) names.add(word);
  }
}

// first words of many people's full names are given names
const first = new Map();
for (const language of ['ko', 'he']) {
  const file = resolve(train, `../lexicon/${language}-en/wikidata-person-names.tsv.xz`);
  for (const line of execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 28, encoding: 'utf8' }).split('\n')) {
    const words = (line.split('\t')[1] ?? '').split(' ');
    if (words.length < 2 || !/^\p{Lu}\p{Ll}+$/u.test(words[0])) continue;
    const key = words[0].toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[a-z]{3,}$/.test(key)) first.set(key, (first.get(key) ?? 0) + 1);
  }
}
const givenNames = [...first]
  .filter(([, times]) => times >= 8)
  .map(([word]) => word)
  .sort();
console.log('given names', givenNames.length);

const table = {};
for (const [language, size] of Object.entries(languages)) {
  const { small, large } = readings[language];
  const total = new Map(small);
  if (language === 'de')
    for (const [word, times] of large) if (!names.has(word) && (large.get(word) ?? 0) > (small.get(word) ?? 0)) total.set(word, times);
  const ranked = [...total]
    .filter(([word, times]) => word.length > 1 && times >= 3 && (language === 'de' || times >= (large.get(word) ?? 0)))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size)
    .map(([word]) => word)
    .sort();
  table[language] = frontCode(ranked);
  console.log(language, ranked.length, 'words,', Buffer.byteLength(table[language]), 'bytes');
}
writeFileSync(
  resolve(root, 'src/names/tables/common-words-table.ts'),
  `/**
 * The most frequent words of each language that are no names. Generated by training/names/build-common-words.mjs from
 * word counts of the training corpora (sources and licences: model card): do not edit.
 *
 * Sorted and front-coded: a digit or capital (base 36) says how many letters are as in the word before, then come the rest.
 */
export const commonWordsTable: Readonly<Record<string, string>> = {
${Object.entries(table)
  .map(
    ([language, words]) =>
      `  ${language}:\n    ${JSON.stringify(words).replaceAll("'", "\\'").replace(/^"|"$/g, "'").replaceAll('\\"', '"')},`,
  )
  .join('\n')}
};

/** First words of many people's full names in Wikidata (CC0): given names. Coded alike, accents folded. */
export const givenNamesTable = '${frontCode(givenNames)}';
`,
);
