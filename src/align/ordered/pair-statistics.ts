/** Reads off a pair of documents, from beads that are likely right, how the lengths of its sides relate and how much is left without counterpart. */
import type { PreparedDocument } from '../prepare-document.ts';

/** Numbers that hold for the pair as a whole. */
export interface PairStatistics {
  /** Target length that one unit of source length gives. */
  readonly ratio: number;
  /** Variance of the length difference, per unit of length. */
  readonly spread: number;
  /** Ratio and spread of the weights of the words; they mean nothing for embedders without tokens. */
  readonly wordRatio: number;
  readonly wordSpread: number;
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

// what is believed before any bead is seen, with the weight of a few sentences
const priorLetters = 1000;
const priorSpread = 6;
const priorWordSpread = 1;
const priorBeads = 5;

/**
 * Start gathering.
 *
 * @param expectedRatio - Ratio of lengths to start from.
 */
export function collectStatistics(source: PreparedDocument, target: PreparedDocument, expectedRatio: number): StatisticsCollector {
  const lengths = createSample();
  const words = createSample();
  let skips = 0;
  return {
    skip(probability) {
      skips += probability;
    },
    bead(p, i, q, j) {
      lengths.add(source.lengths[i]! - source.lengths[p]!, target.lengths[j]! - target.lengths[q]!);
      words.add(source.wordWeights[i]! - source.wordWeights[p]!, target.wordWeights[j]! - target.wordWeights[q]!);
    },
    *finish() {
      yield;
      const [ratio, spread] = lengths.finish(expectedRatio, priorLetters, priorSpread);
      yield;
      const [wordRatio, wordSpread] = words.finish(1, 1, priorWordSpread);
      yield;
      return { ratio, spread, wordRatio, wordSpread, skipShare: (skips + 0.5) / (source.texts.length + target.texts.length + 10) };
    },
  };
}

function createSample() {
  const xs: number[] = [];
  const ys: number[] = [];
  return {
    add(x: number, y: number) {
      xs.push(x);
      ys.push(y);
    },
    finish(expectedRatio: number, prior: number, priorVariance: number): [ratio: number, spread: number] {
      const total = (values: ArrayLike<number>) => {
        let sum = 0;
        for (let k = 0; k < values.length; k++) sum += values[k]!;
        return sum;
      };
      const ratio = (total(ys) + prior * Math.sqrt(expectedRatio)) / (total(xs) + prior / Math.sqrt(expectedRatio));
      const misfits = new Float64Array(xs.length);
      for (let k = 0; k < misfits.length; k++) {
        const x = xs[k]! * ratio;
        const y = ys[k]!;
        misfits[k] = ((x - y) * (x - y)) / Math.max((x + y) / 2, 1e-9);
      }
      misfits.sort();
      // the worst twentieth are likely wrong beads; 1.2 makes up for what is right among them
      const trusted = misfits.subarray(0, Math.ceil(misfits.length * 0.95));
      return [ratio, (1.2 * total(trusted) + priorBeads * priorVariance) / (trusted.length + priorBeads)];
    },
  };
}
