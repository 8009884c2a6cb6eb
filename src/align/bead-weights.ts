// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** Everything the aligner has learned, written by `node bench/run.mjs bench/fit-bead-score.ts`: refit it, do not edit it. */
import type { BeadFeature } from './bead-features.ts';
import type { Calibration } from './calibration.ts';
import type { LinkFeature } from './link-features.ts';
import type { RelationFeature } from './relation.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 10.309,
  cosineLength: 8.918,
  length: -2.906,
  cosineRatio: 7.911,
  misfit: -1.736,
  oneTwo: 0.032,
  oneMany: 0.117,
  manyMany: -0.621,
  extra: 0.39,
  skip: 0.562,
  skipOpen: -2.714,
};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 2.451,
  cosineLength: 9.986,
  length: -4.177,
  cosineRatio: 0.6,
  misfit: -1.169,
  coverageLow: 5.036,
  coverageMass: 0.071,
  coverageGain: 9.91,
  coverageLeak: -15.428,
  gainOut: -5.199,
  margin: 6.36,
  numbers: -0.397,
  oneTwo: -0.379,
  oneMany: -0.371,
  manyMany: -1.985,
  extra: -0.101,
  wordMisfit: -0.673,
  edgesNear: 3.529,
  edgesFar: 2.94,
  skip: 0.809,
  skipOpen: -1.572,
  skipCover: 0.992,
  skipMass: -0.003,
  skipShare: 1.93,
};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 9.838,
  cosineLength: 7.743,
  length: -2.685,
  cosineRatio: 6.25,
  misfit: -1.823,
  gainOut: -9.897,
  margin: -2.069,
  numbers: 0.94,
  oneTwo: -0.52,
  oneMany: -0.625,
  manyMany: -1.705,
  extra: -0.205,
  skip: 1.1,
  skipOpen: -1.289,
  skipMass: 0.184,
  skipShare: 2.127,
};

/** From the stated probability of a bead in order to the share that is right. */
export const orderedCalibration: Calibration = { slope: 0.914, shift: 0.172 };

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -7.782,
  cosine: 2.853,
  margin: 1.311,
  length: -0.888,
  cosineLength: 1.825,
  misfit: 0.34,
  coverageLow: -11.148,
  coverageHigh: -1.914,
  rareLow: 24.175,
  rareHigh: 11.054,
  sourceBest: 0.346,
  targetBest: 0.557,
  bothBest: -0.182,
  rivalLow: 3.337,
  rivalHigh: 1.932,
  rareBoth: -7.889,
  rareMargin: -12.587,
  numbers: 0.186,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -8.309,
  cosine: 5.873,
  margin: -10.669,
  length: -0.444,
  cosineLength: -0.437,
  misfit: -0.983,
  coverageLow: -2.396,
  coverageHigh: -0.291,
  rareLow: 21.372,
  rareHigh: 7.971,
  coverageGain: 36.311,
  sourceBest: -0.211,
  targetBest: -0.305,
  bothBest: 1.697,
  rivalLow: 8.377,
  rivalHigh: -0.044,
  rareBoth: -21.729,
  rareMargin: 0.686,
  numbers: 0.186,
  oneTwo: -1.171,
  many: -3.564,
  context: 1.458,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.789, shift: -0.103 };
export const linkThreshold = 0.2;

/** The same for embedders without tokens. */
export const firstWordlessLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.388,
  cosine: 10.258,
  margin: 2.439,
  length: -0.388,
  cosineLength: -0.093,
  misfit: 0.473,
  sourceBest: 0.445,
  targetBest: 0.651,
  bothBest: -0.218,
  rivalLow: 2.349,
  rivalHigh: 2.321,
  numbers: 0.25,
};
export const secondWordlessLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.167,
  cosine: 8.015,
  margin: -6.39,
  length: 0.53,
  cosineLength: -2.039,
  misfit: -1.345,
  sourceBest: 0.053,
  targetBest: 0.2,
  bothBest: 2.572,
  rivalLow: 6.679,
  rivalHigh: -0.159,
  numbers: 0.15,
  oneTwo: -0.913,
  many: -3.322,
  context: 1.411,
};
export const wordlessLinkCalibration: Calibration = { slope: 0.97, shift: 0.022 };
export const wordlessLinkThreshold = 0.25;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -4.37,
    orderedShare: 4.006,
    orderedCosine: -1.692,
    orderedLikeness: 5.681,
    freeShare: 1.167,
    freeShareHigh: 2.441,
    freeCosine: -0.362,
    agreement: 0.767,
    crossing: 0.399,
    size: 1.308,
    links: 0.284,
  },
  comparable: {
    constant: -2.163,
    orderedShare: -3.294,
    orderedCosine: 4.627,
    orderedLikeness: -0.56,
    freeShare: 0.239,
    freeShareHigh: -0.547,
    freeCosine: 1.318,
    agreement: -1.389,
    crossing: 1.627,
    size: 0.031,
    links: 4.544,
  },
  unrelated: {
    constant: 6.533,
    orderedShare: -0.712,
    orderedCosine: -2.935,
    orderedLikeness: -5.121,
    freeShare: -1.406,
    freeShareHigh: -1.894,
    freeCosine: -0.956,
    agreement: 0.621,
    crossing: -2.027,
    size: -1.339,
    links: -4.827,
  },
};
