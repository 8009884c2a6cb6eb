import type { AlignedDocument, TextPieces } from '../../types.ts';
import type { Tokens } from './context-vectors.ts';
import { SentenceFacts } from './sentence-facts.ts';

/** A document and the facts of its sentences. */
export class DocumentFacts {
  readonly document: AlignedDocument;
  readonly #piecesOf: (id: string) => TextPieces | undefined;
  readonly #sentences: (SentenceFacts | undefined)[] = [];
  #tokens: Tokens | undefined | null = null;

  /** @param piecesOf - Tokens of the sentences of a document, where they can be had. The first call may load a model. */
  constructor(document: AlignedDocument, piecesOf: (id: string) => TextPieces | undefined) {
    this.document = document;
    this.#piecesOf = piecesOf;
  }

  sentence(index: number): SentenceFacts {
    this.#sentences[index] ??= new SentenceFacts(this.document, index, () => this.#readTokens());
    return this.#sentences[index]!;
  }

  /** The sentences of a half-open range, but for page furniture. */
  sentences([first, last]: readonly [number, number] = [0, this.document.sentences.length]): SentenceFacts[] {
    const found: SentenceFacts[] = [];
    for (let index = first; index < last; index++) if (!this.document.sentences[index]!.furniture) found.push(this.sentence(index));
    return found;
  }

  #readTokens(): Tokens | undefined {
    if (this.#tokens === null) {
      const pieces = this.#piecesOf(this.document.id);
      // Tokens of another segmentation say nothing about this one.
      const isOurs = pieces !== undefined && pieces.offsets.length === this.document.sentences.length + 1;
      let rows = 0;
      if (isOurs) for (const id of pieces.ids) rows = Math.max(rows, id + 1);
      this.#tokens = isOurs && rows > 0 ? { pieces, dimensions: pieces.vectors.length / rows } : undefined;
    }
    return this.#tokens;
  }
}
