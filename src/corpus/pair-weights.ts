/** Weights of what speaks for a pair of documents. Written by `node bench/run.mjs bench/fit-pair-documents.ts`; do not edit. */
import type { PairWeights } from './pair-evidence.ts';

/** By the vectors of the documents alone. */
export const documentWeights = { constant: -9.628, sameLanguage: -3.66, cosine: 8.832, margin: 18.412, marginLow: 14.96 } as const;

/** Before aligning. */
export const sentenceWeights: PairWeights = {
  constant: -4.765,
  sameLanguage: -5.462,
  pile: -5.752,
  cosine: -4.538,
  margin: 16.448,
  marginLow: 15.788,
  likeness: 12.823,
  sentenceLow: -5.99,
  sentenceHigh: 7.48,
  sentenceTop: 15.688,
  size: -1.817,
  lessSize: 0.341,
  marks: 7.124,
};

/** After aligning. */
export const alignedWeights: PairWeights = {
  constant: 1.842,
  sameLanguage: -4.755,
  pile: -6.287,
  cosine: -3.113,
  margin: 15.754,
  marginLow: 13.399,
  likeness: 12.322,
  sentenceLow: -7.004,
  sentenceHigh: 2.316,
  sentenceTop: 10.898,
  size: -1.689,
  lessSize: 0.416,
  marks: 7.381,
  linkLow: -4.892,
  linkHigh: 5.204,
  linkOdds: -0.328,
  unrelated: -4.751,
};

/** With what third documents say. */
export const supportWeights = { constant: -1.296, odds: 0.936, support: 4.522, contradiction: -2.616 } as const;

/** Whether a pair that belongs together, and in which the aligner sees no relation, is parallel. */
export const parallelWeights: PairWeights = { constant: -3.847, sentenceLow: -1.495, linkLow: -1.409, linkHigh: -1.849, unrelated: -1.683 };
