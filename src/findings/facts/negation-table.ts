/** The words that negate in a language, taken apart and ready to be looked up. */

import type { NegationWords } from '../../languages/language.ts';
import { lookUp, NEGATION } from '../../languages/languages.ts';
import { HARMLESS_HINTS, QUIET_NEGATORS } from '../harmless-hints.ts';

/** The words of a language, ready to be looked up. */
export interface NegationTable {
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
  readonly also: ReadonlySet<string>;
  /** What a word was found to be before. */
  readonly seen: Map<string, WordKind>;
}

/** What a word can be. */
export type WordKind = 'sure' | 'hint' | 'strong' | 'none';

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

const tables = new Map<string, NegationTable | undefined>();

/** Whether a word is one of those that a matcher looks for. */
export function matches(matcher: Matcher, word: string): boolean {
  if (matcher.whole.has(word)) return true;
  const isExcept = (length: number): boolean => matcher.except.some((head) => head.length >= length && word.startsWith(head));
  return (
    matcher.heads.some((head) => word.startsWith(head) && (head.length > 2 || word.length > head.length + 1) && !isExcept(head.length)) ||
    (matcher.tails.some((tail) => word.endsWith(tail)) && !isExcept(0)) ||
    (matcher.pairs.some(([head, tail]) => word.startsWith(head) && word.endsWith(tail)) && !isExcept(0))
  );
}

/** The table of a language against that of the other side; undefined where the language is not known. */
export function tableOf(base: string, partner: string | undefined): NegationTable | undefined {
  const harmless = HARMLESS_HINTS[`${base} ${partner}`];
  const key = harmless === undefined ? base : `${base} ${partner}`;
  if (tables.has(key)) return tables.get(key);
  const words = lookUp(NEGATION, base);
  const table = words && build(words, entriesIn(harmless), entriesIn(QUIET_NEGATORS[`${base} ${partner}`]));
  tables.set(key, table);
  return table;
}

/** Entries in characters, and again in traditional ones. */
function withTraditional(list: readonly string[], traditional: string): string[] {
  const forms = new Map(Array.from(traditional.matchAll(/(.)(.)/gu), (match) => [match[1]!, match[2]!]));
  return [...new Set(list.flatMap((entry) => [entry, entry.replace(/./gu, (one) => forms.get(one) ?? one)]))];
}

function build(words: NegationWords, harmless: readonly string[], counted: readonly string[]): NegationTable {
  const entriesOf = (list: readonly string[] = []): string[] => withTraditional(list, words.traditional ?? '');
  const sure = entriesOf(words.sure);
  const hint = matcherOf(entriesOf(words.hints), words.noHints);
  const quiet = entriesOf([...(words.quiet ?? []), ...counted])
    .map((phrase) => phrase.split(' '))
    .sort((one, other) => other.join('').length - one.join('').length);
  const first = (phrase: readonly string[]): string => (words.characters ? phrase[0]![0]! : phrase[0]!);
  const quietHeads = new Set(quiet.map(first));
  const harmlessWords = entriesOf(harmless).sort((one, other) => other.length - one.length);
  return {
    words,
    harmless: harmlessWords,
    sure: new Set(sure.filter((word) => !word.includes('*'))),
    sureStems: matcherOf(sure.filter((word) => word.includes('*'))),
    hint,
    quiet,
    quietHeads,
    only: new Set(entriesOf(words.only)),
    notOnly: new Set(entriesOf(words.notOnly)),
    also: new Set(entriesOf(words.also)),
    heads: words.characters
      ? new Set([...quietHeads, ...[...sure, ...hint.whole, ...harmlessWords].map((word) => word[0]!)])
      : new Set(hint.phrases.map(first)),
    seen: new Map(words.characters ? [] : harmlessWords.map((word) => [word, 'none'])),
  };
}

function entriesIn(list: string | undefined): string[] {
  return list?.split('|').map((entry) => entry.replaceAll('_', ' ')) ?? [];
}

function matcherOf(entries: readonly string[], except: readonly string[] = []): Matcher {
  const whole = new Set<string>();
  const heads: string[] = [];
  const tails: string[] = [];
  const phrases: string[][] = [];
  const pairs: [string, string][] = [];
  for (const entry of entries) {
    if (entry.includes(' ')) phrases.push(entry.split(' '));
    else if (entry.endsWith('*')) heads.push(entry.slice(0, -1));
    else if (entry.startsWith('*')) tails.push(entry.slice(1));
    else if (entry.includes('*')) pairs.push(entry.split('*') as [string, string]);
    else whole.add(entry);
  }
  return { whole, heads, tails, phrases, pairs, except };
}
