/** Dot products in plain JavaScript: for engines without WebAssembly lanes, and the obvious twin of those. */

import { cutTokens, type TokenRows } from '../token-rows.ts';
import { countTypes, measureTokenSimilarities } from '../token-similarities.ts';
import type { DotKernel, Side, TokenSums, VectorRows } from './dot-kernel.ts';

/** Make the kernel. Yields every few milliseconds. */
export function* buildPlainKernel(source: VectorRows, target: VectorRows): Generator<void, DotKernel> {
  const { dimensions } = source;
  const hasTokens = source.tokens !== undefined && target.tokens !== undefined;
  const sourceTokens = hasTokens ? yield* cutTokens(source.tokens) : undefined;
  const targetTokens = hasTokens ? yield* cutTokens(target.tokens) : undefined;
  const sums = new Float32Array(target.sums.length / dimensions);
  const best = new Float32Array((sourceTokens?.most ?? 0) + (targetTokens?.most ?? 0));
  return {
    sourceTokens,
    targetTokens,
    sentenceProducts(s, first, count) {
      for (let t = 0; t < count; t++) sums[t] = multiplyRows(source.sums, s, target.sums, first + t, dimensions);
      return sums;
    },
    bestProducts(s, t) {
      const s0 = sourceTokens!.offsets[s]!;
      const t0 = targetTokens!.offsets[t]!;
      const m = sourceTokens!.offsets[s + 1]! - s0;
      const n = targetTokens!.offsets[t + 1]! - t0;
      best.fill(0, 0, m + n);
      for (let x = 0; x < m; x++) {
        for (let y = 0; y < n; y++) {
          const [left, right] = [sourceTokens!.ids[s0 + x]!, targetTokens!.ids[t0 + y]!];
          const product = multiplyRows(sourceTokens!.vectors, left, targetTokens!.vectors, right, dimensions);
          if (product > best[x]!) best[x] = product;
          if (product > best[m + y]!) best[m + y] = product;
        }
      }
      return best;
    },
    multiplyTokens() {
      const products = new Float32Array(countTypes(targetTokens!));
      const multiply = (id: number) => {
        for (let y = 0; y < products.length; y++)
          products[y] = multiplyRows(sourceTokens!.vectors, id, targetTokens!.vectors, y, dimensions);
        return products;
      };
      return measureTokenSimilarities(multiply, sourceTokens!, targetTokens!);
    },
    openTokenSums: (sourceRows, targetRows) => openSums(dimensions, sourceTokens!, targetTokens!, sourceRows, targetRows),
    release() {},
  };
}

function openSums(dimensions: number, source: TokenRows, target: TokenRows, sourceRows: number, targetRows: number): TokenSums {
  const rows = { source: new Float32Array(sourceRows * dimensions), target: new Float32Array(targetRows * dimensions) };
  const out = new Float32Array(targetRows);
  const sum = new Float64Array(dimensions);
  return {
    clear: () => void sum.fill(0),
    add(side, ids, weights, count) {
      const { vectors } = side === 'source' ? source : target;
      for (let k = 0; k < count; k++) {
        for (let d = 0, from = ids[k]! * dimensions; d < dimensions; d++) sum[d] = sum[d]! + weights[k]! * vectors[from + d]!;
      }
    },
    keep(side: Side, row) {
      let square = 0;
      for (const value of sum) square += value * value;
      const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (let d = 0; d < dimensions; d++) rows[side][row * dimensions + d] = sum[d]! * scale;
    },
    products(row, first, count) {
      for (let k = 0; k < count; k++) out[k] = multiplyRows(rows.source, row, rows.target, first + k, dimensions);
      return out;
    },
  };
}

function multiplyRows(left: Float32Array, row: number, right: Float32Array, other: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0, x = row * dimensions, y = other * dimensions; d < dimensions; d++) sum += left[x + d]! * right[y + d]!;
  return sum;
}
