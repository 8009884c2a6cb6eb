/** Negations of a text: what surely negates, and whether anything hints at one. */
import type { BeadSide, Word } from './bead-side.ts';
import { HARMLESS_HINTS, QUIET_NEGATORS } from './harmless-hints.ts';
import { NEGATION_WORDS, type NegationWords, TRADITIONAL } from './negation-words.ts';
import type { Stretch } from './rule.ts';

/** A word that could stand for a negation; one that is negative by its form (un-, in-, -less) surely could. */
export interface Hint extends Stretch {
  readonly strong: boolean;
  /** Whether it says not by itself, wherever the other side says so: instead of, rather than. */
  readonly negates?: boolean;
}

/** What a text negates with. */
export interface Negations {
  /** Words that surely negate. */
  readonly sure: readonly Stretch[];
  /** Words that could stand for a negation. */
  readonly hints: readonly Hint[];
  /** Words for only that nothing negates, and phrases for not only, where the language has such a phrase. */
  readonly only: readonly Stretch[];
  readonly notOnly: readonly Stretch[];
  /** Those sure negators that stand before a word for only. */
  readonly beforeOnly: readonly Stretch[];
}

interface Table {
  readonly words: NegationWords;
  readonly sure: ReadonlySet<string>;
  readonly hint: Matcher;
  readonly quiet: readonly (readonly string[])[];
  /** Words with hints in them that are none, longest first. */
  readonly harmless: readonly string[];
  readonly sureStems: Matcher;
  /** First words, or characters, of the quiet phrases and of everything else. */
  readonly quietHeads: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  readonly only: ReadonlySet<string>;
  readonly notOnly: ReadonlySet<string>;
  /** What a word was found to be before. */
  readonly seen: Map<string, WordKind>;
}

type WordKind = 'sure' | 'hint' | 'strong' | 'none';

/** Looks a word up among whole words, beginnings (short ones only of longer words: un is no negation) and endings. */
interface Matcher {
  readonly whole: ReadonlySet<string>;
  readonly heads: readonly string[];
  readonly tails: readonly string[];
  /** A beginning and an ending: `in*able`. */
  readonly pairs: readonly (readonly [head: string, tail: string])[];
  /** Beginnings that do not count although a shorter one does: `under` for `un`, but not for `underre`. */
  readonly except: readonly string[];
  readonly phrases: readonly (readonly string[])[];
}

/** English words that a negator of another language translates to as a rule. */
const STRONG = new Set([
  'less',
  'least',
  'unable',
  'non',
  'absence',
  'absent',
  'lack',
  'lacking',
  'lacks',
  'lacked',
  'nor',
  'wrong',
  'instead',
  'rather',
  'prevent',
  'prevents',
  'prevented',
  'keeps',
  'halted',
  'poorly',
  'stop',
  'stops',
  'stopped',
  'except',
  'few',
  'little',
  'hardly',
  'barely',
  'rarely',
  'seldom',
]);

const tables = new Map<string, Table | undefined>();

/**
 * The negations of one side, `undefined` where the language is not known.
 *
 * @param partner - Base language of the other side: words that hardly ever stand for a negation there are no hints.
 */
export function findNegations(side: BeadSide, partner?: string): Negations | undefined {
  const table = tableOf(side.base === 'yue' ? 'zh' : side.base, partner);
  if (!table) return undefined;
  return table.words.characters ? inCharacters(side, table) : inWords(side, table);
}

function inWords(side: BeadSide, table: Table): Negations {
  const words = side.words;
  const sure: Stretch[] = [];
  const hints: Hint[] = [];
  const isAt = (at: number) => (phrase: readonly string[]) => phrase.every((text, offset) => words[at + offset]?.text === text);
  const only: Stretch[] = [];
  const beforeOnly: Stretch[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const quiet = table.quietHeads.has(word.text) ? table.quiet.find(isAt(at)) : undefined;
    if (quiet) {
      hints.push({ start: word.start, end: words[at + quiet.length - 1]!.end, strong: side.base !== 'en' });
      at += quiet.length - 1;
      continue;
    }
    let kind = kindOf(word.text, table, side.base);
    if (kind === 'none' && table.heads.has(word.text) && table.hint.phrases.some(isAt(at))) kind = 'strong';
    // Number 5 is written No. 5.
    if (kind === 'sure' && word.text === 'no' && /^\.?\s?\d/.test(side.text.slice(word.end, word.end + 3))) kind = 'none';
    const stretch = { start: word.start, end: word.end };
    if (kind === 'sure' && isTag(side, at)) continue;
    if (kind === 'sure' && !isUntil(words, at)) {
      sure.push(stretch);
      if (table.only.has(words[at + 1]?.text ?? '')) beforeOnly.push(stretch);
    } else if (kind !== 'none') {
      hints.push({ ...stretch, strong: kind === 'strong' && side.base === 'en', negates: side.base === 'en' && NEGATING.some(isAt(at)) });
    }
    if (table.only.has(word.text) && (sure.at(-1)?.end ?? -LONG) < word.start - LONG) only.push(word);
  }
  return { sure, hints, only, notOnly: [], beforeOnly };
}

/** English phrases that say not by themselves. */
const NEGATING = [
  ['instead', 'of'],
  ['rather', 'than'],
];

/** A negator so many units before a word for only makes it not only. */
const LONG = 12;

/** `did not open until March` is `opened only in March`. */
function isUntil(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < Math.min(words.length, at + 9); next++) if (words[next]!.text === 'until') return true;
  return false;
}

/** A negator that only asks for assent: `isn't it?`, `bukan?`. */
function isTag({ words, text }: BeadSide, at: number): boolean {
  const isLast = (index: number): boolean => /^\s*[?？]/.test(text.slice(words[index]?.end, (words[index]?.end ?? 0) + 3));
  return isLast(at) || (PRONOUNS.has(words[at + 1]?.text ?? '') && isLast(at + 1));
}

const PRONOUNS: ReadonlySet<string> = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they', 'there']);

/** What a word is, remembered: most words of a text come again. */
function kindOf(word: string, table: Table, base: string): WordKind {
  const known = table.seen.get(word);
  if (known) return known;
  let kind: WordKind = 'none';
  if (table.sure.has(word) || matches(table.sureStems, word)) kind = 'sure';
  else if (base === 'en' && STRONG.has(word) && matches(table.hint, word)) kind = 'strong';
  else if (table.hint.whole.has(word)) kind = 'hint';
  else if (matches(table.hint, word)) kind = 'strong';
  if (table.seen.size < 50_000) table.seen.set(word, kind);
  return kind;
}

/** Characters that negate whatever they stand in. */
const NEGATORS: ReadonlySet<string> = new Set(['不', '没', '未', '无', '無', '沒']);

function inCharacters(side: BeadSide, table: Table): Negations {
  const text = side.text;
  const sure: Stretch[] = [];
  const hints: Hint[] = [];
  const notOnly: Stretch[] = [];
  let at = 0;
  while (at < text.length) {
    if (!table.heads.has(text[at]!)) {
      at++;
      continue;
    }
    const harmless = table.harmless.find((one) => text.startsWith(one, at));
    if (harmless) {
      at += harmless.length;
      continue;
    }
    const quiet = table.quietHeads.has(text[at]!) ? table.quiet.find((phrase) => text.startsWith(phrase[0]!, at)) : undefined;
    const word = longestAt(text, at, table.sure);
    const length = quiet && quiet[0]!.length >= (word?.length ?? 0) ? quiet[0]!.length : idiomAt(text, at);
    if (length > 0) {
      const stretch = { start: at, end: at + length };
      hints.push({ ...stretch, strong: false });
      if (quiet && table.notOnly.has(quiet[0]!)) notOnly.push(stretch);
      at += length;
      continue;
    }
    if (word && !(word === '不' && isAdjective(text, at))) {
      const last = sure.at(-1);
      // 没有教养、没有关爱, 既不 … 也不: a list negated item by item is negated once elsewhere
      const between = last && text.startsWith(word, last.start) ? text.slice(last.end, at) : '';
      const isListed = /^[^，。；]{0,12}、$/.test(between) || (/^[^，。；]{1,16}[，]?也$/.test(between) && text[last!.start - 1] === '既');
      if (isListed) hints.push({ start: at, end: at + word.length, strong: false });
      else sure.push({ start: at, end: at + word.length });
      at += word.length;
      continue;
    }
    const hint = longestAt(text, at, table.hint.whole);
    if (hint) hints.push({ start: at, end: at + hint.length, strong: NEGATORS.has(hint) });
    at += hint?.length ?? 1;
  }
  return { sure, hints, only: [], notOnly, beforeOnly: [] };
}

/** Negators that negate nothing where they stand: 不到 18 岁 is under 18, 不是 … 就是 is either or. Their length, or 0. */
function idiomAt(text: string, at: number): number {
  if (text[at] !== '不') return 0;
  if (/^不到\s?[\d一二两三四五六七八九十百千半]/.test(text.slice(at, at + 4))) return 2;
  return /^不是[^。；]{1,12}就是/.test(text.slice(at, at + 17)) ? 2 : 0;
}

/**
 * Whether 不 begins an adjective (不稳定, 不佳), ends a set phrase (视而不见), asks (知不知道) or says that something does not come about (拍不响):
 * other languages have a word of their own for these, or an idiom.
 */
function isAdjective(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (/[稳穩佳差称稱顺順前满雅振治济濟景轨活]/.test(after) || text.startsWith('不可少', at) || (before !== '' && before === after))
    return true;
  if (/[不而]\p{Script=Han}$/u.test(text.slice(Math.max(0, at - 2), at)) && before !== '') return true;
  return (
    /[响響了懂起住完动動开開出来來着清透够夠过過]/.test(after) &&
    /\p{Script=Han}/u.test(before) &&
    !/[他她它我你们們人都也还還就并並从從绝絕将將会會者是]/.test(before)
  );
}

function longestAt(text: string, at: number, words: ReadonlySet<string>): string | undefined {
  for (let length = 7; length >= 1; length--) {
    const piece = text.slice(at, at + length);
    if (piece.length === length && words.has(piece)) return piece;
  }
  return undefined;
}

function matches(matcher: Matcher, word: string): boolean {
  if (matcher.whole.has(word)) return true;
  const isExcept = (length: number): boolean => matcher.except.some((head) => head.length >= length && word.startsWith(head));
  return (
    matcher.heads.some((head) => word.startsWith(head) && (head.length > 2 || word.length > head.length + 1) && !isExcept(head.length)) ||
    (matcher.tails.some((tail) => word.endsWith(tail)) && !isExcept(0)) ||
    (matcher.pairs.some(([head, tail]) => word.startsWith(head) && word.endsWith(tail)) && !isExcept(0))
  );
}

function tableOf(base: string, partner: string | undefined): Table | undefined {
  const harmless = HARMLESS_HINTS[`${base} ${partner}`];
  const key = harmless === undefined ? base : `${base} ${partner}`;
  if (tables.has(key)) return tables.get(key);
  const words = Object.hasOwn(NEGATION_WORDS, base) ? NEGATION_WORDS[base] : undefined;
  const table = words && build(words, harmless, QUIET_NEGATORS[`${base} ${partner}`]);
  tables.set(key, table);
  return table;
}

/** Entries in characters, and again in traditional ones. */
function withTraditional(list: string): string[] {
  const forms = new Map(Array.from(TRADITIONAL.matchAll(/(.)(.)/gu), (match) => [match[1]!, match[2]!]));
  return [...new Set(list.split('|').flatMap((entry) => [entry, entry.replace(/./gu, (one) => forms.get(one) ?? one)]))];
}

function build(words: NegationWords, harmless: string | undefined, counted: string | undefined): Table {
  const entriesOf = (list: string): string[] => (words.characters ? withTraditional(list) : list.split('|'));
  const sure = entriesOf(words.sure);
  const hint = matcherOf(entriesOf(words.hint));
  const quiet = [words.quiet, counted]
    .flatMap((list) => (list ? entriesOf(list) : []))
    .map((phrase) => phrase.split('_'))
    .sort((one, other) => other.join('').length - one.join('').length);
  const first = (phrase: readonly string[]): string => (words.characters ? phrase[0]![0]! : phrase[0]!);
  const quietHeads = new Set(quiet.map(first));
  const harmlessWords = harmless === undefined ? [] : entriesOf(harmless).sort((one, other) => other.length - one.length);
  return {
    words,
    harmless: harmlessWords,
    sure: new Set(sure.filter((word) => !word.includes('*'))),
    sureStems: matcherOf(sure.filter((word) => word.includes('*'))),
    hint,
    quiet,
    quietHeads,
    only: new Set(words.only ? entriesOf(words.only) : []),
    notOnly: new Set(words.notOnly ? entriesOf(words.notOnly) : []),
    heads: words.characters
      ? new Set([...quietHeads, ...[...sure, ...hint.whole, ...harmlessWords].map((word) => word[0]!)])
      : new Set(hint.phrases.map(first)),
    seen: new Map(words.characters ? [] : harmlessWords.map((word) => [word, 'none'])),
  };
}

function matcherOf(entries: readonly string[]): Matcher {
  const whole = new Set<string>();
  const heads: string[] = [];
  const tails: string[] = [];
  const phrases: string[][] = [];
  const pairs: [string, string][] = [];
  const except: string[] = [];
  for (const entry of entries) {
    if (entry.includes('_')) phrases.push(entry.split('_'));
    else if (entry.startsWith('!')) except.push(entry.slice(1));
    else if (entry.endsWith('*')) heads.push(entry.slice(0, -1));
    else if (entry.startsWith('*')) tails.push(entry.slice(1));
    else if (entry.includes('*')) pairs.push(entry.split('*') as [string, string]);
    else whole.add(entry);
  }
  return { whole, heads, tails, phrases, pairs, except };
}
