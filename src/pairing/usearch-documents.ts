/**
 * The same as `nearest-documents`, with an approximate index: the optional peer `usearch` (HNSW, Malkov and Yashunin 2018,
 * https://arxiv.org/abs/1603.09320). One index for each language. It may miss a few neighbours, and takes n × log n steps instead of n².
 */
import { AlignmentError } from '../errors.ts';
import { createNearest, insert, type NearestDocuments, type SearchedDocuments } from './nearest-documents.ts';

/** The optional peer. */
export type Usearch = typeof import('usearch');

const rowsPerStep = 256;
/** Links per document in the index. Above the default of 16, for recall. */
const connectivity = 32;
/** Beam width while the index is built. Above the default of 128, for recall. */
const widthWhileBuilding = 200;
/** Smallest beam width of a search. Above the default of 64, for recall. */
const leastWidth = 200;

/** Load the optional peer. */
export async function loadUsearch(): Promise<Usearch> {
  try {
    return await import('usearch');
  } catch (cause) {
    throw new AlignmentError(
      'RUNTIME_MISSING',
      "`search: 'usearch'` needs `usearch`, which cannot be imported: run `npm install usearch`",
      {
        cause,
      },
    );
  }
}

/** Find the nearest by an index. Yields the share done. One thread, so that the same pile gives the same lists. */
export function* findNearestByIndex(searched: SearchedDocuments, kept: number, library: Usearch): Generator<number, NearestDocuments> {
  const { rows, dimensions, languages, languageCount } = searched;
  const count = languages.length;
  const nearest = createNearest(searched, kept);
  const { Index, MetricKind, ScalarKind } = library;
  for (let language = 0; language < languageCount; language++) {
    const members: number[] = [];
    for (let row = 0; row < count; row++) if (languages[row] === language) members.push(row);
    const index = new Index({
      dimensions,
      metric: MetricKind.IP,
      quantization: ScalarKind.F32,
      connectivity,
      expansion_add: widthWhileBuilding,
      expansion_search: Math.max(leastWidth, 4 * kept),
      multi: false,
    });
    for (let at = 0; at < members.length; at += rowsPerStep) {
      const some = members.slice(at, at + rowsPerStep);
      const block = new Float32Array(some.length * dimensions);
      for (const [k, row] of some.entries()) block.set(rows.subarray(row * dimensions, (row + 1) * dimensions), k * dimensions);
      index.add(BigUint64Array.from(some, BigInt), block, 1);
      yield (language + (0.5 * at) / members.length) / languageCount;
    }
    // one more than is kept: a document is its own nearest
    const wanted = Math.min(kept + 1, members.length);
    for (let start = 0; start < count; start++) {
      const { keys, distances } = index.search(rows.subarray(start * dimensions, (start + 1) * dimensions), wanted, 1);
      const list = (start * languageCount + language) * kept;
      // in input order, so that of documents equally near the first is kept, as in the exact search
      const found = Array.from(keys, (key, k) => [Number(key), 1 - distances[k]!] as const).sort((x, y) => x[0] - y[0]);
      for (const [row, cosine] of found) if (row !== start) insert(nearest, list, row, cosine);
      if (start % rowsPerStep === 0) yield (language + 0.5 + (0.5 * start) / count) / languageCount;
    }
  }
  return nearest;
}
