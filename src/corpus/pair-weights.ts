/** Weights of what speaks for a pair of documents. Written by `node bench/run.mjs bench/fit-pair-documents.ts`; do not edit. */
import type { PairWeights } from './pair-evidence.ts';

/** By the vectors of the documents alone. */
export const documentWeights = { constant: -9.628, sameLanguage: -3.66, cosine: 8.832, margin: 18.412, marginLow: 14.96 } as const;

/** Before aligning. */
export const sentenceWeights: PairWeights = {
  constant: -0.538,
  sameLanguage: -6.267,
  pile: -11.46,
  cosine: 0.109,
  margin: 14.845,
  marginLow: 14.181,
  likeness: -1.611,
  sentenceLow: -9.44,
  sentenceHigh: 8.104,
  sentenceTop: 17.695,
  size: -1.368,
  lessSize: 0.043,
  marks: 7.465,
};

/** After aligning. */
export const alignedWeights: PairWeights = {
  constant: 4.31,
  sameLanguage: -5.558,
  pile: -10.689,
  cosine: -0.204,
  margin: 14.581,
  marginLow: 12.983,
  likeness: -1.749,
  sentenceLow: -10.364,
  sentenceHigh: 2.467,
  sentenceTop: 14.264,
  size: -1.056,
  lessSize: 0.085,
  marks: 9.029,
  linkLow: -4.537,
  linkHigh: 5.689,
  linkOdds: -0.623,
  unrelated: -4.697,
};

/** With what third documents say. */
export const supportWeights = { constant: -0.737, odds: 0.927, support: 3.986, contradiction: -4.338 } as const;
