/**
 * A rough path through a grid too large to be searched whole, found coarse to fine.
 *
 * Both documents are cut into the same number of blocks of equal length in letters. The vector of a block is the sum of its sentences' vectors, each less the mean
 * of its document, so that blocks differ by what is particular to them. The grid of some hundred blocks a side is searched whole; then the blocks are halved
 * again and again, and only the strip around the last path is searched. After Thompson and Koehn (2019), https://aclanthology.org/D19-1136/,
 * but with blocks by length, and with nothing won or lost by a gap: a path collects the likeness above what chance gives.
 *
 * Time and memory are proportional to the number of sentences.
 */

import { buildDotKernel } from '../kernel/build-kernel.ts';
import type { Workspace } from '../kernel/workspace.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { type Band, bandAround, fullBand } from './band.ts';

const coarsestBlocks = 400;
const stripRadius = 12;
const sentencesPerFinestBlock = 2;
const rowsPerStep = 50;
const sentencesPerStep = 2_000;

/** The segment of both documents that a path is looked for in. */
export interface Segment {
  readonly source: readonly [start: number, end: number];
  readonly target: readonly [start: number, end: number];
}

/**
 * Find a rough path through a segment.
 *
 * @returns Points of the path, source and target boundary in turn, from the start of the segment to its end.
 */
export function* coarsePath(
  source: PreparedDocument,
  target: PreparedDocument,
  segment: Segment,
  workspace?: Workspace,
): Generator<void, number[]> {
  const n = segment.source[1] - segment.source[0];
  const m = segment.target[1] - segment.target[0];
  const finest = Math.max(Math.floor(Math.min(n, m) / sentencesPerFinestBlock), 1);
  const sourceVectors = yield* centreVectors(source, segment.source);
  const targetVectors = yield* centreVectors(target, segment.target);
  let blocks = Math.min(finest, coarsestBlocks);
  let band = fullBand(blocks, blocks);
  for (;;) {
    const sourceCuts = cutByLength(source, segment.source, blocks);
    const targetCuts = cutByLength(target, segment.target, blocks);
    yield;
    const rows = yield* sumBlocks(sourceVectors, source.dimensions, sourceCuts, segment.source[0]);
    yield;
    const columns = yield* sumBlocks(targetVectors, target.dimensions, targetCuts, segment.target[0]);
    yield;
    const path = yield* followLikeness(rows, columns, source.dimensions, band, workspace);
    if (blocks >= finest) {
      const rungs: number[] = [];
      for (let k = 0; k < path.length; k += 2) rungs.push(sourceCuts[path[k]!]!, targetCuts[path[k + 1]!]!);
      return rungs;
    }
    const next = Math.min(blocks * 2, finest);
    const finer = path.map((boundary) => Math.round((boundary * next) / blocks));
    band = bandAround(finer, next, next, stripRadius);
    yield;
    blocks = next;
  }
}

/** Unit vectors of the sentences less their mean. */
function* centreVectors(document: PreparedDocument, [start, end]: readonly [number, number]): Generator<void, Float32Array> {
  const { sums, dimensions, norms, longestRun } = document;
  const vectors = new Float32Array((end - start) * dimensions);
  const mean = new Float64Array(dimensions);
  for (let s = start; s < end; s++) {
    const norm = norms[s * longestRun]!;
    const scale = norm > 0 ? 1 / norm : 0;
    const to = (s - start) * dimensions;
    for (let d = 0; d < dimensions; d++) {
      const value = sums[s * dimensions + d]! * scale;
      vectors[to + d] = value;
      mean[d] = mean[d]! + value / (end - start);
    }
    if (s % sentencesPerStep === 0) yield;
  }
  for (let s = 0; s < end - start; s++) {
    for (let d = 0, k = s * dimensions; d < dimensions; d++, k++) vectors[k] = vectors[k]! - mean[d]!;
    if (s % sentencesPerStep === 0) yield;
  }
  return vectors;
}

/** Boundaries of blocks of equal length in letters, counted in sentences of the document; `blocks + 1` of them. */
function cutByLength({ lengths }: PreparedDocument, [start, end]: readonly [number, number], blocks: number): Int32Array {
  const cuts = new Int32Array(blocks + 1);
  const total = lengths[end]! - lengths[start]!;
  let s = start;
  for (let block = 0; block <= blocks; block++) {
    const goal = lengths[start]! + (total * block) / blocks;
    while (s < end && (lengths[s]! + lengths[s + 1]!) / 2 < goal) s++;
    cuts[block] = s;
  }
  cuts[0] = start;
  cuts[blocks] = end;
  return cuts;
}

/** Unit vectors of blocks. */
function* sumBlocks(vectors: Float32Array, dimensions: number, cuts: Int32Array, start: number): Generator<void, Float32Array> {
  const blocks = cuts.length - 1;
  const rows = new Float32Array(blocks * dimensions);
  let pause = sentencesPerStep;
  for (let block = 0; block < blocks; block++) {
    const to = block * dimensions;
    for (let s = cuts[block]! - start; s < cuts[block + 1]! - start; s++) {
      for (let d = 0; d < dimensions; d++) rows[to + d] = rows[to + d]! + vectors[s * dimensions + d]!;
    }
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += rows[to + d]! * rows[to + d]!;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let d = 0; d < dimensions; d++) rows[to + d] = rows[to + d]! * scale;
    if (cuts[block + 1]! - start > pause) {
      pause += sentencesPerStep;
      yield;
    }
  }
  return rows;
}

/** The path that collects the most likeness above chance. Points in turn, from (0, 0) to the end. */
function* followLikeness(
  sourceRows: Float32Array,
  targetRows: Float32Array,
  dimensions: number,
  band: Band,
  workspace: Workspace | undefined,
): Generator<void, number[]> {
  const { rows, columns, low, high, offsets } = band;
  const kernel = yield* buildDotKernel(
    { sums: sourceRows, dimensions, tokens: undefined },
    { sums: targetRows, dimensions, tokens: undefined },
    workspace,
  );
  const likeness = new Float32Array(offsets[rows + 1]!);
  let sum = 0;
  let squares = 0;
  let cells = 0;
  for (let i = 1; i <= rows; i++) {
    // cell (i - 1, j - 1) belongs to the step into point (i, j)
    const first = Math.max(low[i]!, 1);
    const products = kernel.sentenceProducts(i - 1, first - 1, high[i]! - first + 1);
    for (let j = first; j <= high[i]!; j++) {
      const value = products[j - first]!;
      likeness[offsets[i]! + j - low[i]!] = value;
      sum += value;
      squares += value * value;
      cells++;
    }
    if (i % rowsPerStep === 0) yield;
  }
  kernel.release();
  const mean = sum / Math.max(cells, 1);
  const chance = mean + Math.sqrt(Math.max(squares / Math.max(cells, 1) - mean * mean, 0));

  const best = new Float32Array(likeness.length).fill(-Infinity);
  const cameBy = new Uint8Array(likeness.length); // 1 both, 2 source, 3 target
  best[0] = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!, here = offsets[i]!; j <= high[i]!; j++, here++) {
      if (i > 0 && j > low[i - 1]! && j - 1 <= high[i - 1]!) {
        const candidate = best[offsets[i - 1]! + j - 1 - low[i - 1]!]! + Math.max(likeness[here]! - chance, 0);
        if (candidate >= best[here]!) {
          best[here] = candidate;
          cameBy[here] = 1;
        }
      }
      if (i > 0 && j >= low[i - 1]! && j <= high[i - 1]! && best[offsets[i - 1]! + j - low[i - 1]!]! > best[here]!) {
        best[here] = best[offsets[i - 1]! + j - low[i - 1]!]!;
        cameBy[here] = 2;
      }
      if (j > low[i]! && best[here - 1]! > best[here]!) {
        best[here] = best[here - 1]!;
        cameBy[here] = 3;
      }
    }
    if (i % rowsPerStep === 0) yield;
  }
  const points: number[] = [];
  for (let i = rows, j = columns; ; ) {
    points.push(j, i);
    const step = cameBy[offsets[i]! + j - low[i]!]!;
    if (step === 0) break;
    if (step !== 3) i--;
    if (step !== 2) j--;
  }
  return points.reverse();
}
