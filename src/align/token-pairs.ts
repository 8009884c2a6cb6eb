/**
 * Best cosines between the tokens of two sentences: for each token of one sentence, its highest cosine with a token of the other.
 *
 * A pair takes tokens × tokens × dimensions steps and one float for each token.
 */
import type { DotKernel } from './dot-kernel.ts';
import type { TokenRows } from './token-rows.ts';

/** Best cosines of sentence pairs, kept in one growing array. */
export interface TokenPairs {
  readonly sourceTokens: TokenRows;
  readonly targetTokens: TokenRows;
  /** Measure a pair. Returns the place in {@link pool} of the best cosines of the source tokens; those of the target tokens follow. Negative cosines count 0. */
  measure(s: number, t: number): number;
  /** Where the figures stand. It moves when it grows, so ask again after each {@link measure}. */
  pool(): Float32Array;
}

/** Prepare to measure pairs; nothing for documents without tokens. */
export function createTokenPairs(kernel: DotKernel): TokenPairs | undefined {
  const { sourceTokens, targetTokens } = kernel;
  if (!sourceTokens || !targetTokens) return undefined;
  let pool = new Float32Array(1 << 14);
  let used = 0;

  function measure(s: number, t: number): number {
    const length = sourceTokens!.offsets[s + 1]! - sourceTokens!.offsets[s]! + targetTokens!.offsets[t + 1]! - targetTokens!.offsets[t]!;
    if (used + length > pool.length) {
      const larger = new Float32Array(Math.max(pool.length * 2, used + length));
      larger.set(pool);
      pool = larger;
    }
    const place = used;
    used += length;
    const best = kernel.bestProducts(s, t);
    for (let k = 0; k < length; k++) pool[place + k] = best[k]!;
    return place;
  }

  return { sourceTokens, targetTokens, measure, pool: () => pool };
}
