/**
 * Builds src/findings/lexicon/lexicon-table.ts and lexicon-table-europe.ts from what `join-words.ts` wrote and the dictionaries:
 *
 *   node --max-old-space-size=8000 bench/run.mjs training/findings/build-lexicon.ts
 *
 * How far a word can be relied on is measured across the halves: lists of one half (with the dictionaries) are tried on the sentences of the other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { zlibSync } from 'fflate';
import { ENDING, FIRST_SIGN } from '../../src/findings/lexicon/lexicon.ts';
import { wordKey } from '../../src/findings/lexicon/word-key.ts';
import { indexRanks, type Meaning, supportersOf } from '../../src/findings/lexicon/word-support.ts';
import { costOf, cutHanBy, cutWords, dictionary, sentencePairs } from './corpus.ts';
import { DICTIONARIES, halfOf, type JoinedWords } from './join-words.ts';

/** Words kept of each language, and most English words in a list. */
const SIZES: Readonly<Record<string, readonly [words: number, list: number]>> = {
  id: [16_000, 16],
  zh: [20_000, 16],
  es: [9000, 8],
  fr: [9000, 8],
  de: [9000, 8],
  ru: [9000, 8],
  el: [9000, 8],
  pt: [9000, 8],
};
const ENGLISH_WORDS = 16_000;
const LANGUAGES = (process.env.LANGUAGES ?? Object.keys(SIZES).join(' ')).split(' ');
/** Words that say nothing of their own, or nothing that a free hand could not vary: they are never relied on. Cut to keys below. */
const FUNCTION_WORDS = new Set(
  (
    'the a an of to in for on at by with and or be is are was were been being am as it its that this these those s sb sth one from into not do does did done ' +
    'have has had having will would shall should can could may might must if then than so such very just only also too even still yet no nor but because while ' +
    'when where who whom whose which what how why i me my mine we us our ours you your yours he him his she her hers they them their theirs itself himself ' +
    'themselves there here about above after again against all any around before below between both down during each few further more most much many other ' +
    'another off once out over own same some through under until up upon onto within without per via like get got getting make made making take took taken go ' +
    'goes going went gone come came coming put let give gave given say said says saying tell told use used using well way ways thing things something anything ' +
    'every either neither however therefore thus although though since whether among along across toward towards according able new first last next ' +
    // what reports vary as they like, and what the rules for dates and numbers read
    'state stated states stating add added adds adding note noted notes share shared show shown shows showed report reported reports announce announced ask ' +
    'asked tell word words talk spoke speak speaks day days hour hours week weeks month months year years today now currently time times two three four five ' +
    'six seven eight nine ten hundred thousand million second third monday tuesday wednesday thursday friday saturday sunday january february march april june ' +
    'july august september october november december'
  )
    .split(' ')
    .map((word) => wordKey(word, 'en')),
);

interface Counted {
  readonly key: string;
  readonly count: number;
  /** English key → how often joined, per half; dictionaries count in both. */
  readonly lists: readonly [Map<string, number>, Map<string, number>];
  listed: Set<string>;
}

function read(language: string): { words: Map<string, Counted>; english: Map<string, number>; han: readonly [string, number][] | null } {
  const data = JSON.parse(readFileSync(`training/work/findings/${language}.json`, 'utf8')) as JoinedWords;
  const english = new Map<string, number>();
  const keys = data.english.map(([word, count]) => {
    const key = wordKey(word, 'en');
    english.set(key, (english.get(key) ?? 0) + count);
    return key;
  });
  const all = data.foreign.map(([key, count]): Counted => ({ key, count, lists: [new Map(), new Map()], listed: new Set() }));
  data.joined.forEach((list, half) => {
    for (const [foreign, other, count] of list) {
      const into = all[foreign]!.lists[half]!;
      into.set(keys[other]!, (into.get(keys[other]!) ?? 0) + count);
    }
  });
  const words = new Map(all.map((word) => [word.key, word]));
  const cutEnglish = cutWords('en');
  for (const [foreign, translation] of dictionary(language, DICTIONARIES)) {
    const lower = foreign.toLowerCase();
    const word = words.get(language === 'zh' ? lower : wordKey(lower, language));
    const parts = cutEnglish(translation);
    if (!word || parts.length > 3) continue;
    for (const part of parts) if (!FUNCTION_WORDS.has(part) && part.length > 1) word.listed.add(part);
  }
  return { words, english, han: data.han };
}

/** The English words that may stand for a word, by the counts of one half or of both, best first. */
function listOf(word: Counted, halves: readonly (0 | 1)[], english: ReadonlyMap<string, number>, most: number): string[] {
  const counts = new Map<string, number>();
  for (const half of halves) for (const [key, count] of word.lists[half]) counts.set(key, (counts.get(key) ?? 0) + count);
  const uses = (word.count * halves.length) / 2;
  const scored: [string, number][] = [];
  for (const [key, count] of counts) {
    const theirs = ((english.get(key) ?? 0) * halves.length) / 2;
    const share = count / (uses + 1);
    const back = count / (theirs + 1);
    const listed = word.listed.has(key);
    if (listed || (count >= 1.3 && (share >= 0.01 || back >= 0.04) && back >= 0.0005))
      scored.push([key, share + back * 0.3 + (listed ? 0.05 : 0)]);
  }
  for (const key of word.listed) if (!counts.has(key) && english.has(key)) scored.push([key, 0.02 / Math.log2(4 + english.get(key)!)]);
  return scored
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key);
}

const data = new Map(LANGUAGES.map((language) => [language, read(language)]));
const totals = new Map<string, number>();
for (const [language, { english }] of data)
  for (const [key, count] of english) totals.set(key, (totals.get(key) ?? 0) + count / (language === 'id' || language === 'zh' ? 1 : 4));
const englishWords = [...totals]
  .filter(([key]) => /^[a-zà-ÿ]+$/.test(key))
  .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
  .slice(0, ENGLISH_WORDS)
  .map(([key]) => key);
const ranks = new Map(englishWords.map((key, rank) => [key, rank]));
const ranked = (keys: readonly string[]): number[] => keys.flatMap((key) => ranks.get(key) ?? []).sort((one, other) => one - other);

/** In how many uses a word was supported, out of how many. */
type Tally = Map<string, [supported: number, uses: number]>;

function tally(into: Tally, key: string, supported: boolean): void {
  const entry = into.get(key) ?? [0, 0];
  entry[0] += Number(supported);
  entry[1]++;
  into.set(key, entry);
}

function watch(language: string): { foreign: Tally; english: Tally } {
  const { words, english, han } = data.get(language)!;
  const most = SIZES[language]![1];
  const lists = ([0, 1] as const).map(
    (half) => new Map([...words].map(([key, word]): [string, Meaning] => [key, { english: ranked(listOf(word, [half], english, most)) }])),
  );
  const cut = han ? cutHanBy(new Map(han)) : cutWords(language);
  const cutEnglish = cutWords('en');
  const result = { foreign: new Map() as Tally, english: new Map() as Tally };
  sentencePairs(language).forEach(([foreign, translation], at) => {
    const ours = cut(foreign);
    const theirs = cutEnglish(translation);
    const known = lists[1 - halfOf(at)]!;
    const meanings = ours.map((key) => known.get(key));
    const others = theirs.map((key): Meaning | undefined => (ranks.has(key) ? { own: ranks.get(key)!, english: [] } : undefined));
    const said = indexRanks(others);
    ours.forEach((key, index) => {
      if (meanings[index]) tally(result.foreign, key, supportersOf(meanings[index], said, true).length > 0);
    });
    const named = indexRanks(meanings);
    theirs.forEach((key, index) => {
      if (others[index]) tally(result.english, key, supportersOf(others[index], named, true).length > 0);
    });
  });
  return result;
}

/** Twice the logarithm of how seldom a word goes unsupported; few uses are not believed. */
function relianceOf(entry: readonly [number, number] | undefined): number {
  const [supported, uses] = entry ?? [0, 0];
  return Math.min(15, Math.max(0, Math.floor(-2 * Math.log2(1 - (supported + 1) / (uses + 2.5)))));
}

const watched = new Map(LANGUAGES.map((language) => [language, watch(language)]));
const tables: Record<string, string> = {};

/** Whether a foreign word mostly stands for function words. */
function isFunctionWord(word: Counted): boolean {
  const all = [...totalOf(word)];
  const sum = all.reduce((total, [, count]) => total + count, 0);
  return all.reduce((total, [key, count]) => total + (FUNCTION_WORDS.has(key) ? count : 0), 0) > sum * 0.45;
}

for (const [language, { words, english, han }] of data) {
  const [size, most] = SIZES[language]!;
  const hanCounts = new Map(han ?? []);
  const total = [...hanCounts.values()].reduce((sum, count) => sum + count, 0);
  const kept = [...words.values()]
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
    .slice(0, size)
    .filter(({ key }) => !/[a-z]/.test(key) || language !== 'zh');
  if (han)
    kept.push(
      ...[...hanCounts]
        .filter(([key, count]) => count >= 8 && !words.has(key))
        .map(([key, count]): Counted => ({ key, count, lists: [new Map(), new Map()], listed: new Set() })),
    );
  tables[language] = pack(
    kept
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map((word) => [
        word.key,
        [isFunctionWord(word) ? 0 : relianceOf(watched.get(language)!.foreign.get(word.key))],
        han ? Math.min(60, Math.round(3 * costOf(hanCounts.get(word.key) ?? 1, total))) : 0,
        ranked(listOf(word, [0, 1], english, most)),
      ]),
  );
}
tables.en = pack(
  englishWords.map((key, rank) => {
    const others: [number, number] = [0, 0];
    for (const [language, { english }] of watched) {
      if (language === 'id' || language === 'zh' || !english.has(key)) continue;
      others[0] += english.get(key)![0];
      others[1] += english.get(key)![1];
    }
    const isFunction = FUNCTION_WORDS.has(key);
    const reliance = [
      relianceOf(watched.get('id')?.english.get(key)),
      relianceOf(watched.get('zh')?.english.get(key)),
      relianceOf(others),
    ].map((one) => (isFunction ? 0 : one));
    return [key, reliance, 0, [...new Set([rank, ...paraphrases(key)])].sort((one, other) => one - other)];
  }),
);

/** English words that share foreign words with one: there and back by how often they were joined. */
function paraphrases(_key: string): number[] {
  const scores = new Map<string, number>();
  for (const { words, back, english } of pivots()) {
    for (const foreign of back.get(_key) ?? []) {
      const word = words.get(foreign)!;
      const there = countOf(word, _key) / (1 + (english.get(_key) ?? 0));
      const all = [...totalOf(word)];
      for (const [key, count] of all) if (key !== _key) scores.set(key, (scores.get(key) ?? 0) + (there * count) / (word.count + 1));
    }
  }
  return [...scores]
    .filter(([key, score]) => score >= 0.02 && ranks.has(key) && !FUNCTION_WORDS.has(key))
    .sort((one, other) => other[1] - one[1])
    .slice(0, 8)
    .map(([key]) => ranks.get(key)!);
}

function countOf(word: Counted, key: string): number {
  return (word.lists[0].get(key) ?? 0) + (word.lists[1].get(key) ?? 0);
}

function totalOf(word: Counted): Map<string, number> {
  const sum = new Map(word.lists[0]);
  for (const [key, count] of word.lists[1]) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

let made: { words: Map<string, Counted>; english: Map<string, number>; back: Map<string, string[]> }[] | undefined;
function pivots(): NonNullable<typeof made> {
  made ??= [...data.values()].map(({ words, english }) => {
    const back = new Map<string, string[]>();
    for (const word of words.values()) {
      for (const [key, count] of totalOf(word)) {
        if (count < 2) continue;
        const list = back.get(key);
        if (list) list.push(word.key);
        else back.set(key, [word.key]);
      }
    }
    return { words, english, back };
  });
  return made;
}

function pack(words: readonly (readonly [key: string, reliance: readonly number[], cost: number, list: readonly number[]])[]): string {
  let before = '';
  const lines = words.map(([key, reliance, cost, list]) => {
    let shared = 0;
    while (shared < Math.min(40, before.length) && before[shared] === key[shared]) shared++;
    before = key;
    let last = -1;
    const steps = list.map((rank) => {
      const step = rank - last - 1;
      last = rank;
      return number(step);
    });
    return `${sign(shared)}${key.slice(shared)} ${reliance.map(sign).join('')}${sign(cost)}${steps.join('')}`;
  });
  return Buffer.from(zlibSync(new TextEncoder().encode(lines.join('\n')), { level: 9 })).toString('base64');
}

function sign(digit: number): string {
  return String.fromCharCode(FIRST_SIGN + digit);
}

function number(value: number): string {
  const digits = [sign(value % ENDING)];
  for (let rest = Math.floor(value / ENDING); rest > 0; rest = Math.floor(rest / ENDING)) digits.unshift(sign(ENDING + (rest % ENDING)));
  return digits.join('');
}

/** Two files, since editors and linters give up on larger ones. */
const FILES = { 'lexicon-table': ['id', 'zh', 'en'], 'lexicon-table-europe': ['es', 'fr', 'de', 'ru', 'el', 'pt'] } as const;
for (const [file, languages] of Object.entries(FILES)) {
  const name = file === 'lexicon-table' ? 'lexiconTable' : 'lexiconTableEurope';
  const lines = languages.filter((language) => tables[language]).map((language) => `  ${language}: '${tables[language]}',`);
  writeFileSync(
    `src/findings/lexicon/${file}.ts`,
    `/**\n * Words with the English words that may stand for them. Generated by training/findings/build-lexicon.ts from counts over parallel sentences (sources as in the\n * model card) and Open Multilingual Wordnet, Wiktionary (CC BY-SA) and CC-CEDICT (CC BY-SA 4.0): do not edit. Read by lexicon.ts.\n */\nexport const ${name}: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
  );
}
for (const [language, packed] of Object.entries(tables)) console.log(language, packed.length);
