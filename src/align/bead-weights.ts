// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** Everything the aligner has learned, written by `node bench/run.mjs bench/fit-bead-score.ts`: refit it, do not edit it. */
import type { BeadFeature } from './bead-features.ts';
import type { Calibration } from './calibration.ts';
import type { LinkFeature } from './link-features.ts';
import type { RelationFeature } from './relation.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 10.209,
  cosineLength: 9.013,
  length: -2.966,
  cosineRatio: 8.201,
  misfit: -1.721,
  oneTwo: 0.097,
  oneMany: 0.187,
  manyMany: -0.596,
  extra: 0.423,
  skip: 0.556,
  skipOpen: -2.7,
};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 2.602,
  cosineLength: 9.914,
  length: -4.076,
  cosineRatio: 1.002,
  misfit: -1.088,
  coverageLow: 4.9,
  coverageMass: 0.248,
  coverageGain: 8.62,
  coverageLeak: -14.856,
  gainOut: -4.449,
  margin: 6.454,
  numbers: -0.396,
  oneTwo: -0.301,
  oneMany: -0.298,
  manyMany: -1.81,
  extra: -0.035,
  wordMisfit: -0.696,
  edgesNear: 3.511,
  edgesFar: 3.085,
  skip: 0.887,
  skipOpen: -1.534,
  skipCover: 0.881,
  skipMass: 0.064,
  skipShare: 1.936,
};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 10.182,
  cosineLength: 7.837,
  length: -2.663,
  cosineRatio: 6.486,
  misfit: -1.788,
  gainOut: -9.102,
  margin: -2.155,
  numbers: 0.866,
  oneTwo: -0.444,
  oneMany: -0.535,
  manyMany: -1.605,
  extra: -0.138,
  skip: 1.194,
  skipOpen: -1.261,
  skipMass: 0.217,
  skipShare: 2.19,
};

/** From the stated probability of a bead in order to the share that is right. */
export const orderedCalibration: Calibration = { slope: 0.915, shift: 0.199 };

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -7.369,
  cosine: -0.136,
  margin: 8.193,
  length: -1.228,
  cosineLength: 2.73,
  misfit: 0.432,
  coverageLow: -12.083,
  coverageHigh: -5.848,
  rareLow: 20.271,
  rareHigh: 13.137,
  sourceBest: 0.726,
  targetBest: 0.857,
  numbers: 0.486,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -7.413,
  cosine: 3.751,
  margin: 5.309,
  length: 0.251,
  cosineLength: -1.636,
  misfit: -1.271,
  coverageLow: -8.146,
  coverageHigh: -4.075,
  rareLow: 12.139,
  rareHigh: 3.358,
  coverageGain: 39.913,
  sourceBest: 2.212,
  targetBest: 2.55,
  numbers: 0.205,
  oneTwo: -1.118,
  many: -3.479,
  context: 1.511,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.785, shift: 0.121 };
export const linkThreshold = 0.35;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -4.091,
    orderedShare: 4.48,
    orderedCosine: 0.454,
    orderedLikeness: 4.525,
    freeShare: -0.428,
    freeShareHigh: 3.394,
    freeCosine: -2.57,
    agreement: 2.104,
    crossing: -2.532,
    size: -0.56,
    links: 1.606,
  },
  comparable: {
    constant: 0.161,
    orderedShare: -1.782,
    orderedCosine: 1.912,
    orderedLikeness: -3.37,
    freeShare: 2.334,
    freeShareHigh: -0.112,
    freeCosine: 4.246,
    agreement: -0.796,
    crossing: 3.13,
    size: -2.203,
    links: 3.183,
  },
  unrelated: {
    constant: 3.93,
    orderedShare: -2.698,
    orderedCosine: -2.366,
    orderedLikeness: -1.155,
    freeShare: -1.906,
    freeShareHigh: -3.282,
    freeCosine: -1.676,
    agreement: -1.308,
    crossing: -0.597,
    size: 2.763,
    links: -4.789,
  },
};
