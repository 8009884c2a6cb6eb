/**
 * The similarity of every word of one document with the sentences of the other, measured once for a pair of documents.
 *
 * A document has far fewer distinct tokens than pairs of sentences have pairs of tokens, so each distinct token of one side is multiplied with each of the other
 * once. Products are used up at once for two tables and not kept:
 *
 *     bySource[t, x] = highest cosine of source token x with a token of target sentence t
 *     byTarget[s, y] = highest cosine of target token y with a token of source sentence s
 *
 * All values of beads (best cosines of a pair of sentences, coverage of runs) are look-ups in these. Negative cosines count 0.
 *
 * Time: distinct tokens × distinct tokens × dimensions, and tokens of a side × distinct tokens of the other. Memory: distinct tokens × sentences, both ways.
 * `kernel/simd-tables.ts` does the same in lanes.
 */
import type { TokenRows } from './token-rows.ts';

/** Best cosines of distinct tokens, at least 0. Rows may have places after the last token. */
export interface TokenSimilarities {
  /** Of source token x with the tokens of target sentence t, at `t × sourceWidth + x`. */
  readonly bySource: Float32Array;
  readonly sourceWidth: number;
  /** Of target token y with the tokens of source sentence s, at `s × targetWidth + y`. */
  readonly byTarget: Float32Array;
  readonly targetWidth: number;
}

const productsPerStep = 200_000;

/** Distinct tokens of a document. */
export function countTypes({ rarity }: TokenRows): number {
  return rarity.length;
}

/**
 * Measure all tokens of a pair of documents. Yields every few milliseconds of work.
 *
 * @param multiply - Products of a distinct source token with every distinct target token.
 */
export function* measureTokenSimilarities(
  multiply: (id: number) => Float32Array,
  source: TokenRows,
  target: TokenRows,
): Generator<void, TokenSimilarities> {
  const [sourceWidth, targetWidth] = [countTypes(source), countTypes(target)];
  const bySource = new Float32Array((target.offsets.length - 1) * sourceWidth);
  const byTarget = new Float32Array((source.offsets.length - 1) * targetWidth);
  const [having, others] = [yield* findPlaces(source), yield* findPlaces(target)];
  let work = 0;
  for (let x = 0; x < sourceWidth; x++) {
    const products = multiply(x);
    for (let y = 0; y < targetWidth; y++) {
      const product = products[y]!;
      for (let k = having.starts[x]!; k < having.starts[x + 1]!; k++) raise(byTarget, having.sentences[k]! * targetWidth + y, product);
      for (let k = others.starts[y]!; k < others.starts[y + 1]!; k++) raise(bySource, others.sentences[k]! * sourceWidth + x, product);
    }
    work += targetWidth;
    if (work > productsPerStep) {
      work = 0;
      yield;
    }
  }
  return { bySource, sourceWidth, byTarget, targetWidth };
}

function raise(values: Float32Array, place: number, product: number): void {
  if (product > values[place]!) values[place] = product;
}

/** The sentences that hold each distinct token, each once: those of token x are `sentences[starts[x]]` to `sentences[starts[x + 1] - 1]`. */
export interface TokenPlaces {
  readonly starts: Int32Array;
  readonly sentences: Int32Array;
}

/** Find the sentences of each token. Yields between two passes over the document. */
export function* findPlaces({ offsets, ids, rarity }: TokenRows): Generator<void, TokenPlaces> {
  const lastSeen = new Int32Array(rarity.length).fill(-1);
  const starts = new Int32Array(rarity.length + 1);
  const visit = (take: (id: number, sentence: number) => void) => {
    lastSeen.fill(-1);
    for (let s = 0; s + 1 < offsets.length; s++) {
      for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
        if (lastSeen[ids[k]!] === s) continue;
        lastSeen[ids[k]!] = s;
        take(ids[k]!, s);
      }
    }
  };
  visit((id) => {
    starts[id + 1] = starts[id + 1]! + 1;
  });
  yield;
  for (let x = 0; x < rarity.length; x++) starts[x + 1] = starts[x + 1]! + starts[x]!;
  const sentences = new Int32Array(starts[rarity.length]!);
  const next = starts.slice();
  visit((id, sentence) => {
    sentences[next[id]!] = sentence;
    next[id] = next[id]! + 1;
  });
  yield;
  return { starts, sentences };
}
