/** The words that negate in a language, taken apart and ready to be looked up. */

import type { NegationWords } from '../../languages/language.ts';
import { lazyOf, NEGATION } from '../../languages/languages.ts';

/** The words of a language, ready to be looked up. */
export interface NegationTable {
  readonly words: NegationWords;
  readonly sure: ReadonlySet<string>;
  readonly hint: Matcher;
  readonly quiet: readonly (readonly string[])[];
  readonly sureStems: Matcher;
  /** First words, or characters, of the quiet phrases and of everything else. */
  readonly quietHeads: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  readonly only: ReadonlySet<string>;
}

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

/** The table of a language; undefined where it is not known. */
export const tableOf = lazyOf(NEGATION, build);

/** Entries in characters, and again in traditional ones. */
function withTraditional(list: readonly string[], traditional: string): string[] {
  const forms = new Map(Array.from(traditional.matchAll(/(.)(.)/gu), (match) => [match[1]!, match[2]!]));
  return [...new Set(list.flatMap((entry) => [entry, entry.replace(/./gu, (one) => forms.get(one) ?? one)]))];
}

function build(words: NegationWords): NegationTable {
  const entriesOf = (list: readonly string[] = []): string[] => withTraditional(list, words.traditional ?? '');
  const sure = entriesOf(words.sure);
  const hint = matcherOf(entriesOf(words.hints), words.noHints);
  const quiet = entriesOf(words.quiet)
    .map((phrase) => phrase.split(' '))
    .sort((one, other) => other.join('').length - one.join('').length);
  const first = (phrase: readonly string[]): string => (words.characters ? phrase[0]![0]! : phrase[0]!);
  const quietHeads = new Set(quiet.map(first));
  return {
    words,
    sure: new Set(sure.filter((word) => !word.includes('*'))),
    sureStems: matcherOf(sure.filter((word) => word.includes('*'))),
    hint,
    quiet,
    quietHeads,
    only: new Set(entriesOf(words.only)),
    heads: words.characters
      ? new Set([...quietHeads, ...[...sure, ...hint.whole].map((word) => word[0]!)])
      : new Set(hint.phrases.map(first)),
  };
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
