/**
 * How much of a bead's words find a counterpart on the other side.
 *
 * Each token of a sentence has a best cosine with the tokens of each sentence of the other side. Over a run of sentences the best is the largest of these,
 * so the coverage of any bead comes from sentence pairs, each looked at once:
 *
 *     cover(s, [q, j)) = sum over tokens k of s of weight(k) · max over t in [q, j) of best(k, t)
 *
 * Both tables, pairs and runs, are filled when first asked for. A pair takes tokens × tokens × dimensions steps, a run as many steps as it has tokens.
 */
import { placeInPage, type TokenPairs } from '../token-pairs.ts';

const nothing = 1e-30; // a sum of nothing, told from what was never asked for

/** Which columns of the other side each sentence of a document may meet. */
export interface Windows {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Coverage of sentences by runs of the other side. */
export interface TokenCoverage {
  /** Weighted sum of best cosines of the tokens of source sentence s over target sentences [q, j). */
  coverSource(s: number, q: number, j: number): number;
  /** The same the other way round. */
  coverTarget(t: number, p: number, i: number): number;
  /** Total weight of the tokens of the source sentences before s. */
  readonly sourceMass: Float64Array;
  readonly targetMass: Float64Array;
}

/**
 * Tables over pairs of sentences.
 *
 * @param windows - Target sentences that each source sentence may meet; runs outside are not asked for.
 * @param reach - Most sentences of a run.
 */
export function createTokenCoverage(pairs: TokenPairs, windows: Windows, reach: number): TokenCoverage {
  const { sourceTokens, targetTokens } = pairs;
  const columns = targetTokens.offsets.length - 1;
  const mirrored = mirrorWindows(windows, columns);
  const pairStarts = countPlaces(windows);
  // 0 is what was never asked for: so most of the tables is never touched
  const pairPlaces = new Int32Array(pairStarts[pairStarts.length - 1]!);
  const sourceRuns = new Float32Array(pairPlaces.length * reach);
  const mirroredStarts = countPlaces(mirrored);
  const targetRuns = new Float32Array(mirroredStarts[columns]! * reach);
  // numbers from 0 up are in the order of their bits, and integers are compared without a branch, which nothing could predict here
  const best = new Float32Array(Math.max(sourceTokens.most, targetTokens.most));
  const bestBits = new Int32Array(best.buffer);

  function pairAt(s: number, t: number): number {
    const key = pairStarts[s]! + t - windows.first[s]!;
    const known = pairPlaces[key]!;
    if (known > 0) return known - 1;
    const place = pairs.measure(s, t);
    pairPlaces[key] = place + 1;
    return place;
  }

  /** Raise `best` to the cosines of one more sentence, and add it up by weight. */
  function addLargest(bits: Int32Array, start: number, weights: Float32Array, first: number, count: number): number {
    let sum = 0;
    for (let x = 0; x < count; x++) {
      const below = bestBits[x]! - bits[start + x]!;
      bestBits[x] = bestBits[x]! - (below & (below >> 31));
      sum += best[x]! * weights[first + x]!;
    }
    return sum;
  }

  function coverSource(s: number, q: number, j: number): number {
    const base = (pairStarts[s]! + q - windows.first[s]!) * reach - 1;
    const known = sourceRuns[base + j - q]!;
    if (known > 0) return known;
    const s0 = sourceTokens.offsets[s]!;
    const m = sourceTokens.offsets[s + 1]! - s0;
    best.fill(0, 0, m);
    let sum = 0;
    for (let t = q; t < j; t++) {
      const place = pairAt(s, t);
      sum = addLargest(pairs.bitsOfPage(place), placeInPage(place), sourceTokens.weights, s0, m);
      sourceRuns[base + t + 1 - q] = Math.max(sum, nothing);
    }
    return sum;
  }

  function coverTarget(t: number, p: number, i: number): number {
    const base = (mirroredStarts[t]! + p - mirrored.first[t]!) * reach - 1;
    const known = targetRuns[base + i - p]!;
    if (known > 0) return known;
    const t0 = targetTokens.offsets[t]!;
    const n = targetTokens.offsets[t + 1]! - t0;
    best.fill(0, 0, n);
    let sum = 0;
    for (let s = p; s < i; s++) {
      const place = pairAt(s, t);
      const start = placeInPage(place) + sourceTokens.offsets[s + 1]! - sourceTokens.offsets[s]!;
      sum = addLargest(pairs.bitsOfPage(place), start, targetTokens.weights, t0, n);
      targetRuns[base + s + 1 - p] = Math.max(sum, nothing);
    }
    return sum;
  }

  return { coverSource, coverTarget, sourceMass: sourceTokens.mass, targetMass: targetTokens.mass };
}

/** For each column, the rows whose windows hold it. Window limits never fall, so these are neighbours. */
function mirrorWindows({ first, last }: Windows, columns: number): Windows {
  const mirroredFirst = new Int32Array(columns);
  const mirroredLast = new Int32Array(columns);
  for (let t = 0, low = 0, high = 0; t < columns; t++) {
    while (low < first.length && last[low]! <= t) low++;
    while (high < first.length && first[high]! <= t) high++;
    mirroredFirst[t] = low;
    mirroredLast[t] = Math.max(high, low);
  }
  return { first: mirroredFirst, last: mirroredLast };
}

function countPlaces({ first, last }: Windows): Int32Array {
  const starts = new Int32Array(first.length + 1);
  for (let r = 0; r < first.length; r++) starts[r + 1] = starts[r]! + last[r]! - first[r]!;
  return starts;
}
