/**
 * The probability of each document to be each one's source, where every document has one source or none and nothing is its
 * own ancestor.
 *
 * The possible histories of n documents are the directed forests over them. A forest weighs the product of its edges'
 * weights, and the sum over all forests is a determinant (Tutte's matrix-tree theorem), so that the probability of an edge
 * comes from one matrix inverse: Koo, Globerson, Carreras and Collins, Structured Prediction Models via the Matrix-Tree
 * Theorem, EMNLP 2007, https://aclanthology.org/D07-1015/.
 *
 *     laplacian[c][c] = 1 + Σ p weight(p → c)       1: having no source among the documents
 *     laplacian[p][c] = -weight(p → c)
 *
 * Time n³, memory n².
 */
import { exp, log } from '../exact-math.ts';

/** Probabilities of edges and of having no source. */
export interface SourceForest {
  /** Probability that `child` was made from `parent`: at `parent * size + child`. */
  readonly edges: Float64Array;
  /** Probability of each document to have no source among the documents. */
  readonly roots: Float64Array;
  /** Natural logarithm of the summed weight of all forests. */
  readonly logTotal: number;
}

/** @param scores - Log weight of `parent → child` at `parent * size + child`; -Infinity: impossible. The diagonal is ignored. */
export function sourceForest(scores: Float64Array, size: number): SourceForest {
  const laplacian = new Float64Array(size * size);
  for (let child = 0; child < size; child++) {
    laplacian[child * size + child] = 1;
    for (let parent = 0; parent < size; parent++) {
      if (parent === child) continue;
      const weight = exp(scores[parent * size + child]!);
      laplacian[parent * size + child] = -weight;
      laplacian[child * size + child]! += weight;
    }
  }
  const diagonal = Float64Array.from({ length: size }, (_, k) => laplacian[k * size + k]!);
  const weights = laplacian.slice();
  const { inverse, logDeterminant } = invert(laplacian, size);
  const edges = new Float64Array(size * size);
  const roots = new Float64Array(size);
  for (let child = 0; child < size; child++) {
    roots[child] = Math.min(1, inverse[child * size + child]!);
    for (let parent = 0; parent < size; parent++) {
      if (parent === child || diagonal[child] === 1) continue;
      const lift = inverse[child * size + child]! - inverse[child * size + parent]!;
      edges[parent * size + child] = Math.max(0, -weights[parent * size + child]! * lift);
    }
  }
  return { edges, roots, logTotal: logDeterminant };
}

/** Inverse of a column diagonally dominant matrix by Gauss–Jordan elimination; it needs no pivoting. */
function invert(matrix: Float64Array, size: number): { inverse: Float64Array; logDeterminant: number } {
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) inverse[k * size + k] = 1;
  let logDeterminant = 0;
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = matrix[pivot * size + pivot]!;
    logDeterminant += log(scale);
    for (let column = 0; column < size; column++) {
      matrix[pivot * size + column]! /= scale;
      inverse[pivot * size + column]! /= scale;
    }
    for (let row = 0; row < size; row++) {
      const factor = matrix[row * size + pivot]!;
      if (row === pivot || factor === 0) continue;
      for (let column = 0; column < size; column++) {
        matrix[row * size + column]! -= factor * matrix[pivot * size + column]!;
        inverse[row * size + column]! -= factor * inverse[pivot * size + column]!;
      }
    }
  }
  return { inverse, logDeterminant };
}
