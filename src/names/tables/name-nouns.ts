/** Nouns that names are built with (airport, ministry, island) and words that tell bodies apart (national, north), across languages. */
import { lazy } from '../../lazy.ts';
import { nameNounsTable, nounLanguages } from './name-nouns-table.ts';

/** `l` a place of its own, `s` the place its bare name means, `b` a body, `t` a thing, `q` a word that tells bodies or places apart. */
export type NounKind = 'l' | 's' | 'b' | 't' | 'q';

/** One noun, in all languages. */
export interface NameNoun {
  readonly id: number;
  readonly kind: NounKind;
}

/** Languages whose names put the noun before what it says more of: `Bandara Ambouli`, `puente Carrasco`. */
const nounFirst = new Set('id ms es fr it pt ro vi ar he th pl ru uk el bg'.split(' '));

const nouns = lazy((): ReadonlyMap<string, ReadonlyMap<string, NameNoun>> => {
  const read = new Map(nounLanguages.map((language) => [language, new Map<string, NameNoun>()]));
  for (const [id, line] of nameNounsTable.trim().split('\n').entries()) {
    const [kind, ...columns] = line.split('|');
    for (const [at, column] of columns.entries())
      for (const word of column.split(',')) read.get(nounLanguages[at]!)!.set(word.replaceAll('_', ' '), { id, kind: kind as NounKind });
  }
  return read;
});

function wordsOf(language: string): ReadonlyMap<string, NameNoun> {
  const base = language.split('-')[0]!;
  return nouns().get(base === 'ms' ? 'id' : base) ?? nouns().get('en')!;
}

/** The noun that a word (or words with a blank between) is in a language; English where the language is unknown. */
export function nameNoun(text: string, language: string): NameNoun | undefined {
  return wordsOf(language).get(text.toLowerCase());
}

/** Whether names of the language put the noun first. */
export function putsNounFirst(language: string): boolean {
  return nounFirst.has(language.split('-')[0]!);
}

const endings = lazy(
  () => new Map(nounLanguages.map((language) => [language, [...wordsOf(language)].sort((a, b) => b[0].length - a[0].length)] as const)),
);

/** Nouns that a word of a script without spaces ends in, the longest first: `机场` of `安布利机场`. */
export function nounEndings(language: string): readonly (readonly [ending: string, noun: NameNoun])[] {
  return endings().get(language.split('-')[0]!) ?? [];
}
