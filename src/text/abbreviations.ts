/** Look-up sets made from the tables of `sentence-rules.ts`, one set a Latin-script language, kept after the first use. */
import { ENGLISH_ABROAD, LATIN_RULES, OTHER_SCRIPT_RULES, type SentenceRules } from './sentence-rules.ts';

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

/** Rules for text whose Latin-script words are in `language`: its own, English titles, and those of all other scripts. Unknown tags get the English ones. */
export function abbreviationsFor(language: string): Abbreviations {
  const key = Object.hasOwn(LATIN_RULES, language) ? language : 'en';
  let found = made.get(key);
  if (!found) {
    const rules = [LATIN_RULES[key]!, ...(key === 'en' ? [] : [ENGLISH_ABROAD]), ...OTHER_SCRIPT_RULES];
    found = {
      open: collect(rules, 'open'),
      either: collect(rules, 'either'),
      number: collect(rules, 'number'),
      starters: collect(rules, 'starters'),
      ordinals: LATIN_RULES[key]!.ordinals ?? false,
    };
    made.set(key, found);
  }
  return found;
}

function collect(rules: readonly SentenceRules[], list: 'open' | 'either' | 'number' | 'starters'): Set<string> {
  const words = new Set<string>();
  for (const rule of rules) {
    for (const word of (rule[list] ?? '').split(' ')) {
      if (word === '') continue;
      words.add(word);
      words.add(word[0]!.toUpperCase() + word.slice(1));
    }
  }
  return words;
}
