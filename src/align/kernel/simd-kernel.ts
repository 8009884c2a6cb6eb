/**
 * Dot products in 128-bit lanes of WebAssembly.
 *
 * All vectors are copied into one memory, sums as float32, tokens as 16-bit integers: n × dimensions × 4 bytes for the sentences of both sides,
 * and half of that for their distinct tokens.
 */

import { cutTokens, type TokenRows } from '../token-rows.ts';
import { type DotKernel, mostSummed, type Side, type TokenSums, type VectorRows } from './dot-kernel.ts';
import { measureInLanes, type TableRoom } from './simd-tables.ts';
import type { Workspace } from './workspace.ts';

/** What the module exports. All arguments are byte addresses and counts. */
interface SimdFunctions {
  dots(left: number, right: number, groups: number, bytes: number, out: number): void;
  products(left: number, right: number, groups: number, bytes: number, out: number): void;
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
  gather(ids: number, weights: number, count: number, rows: number, bytes: number, out: number): void;
  round(from: number, out: number, groups: number): void;
  raise(lists: number, count: number, shift: number, from: number, bytes: number, groups: number): void;
}

const valuesPerStep = 32;
const pageBytes = 65_536;
const copiedPerStep = 1_000_000;
const sentencesPerStep = 4_000;
const rowsPerRounding = 512;

/** Copy the vectors of both documents. Yields every few milliseconds. */
export function* buildSimdKernel(
  source: VectorRows,
  target: VectorRows,
  module: WebAssembly.Module,
  workspace: Workspace,
): Generator<void, DotKernel> {
  const { dimensions } = source;
  const width = Math.ceil(dimensions / valuesPerStep) * valuesPerStep;
  const n = source.sums.length / dimensions;
  const m = target.sums.length / dimensions;
  const hasTokens = source.tokens !== undefined && target.tokens !== undefined;
  const sourceTokens = hasTokens ? yield* cutTokens(source.tokens) : undefined;
  const targetTokens = hasTokens ? yield* cutTokens(target.tokens) : undefined;
  const sourceTypes = (sourceTokens?.vectors.length ?? 0) / dimensions;
  const targetTypes = (targetTokens?.vectors.length ?? 0) / dimensions;
  const sourceMost = sourceTokens?.most ?? 0;
  const targetMost = targetTokens?.most ?? 0;
  const targetIds = targetTokens ? yield* padIds(targetTokens, targetTypes) : { ids: new Int32Array(0), offsets: new Int32Array(0) };

  // places are counted in floats; rows on the right are read in groups of four, so three more may be touched
  let size = 0;
  const reserve = (floats: number) => {
    const place = size;
    size += Math.ceil(floats / 4) * 4;
    return place;
  };
  const sourceSums = reserve(n * width);
  const targetSums = reserve((m + 3) * width);
  const sourceVectors = reserve((sourceTypes * width) / 2);
  const targetVectors = reserve(((targetTypes + 4) * width) / 2); // the row after the last is zero, for padding
  const sourceIdsAt = reserve(sourceTokens?.ids.length ?? 0);
  const targetIdsAt = reserve(targetIds.ids.length);
  const out = reserve(m + 4);
  const rowOut = reserve(sourceMost);
  const columnOut = reserve(targetMost + 4);
  const rounding = reserve(rowsPerRounding * width);
  const { memory, functions } = workspace.takeMemory<SimdFunctions>(module, size);
  const { dots, products: integerDots, best, gather, round, raise } = functions;
  let floats = new Float32Array(memory.buffer);
  let integers = new Int32Array(memory.buffer);
  yield* copyRows(source.sums, dimensions, floats, sourceSums, width);
  yield* copyRows(target.sums, dimensions, floats, targetSums, width);
  if (sourceTokens && targetTokens) {
    for (const [{ vectors }, place] of [
      [sourceTokens, sourceVectors],
      [targetTokens, targetVectors],
    ] as const) {
      const types = vectors.length / dimensions;
      for (let type = 0; type < types; type += rowsPerRounding) {
        const some = vectors.subarray(type * dimensions, Math.min(type + rowsPerRounding, types) * dimensions);
        yield* copyRows(some, dimensions, floats, rounding, width);
        round(rounding * 4, (place + (type * width) / 2) * 4, (some.length / dimensions) * (width / 8));
        if (type % (8 * rowsPerRounding) === 0) yield;
      }
    }
    integers.set(sourceTokens.ids, sourceIdsAt);
    integers.set(targetIds.ids, targetIdsAt);
    yield;
  }
  const result = new Float32Array(sourceMost + targetMost);

  /** Room behind all else. Growing the memory takes the old views away. */
  function makeRoom(floatsNeeded: number): void {
    const missing = Math.ceil(((size + floatsNeeded) * 4 - memory.buffer.byteLength) / pageBytes);
    if (missing <= 0) return;
    memory.grow(missing);
    floats = new Float32Array(memory.buffer);
    integers = new Int32Array(memory.buffer);
  }

  function openTokenSums(sourceRows: number, targetRows: number): TokenSums {
    const sum = size;
    const ids = sum + width;
    const weights = ids + mostSummed;
    const products = weights + mostSummed;
    const sourceAt = Math.ceil((products + targetRows + 4) / 4) * 4;
    const rows = { source: sourceAt, target: sourceAt + sourceRows * width };
    const scales = { source: new Float64Array(sourceRows), target: new Float64Array(targetRows) };
    const result = new Float32Array(targetRows);
    makeRoom(rows.target + (targetRows + 3) * width - size);
    return {
      clear: () => void floats.fill(0, sum, sum + width),
      add(side, tokenIds, tokenWeights, count) {
        if (count === 0) return;
        for (let k = 0; k < count; k++) {
          integers[ids + k] = tokenIds[k]!;
          floats[weights + k] = tokenWeights[k]!;
        }
        gather(ids * 4, weights * 4, count, (side === 'source' ? sourceVectors : targetVectors) * 4, width * 2, sum * 4);
      },
      keep(side: Side, row) {
        const to = rows[side] + row * width;
        floats.copyWithin(to, sum, sum + width);
        dots(sum * 4, to * 4, 1, width * 4, products * 4); // its square is the first of four products
        scales[side][row] = floats[products]! > 0 ? 1 / Math.sqrt(floats[products]!) : 0;
      },
      products(row, first, count) {
        const left = (rows.source + row * width) * 4;
        if (count > 0) dots(left, (rows.target + first * width) * 4, (count + 3) >> 2, width * 4, products * 4);
        for (let k = 0; k < count; k++) result[k] = floats[products + k]! * scales.source[row]! * scales.target[first + k]!;
        return result;
      },
    };
  }

  return {
    sourceTokens,
    targetTokens,
    sentenceProducts(s, first, count) {
      if (count > 0) dots((sourceSums + s * width) * 4, (targetSums + first * width) * 4, (count + 3) >> 2, width * 4, out * 4);
      return floats.subarray(out, out + count);
    },
    multiplyTokens() {
      const groups = (targetTypes + 3) >> 2;
      const room: TableRoom = {
        multiply(id, place) {
          if (groups > 0) integerDots((sourceVectors + (id * width) / 2) * 4, targetVectors * 4, groups, width * 2, place * 4);
        },
        raise,
        open(floatsNeeded) {
          makeRoom(floatsNeeded);
          return { place: size, floats, integers };
        },
      };
      return measureInLanes(room, sourceTokens!, targetTokens!);
    },
    bestProducts(s, t) {
      const s0 = sourceTokens!.offsets[s]!;
      const rows = sourceTokens!.offsets[s + 1]! - s0;
      const columns = targetTokens!.offsets[t + 1]! - targetTokens!.offsets[t]!;
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
          width * 2,
          rowOut * 4,
          columnOut * 4,
        );
      } else floats.fill(0, rowOut, rowOut + rows);
      for (let x = 0; x < rows; x++) result[x] = floats[rowOut + x]!;
      for (let y = 0; y < columns; y++) result[rows + y] = floats[columnOut + y]!;
      return result;
    },
    openTokenSums,
    release: () => workspace.giveBack({ memory, functions }),
  };
}

/** Ids of each sentence filled up to a multiple of four with the id of the zero row. */
function* padIds({ offsets, ids }: TokenRows, zeroRow: number): Generator<void, { ids: Int32Array; offsets: Int32Array }> {
  const padded = new Int32Array(offsets.length);
  for (let t = 0; t + 1 < offsets.length; t++) padded[t + 1] = padded[t]! + (((offsets[t + 1]! - offsets[t]! + 3) >> 2) << 2);
  const paddedIds = new Int32Array(padded[offsets.length - 1]!).fill(zeroRow);
  for (let t = 0; t + 1 < offsets.length; t++) {
    for (let from = offsets[t]!, to = padded[t]!; from < offsets[t + 1]!; from++, to++) paddedIds[to] = ids[from]!;
    if (t % sentencesPerStep === sentencesPerStep - 1) yield;
  }
  return { ids: paddedIds, offsets: padded };
}

function* copyRows(rows: Float32Array, dimensions: number, to: Float32Array, place: number, width: number): Generator<void, void> {
  const rowsPerStep = Math.max(Math.floor(copiedPerStep / dimensions), 1);
  const count = rows.length / dimensions;
  for (let row = 0; row < count; row += rowsPerStep) {
    const end = Math.min(row + rowsPerStep, count);
    if (dimensions === width) to.set(rows.subarray(row * dimensions, end * dimensions), place + row * width);
    else for (let r = row; r < end; r++) to.set(rows.subarray(r * dimensions, (r + 1) * dimensions), place + r * width);
    if (end < count) yield;
  }
}
