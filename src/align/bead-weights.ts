/** Everything the aligner has learned, written by `node bench/run.mjs bench/fit-bead-score.ts`: refit it, do not edit it. */
import type { BeadFeature } from './bead-features.ts';
import type { Calibration } from './calibration.ts';
import type { LinkFeature } from './link-features.ts';
import type { RelationFeature } from './relation.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 10.085,
  cosineLength: 9.484,
  length: -2.997,
  cosineRatio: 9.47,
  misfit: -1.607,
  oneTwo: 0.008,
  oneMany: 0.032,
  manyMany: -0.751,
  extra: 0.395,
  skip: 0.484,
  skipOpen: -2.73,
};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 3.761,
  cosineLength: 10.471,
  length: -4.111,
  cosineRatio: 0.476,
  misfit: -1.209,
  coverageLow: 5.169,
  coverageMass: 0.232,
  coverageGain: 7.209,
  coverageLeak: -15.867,
  gainOut: -4.076,
  margin: 7.849,
  numbers: -0.228,
  oneTwo: -0.283,
  oneMany: -0.376,
  manyMany: -1.906,
  extra: 0.017,
  wordMisfit: -0.753,
  edgesNear: 3.429,
  edgesFar: 3.459,
  skip: 0.79,
  skipOpen: -1.725,
  skipCover: 0.831,
  skipMass: -0.023,
  skipShare: 1.764,
};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 10.683,
  cosineLength: 8.279,
  length: -2.679,
  cosineRatio: 6.669,
  misfit: -1.843,
  gainOut: -9.513,
  margin: -0.859,
  numbers: 1.004,
  oneTwo: -0.482,
  oneMany: -0.617,
  manyMany: -1.692,
  extra: -0.157,
  skip: 0.785,
  skipOpen: -1.359,
  skipMass: 0.232,
  skipShare: 1.748,
};

/** From the stated probability of a bead in order to the share that is right. */
export const orderedCalibration: Calibration = { slope: 0.854, shift: 0.426 };

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.155,
  cosine: -5.987,
  margin: 20.825,
  length: -2.462,
  cosineLength: 6.175,
  misfit: 0.338,
  coverageLow: 2.864,
  coverageHigh: 5.663,
  sourceBest: 0.985,
  targetBest: 0.961,
  numbers: 0.733,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -4.889,
  cosine: -0.689,
  margin: 12.968,
  length: -0.4,
  cosineLength: -1.979,
  misfit: -1.6,
  coverageLow: 5.051,
  coverageHigh: -2.966,
  coverageGain: 31.717,
  sourceBest: 1.935,
  targetBest: 1.877,
  numbers: 0.32,
  oneTwo: -1.582,
  many: -3.854,
  context: 1.43,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 1.03, shift: 0.049 };
export const linkThreshold = 0.25;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -5.638,
    orderedShare: 4.891,
    orderedCosine: -0.515,
    orderedLikeness: 4.866,
    freeShare: 0.407,
    freeShareHigh: 3.044,
    agreement: 3.779,
    crossing: -3.372,
    size: -0.809,
    links: 1.355,
  },
  comparable: {
    constant: 1.319,
    orderedShare: -1.625,
    orderedCosine: 4,
    orderedLikeness: -3.186,
    freeShare: 2.111,
    freeShareHigh: 1.172,
    agreement: -1.435,
    crossing: 3.546,
    size: -2.334,
    links: 2.534,
  },
  unrelated: {
    constant: 4.32,
    orderedShare: -3.267,
    orderedCosine: -3.486,
    orderedLikeness: -1.68,
    freeShare: -2.518,
    freeShareHigh: -4.216,
    agreement: -2.344,
    crossing: -0.174,
    size: 3.143,
    links: -3.888,
  },
};
