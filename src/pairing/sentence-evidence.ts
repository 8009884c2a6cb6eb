/**
 * Measures how much of two items recurs in the other, by the vectors of their sentences. Takes microseconds, before any alignment.
 *
 * Long items are cut into at most 64 runs of sentences, so that a comparison never takes more than 64 × 64 × dimensions steps.
 */
import type { PreparedDocument } from '../align/prepare-document.ts';
import { normalize } from './document-vectors.ts';

/** Sentences, or runs of them where there are many. */
export interface Segments {
  /** Unit rows: `masses.length × dimensions`. */
  readonly rows: Float32Array;
  /** Weight of each. */
  readonly masses: Float32Array;
  readonly dimensions: number;
}

/** The result of a comparison. Cosines, 0 to 1. */
export interface SentenceEvidence {
  /** For each item the mean of the best cosines of its segments, weighted by mass: the lower of the two means, and the higher. */
  readonly low: number;
  readonly high: number;
  /** Mean of the two best cosines of the item that has fewer segments. */
  readonly top: number;
}

/** Most segments of an item: 64 × 64 cosines of 256 dimensions are a million multiplications. */
const mostSegments = 64;

/** Cut an item into segments. Sentences without weight are left out. */
export function cutIntoSegments(prepared: PreparedDocument, weights: Float32Array): Segments {
  const { sums, dimensions } = prepared;
  const counted = [...weights.keys()].filter((s) => weights[s]! > 0);
  const count = Math.min(counted.length, mostSegments);
  const rows = new Float32Array(count * dimensions);
  const masses = new Float32Array(count);
  counted.forEach((s, k) => {
    const segment = Math.floor((k * count) / counted.length);
    for (let d = 0; d < dimensions; d++) rows[segment * dimensions + d]! += sums[s * dimensions + d]!;
    masses[segment]! += massOf(prepared, weights, s);
  });
  for (let segment = 0; segment < count; segment++) normalize(rows, segment * dimensions, dimensions);
  return { rows, masses, dimensions };
}

/** Mass of a sentence: the weight of its words in the model, or its length with models without word weights. */
export function massOf({ wordWeights, lengths, tokens }: PreparedDocument, weights: Float32Array, sentence: number): number {
  const sums = tokens ? wordWeights : lengths;
  return weights[sentence]! * (sums[sentence + 1]! - sums[sentence]!);
}

/** Compare the segments of two items. */
export function compareSegments(source: Segments, target: Segments): SentenceEvidence {
  const { dimensions } = source;
  const n = source.masses.length;
  const m = target.masses.length;
  const forward = new Float32Array(n);
  const backward = new Float32Array(m);
  for (let s = 0; s < n; s++) {
    for (let t = 0; t < m; t++) {
      let cosine = 0;
      for (let d = 0, x = s * dimensions, y = t * dimensions; d < dimensions; d++) cosine += source.rows[x + d]! * target.rows[y + d]!;
      if (cosine > forward[s]!) forward[s] = cosine;
      if (cosine > backward[t]!) backward[t] = cosine;
    }
  }
  const shares = [meanByMass(forward, source.masses), meanByMass(backward, target.masses)];
  const [first = 0, second = first] = [...(n < m ? forward : backward)].sort((x, y) => y - x);
  return { low: Math.min(...shares), high: Math.max(...shares), top: (first + second) / 2 };
}

function meanByMass(values: Float32Array, masses: Float32Array): number {
  let sum = 0;
  let mass = 0;
  for (let k = 0; k < values.length; k++) {
    sum += values[k]! * masses[k]!;
    mass += masses[k]!;
  }
  return mass > 0 ? sum / mass : 0;
}
