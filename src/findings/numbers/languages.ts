import type { NumberWords } from './number-words.ts';
import * as eastern from './words/eastern.ts';
import * as western from './words/western.ts';

const HAN: NumberWords = { decimal: '.', complete: true, percent: '个百分点' };

const TABLES: Readonly<Record<string, NumberWords>> = {
  ...western,
  ...eastern,
  zh: HAN,
  yue: HAN,
  ja: { ...HAN, complete: false, percent: 'パーセント|％' },
};
const PLAIN: NumberWords = { decimal: '.' };

/** A table of words, taken apart and ready to be looked up. */
export interface Lexicon {
  readonly table: NumberWords;
  readonly words: ReadonlyMap<string, LexiconEntry>;
  readonly suffixes: ReadonlyMap<string, number>;
  readonly joiners: ReadonlySet<string>;
  readonly percent: readonly string[];
  readonly half: readonly string[];
  readonly spans: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
  readonly commonOrdinals: ReadonlySet<string>;
  readonly twenties: ReadonlySet<string>;
  /** Whether the language has words for eleven to nineteen; if not, ten takes units after it. */
  readonly hasTeens: boolean;
  readonly han: boolean;
}

/** What a word does in a number. */
export type Role = 'add' | 'multiply' | 'plus' | 'ordinal' | 'part' | 'fraction' | 'loose';

/** One word can do several things: `third` is an ordinal and a denominator. */
export interface LexiconEntry {
  readonly value: number;
  readonly role: Role;
  /** Value as a word that only confirms, where it has another role too. */
  readonly loose?: number;
}

const built = new Map<string, Lexicon>();

/** The number words of a language; a language without a table has digits only. */
export function lexiconOf(language: string): Lexicon {
  const base = language.split('-')[0]!.toLowerCase();
  const cached = built.get(base);
  if (cached) return cached;
  const table = Object.hasOwn(TABLES, base) ? TABLES[base]! : PLAIN;
  const words = new Map<string, LexiconEntry>();
  const roles: [Role, string | undefined][] = [
    ['add', table.add],
    ['multiply', table.multiply],
    ['plus', table.plus],
    ['ordinal', table.ordinals],
    ['part', table.parts],
    ['fraction', table.fractions],
    ['loose', table.loose],
  ];
  for (const [role, list] of roles) {
    for (const [word, value] of pairs(list)) {
      const earlier = words.get(word);
      if (!earlier) words.set(word, { value, role });
      else if (role === 'loose') words.set(word, { ...earlier, loose: value });
    }
  }
  const lexicon: Lexicon = {
    table,
    words,
    suffixes: new Map(pairs(table.suffixes)),
    joiners: new Set(table.joiners?.split(' ')),
    percent: table.percent?.split('|') ?? [],
    half: table.half?.split('|') ?? [],
    spans: new Set(table.spans?.split(' ')),
    common: new Set(table.common?.split(' ')),
    commonOrdinals: new Set(table.commonOrdinals?.split(' ')),
    twenties: new Set(table.twenties?.split(' ')),
    hasTeens: [...words.values()].some((entry) => entry.value === 11),
    han: table === HAN || base === 'ja',
  };
  built.set(base, lexicon);
  return lexicon;
}

function pairs(list: string | undefined): [string, number][] {
  if (!list) return [];
  return list.split(' ').map((entry) => {
    const at = entry.lastIndexOf('=');
    return [entry.slice(0, at), Number(entry.slice(at + 1))];
  });
}
