/** Look-up sets made from the sentence words of the language files, one set a Latin-script language, kept after the first use. */
import type { SentenceWords } from '../languages/language.ts';
import { baseLanguage, lookUp, SCRIPT, SENTENCES } from '../languages/languages.ts';

/** What {@link splitSentences} looks words up in; words come without the final full stop. */
export interface Abbreviations {
  readonly open: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
  readonly number: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  /** Whether `3.` before a capital is an ordinal. */
  readonly ordinals: boolean;
}

const made = new Map<string, Abbreviations>();

/**
 * Rules for text whose Latin-script words are in `language`: its own, what holds abroad of others, and those of all languages in other scripts, whose words
 * cannot be confused. Unknown tags get the English ones.
 */
export function abbreviationsFor(language: string): Abbreviations {
  const base = baseLanguage(language);
  const key = isLatin(base) && lookUp(SENTENCES, base) ? base : 'en';
  let found = made.get(key);
  if (!found) {
    const own = SENTENCES[key]!;
    const rules: Omit<SentenceWords, 'ordinals'>[] = [own];
    for (const [other, words] of Object.entries(SENTENCES)) {
      if (!isLatin(other)) rules.push(words);
      else if (other !== key && words.abroad) rules.push(words.abroad);
    }
    found = {
      open: collect(rules, 'open'),
      either: collect(rules, 'either'),
      number: collect(rules, 'number'),
      starters: collect(rules, 'starters'),
      ordinals: own.ordinals ?? false,
    };
    made.set(key, found);
  }
  return found;
}

function isLatin(language: string): boolean {
  return lookUp(SCRIPT, language) === 'latin';
}

function collect(rules: readonly Omit<SentenceWords, 'ordinals'>[], list: 'open' | 'either' | 'number' | 'starters'): Set<string> {
  const words = new Set<string>();
  for (const rule of rules) {
    for (const word of rule[list] ?? []) {
      words.add(word);
      words.add(word[0]!.toUpperCase() + word.slice(1));
    }
  }
  return words;
}
