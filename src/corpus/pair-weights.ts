/** Weights of what speaks for a pair of documents. Written by `node bench/run.mjs bench/pair-documents.ts --fit`; do not edit. */
import type { PairWeights } from './pair-evidence.ts';

/** By the vectors of the documents alone. */
export const documentWeights = { constant: -8.64, sameLanguage: -3.22, cosine: 12.52, margin: 12.04, marginLow: 9.51 } as const;

/** Before aligning. */
export const sentenceWeights: PairWeights = {
  constant: -12.87,
  sameLanguage: -4.08,
  cosine: -2.08,
  margin: 6.31,
  marginLow: 5.6,
  sentenceLow: 14.11,
  sentenceHigh: 8.4,
  sentenceTop: 12.8,
  size: -1.08,
  lessSize: 0.09,
  marks: 4.08,
};

/** After aligning. */
export const alignedWeights: PairWeights = {
  constant: -5.1,
  sameLanguage: -3.66,
  margin: 5,
  marginLow: 5,
  sentenceHigh: 7.98,
  sentenceTop: 7.42,
  size: -0.04,
  lessSize: -0.57,
  marks: 3.02,
  linkLow: -3.69,
  linkHigh: 2.08,
  linkOdds: 1.42,
  unrelated: -4.04,
};

/** Whether a pair that the aligner calls unrelated, and that belongs together, is parallel. */
export const parallelWeights: PairWeights = { constant: -3, linkLow: 5, sentenceLow: 3 };
