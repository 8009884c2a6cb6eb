/** What one sentence states: its numbers, dates, negations and quotations, each read once when first asked for. */

import { type DateMention, findDates } from '../../text/find-dates.ts';
import { findNumbers } from '../../text/numbers/find-numbers.ts';
import type { NumberMention } from '../../text/numbers/number-mention.ts';
import type { AlignedDocument, Place } from '../../types.ts';
import type { Stretch, Word } from '../stretch.ts';
import { ContextVectors, type Tokens } from './context-vectors.ts';
import { findNegations, type Negations } from './find-negations.ts';

/** A span with its sentence. */
export type InSentence<Mention extends Stretch> = Mention & { readonly sentence: SentenceFacts };

/** The facts of a sentence. */
export class SentenceFacts {
  readonly document: AlignedDocument;
  readonly index: number;
  readonly text: string;
  readonly language: string;
  /** The language without region and script; Cantonese is read as Chinese. */
  readonly base: string;
  readonly #tokens: () => Tokens | undefined;
  #numbers: readonly InSentence<NumberMention>[] | undefined;
  #negations: Negations | undefined | null = null;
  #dates: readonly InSentence<DateMention>[] | undefined;
  #words: readonly Word[] | undefined;
  #lower: string | undefined;
  #context: ContextVectors | undefined;

  constructor(document: AlignedDocument, index: number, tokens: () => Tokens | undefined) {
    this.document = document;
    this.index = index;
    this.text = document.sentences[index]!.text;
    this.language = document.language;
    const base = document.language.split('-')[0]!.toLowerCase();
    this.base = base === 'yue' ? 'zh' : base;
    this.#tokens = tokens;
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

  get words(): readonly Word[] {
    this.#words ??= Array.from(this.lower.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu), (match) => ({
      text: match[0].replace(/’/g, "'"),
      start: match.index,
      end: match.index + match[0].length,
    }));
    return this.#words;
  }

  get numbers(): readonly InSentence<NumberMention>[] {
    this.#numbers ??= findNumbers(this.text, this.language).map((mention) => ({
      ...mention,
      ...(mention.parts && { parts: mention.parts.map((part) => ({ ...part, sentence: this })) }),
      sentence: this,
    }));
    return this.#numbers;
  }

  get dates(): readonly InSentence<DateMention>[] {
    this.#dates ??= findDates(this).map((mention) => ({ ...mention, sentence: this }));
    return this.#dates;
  }

  /** Reads what is read by itself, so that comparing finds it done. */
  read(): void {
    void this.numbers;
    void this.dates;
    void this.negations;
  }

  /** What negates here; undefined where the language is not known. */
  get negations(): Negations | undefined {
    if (this.#negations === null) this.#negations = findNegations(this);
    return this.#negations;
  }

  /** The meaning of what stands around a stretch; see {@link ContextVectors}. */
  get context(): ContextVectors {
    this.#context ??= new ContextVectors(this.#tokens(), this.index, this.text);
    return this.#context;
  }

  /** The place in the document of a span of the sentence. */
  place({ start, end }: Stretch): Place {
    const offset = this.document.sentences[this.index]!.start;
    return {
      document: this.document.id,
      sentence: this.index,
      start: offset + start,
      end: offset + end,
      text: this.text.slice(start, end),
    };
  }
}
