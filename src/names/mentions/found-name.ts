/** What the files of this folder pass to one another. */

import { DETECTION, lazyOf } from '../../languages/languages.ts';
import type { AlignedDocument } from '../../types.ts';
import type { Concept } from '../tables/gazetteer.ts';
import type { TextWord } from './text-words.ts';

/** A name where it stands. */
export interface FoundName {
  readonly document: string;
  readonly language: string;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Words in lower case. */
  readonly words: readonly string[];
  /** Without evidence of its own. */
  readonly weak: boolean;
}

/** A name found by its meaning. */
export interface LinkedName extends FoundName {
  /** Words (lower case) of the names it was found by; empty where the table alone knows it. */
  readonly standsFor: readonly string[];
  /** Whether a bead led to it. */
  readonly byBead: boolean;
  readonly concept?: Concept;
}

/** Part of a run: a name, or a phrase with common words in it (`Fox News`). */
export interface Piece {
  readonly kind: 'name' | 'phrase';
  readonly words: readonly TextWord[];
  readonly document: AlignedDocument;
  /** In the table. */
  readonly known: boolean;
  /** A phrase that is a name by its build or by where its capitals stand. */
  readonly certain: boolean;
}

/** Small words inside names, which are prepositions in the languages named and bridge nothing there. */
const prepositions: Readonly<Record<string, readonly string[]>> = {
  di: ['id', 'ms'],
  da: ['id', 'de', 'vi'],
  do: ['en', 'pl', 'id'],
  du: ['de'],
  la: ['vi'],
  y: ['en', 'id'],
  zu: ['id', 'en'],
  de: ['id', 'tr'],
};

/** Whether a small word can be inside a name in a language. */
export function isParticle(key: string, language: string): boolean {
  return particles.has(key) && !(prepositions[key]?.includes(language.split('-')[0]!) ?? false);
}

/** All small words inside names, of any language. */
export const particles = new Set('van von der den de la le du da do dos di del della bin ibn bint al el ter ten af av zu y of'.split(' '));

/** Small words that join the words of a body's or a work's name, by language; elsewhere they part names. */
const connectors: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'of for and the without &',
    es: 'de del la las los el y e para por',
    pt: 'de do da dos das e para',
    fr: 'de du des la le les et pour',
    it: 'di del della dei degli delle e per',
    de: 'für der des die und',
    nl: 'van de het voor en der',
    id: 'dan untuk',
    ms: 'dan untuk',
    vi: 'và của cho',
    ru: 'и по',
    uk: 'та і',
    el: 'της του των και για',
    pl: 'i do ds',
    tr: 've',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Whether a small word may join the words of a body's name in a language. */
export function isConnector(key: string, language: string): boolean {
  return connectors[language.split('-')[0]!]?.has(key) ?? false;
}

/** Small words that join two things of a kind: two names more often than parts of one. */
export const joining: ReadonlySet<string> = new Set('and und y e et dan en i ve и та και và & of'.split(' '));

const smallWords = lazyOf(DETECTION, ({ functionWords = [] }) => new Set(functionWords));

/** Whether the word is a function word of the language. */
export function isSmallWord(key: string, language: string): boolean {
  return smallWords(language)?.has(key) ?? false;
}
