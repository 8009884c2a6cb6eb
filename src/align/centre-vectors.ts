/**
 * Takes out of a model's vectors what all of them have in common.
 *
 * Texts that have nothing to do with one another lie near 0 in some models and at 0.8 in others, since their vectors share a large part
 * (Mu and Viswanath 2018, https://openreview.net/forum?id=HkuGJ3kCb). The learned scores expect the former, so the mean is subtracted: that of the document's
 * sentences and of a few texts of no particular subject, which are used where a document has few sentences.
 *
 *     vector = length · unit + mean
 *
 * Both are kept, so that the cosine the model itself would give can be had again. Time: O(texts × dimensions).
 */
import type { Embedder } from '../types.ts';

/** Unrelated texts in unrelated languages: what an embedder says of them is its background. */
const unrelated: readonly string[] = [
  'The kettle has been on the stove since noon.',
  'Der Zug nach Süden hat heute Verspätung.',
  'Mi hermana toca el violín en una orquesta.',
  'La récolte de pommes a été bonne cette année.',
  'Harga beras naik lagi bulan ini.',
  '山上的雪到五月才融化。',
  '新しい橋は来週開通する予定です。',
  'Кошка спит на подоконнике.',
  'أغلقت المكتبة أبوابها في السادسة.',
  'Bilet fiyatları her gün değişiyor.',
  'Số liệu được công bố vào thứ Hai.',
  'वह हर सुबह दौड़ने जाता है।',
];

/** How the vectors of a document were moved. */
export interface Centring {
  readonly mean: Float64Array;
  /** Length of each row of sentences, then of each row of overlaps, before it was brought to 1. */
  readonly lengths: Float32Array;
}

/** Gives the vectors of unrelated texts, embedded when first asked for and once for all documents of a call; none when the embedder gives no numbers for them. */
export function createBackground(embedder: Embedder): () => Promise<Float32Array> {
  let asked: Promise<Float32Array> | undefined;
  return () => {
    asked ??= embedder
      .embed(unrelated)
      .then((rows) => (rows.length === unrelated.length * embedder.dimensions && rows.every(Number.isFinite) ? rows : new Float32Array(0)));
    return asked;
  };
}

/** Unit rows of sentences and overlaps, centred. The arrays given are left as they are. Yields the share done. */
export function* centreRows(
  sums: Float32Array,
  overlaps: Float32Array,
  background: Float32Array,
  dimensions: number,
): Generator<number, { sums: Float32Array; overlaps: Float32Array; centring: Centring }> {
  const mean = new Float64Array(dimensions);
  let count = 0;
  for (const rows of [background, sums]) {
    for (let from = 0; from < rows.length; from += dimensions) {
      count++;
      for (let d = 0; d < dimensions; d++) mean[d] = mean[d]! + rows[from + d]!;
    }
    yield 0.1;
  }
  for (let d = 0; d < dimensions; d++) mean[d] = mean[d]! / Math.max(count, 1);
  const lengths = new Float32Array((sums.length + overlaps.length) / dimensions);
  const moved = [sums, overlaps].map((rows) => new Float32Array(rows.length));
  let row = 0;
  for (const [which, rows] of [sums, overlaps].entries()) {
    const to = moved[which]!;
    for (let from = 0; from < rows.length; from += dimensions, row++) {
      let own = 0;
      let square = 0;
      for (let d = 0; d < dimensions; d++) {
        own += rows[from + d]! * rows[from + d]!;
        square += (rows[from + d]! - mean[d]!) * (rows[from + d]! - mean[d]!);
      }
      // a text without any known piece stays without a direction
      lengths[row] = own > 0 ? Math.sqrt(square) : 0;
      const scale = lengths[row]! > 0 ? 1 / lengths[row]! : 0;
      for (let d = 0; d < dimensions; d++) to[from + d] = (rows[from + d]! - mean[d]!) * scale;
      if (row % rowsPerStep === rowsPerStep - 1) yield row / lengths.length;
    }
  }
  return { sums: moved[0]!, overlaps: moved[1]!, centring: { mean, lengths } };
}

const rowsPerStep = 2_000;
