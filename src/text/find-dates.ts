/** Days, months and relative dates of a text. One pass over its words, or one search per pattern in scripts without spaces. */
import type { DateWords } from '../languages/language.ts';
import { DATES, lazyOf } from '../languages/languages.ts';
import type { NumberMention } from './numbers/number-mention.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Word extends Stretch {
  readonly text: string;
}

/** A text with its words and numbers. */
interface DatedText {
  readonly text: string;
  /** The text in lower case, of the same length. */
  readonly lower: string;
  /** The language without region and script. */
  readonly base: string;
  readonly words: readonly Word[];
  readonly numbers: readonly NumberMention[];
}

/** A date word and its position: `weekday` 0 (Monday) to 6, `month` 1 to 12 (more where a text says so in figures), `day` relative to today, `week`, `month-span`, `year` relative to this one. */
export interface DateMention extends Stretch {
  readonly kind: 'weekday' | 'month' | 'day' | 'week-span' | 'month-span' | 'year-span';
  readonly value: number;
}

interface Entry {
  readonly kind: DateMention['kind'];
  readonly value: number;
  readonly careful: boolean;
}

interface Table {
  readonly whole: ReadonlyMap<string, Entry>;
  readonly stems: readonly (Entry & { readonly stem: string; readonly suffix: boolean })[];
  readonly phrases: readonly { words: readonly string[]; kind: DateMention['kind']; value: number }[];
  /** First words of the phrases. */
  readonly heads: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** The dates of one side of a bead, in order. */
export function findDates(side: DatedText): DateMention[] {
  const found: DateMention[] = [];
  const base = side.base === 'yue' ? 'zh' : side.base;
  const table = tableOf(base);
  if (table) inWords(side, table, found);
  const signs = signsOf(base);
  if (signs) {
    for (const match of side.text.matchAll(signs.weekdays)) {
      const sign = match[1] ?? match[2] ?? '';
      const value = signs.days.findIndex((all) => all.includes(sign));
      if (value >= 0 && !/[每一两兩几]$/.test(side.text.slice(Math.max(0, match.index - 1), match.index))) {
        found.push({ start: match.index, end: match.index + match[0].length, kind: 'weekday', value });
      }
    }
    for (const { text, kind, value } of signs.phrases) {
      for (let at = side.text.indexOf(text); at >= 0; at = side.text.indexOf(text, at + text.length))
        found.push({ start: at, end: at + text.length, kind, value });
    }
    if (base !== 'th') numberedMonths(side, base, found);
  }
  return found.sort((one, other) => one.start - other.start);
}

interface Signs {
  readonly weekdays: RegExp;
  /** The sign of each weekday in a match, Monday first. */
  readonly days: readonly string[];
  readonly phrases: readonly { text: string; kind: DateMention['kind']; value: number }[];
}

/** The patterns of a language whose words are found anywhere in the text. */
const signsOf = lazyOf(DATES, (words): Signs | undefined => {
  if (!words.characters || !words.weekdayPattern) return undefined;
  const months = words.months ?? [];
  return {
    weekdays: words.weekdayPattern,
    days: words.weekdaySigns ?? [],
    phrases: [
      ...phrasesOf(words).map(({ words, kind, value }) => ({ text: words.join(' '), kind, value })),
      ...months.flatMap((spellings, index) => spellings.map((text) => ({ text, kind: 'month' as const, value: index + 1 }))),
    ],
  };
});

/** Largest number read as a month. Numbers above 12 are typing errors, but still name no other month. */
const LAST_MONTH = 999;

/** Months that are numbers: `3月`, `三月`, `3월`, `tháng 3`. */
function numberedMonths(side: DatedText, base: string, found: DateMention[]): void {
  for (const number of side.numbers) {
    const value = Number(number.readings[0]);
    if (!(Number.isInteger(value) && value >= 1 && value <= LAST_MONTH)) continue;
    const after = side.text.slice(number.end, number.end + 3);
    const before = side.text.slice(Math.max(0, number.start - 6), number.start);
    const month =
      base === 'vi' ? /tháng\s$/iu.test(before) : /^\s?[月월](?![\u4e00-\u9fff]?[之以])/u.test(after) && !/[个個]$/.test(before);
    if (month)
      found.push({ start: number.start, end: number.end + (base === 'vi' ? 0 : after.search(/[月월]/u) + 1), kind: 'month', value });
  }
}

function inWords(side: DatedText, table: Table, found: DateMention[]): void {
  const words = side.words;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const phrase = table.heads.has(word.text)
      ? table.phrases.find((one) => one.words.every((text, offset) => words[at + offset]?.text === text))
      : undefined;
    if (phrase) {
      const last = words[at + phrase.words.length - 1]!;
      found.push({ start: word.start, end: last.end, kind: phrase.kind, value: phrase.value });
      at += phrase.words.length - 1;
      continue;
    }
    const joined = words[at + 1] && side.text[word.end] === '-' ? `${word.text}-${words[at + 1]!.text}` : undefined;
    const entry =
      (joined !== undefined ? table.whole.get(joined) : undefined) ??
      table.whole.get(word.text.replace(/'s$/, '')) ??
      byStem(word.text, table);
    if (!entry) continue;
    if (word.text.length <= 4 && entry.kind === 'month' && isAbbreviation(word.text) && !nearDigit(side.text, word)) continue;
    if (entry.careful && !isDate(side, words, at, table)) continue;
    found.push({ start: word.start, end: word.end, kind: entry.kind, value: entry.value });
  }
}

/** The first stem that fits. */
function byStem(word: string, table: Table): Entry | undefined {
  return table.stems.find(({ stem, suffix }) =>
    suffix ? word.endsWith(stem) && word.length <= stem.length + 3 : word.startsWith(stem) && word.length <= stem.length + 5,
  );
}

const ABBREVIATIONS = new Set([
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
  'okt',
  'des',
  'agu',
  'ags',
  'dis',
  'mac',
]);

function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word);
}

function nearDigit(text: string, word: Stretch): boolean {
  return /\d\s?$/.test(text.slice(Math.max(0, word.start - 2), word.start)) || /^[.,]?\s?\d/.test(text.slice(word.end, word.end + 3));
}

/** Whether an ambiguous word is a date here: next to a digit, or capitalised after a word that introduces dates. */
function isDate(side: DatedText, words: readonly Word[], at: number, table: Table): boolean {
  const word = words[at]!;
  if (nearDigit(side.text, word)) return true;
  const before = words[at - 1]?.text;
  const capital = side.text[word.start] !== side.lower[word.start];
  if (table.before.size > 0) {
    if (before === undefined || !table.before.has(before)) return false;
    return capital || side.base === 'ar' || side.base === 'fr' || side.base === 'id';
  }
  return capital && at > 0;
}

/** The table of a language whose date words are found word by word. */
const tableOf = lazyOf(DATES, (words): Table | undefined => {
  if (words.characters) return undefined;
  const whole = new Map<string, Entry>();
  const stems: (Entry & { stem: string; suffix: boolean })[] = [];
  const careful = new Set(words.careful);
  const add = (list: DateWords['weekdays'], kind: DateMention['kind'], from: number): void => {
    list?.forEach((spellings, index) => {
      for (const word of spellings) {
        const mention = { kind, value: index + from, careful: careful.has(word) };
        if (word.endsWith('*')) stems.push({ stem: word.slice(0, -1), suffix: false, ...mention });
        else if (word.startsWith('*')) stems.push({ stem: word.slice(1), suffix: true, ...mention });
        else whole.set(word, mention);
      }
    });
  };
  add(words.weekdays, 'weekday', 0);
  add(words.months, 'month', 1);
  const phrases = phrasesOf(words);
  return { whole, stems, phrases, heads: new Set(phrases.map((phrase) => phrase.words[0]!)), before: new Set(words.before) };
});

/** Relative dates, as lists of words. */
function phrasesOf({ relative = {}, spans = {} }: DateWords): { words: string[]; kind: DateMention['kind']; value: number }[] {
  return [
    ...Object.entries(relative).map(([phrase, value]) => ({ words: phrase.split(' '), kind: 'day' as const, value })),
    ...Object.entries(spans).map(([phrase, [unit, value]]) => ({ words: phrase.split(' '), kind: `${unit}-span` as const, value })),
  ];
}
