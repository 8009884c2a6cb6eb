/** What the files of this folder pass to one another. */
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

/** A name found by what it stands for. */
export interface LinkedName extends FoundName {
  /** Words (lower case) of the names it was found by; empty where the table alone knows it. */
  readonly standsFor: readonly string[];
  /** Whether a bead led to it. */
  readonly byBead: boolean;
  readonly concept?: Concept;
}

/** Part of a run: a name or names still together, or a phrase with common words in it (`Fox News`). */
export interface Piece {
  readonly kind: 'names' | 'phrase';
  readonly words: readonly TextWord[];
  readonly document: AlignedDocument;
  readonly headline: boolean;
  /** In the table. */
  readonly known: boolean;
  /** Beside capitalised common words, so perhaps a word of a title or a body (`Foundation for Defense of …`). */
  readonly beside?: boolean;
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

/** Whether a small word may stand inside a name in a language. */
export function isParticle(key: string, language: string): boolean {
  return particles.has(key) && !(prepositions[key]?.includes(language.split('-')[0]!) ?? false);
}

/** All small words inside names, of any language. */
export const particles = new Set('van von der den de la le du da do dos di del della bin ibn bint al el ter ten af av zu y of'.split(' '));
