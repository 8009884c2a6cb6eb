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
  constant: -6.778,
  cosine: 1.563,
  margin: 12.872,
  length: -1.139,
  cosineLength: 2.273,
  misfit: 0.313,
  coverageLow: 0.432,
  coverageHigh: 6.668,
  sourceBest: 0.712,
  targetBest: 0.836,
  numbers: 0.489,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -7.617,
  cosine: 3.745,
  margin: 7.375,
  length: 0.01,
  cosineLength: -1.287,
  misfit: -1.319,
  coverageLow: 1.989,
  coverageHigh: -0.491,
  coverageGain: 39.958,
  sourceBest: 2.205,
  targetBest: 2.593,
  numbers: 0.24,
  oneTwo: -1.155,
  many: -3.565,
  context: 1.508,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.842, shift: 0.044 };
export const linkThreshold = 0.35;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -4.076,
    orderedShare: 4.616,
    orderedCosine: 0.42,
    orderedLikeness: 4.562,
    freeShare: -0.407,
    freeShareHigh: 3.282,
    freeCosine: -2.636,
    agreement: 1.996,
    crossing: -2.403,
    size: -0.488,
    links: 1.63,
  },
  comparable: {
    constant: 0.165,
    orderedShare: -1.84,
    orderedCosine: 2.079,
    orderedLikeness: -3.386,
    freeShare: 2.307,
    freeShareHigh: -0.065,
    freeCosine: 3.985,
    agreement: -0.804,
    crossing: 3.11,
    size: -2.21,
    links: 3.315,
  },
  unrelated: {
    constant: 3.911,
    orderedShare: -2.776,
    orderedCosine: -2.499,
    orderedLikeness: -1.176,
    freeShare: -1.9,
    freeShareHigh: -3.217,
    freeCosine: -1.349,
    agreement: -1.192,
    crossing: -0.707,
    size: 2.698,
    links: -4.945,
  },
};
