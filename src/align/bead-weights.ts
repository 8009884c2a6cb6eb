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
  constant: -5.995,
  cosine: -2.396,
  margin: 17.566,
  length: -1.987,
  cosineLength: 3.936,
  misfit: 0.498,
  coverageLow: 1.106,
  coverageHigh: 5.674,
  sourceBest: 0.872,
  targetBest: 1.071,
  numbers: 0.357,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.548,
  cosine: -0.215,
  margin: 12.485,
  length: -0.636,
  cosineLength: -0.961,
  misfit: -1.431,
  coverageLow: 0.95,
  coverageHigh: -0.227,
  coverageGain: 31.431,
  sourceBest: 1.927,
  targetBest: 2.433,
  numbers: 0.221,
  oneTwo: -1.653,
  many: -4.197,
  context: 1.428,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.986, shift: 0 };
export const linkThreshold = 0.3;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -5.257,
    orderedShare: 5.201,
    orderedCosine: -1.201,
    orderedLikeness: 4.527,
    freeShare: 0.359,
    freeShareHigh: 2.818,
    agreement: 2.469,
    crossing: -2.11,
    size: -0.689,
    links: 1.385,
  },
  comparable: {
    constant: 1.326,
    orderedShare: -2.281,
    orderedCosine: 3.807,
    orderedLikeness: -3.21,
    freeShare: 2.161,
    freeShareHigh: 0.807,
    agreement: -0.499,
    crossing: 2.66,
    size: -2.344,
    links: 2.884,
  },
  unrelated: {
    constant: 3.931,
    orderedShare: -2.92,
    orderedCosine: -2.605,
    orderedLikeness: -1.316,
    freeShare: -2.52,
    freeShareHigh: -3.625,
    agreement: -1.97,
    crossing: -0.55,
    size: 3.033,
    links: -4.269,
  },
};
