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
  cosine: 3.076,
  cosineLength: 9.976,
  length: -4.091,
  cosineRatio: 0.5,
  misfit: -1.148,
  coverageLow: 4.814,
  coverageMass: 0.173,
  coverageGain: 8.432,
  coverageLeak: -15.243,
  gainOut: -4.276,
  margin: 6.384,
  numbers: -0.456,
  oneTwo: -0.349,
  oneMany: -0.365,
  manyMany: -1.852,
  extra: -0.078,
  wordMisfit: -0.685,
  edgesNear: 3.527,
  edgesFar: 3.048,
  skip: 0.845,
  skipOpen: -1.537,
  skipCover: 0.821,
  skipMass: 0.077,
  skipShare: 1.916,
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
export const orderedCalibration: Calibration = { slope: 0.889, shift: 0.16 };

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -7.065,
  cosine: -1.253,
  margin: 8.495,
  length: -0.882,
  cosineLength: 1.774,
  misfit: 0.358,
  coverageLow: -9.711,
  coverageHigh: -5.675,
  rareLow: 18.136,
  rareHigh: 12.958,
  sourceBest: 0.788,
  targetBest: 0.842,
  numbers: 0.289,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -6.536,
  cosine: 2.725,
  margin: 3.816,
  length: -0.075,
  cosineLength: -1.094,
  misfit: -1.259,
  coverageLow: -6.055,
  coverageHigh: -5.636,
  rareLow: 11.254,
  rareHigh: 5.998,
  coverageGain: 37.542,
  sourceBest: 1.858,
  targetBest: 1.947,
  numbers: 0.12,
  oneTwo: -1.238,
  many: -3.478,
  context: 1.628,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.754, shift: 0.178 };
export const linkThreshold = 0.35;

/** The same for embedders without tokens. */
export const firstWordlessLinkWeights: Partial<Record<LinkFeature, number>> = firstLinkWeights;
export const secondWordlessLinkWeights: Partial<Record<LinkFeature, number>> = secondLinkWeights;
export const wordlessLinkCalibration: Calibration = linkCalibration;
export const wordlessLinkThreshold = linkThreshold;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -5.019,
    orderedShare: 4.385,
    orderedCosine: -0.185,
    orderedLikeness: 4.814,
    freeShare: -0.269,
    freeShareHigh: 2.137,
    freeCosine: -1.998,
    agreement: 2.337,
    crossing: -2.606,
    size: 0.858,
    links: 1.334,
  },
  comparable: {
    constant: -0.518,
    orderedShare: -3.041,
    orderedCosine: 3.091,
    orderedLikeness: -2.603,
    freeShare: 1.536,
    freeShareHigh: -0.487,
    freeCosine: 3.979,
    agreement: -2.123,
    crossing: 3.659,
    size: -1.596,
    links: 3.651,
  },
  unrelated: {
    constant: 5.537,
    orderedShare: -1.343,
    orderedCosine: -2.907,
    orderedLikeness: -2.211,
    freeShare: -1.267,
    freeShareHigh: -1.65,
    freeCosine: -1.981,
    agreement: -0.214,
    crossing: -1.053,
    size: 0.738,
    links: -4.985,
  },
};
