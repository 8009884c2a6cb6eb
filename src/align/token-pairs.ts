/**
 * Best cosines between the tokens of two sentences: for each token of one sentence, its highest cosine with a token of the other.
 *
 * Few pairs are multiplied one by one: tokens × tokens × dimensions steps each. Where many will be asked for, all distinct tokens are multiplied first
 * (`token-similarities.ts`), and a pair is as many look-ups as it has tokens. Both give the same numbers.
 */
import type { DotKernel } from './kernel/dot-kernel.ts';
import type { TokenRows } from './token-rows.ts';
import { countTypes, type TokenSimilarities } from './token-similarities.ts';

/** Floats of a page. A pair has at most 600 tokens and lies in one page. */
const pageLength = 1 << 13;
/** Floats of the tables of all tokens; documents that need more are multiplied pair by pair. */
const mostInTables = 1 << 23;
/** Products of tokens that take as long as one look-up for the tables. */
const lookUpCost = 1 / 8;

/** Best cosines of sentence pairs, kept in pages: a growing array would be copied whole again and again. */
export interface TokenPairs {
  readonly sourceTokens: TokenRows;
  readonly targetTokens: TokenRows;
  /** Say that about this many pairs will be measured. Multiplies all distinct tokens where that takes less time than these pairs. Yields every few milliseconds. */
  expect(pairs: number): Generator<void, void>;
  /** All distinct tokens of both sides, once {@link TokenPairs.expect} has found them worth it. */
  readonly similarities: TokenSimilarities | undefined;
  /** Measure a pair. Returns its place: the best cosines of the source tokens stand there, those of the target tokens follow. Negative cosines count 0. */
  measure(s: number, t: number): number;
  /** The page that a place is in. */
  page(place: number): Float32Array;
  /** The same as the bits of its numbers. */
  bitsOfPage(place: number): Int32Array;
}

/** Where in its page a place is. */
export function placeInPage(place: number): number {
  return place & (pageLength - 1);
}

/** Prepare to measure pairs; nothing for documents without tokens. */
export function createTokenPairs(kernel: DotKernel): TokenPairs | undefined {
  const { sourceTokens, targetTokens } = kernel;
  return sourceTokens && targetTokens && new MeasuredPairs(kernel, sourceTokens, targetTokens);
}

class MeasuredPairs implements TokenPairs {
  readonly sourceTokens: TokenRows;
  readonly targetTokens: TokenRows;
  similarities: TokenSimilarities | undefined;
  readonly #kernel: DotKernel;
  readonly #pages: Float32Array[] = [];
  readonly #bits: Int32Array[] = [];
  #used = 0; // of all pages

  constructor(kernel: DotKernel, sourceTokens: TokenRows, targetTokens: TokenRows) {
    this.#kernel = kernel;
    this.sourceTokens = sourceTokens;
    this.targetTokens = targetTokens;
  }

  *expect(pairs: number): Generator<void, void> {
    if (this.similarities) return;
    const { sourceTokens: source, targetTokens: target } = this;
    const [n, m] = [source.offsets.length - 1, target.offsets.length - 1];
    const [sourceTypes, targetTypes] = [countTypes(source), countTypes(target)];
    if (sourceTypes * m + targetTypes * n > mostInTables) return;
    const onePair = (source.ids.length / n) * (target.ids.length / m);
    const tables = sourceTypes * targetTypes + lookUpCost * (source.ids.length * targetTypes + target.ids.length * sourceTypes);
    if (tables < pairs * onePair) this.similarities = yield* this.#kernel.multiplyTokens();
  }

  measure(s: number, t: number): number {
    const { sourceTokens: source, targetTokens: target } = this;
    const [s0, s1, t0, t1] = [source.offsets[s]!, source.offsets[s + 1]!, target.offsets[t]!, target.offsets[t + 1]!];
    const page = this.#makeRoom(s1 - s0 + t1 - t0);
    const place = this.#used;
    this.#used += s1 - s0 + t1 - t0;
    let at = placeInPage(place);
    if (!this.similarities) page.set(this.#kernel.bestProducts(s, t).subarray(0, s1 - s0 + t1 - t0), at);
    else {
      const { bySource, sourceWidth, byTarget, targetWidth } = this.similarities;
      for (let k = s0, row = t * sourceWidth; k < s1; k++) page[at++] = bySource[row + source.ids[k]!]!;
      for (let k = t0, row = s * targetWidth; k < t1; k++) page[at++] = byTarget[row + target.ids[k]!]!;
    }
    return place;
  }

  /** The page with room for this many floats. */
  #makeRoom(floats: number): Float32Array {
    const end = this.#pages.length * pageLength;
    if (this.#used + floats > end || end === 0) {
      this.#used = end;
      const page = new Float32Array(pageLength);
      this.#pages.push(page);
      this.#bits.push(new Int32Array(page.buffer));
    }
    return this.#pages.at(-1)!;
  }

  page(place: number): Float32Array {
    return this.#pages[Math.floor(place / pageLength)]!;
  }

  bitsOfPage(place: number): Int32Array {
    return this.#bits[Math.floor(place / pageLength)]!;
  }
}
