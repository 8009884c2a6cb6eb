/**
 * The similarity of every word of one document with the sentences of the other, measured once for a pair of documents.
 *
 * A document has far fewer distinct tokens than pairs of sentences have pairs of tokens, so each distinct token of one side is multiplied with each of the other
 * once. A row of that matrix is used up at once for two tables and not kept:
 *
 *     bySource[x, t] = highest cosine of source token x with a token of target sentence t
 *     byTarget[s, y] = highest cosine of target token y with a token of source sentence s
 *
 * Everything that beads ask for (best cosines of a pair of sentences, coverage of runs) is a look-up in these. Negative cosines count 0.
 *
 * Time: distinct tokens × distinct tokens × dimensions, and tokens of a side × distinct tokens of the other. Memory: distinct tokens × sentences, both ways.
 */
import type { DotKernel } from './kernel/dot-kernel.ts';
import type { TokenRows } from './token-rows.ts';

/** Best cosines of distinct tokens, at least 0. */
export interface TokenSimilarities {
  /** Of source token x with the tokens of target sentence t, at `x × target sentences + t`. */
  readonly bySource: Float32Array;
  /** Of target token y with the tokens of source sentence s, at `s × distinct target tokens + y`. */
  readonly byTarget: Float32Array;
}

const productsPerStep = 200_000;

/** Distinct tokens of a document. */
export function countTypes({ rarity }: TokenRows): number {
  return rarity.length;
}

/** Measure all tokens of a pair of documents. Yields every few milliseconds of work. */
export function* measureTokenSimilarities(kernel: DotKernel, source: TokenRows, target: TokenRows): Generator<void, TokenSimilarities> {
  const sourceTypes = countTypes(source);
  const targetTypes = countTypes(target);
  const n = source.offsets.length - 1;
  const m = target.offsets.length - 1;
  const bySource = new Float32Array(sourceTypes * m);
  const byTarget = new Float32Array(n * targetTypes);
  const { starts, sentences } = yield* findPlaces(source);
  let work = 0;
  for (let x = 0; x < sourceTypes; x++) {
    const products = kernel.tokenProducts(x);
    bestOfSentences(products, target, bySource, x * m);
    for (let k = starts[x]!; k < starts[x + 1]!; k++) raiseRow(byTarget, sentences[k]! * targetTypes, products, targetTypes);
    work += targetTypes;
    if (work > productsPerStep) {
      work = 0;
      yield;
    }
  }
  return { bySource, byTarget };
}

/** The highest product of each sentence, at least 0. */
function bestOfSentences(products: Float32Array, { offsets, ids }: TokenRows, out: Float32Array, place: number): void {
  const count = offsets.length - 1;
  for (let t = 0, k = 0; t < count; t++) {
    let best = 0;
    for (const end = offsets[t + 1]!; k < end; k++) {
      const product = products[ids[k]!]!;
      if (product > best) best = product;
    }
    out[place + t] = best;
  }
}

/** Raise a row to the products. */
function raiseRow(rows: Float32Array, place: number, products: Float32Array, count: number): void {
  for (let y = 0; y < count; y++) {
    const product = products[y]!;
    if (product > rows[place + y]!) rows[place + y] = product;
  }
}

/** The sentences that hold each distinct token, each once: those of token x are `sentences[starts[x]]` to `sentences[starts[x + 1] - 1]`. */
function* findPlaces({ offsets, ids, rarity }: TokenRows): Generator<void, { starts: Int32Array; sentences: Int32Array }> {
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
