/** What the words of a spelling mean, as one vector: the sum of its tokens' vectors. Translations of one body's name lie near one another. */
import type { AlignedDocument, TextPieces } from '../../types.ts';
import type { FoundName } from '../mentions/found-name.ts';

/** The tokens of a document; none where no model is at hand. */
export type PiecesOf = (document: string) => TextPieces | undefined;

/** Unit vectors of stretches of documents. */
export class PhraseVectors {
  readonly piecesOf: PiecesOf;
  readonly #dimensions = new Map<string, number>();
  readonly #documents: ReadonlyMap<string, AlignedDocument>;

  constructor(documents: readonly AlignedDocument[], piecesOf: PiecesOf) {
    this.#documents = new Map(documents.map((document) => [document.id, document]));
    this.piecesOf = piecesOf;
  }

  #dimensionsOf(document: string, { ids, vectors }: TextPieces): number {
    let dimensions = this.#dimensions.get(document);
    if (dimensions === undefined) {
      dimensions = vectors.length / Math.max(1, 1 + ids.reduce((most, row) => Math.max(most, row), -1));
      this.#dimensions.set(document, dimensions);
    }
    return dimensions;
  }

  /** The vector of where a name stands; undefined where no token is known. */
  at({ document: id, sentence, start, end }: Pick<FoundName, 'document' | 'sentence' | 'start' | 'end'>): Float64Array | undefined {
    const document = this.#documents.get(id);
    const place = document?.sentences[sentence];
    const pieces = place && this.piecesOf(id);
    if (!pieces || !place || sentence + 1 >= pieces.offsets.length) return undefined;
    const dimensions = this.#dimensionsOf(id, pieces);
    const sum = new Float64Array(dimensions);
    for (let token = pieces.offsets[sentence]!; token < pieces.offsets[sentence + 1]!; token++) {
      if (pieces.ends[token]! + place.start <= start || pieces.starts[token]! + place.start >= end) continue;
      const [row, weight] = [pieces.ids[token]! * dimensions, pieces.weights[token]!];
      for (let d = 0; d < dimensions; d++) sum[d]! += weight * pieces.vectors[row + d]!;
    }
    return unit(sum);
  }
}

function unit(sum: Float64Array): Float64Array | undefined {
  let square = 0;
  for (const value of sum) square += value * value;
  if (square === 0) return undefined;
  const length = Math.sqrt(square);
  return sum.map((value) => value / length);
}

/** Cosine of two unit vectors; 0 where one is missing. */
export function cosine(one: Float64Array | undefined, other: Float64Array | undefined): number {
  if (one === undefined || other === undefined) return 0;
  let dot = 0;
  for (let d = 0; d < one.length; d++) dot += one[d]! * other[d]!;
  return dot;
}
