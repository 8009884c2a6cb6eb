/** Reads off a pair of documents, from beads that are likely right, how the lengths of its sides relate and how much is left without counterpart. */
import type { PreparedDocument } from '../prepare-document.ts';

/** Numbers that hold for the pair as a whole. */
export interface PairStatistics {
  /** Target length that one unit of source length gives. */
  readonly ratio: number;
  /** Variance of the length difference, per unit of length. */
  readonly spread: number;
  /** Share of sentences left without counterpart, above 0 and below 1. */
  readonly skipShare: number;
}

/** Gathers beads and skips. */
export interface StatisticsCollector {
  /** A skipped sentence, with its probability. */
  skip(probability: number): void;
  /** A bead of source sentences [p, i) and target sentences [q, j) that is more likely than not. */
  bead(p: number, i: number, q: number, j: number): void;
  /** Yields between its parts. */
  finish(): Generator<void, PairStatistics>;
}

/** Weight of the expected length ratio, in letters: that of a few sentences. */
const priorLetters = 1000;
/** Expected spread of lengths, and its weight in beads. */
const priorSpread = 6;
/** See `priorSpread`. */
const priorBeads = 5;
/** Share of the beads that the spread is measured on: the worst twentieth are likely wrong. */
const trustedShare = 0.95;
/** Makes up for correct beads among those left out. */
const trimCorrection = 1.2;

/**
 * Start gathering.
 *
 * @param expectedRatio - Ratio of lengths to start from.
 */
export function collectStatistics(source: PreparedDocument, target: PreparedDocument, expectedRatio: number): StatisticsCollector {
  const sourceLengths: number[] = [];
  const targetLengths: number[] = [];
  let skips = 0;
  return {
    skip(probability) {
      skips += probability;
    },
    bead(p, i, q, j) {
      sourceLengths.push(source.lengths[i]! - source.lengths[p]!);
      targetLengths.push(target.lengths[j]! - target.lengths[q]!);
    },
    *finish() {
      yield;
      const prior = priorLetters * Math.sqrt(expectedRatio);
      const ratio = (total(targetLengths) + prior) / (total(sourceLengths) + prior / expectedRatio);
      yield;
      const variances = Float64Array.from(sourceLengths, (length, k) => {
        const [x, y] = [length * ratio, targetLengths[k]!];
        return ((x - y) * (x - y)) / Math.max((x + y) / 2, 1e-9);
      }).sort();
      yield;
      const trusted = variances.subarray(0, Math.ceil(variances.length * trustedShare));
      const spread = (trimCorrection * total(trusted) + priorBeads * priorSpread) / (trusted.length + priorBeads);
      return { ratio, spread, skipShare: (skips + 0.5) / (source.texts.length + target.texts.length + 10) };
    },
  };
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]!;
  return sum;
}
