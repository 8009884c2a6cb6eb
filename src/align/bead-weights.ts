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
  cosine: 8.327,
  cosineLength: 10.347,
  length: -4.019,
  cosineRatio: 3.328,
  misfit: -0.864,
  coverageLow: 7.01,
  coverageMass: 1.698,
  coverageGain: 13.446,
  coverageLeak: -17.436,
  gainOut: -3.842,
  margin: 0.493,
  numbers: 0.529,
  oneTwo: -0.75,
  oneMany: -0.768,
  manyMany: -2.34,
  extra: -0.38,
  wordMisfit: -1.006,
  skip: 0.348,
  skipOpen: -1.469,
  skipCover: 0.446,
  skipMass: 0.579,
  skipShare: 1.752,
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
export const orderedCalibration: Calibration = { slope: 0.983, shift: 0.121 };

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
    constant: -5.424,
    orderedShare: 5.615,
    orderedCosine: -0.811,
    orderedLikeness: 4.863,
    freeShare: 0.255,
    freeShareHigh: 3.041,
    agreement: 3.21,
    crossing: -2.956,
    size: -0.643,
    links: 1.407,
  },
  comparable: {
    constant: 1.298,
    orderedShare: -0.999,
    orderedCosine: 3.71,
    orderedLikeness: -3.093,
    freeShare: 2.094,
    freeShareHigh: 1.062,
    agreement: -0.715,
    crossing: 2.809,
    size: -2.32,
    links: 2.443,
  },
  unrelated: {
    constant: 4.126,
    orderedShare: -4.616,
    orderedCosine: -2.899,
    orderedLikeness: -1.77,
    freeShare: -2.349,
    freeShareHigh: -4.103,
    agreement: -2.495,
    crossing: 0.147,
    size: 2.963,
    links: -3.85,
  },
};
