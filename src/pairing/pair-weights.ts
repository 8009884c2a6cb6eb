/** Weights of what speaks for a pair of documents. Written by `node bench/run.mjs bench/fit-pair-documents.ts`; do not edit. */
import type { PairWeights } from './pair-features.ts';

/** By the vectors of the documents alone. */
export const documentWeights = { constant: -9.013, sameLanguage: -3.347, cosine: 7.174, margin: 19.943, marginLow: 11.732 } as const;

/** Before aligning. */
export const sentenceWeights: PairWeights = {
  constant: -5.924,
  sameLanguage: -8.497,
  pile: -5.446,
  cosine: 3.251,
  margin: 5.75,
  marginLow: 4.719,
  behind: -11.199,
  sentenceLow: -2.857,
  sentenceHigh: 11.346,
  sentenceTop: 19.639,
  size: -0.603,
  lessSize: -0.629,
  marks: 3.768,
  strangeMarks: -1.063,
};

/** After aligning. */
export const alignedWeights: PairWeights = {
  constant: -6.891,
  sameLanguage: -7.024,
  pile: -5.057,
  cosine: 3.803,
  margin: 3.684,
  marginLow: 2.89,
  behind: -7.57,
  sentenceLow: -0.754,
  sentenceHigh: 8.771,
  sentenceTop: 13.274,
  size: 1.282,
  lessSize: -0.704,
  marks: 3.84,
  strangeMarks: -0.798,
  linkLow: -1.717,
  linkHigh: 5.377,
  linkOdds: 1.29,
  figuresDiffer: -2.301,
  unrelated: -3.028,
  sameEvent: -2.841,
};

/** With what third documents say. */
export const supportWeights = { constant: -1.154, odds: 0.952, support: 4.991, contradiction: -3.846 } as const;
