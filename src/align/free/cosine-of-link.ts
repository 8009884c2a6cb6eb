/** Cosines of runs of sentences of two documents, straight from the vectors. */
import { dotOfRuns } from '../ordered/bead-features.ts';
import type { PreparedDocument } from '../prepare-document.ts';

/** Cosine of source sentences [p, i) and target sentences [q, j), straight from the vectors. */
export function cosineOfLink(source: PreparedDocument, target: PreparedDocument, p: number, i: number, q: number, j: number): number {
  const isShort = i - p <= source.longestRun && j - q <= target.longestRun;
  if (source.overlaps && target.overlaps && isShort) return dotOfRuns(source, p, i, target, q, j);
  const { dimensions } = source;
  let dot = 0;
  for (let s = p; s < i; s++) {
    for (let t = q; t < j; t++) {
      for (let d = 0, x = s * dimensions, y = t * dimensions; d < dimensions; d++) dot += source.sums[x + d]! * target.sums[y + d]!;
    }
  }
  // beads that a caller gives may be larger than those whose norms are known
  const norm = normOfRun(source, p, i) * normOfRun(target, q, j);
  return norm > 0 ? dot / norm : 0;
}

/** The cosine that the model itself gives source sentences [p, i) and target sentences [q, j), of which `cosine` is the centred one. */
export function cosineAsEmbedded(
  source: PreparedDocument,
  target: PreparedDocument,
  [p, i]: readonly [number, number],
  [q, j]: readonly [number, number],
  cosine: number,
): number {
  const isShort = i - p <= source.longestRun && j - q <= target.longestRun;
  if (!source.centring || !target.centring || !isShort) return cosine;
  const left = rowOfRun(source, p, i);
  const right = rowOfRun(target, q, j);
  const [own, other] = [source.centring, target.centring];
  let square = 0;
  let toOwn = 0;
  let toOther = 0;
  let product = 0;
  for (let d = 0; d < source.dimensions; d++) {
    square += own.mean[d]! * other.mean[d]!;
    toOwn += right.rows[right.at + d]! * own.mean[d]!;
    toOther += left.rows[left.at + d]! * other.mean[d]!;
    product += left.rows[left.at + d]! * right.rows[right.at + d]!;
  }
  const [x, y] = [own.lengths[left.row]!, other.lengths[right.row]!];
  return x > 0 && y > 0 ? Math.min(x * y * product + x * toOther + y * toOwn + square, 1) : 0;
}

/** Where the vector of a run of sentences lies, and its number among all rows. */
function rowOfRun({ sums, overlaps, texts, dimensions }: PreparedDocument, start: number, end: number) {
  const row = end - start === 1 ? start : (end - start - 2) * texts.length + start;
  return { rows: end - start === 1 ? sums : overlaps!, at: row * dimensions, row: end - start === 1 ? row : texts.length + row };
}

function normOfRun({ norms, longestRun, sums, dimensions }: PreparedDocument, start: number, end: number): number {
  if (end - start <= longestRun) return norms[start * longestRun + end - start - 1]!;
  let square = 0;
  for (let d = 0; d < dimensions; d++) {
    let sum = 0;
    for (let s = start; s < end; s++) sum += sums[s * dimensions + d]!;
    square += sum * sum;
  }
  return Math.sqrt(square);
}
