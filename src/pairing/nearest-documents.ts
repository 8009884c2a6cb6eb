/**
 * Finds the nearest neighbours of each item of a pile, language by language.
 *
 *     rows sorted by language      en en en | id id | zh zh zh zh
 *     one list for each item       [ 4 en ]  [ 4 id ]  [ 4 zh ]     best first
 *     and language
 *
 * Compares every row with every other in blocks, with the dot product kernel of the aligner: n² × dimensions steps, memory for the lists and two
 * blocks.
 */
import { buildDotKernel } from '../align/kernel/build-kernel.ts';
import type { DocumentVectors } from './document-vectors.ts';

/** The nearest items of each item in each language. */
export interface NearestDocuments {
  /** Neighbours kept per item and language. */
  readonly kept: number;
  /** Those of item i in language l, best first, from `(i × languages + l) × kept` on; -1 after the last. */
  readonly items: Int32Array;
  readonly cosines: Float32Array;
}

/** The vectors to search. */
export interface SearchedDocuments extends DocumentVectors {
  /** For each row the number of its language, from 0. */
  readonly languages: Int32Array;
  readonly languageCount: number;
}

const sourceBlock = 512;
const targetBlock = 4096;

/** Empty lists. */
export function createNearest({ languages, languageCount }: SearchedDocuments, kept: number): NearestDocuments {
  const size = languages.length * languageCount * kept;
  return { kept, items: new Int32Array(size).fill(-1), cosines: new Float32Array(size).fill(-1) };
}

/** Find the nearest neighbours by exhaustive comparison. Yields the share done. Of items equally near, the first in the input is kept. */
export function* findNearestDocuments(searched: SearchedDocuments, kept: number): Generator<number, NearestDocuments> {
  const { rows, dimensions, languages, languageCount } = searched;
  const count = languages.length;
  const nearest = createNearest(searched, kept);
  let done = 0;
  for (let first = 0; first < count; first += targetBlock) {
    const targets = rows.subarray(first * dimensions, Math.min(first + targetBlock, count) * dimensions);
    const width = targets.length / dimensions;
    for (let start = 0; start < count; start += sourceBlock) {
      const sources = rows.subarray(start * dimensions, Math.min(start + sourceBlock, count) * dimensions);
      const kernel = yield* withShare(
        buildDotKernel({ sums: sources, dimensions, tokens: undefined }, { sums: targets, dimensions, tokens: undefined }),
        done,
      );
      const height = sources.length / dimensions;
      for (let row = 0; row < height; row++) {
        const products = kernel.sentenceProducts(row, 0, width);
        const list = (start + row) * languageCount;
        for (let column = 0; column < width; column++) {
          const other = first + column;
          if (other !== start + row) insert(nearest, (list + languages[other]!) * kept, other, products[column]!);
        }
        done += width / (count * count);
        yield done;
      }
    }
  }
  return nearest;
}

/** Put an item into the list that begins at `start`, if it belongs there. */
export function insert({ items, cosines, kept }: NearestDocuments, start: number, item: number, cosine: number): void {
  let place = start + kept - 1;
  if (cosine <= cosines[place]!) return;
  while (place > start && cosines[place - 1]! < cosine) {
    cosines[place] = cosines[place - 1]!;
    items[place] = items[place - 1]!;
    place--;
  }
  cosines[place] = cosine;
  items[place] = item;
}

function* withShare<Result>(steps: Generator<void, Result>, share: number): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield share;
  }
}
