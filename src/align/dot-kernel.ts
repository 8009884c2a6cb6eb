/**
 * Dot products between the vectors of two documents, the innermost loops of everything here.
 *
 * Two implementations of one interface: 128-bit lanes in WebAssembly, about ten times as fast, and plain JavaScript where those are not to be had.
 * They agree to four digits: sums but for the last bits of a float32, tokens but for what rounding to 16 bits leaves.
 */
import type { TextPieces } from '../types.ts';
import { assembleModule, integerScale } from './simd-module.ts';
import { cutTokens, type TokenRows } from './token-rows.ts';

/** The vectors of one document. */
export interface VectorRows {
  /** One row for each sentence, row-major. */
  readonly sums: Float32Array;
  readonly dimensions: number;
  readonly tokens: TextPieces | undefined;
}

/** Dot products between two documents. What a call returns stays valid until the next call. */
export interface DotKernel {
  readonly sourceTokens: TokenRows | undefined;
  readonly targetTokens: TokenRows | undefined;
  /** Products of the sum of source sentence s with those of the target sentences from `first` on, `count` of them. */
  sentenceProducts(s: number, first: number, count: number): Float32Array;
  /** For each token of source sentence s its highest product with a token of target sentence t, at least 0; then the same for the tokens of t. */
  bestProducts(s: number, t: number): Float32Array;
}

/** Choose the fastest kernel that runs here. */
export function createDotKernel(source: VectorRows, target: VectorRows): DotKernel {
  const module = loadModule();
  return module ? createSimdKernel(source, target, module) : createPlainKernel(source, target);
}

/** Plain JavaScript. */
export function createPlainKernel(source: VectorRows, target: VectorRows): DotKernel {
  const { dimensions } = source;
  const tokens = tokensOf(source, target);
  const sums = new Float32Array(target.sums.length / dimensions);
  const best = new Float32Array((tokens?.sourceTokens.most ?? 0) + (tokens?.targetTokens.most ?? 0));
  return {
    sourceTokens: tokens?.sourceTokens,
    targetTokens: tokens?.targetTokens,
    sentenceProducts(s, first, count) {
      for (let t = 0; t < count; t++) sums[t] = multiplyRows(source.sums, s, target.sums, first + t, dimensions);
      return sums;
    },
    bestProducts(s, t) {
      const { sourceTokens, targetTokens } = tokens!;
      const s0 = sourceTokens.offsets[s]!;
      const t0 = targetTokens.offsets[t]!;
      const m = sourceTokens.offsets[s + 1]! - s0;
      const n = targetTokens.offsets[t + 1]! - t0;
      best.fill(0, 0, m + n);
      for (let x = 0; x < m; x++) {
        for (let y = 0; y < n; y++) {
          const product = multiplyRows(
            sourceTokens.vectors,
            sourceTokens.ids[s0 + x]!,
            targetTokens.vectors,
            targetTokens.ids[t0 + y]!,
            dimensions,
          );
          if (product > best[x]!) best[x] = product;
          if (product > best[m + y]!) best[m + y] = product;
        }
      }
      return best;
    },
  };
}

function multiplyRows(left: Float32Array, row: number, right: Float32Array, other: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0, x = row * dimensions, y = other * dimensions; d < dimensions; d++) sum += left[x + d]! * right[y + d]!;
  return sum;
}

function tokensOf(source: VectorRows, target: VectorRows): { sourceTokens: TokenRows; targetTokens: TokenRows } | undefined {
  return source.tokens && target.tokens ? { sourceTokens: cutTokens(source.tokens), targetTokens: cutTokens(target.tokens) } : undefined;
}

/** What the module exports. */
interface SimdFunctions {
  dots(left: number, right: number, groups: number, bytes: number, out: number): void;
  best(
    leftIds: number,
    m: number,
    rightIds: number,
    groups: number,
    leftRows: number,
    rightRows: number,
    bytes: number,
    rowOut: number,
    columnOut: number,
  ): void;
}

let cachedModule: WebAssembly.Module | undefined;

/** The compiled module; nothing where WebAssembly or its lanes are missing or forbidden. */
function loadModule(): WebAssembly.Module | undefined {
  if (cachedModule || typeof WebAssembly === 'undefined') return cachedModule;
  const bytes = assembleModule();
  if (!WebAssembly.validate(bytes)) return undefined;
  try {
    cachedModule = new WebAssembly.Module(bytes);
  } catch {
    // a page whose content security policy forbids it: the plain kernel does the same
    return undefined;
  }
  return cachedModule;
}

const floatsPerStep = 16;
const integersPerStep = 32;
const pageBytes = 65_536;

function createSimdKernel(source: VectorRows, target: VectorRows, module: WebAssembly.Module): DotKernel {
  const { dimensions } = source;
  const width = Math.ceil(dimensions / floatsPerStep) * floatsPerStep;
  const bytes = width * 4;
  const n = source.sums.length / dimensions;
  const m = target.sums.length / dimensions;
  const tokens = tokensOf(source, target);
  const sourceTypes = tokens ? tokens.sourceTokens.vectors.length / dimensions : 0;
  const targetTypes = tokens ? tokens.targetTokens.vectors.length / dimensions : 0;
  const sourceMost = tokens?.sourceTokens.most ?? 0;
  const targetMost = tokens?.targetTokens.most ?? 0;
  const targetIds = tokens ? padIds(tokens.targetTokens, targetTypes) : { ids: new Int32Array(0), offsets: new Int32Array(0) };

  // places are counted in floats; rows on the right are read in groups of four, so three more may be touched
  let size = 0;
  const reserve = (floats: number) => {
    const place = size;
    size += Math.ceil(floats / 4) * 4;
    return place;
  };
  const sourceSums = reserve(n * width);
  const targetSums = reserve((m + 3) * width);
  const tokenWidth = Math.ceil(dimensions / integersPerStep) * integersPerStep;
  const sourceVectors = reserve((sourceTypes * tokenWidth) / 2);
  const targetVectors = reserve(((targetTypes + 1) * tokenWidth) / 2); // the last row is zero, for padding
  const sourceIdsAt = reserve(tokens?.sourceTokens.ids.length ?? 0);
  const targetIdsAt = reserve(targetIds.ids.length);
  const out = reserve(m + 4);
  const rowOut = reserve(sourceMost);
  const columnOut = reserve(targetMost + 4);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((size * 4) / pageBytes) + 1 });
  const floats = new Float32Array(memory.buffer);
  const integers = new Int32Array(memory.buffer);
  copyRows(source.sums, dimensions, floats, sourceSums, width);
  copyRows(target.sums, dimensions, floats, targetSums, width);
  if (tokens) {
    const shorts = new Int16Array(memory.buffer);
    roundRows(tokens.sourceTokens.vectors, dimensions, shorts, sourceVectors * 2, tokenWidth);
    roundRows(tokens.targetTokens.vectors, dimensions, shorts, targetVectors * 2, tokenWidth);
    integers.set(tokens.sourceTokens.ids, sourceIdsAt);
    integers.set(targetIds.ids, targetIdsAt);
  }
  const { dots, best } = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SimdFunctions;
  const result = new Float32Array(sourceMost + targetMost);
  const products = floats.subarray(out, out + m + 4);

  return {
    sourceTokens: tokens?.sourceTokens,
    targetTokens: tokens?.targetTokens,
    sentenceProducts(s, first, count) {
      if (count > 0) dots((sourceSums + s * width) * 4, (targetSums + first * width) * 4, (count + 3) >> 2, bytes, out * 4);
      return products;
    },
    bestProducts(s, t) {
      const { sourceTokens, targetTokens } = tokens!;
      const s0 = sourceTokens.offsets[s]!;
      const rows = sourceTokens.offsets[s + 1]! - s0;
      const columns = targetTokens.offsets[t + 1]! - targetTokens.offsets[t]!;
      const t0 = targetIds.offsets[t]!;
      const groups = (targetIds.offsets[t + 1]! - t0) >> 2;
      floats.fill(0, columnOut, columnOut + groups * 4);
      if (rows > 0 && groups > 0) {
        best(
          (sourceIdsAt + s0) * 4,
          rows,
          (targetIdsAt + t0) * 4,
          groups,
          sourceVectors * 4,
          targetVectors * 4,
          tokenWidth * 2,
          rowOut * 4,
          columnOut * 4,
        );
      } else floats.fill(0, rowOut, rowOut + rows);
      result.set(floats.subarray(rowOut, rowOut + rows));
      result.set(floats.subarray(columnOut, columnOut + columns), rows);
      return result;
    },
  };
}

/** Ids of each sentence filled up to a multiple of four with the id of the zero row. */
function padIds({ offsets, ids }: TokenRows, zeroRow: number): { ids: Int32Array; offsets: Int32Array } {
  const padded = new Int32Array(offsets.length);
  for (let t = 0; t + 1 < offsets.length; t++) padded[t + 1] = padded[t]! + (((offsets[t + 1]! - offsets[t]! + 3) >> 2) << 2);
  const paddedIds = new Int32Array(padded[offsets.length - 1]!).fill(zeroRow);
  for (let t = 0; t + 1 < offsets.length; t++) paddedIds.set(ids.subarray(offsets[t]!, offsets[t + 1]!), padded[t]!);
  return { ids: paddedIds, offsets: padded };
}

function copyRows(rows: Float32Array, dimensions: number, to: Float32Array, place: number, width: number): void {
  if (dimensions === width) {
    to.set(rows, place);
    return;
  }
  for (let row = 0; row * dimensions < rows.length; row++)
    to.set(rows.subarray(row * dimensions, (row + 1) * dimensions), place + row * width);
}

/** Rows of unit vectors as 16-bit integers. */
function roundRows(rows: Float32Array, dimensions: number, to: Int16Array, place: number, width: number): void {
  for (let from = 0, row = place; from < rows.length; from += dimensions, row += width) {
    for (let d = 0; d < dimensions; d++) to[row + d] = Math.round(rows[from + d]! * integerScale);
  }
}
