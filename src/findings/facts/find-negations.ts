/** Negations of a text: what surely negates, and whether anything hints at one. */

import type { Stretch, Word } from '../stretch.ts';
import { matches, type NegationTable, tableOf } from './negation-table.ts';

/** What negations are read from. */
export interface NegatedText {
  readonly text: string;
  /** The language without region and script. */
  readonly base: string;
  readonly words: readonly Word[];
}

/** A word that could express a negation; one that is negative by its form (un-, in-, -less) surely could. */
export interface Hint extends Stretch {
  readonly strong: boolean;
}

/** What a text negates with. */
export interface Negations {
  /** Words that surely negate. */
  readonly sure: readonly Stretch[];
  /** Words that could express a negation; among them those of not only and not until, which negate nothing. */
  readonly hints: readonly Hint[];
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

/** The negations of a text, `undefined` where the language is not known. */
export function findNegations(text: NegatedText): Negations | undefined {
  const table = tableOf(text.base);
  if (!table) return undefined;
  return table.words.characters ? inCharacters(text.text, table) : inWords(text, table);
}

function inWords(side: NegatedText, table: NegationTable): Negations {
  const words = side.words;
  const sure: Stretch[] = [];
  const hints: Hint[] = [];
  const isAt = (at: number) => (phrase: readonly string[]) => phrase.every((text, offset) => words[at + offset]?.text === text);
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
    if (kind === 'sure' && !isUntil(words, at) && !table.only.has(words[at + 1]?.text ?? '')) sure.push(stretch);
    else if (kind !== 'none') hints.push({ ...stretch, strong: kind === 'strong' && side.base === 'en' });
  }
  return { sure, hints };
}

/** `did not open until March` is `opened only in March`. */
function isUntil(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < Math.min(words.length, at + 9); next++) if (words[next]!.text === 'until') return true;
  return false;
}

/** A negator that only asks for assent: `isn't it?`, `bukan?`. */
function isTag({ words, text }: NegatedText, at: number): boolean {
  const isLast = (index: number): boolean => /^\s*[?？]/.test(text.slice(words[index]?.end, (words[index]?.end ?? 0) + 3));
  return isLast(at) || (PRONOUNS.has(words[at + 1]?.text ?? '') && isLast(at + 1));
}

const PRONOUNS: ReadonlySet<string> = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they', 'there']);

function kindOf(word: string, table: NegationTable, base: string): 'sure' | 'hint' | 'strong' | 'none' {
  if (table.sure.has(word) || matches(table.sureStems, word)) return 'sure';
  if (base === 'en' && STRONG.has(word) && matches(table.hint, word)) return 'strong';
  if (table.hint.whole.has(word)) return 'hint';
  return matches(table.hint, word) ? 'strong' : 'none';
}

/** Characters that negate every word they are part of. */
const NEGATORS: ReadonlySet<string> = new Set(['不', '没', '未', '无', '無', '沒']);

function inCharacters(text: string, table: NegationTable): Negations {
  const sure: Stretch[] = [];
  const hints: Hint[] = [];
  let at = 0;
  while (at < text.length) {
    if (!table.heads.has(text[at]!)) {
      at++;
      continue;
    }
    const quiet = table.quietHeads.has(text[at]!) ? table.quiet.find((phrase) => text.startsWith(phrase[0]!, at)) : undefined;
    const word = longestAt(text, at, table.sure);
    const length = quiet && quiet[0]!.length >= (word?.length ?? 0) ? quiet[0]!.length : idiomAt(text, at);
    if (length > 0) {
      hints.push({ start: at, end: at + length, strong: false });
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
  return { sure, hints };
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
