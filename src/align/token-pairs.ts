/**
 * Best cosines between the tokens of two sentences: for each token of one sentence, its highest cosine with a token of the other.
 *
 * A pair takes tokens × tokens × dimensions steps and one float for each token.
 */
import { dotRows } from './dot-products.ts';
import type { PreparedDocument } from './prepare-document.ts';

/** Tokens of a sentence that are looked at; what follows is left out, so that a sentence of a million words stays affordable. */
const longestSentence = 300;

/** Tokens of a document, cut to what is looked at. */
export interface TokenRows {
  /** Tokens of sentence s are `offsets[s]` to `offsets[s + 1]`. */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly vectors: Float32Array;
  /** Total weight of the tokens of the sentences before s. */
  readonly mass: Float64Array;
  /** Most tokens of a sentence. */
  readonly most: number;
}

/** Best cosines of sentence pairs, kept in one growing array. */
export interface TokenPairs {
  readonly sourceTokens: TokenRows;
  readonly targetTokens: TokenRows;
  /** Measure a pair. Returns the place in {@link pool} of the best cosines of the source tokens; those of the target tokens follow. Negative cosines count 0. */
  measure(s: number, t: number): number;
  /** Where the figures stand. It moves when it grows, so ask again after each {@link measure}. */
  pool(): Float32Array;
}

/** Prepare to measure pairs of two documents with tokens. */
export function createTokenPairs(source: PreparedDocument, target: PreparedDocument): TokenPairs {
  const { dimensions } = source;
  const sourceTokens = cutTokens(source);
  const targetTokens = cutTokens(target);
  const rows = new Float32Array(targetTokens.most * dimensions);
  const cosines = new Float32Array(targetTokens.most);
  let gathered = -1;
  let pool = new Float32Array(1 << 14);
  let used = 0;

  function gather(t: number): void {
    if (gathered === t) return;
    gathered = t;
    const { offsets, ids, vectors } = targetTokens;
    for (let y = offsets[t]!, to = 0; y < offsets[t + 1]!; y++, to += dimensions) {
      const from = ids[y]! * dimensions;
      for (let d = 0; d < dimensions; d++) rows[to + d] = vectors[from + d]!;
    }
  }

  function measure(s: number, t: number): number {
    const s0 = sourceTokens.offsets[s]!;
    const m = sourceTokens.offsets[s + 1]! - s0;
    const n = targetTokens.offsets[t + 1]! - targetTokens.offsets[t]!;
    if (used + m + n > pool.length) {
      const larger = new Float32Array(Math.max(pool.length * 2, used + m + n));
      larger.set(pool);
      pool = larger;
    }
    const place = used;
    used += m + n;
    gather(t);
    for (let x = 0; x < m; x++) {
      dotRows(sourceTokens.vectors, sourceTokens.ids[s0 + x]!, rows, 0, n, dimensions, cosines);
      let highest = 0;
      for (let y = 0; y < n; y++) {
        const cosine = cosines[y]!;
        if (cosine > highest) highest = cosine;
        if (cosine > pool[place + m + y]!) pool[place + m + y] = cosine;
      }
      pool[place + x] = highest;
    }
    return place;
  }

  return { sourceTokens, targetTokens, measure, pool: () => pool };
}

function cutTokens(document: PreparedDocument): TokenRows {
  const { offsets, ids, weights, vectors } = document.tokens!;
  const count = document.texts.length;
  const cut = new Int32Array(count + 1);
  let most = 0;
  for (let s = 0; s < count; s++) {
    const tokens = Math.min(offsets[s + 1]! - offsets[s]!, longestSentence);
    cut[s + 1] = cut[s]! + tokens;
    most = Math.max(most, tokens);
  }
  const cutIds = new Int32Array(cut[count]!);
  const cutWeights = new Float32Array(cut[count]!);
  const mass = new Float64Array(count + 1);
  for (let s = 0; s < count; s++) {
    let sum = 0;
    for (let from = offsets[s]!, to = cut[s]!; to < cut[s + 1]!; from++, to++) {
      cutIds[to] = ids[from]!;
      cutWeights[to] = weights[from]!;
      sum += weights[from]!;
    }
    mass[s + 1] = mass[s]! + sum;
  }
  return { offsets: cut, ids: cutIds, weights: cutWeights, vectors, mass, most };
}
