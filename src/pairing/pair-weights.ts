/** Weights of what speaks for a pair of documents. Written by `node bench/run.mjs bench/fit-pair-documents.ts`; do not edit. */
import type { PairWeights } from './pair-features.ts';

/** By the vectors of the documents alone. */
export const documentWeights = { constant: -9.685, sameLanguage: -3.66, cosine: 9.088, margin: 20.002, marginLow: 13.136 } as const;

/** Before aligning. */
export const sentenceWeights: PairWeights = {
  constant: -6.729,
  sameLanguage: -8.361,
  pile: -6.287,
  cosine: 3.518,
  margin: 6.949,
  marginLow: 5.844,
  behind: -11.323,
  sentenceLow: -3.274,
  sentenceHigh: 11.269,
  sentenceTop: 18.795,
  size: 0.359,
  lessSize: -1.226,
  marks: 3.517,
  strangeMarks: -1.093,
};

/** After aligning. */
export const alignedWeights: PairWeights = {
  constant: -0.4,
  sameLanguage: -6.868,
  pile: -6.475,
  cosine: 4.27,
  margin: 6.746,
  marginLow: 5.346,
  behind: -10.811,
  sentenceLow: -5.544,
  sentenceHigh: 6.519,
  sentenceTop: 13.188,
  size: 0.149,
  lessSize: -1.053,
  marks: 3.659,
  strangeMarks: -1.152,
  linkLow: -2.758,
  linkHigh: 2.149,
  linkOdds: 0.525,
  unrelated: -4.344,
};

/** With what third documents say. */
export const supportWeights = { constant: -1.174, odds: 0.945, support: 4.942, contradiction: -4.811 } as const;
