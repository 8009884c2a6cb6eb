import type { AlignedDocument, Place } from '../types.ts';
import { type DateMention, findDates } from './find-dates.ts';
import { findNumbers } from './numbers/find-numbers.ts';
import type { NumberMention } from './numbers/number-mention.ts';
import type { Stretch, Word } from './stretch.ts';

/** One side of a bead: its text, and what rules read from it, each read once. */
export class BeadSide {
  readonly document: AlignedDocument;
  /** Sentence indices, half-open. */
  readonly first: number;
  readonly last: number;
  /** The sentences and what stands between them. */
  readonly text: string;
  readonly language: string;
  /** The language without region and script. */
  readonly base: string;
  readonly #offset: number;
  #numbers: readonly NumberMention[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #words: readonly Word[] | undefined;
  #lower: string | undefined;

  constructor(document: AlignedDocument, range: readonly [start: number, end: number]) {
    this.document = document;
    [this.first, this.last] = range;
    const head = document.sentences[this.first];
    const tail = document.sentences[this.last - 1];
    this.#offset = head?.start ?? 0;
    this.text = head && tail ? document.text.slice(head.start, tail.end) : '';
    this.language = document.language;
    this.base = document.language.split('-')[0]!.toLowerCase();
  }

  /** The text in lower case, of the same length. */
  get lower(): string {
    if (this.#lower === undefined) {
      const lower = this.text.toLowerCase();
      // İ and its like grow in lower case, which would shift every offset.
      this.#lower =
        lower.length === this.text.length
          ? lower
          : Array.from(this.text, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
    }
    return this.#lower;
  }

  get numbers(): readonly NumberMention[] {
    this.#numbers ??= findNumbers(this.text, this.language);
    return this.#numbers;
  }

  get dates(): readonly DateMention[] {
    this.#dates ??= findDates(this);
    return this.#dates;
  }

  get words(): readonly Word[] {
    this.#words ??= Array.from(this.lower.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu), (match) => ({
      text: match[0].replace(/’/g, "'"),
      start: match.index,
      end: match.index + match[0].length,
    }));
    return this.#words;
  }

  /** Where a stretch of the side's text stands in the document. */
  place(stretch: Stretch): Place {
    const start = this.#offset + stretch.start;
    const end = this.#offset + stretch.end;
    let sentence = this.first;
    while (sentence + 1 < this.last && this.document.sentences[sentence + 1]!.start <= start) sentence++;
    return { document: this.document.id, sentence, start, end, text: this.document.text.slice(start, end) };
  }
}
