// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** Everything the aligner has learned, written by `node bench/run.mjs bench/fit-bead-score.ts`: refit it, do not edit it. */
import type { BeadFeature } from './bead-features.ts';
import type { Calibration } from './calibration.ts';
import type { LinkFeature } from './link-features.ts';
import type { RelationFeature } from './relation.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 10.03,
  cosineLength: 8.983,
  length: -2.96,
  cosineRatio: 8.283,
  misfit: -1.711,
  oneTwo: 0.087,
  oneMany: 0.191,
  manyMany: -0.617,
  extra: 0.422,
  skip: 0.557,
  skipOpen: -2.718,
};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 2.682,
  cosineLength: 9.942,
  length: -4.117,
  cosineRatio: 0.928,
  misfit: -1.111,
  coverageLow: 4.774,
  coverageMass: 0.243,
  coverageGain: 8.51,
  coverageLeak: -15.055,
  gainOut: -4.476,
  margin: 6.567,
  numbers: -0.43,
  oneTwo: -0.308,
  oneMany: -0.31,
  manyMany: -1.813,
  extra: -0.048,
  wordMisfit: -0.684,
  edgesNear: 3.533,
  edgesFar: 3.101,
  skip: 0.861,
  skipOpen: -1.547,
  skipCover: 0.895,
  skipMass: 0.062,
  skipShare: 1.929,
};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 10.06,
  cosineLength: 7.829,
  length: -2.671,
  cosineRatio: 6.447,
  misfit: -1.794,
  gainOut: -9.274,
  margin: -2.045,
  numbers: 0.856,
  oneTwo: -0.464,
  oneMany: -0.571,
  manyMany: -1.621,
  extra: -0.151,
  skip: 1.129,
  skipOpen: -1.248,
  skipMass: 0.235,
  skipShare: 2.159,
};

/** From the stated probability of a bead in order to the share that is right. */
export const orderedCalibration: Calibration = { slope: 0.891, shift: 0.157 };

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -7.065,
  cosine: -1.253,
  margin: 8.495,
  length: -0.882,
  cosineLength: 1.773,
  misfit: 0.358,
  coverageLow: -9.711,
  coverageHigh: -5.675,
  rareLow: 18.137,
  rareHigh: 12.959,
  sourceBest: 0.788,
  targetBest: 0.843,
  numbers: 0.289,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -6.575,
  cosine: 2.652,
  margin: 3.997,
  length: -0.006,
  cosineLength: -1.122,
  misfit: -1.299,
  coverageLow: -5.651,
  coverageHigh: -4.992,
  rareLow: 10.441,
  rareHigh: 5.64,
  coverageGain: 37.358,
  sourceBest: 1.881,
  targetBest: 1.973,
  numbers: 0.12,
  oneTwo: -1.245,
  many: -3.506,
  context: 1.626,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.762, shift: 0.154 };
export const linkThreshold = 0.35;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -3.933,
    orderedShare: 3.599,
    orderedCosine: -0.433,
    orderedLikeness: 3.575,
    freeShare: 0.559,
    freeShareHigh: 4.005,
    freeCosine: -2.687,
    agreement: 3.592,
    crossing: -3.034,
    size: -0.68,
    links: 1.271,
  },
  comparable: {
    constant: -0.127,
    orderedShare: -0.762,
    orderedCosine: 2.661,
    orderedLikeness: -2.486,
    freeShare: 1.565,
    freeShareHigh: -1.415,
    freeCosine: 3.487,
    agreement: -2.246,
    crossing: 3.812,
    size: -1.514,
    links: 3.733,
  },
  unrelated: {
    constant: 4.06,
    orderedShare: -2.837,
    orderedCosine: -2.228,
    orderedLikeness: -1.089,
    freeShare: -2.124,
    freeShareHigh: -2.591,
    freeCosine: -0.8,
    agreement: -1.346,
    crossing: -0.778,
    size: 2.194,
    links: -5.004,
  },
};
