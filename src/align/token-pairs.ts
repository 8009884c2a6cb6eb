/**
 * Best cosines between the tokens of two sentences: for each token of one sentence, its highest cosine with a token of the other.
 *
 * A pair takes tokens × tokens × dimensions steps and one float for each token.
 */
import type { DotKernel } from './kernel/dot-kernel.ts';
import type { TokenRows } from './token-rows.ts';

/** Floats of a page. A pair has at most 600 tokens and lies in one page. */
const pageLength = 1 << 13;

/** Best cosines of sentence pairs, kept in pages: a growing array would be copied whole again and again. */
export interface TokenPairs {
  readonly sourceTokens: TokenRows;
  readonly targetTokens: TokenRows;
  /** Measure a pair. Returns its place: the best cosines of the source tokens stand there, those of the target tokens follow. Negative cosines count 0. */
  measure(s: number, t: number): number;
  /** The page that a place is in. */
  page(place: number): Float32Array;
}

/** Where in its page a place is. */
export function placeInPage(place: number): number {
  return place & (pageLength - 1);
}

/** Prepare to measure pairs; nothing for documents without tokens. */
export function createTokenPairs(kernel: DotKernel): TokenPairs | undefined {
  const { sourceTokens, targetTokens } = kernel;
  if (!sourceTokens || !targetTokens) return undefined;
  const pages: Float32Array[] = [];
  let used = 0; // of all pages

  function measure(s: number, t: number): number {
    const length = sourceTokens!.offsets[s + 1]! - sourceTokens!.offsets[s]! + targetTokens!.offsets[t + 1]! - targetTokens!.offsets[t]!;
    const end = pages.length * pageLength;
    if (used + length > end || end === 0) {
      used = end;
      pages.push(new Float32Array(pageLength));
    }
    const place = used;
    used += length;
    pages.at(-1)!.set(kernel.bestProducts(s, t).subarray(0, length), placeInPage(place));
    return place;
  }

  return { sourceTokens, targetTokens, measure, page: (place) => pages[Math.floor(place / pageLength)]! };
}
