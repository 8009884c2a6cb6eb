import type { NumberWords } from '../../languages/language.ts';
import { lazyOf, NUMBERS } from '../../languages/languages.ts';
import { lazy } from '../../lazy.ts';
import { type SetPhrases, setPhrasesOf } from './set-phrases.ts';

/** The number words of a language, ready to be looked up. */
export interface Lexicon {
  readonly table: NumberWords;
  readonly words: ReadonlyMap<string, LexiconEntry>;
  readonly suffixes: ReadonlyMap<string, number>;
  readonly joiners: ReadonlySet<string>;
  readonly percent: readonly string[];
  readonly half: readonly string[];
  readonly halfBefore: ReadonlySet<string>;
  readonly spans: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
  readonly commonOrdinals: ReadonlySet<string>;
  readonly twenties: ReadonlySet<string>;
  /** Whether the language has words for eleven to nineteen; if not, units follow ten. */
  readonly hasTeens: boolean;
  readonly han: boolean;
  readonly phrases: SetPhrases;
}

/** The role of a word in a number. */
export type Role = 'add' | 'multiply' | 'plus' | 'ordinal' | 'part' | 'fraction' | 'loose';

/** A word can have several roles: `third` is an ordinal and a denominator. */
export interface LexiconEntry {
  readonly value: number;
  readonly role: Role;
  /** Value as a word that only confirms a number, where it has a second role. */
  readonly loose?: number;
}

/** The number words of a language; a language without any has digits only. */
export function lexiconOf(language: string): Lexicon {
  return known(language) ?? digitsOnly();
}

const known = lazyOf(NUMBERS, lexiconFrom);
const digitsOnly = lazy(() => lexiconFrom({ decimal: '.' }));

function lexiconFrom(table: NumberWords): Lexicon {
  const words = new Map<string, LexiconEntry>();
  const roles: [Role, Readonly<Record<string, number>> | undefined][] = [
    ['add', table.add],
    ['multiply', table.multiply],
    ['plus', table.plus],
    ['ordinal', table.ordinals],
    ['part', table.parts],
    ['fraction', table.fractions],
    ['loose', table.loose],
  ];
  for (const [role, values = {}] of roles) {
    for (const [word, value] of Object.entries(values)) {
      const earlier = words.get(word);
      if (!earlier) words.set(word, { value, role });
      else if (role === 'loose') words.set(word, { ...earlier, loose: value });
    }
  }
  return {
    table,
    words,
    suffixes: new Map(Object.entries(table.suffixes ?? {})),
    joiners: new Set(table.joiners),
    percent: table.percent ?? [],
    half: table.half ?? [],
    halfBefore: new Set(table.halfBefore),
    spans: new Set(table.spans),
    common: new Set(table.common),
    commonOrdinals: new Set(table.commonOrdinals),
    twenties: new Set(table.twenties),
    hasTeens: [...words.values()].some((entry) => entry.value === 11),
    han: table.han ?? false,
    phrases: setPhrasesOf(table),
  };
}
