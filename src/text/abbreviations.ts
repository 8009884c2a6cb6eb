/** Look-up sets made from the sentence words of the language files. */
import type { SentenceWords } from '../languages/language.ts';
import { lazyOf, lookUp, SCRIPT, SENTENCES } from '../languages/languages.ts';

/** What a full stop after a word can mean. */
export type AbbreviationList = 'open' | 'either' | 'number';

/** What {@link splitSentences} looks words up in; words come without the final full stop. */
export interface Abbreviations {
  /** Whether a word is in a list, or ends as one of its entries. */
  has(list: AbbreviationList, word: string): boolean;
  readonly starters: ReadonlySet<string>;
  /** Whether `3.` before a capital is an ordinal. */
  readonly ordinals: boolean;
}

/**
 * Rules for text whose Latin-script words are in `language`: its own, the `abroad` rules of other languages, and all rules of languages in other scripts, whose words
 * cannot be confused. Unknown tags get the English ones.
 */
export function abbreviationsFor(language: string): Abbreviations {
  return (isLatin(language) ? made(language) : undefined) ?? made('en')!;
}

const made = lazyOf(SENTENCES, (own, language): Abbreviations => {
  const rules: Omit<SentenceWords, 'ordinals'>[] = [own];
  for (const [other, words] of Object.entries(SENTENCES)) {
    if (!isLatin(other)) rules.push(words);
    else if (other !== language && words.abroad) rules.push(words.abroad);
  }
  const lists = { open: collect(rules, 'open'), either: collect(rules, 'either'), number: collect(rules, 'number') };
  const endings = (list: AbbreviationList): string[] =>
    [...lists[list]].flatMap((entry) => (entry.startsWith('*') ? [entry.slice(1)] : []));
  const ends = { open: endings('open'), either: endings('either'), number: endings('number') };
  return {
    has: (list, word) => lists[list].has(word) || ends[list].some((ending) => word.length > ending.length && word.endsWith(ending)),
    starters: collect(rules, 'starters'),
    ordinals: own.ordinals ?? false,
  };
});

function isLatin(language: string): boolean {
  return lookUp(SCRIPT, language) === 'latin';
}

function collect(rules: readonly Omit<SentenceWords, 'ordinals'>[], list: AbbreviationList | 'starters'): Set<string> {
  const words = new Set<string>();
  for (const rule of rules) {
    for (const word of rule[list] ?? []) {
      words.add(word);
      words.add(word[0]!.toUpperCase() + word.slice(1));
    }
  }
  return words;
}
