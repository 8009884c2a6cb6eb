// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** Everything the aligner has learned, written by `node bench/run.mjs bench/fit-bead-score.ts`: refit it, do not edit it. */

import type { LinkFeature } from '../free/link-features.ts';
import type { BeadFeature } from '../ordered/bead-features.ts';
import type { RelationFeature } from '../relation/decide-relation.ts';
import type { Calibration } from './calibration.ts';

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
  constant: -8.294,
  cosine: 3.457,
  margin: 1.399,
  length: -0.966,
  cosineLength: 2.012,
  misfit: 0.376,
  coverageLow: -10.668,
  coverageHigh: -3.279,
  rareLow: 25.569,
  rareHigh: 11.973,
  sourceBest: 0.246,
  targetBest: 0.471,
  bothBest: -0.071,
  rivalLow: 3.723,
  rivalHigh: 2.718,
  rareBoth: -7.434,
  rareMargin: -19.46,
  numbers: 0.156,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -8.474,
  cosine: 6.342,
  margin: -14.333,
  length: -0.278,
  cosineLength: -0.432,
  misfit: -0.967,
  coverageLow: -5.871,
  coverageHigh: -1.586,
  rareLow: 23.836,
  rareHigh: 10.688,
  coverageGain: 34.911,
  sourceBest: -0.088,
  targetBest: 0.213,
  bothBest: 1.453,
  rivalLow: 7.915,
  rivalHigh: 0.751,
  rareBoth: -25.79,
  rareMargin: 9.078,
  numbers: 0.044,
  oneTwo: -1.344,
  many: -3.983,
  context: 1.492,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.647, shift: 0.266 };
export const linkThreshold = 0.45;

/** The same for embedders without tokens. */
export const firstWordlessLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.703,
  cosine: 10.7,
  margin: 1.812,
  length: -0.487,
  cosineLength: 0.41,
  misfit: 0.474,
  sourceBest: 0.44,
  targetBest: 0.652,
  bothBest: -0.166,
  rivalLow: 2.442,
  rivalHigh: 2.683,
  numbers: 0.224,
};
export const secondWordlessLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.302,
  cosine: 9.46,
  margin: -8.824,
  length: 0.688,
  cosineLength: -2.353,
  misfit: -1.304,
  sourceBest: -0.656,
  targetBest: -0.071,
  bothBest: 3.413,
  rivalLow: 6.692,
  rivalHigh: 0.805,
  numbers: 0.082,
  oneTwo: -1.06,
  many: -3.568,
  context: 1.388,
};
export const wordlessLinkCalibration: Calibration = { slope: 0.7, shift: 0.364 };
export const wordlessLinkThreshold = 0.5;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -4.543,
    orderedShare: 4.307,
    orderedCosine: 0.05,
    orderedLikeness: 6.095,
    freeShare: 2.984,
    freeShareHigh: -0.997,
    freeCosine: -2.66,
    agreement: 0.995,
    crossing: 1.989,
    size: 1.225,
    links: 1.98,
    doubt: -1.88,
    doubtOfFew: -1.459,
  },
  comparable: {
    constant: 0.43,
    orderedShare: -2.869,
    orderedCosine: 0.985,
    orderedLikeness: -1.476,
    freeShare: -1.596,
    freeShareHigh: 1.62,
    freeCosine: 5.088,
    agreement: -1.041,
    crossing: -0.555,
    size: -1.631,
    links: 3.6,
    doubt: -0.334,
    doubtOfFew: -1.569,
  },
  unrelated: {
    constant: 4.113,
    orderedShare: -1.438,
    orderedCosine: -1.035,
    orderedLikeness: -4.618,
    freeShare: -1.387,
    freeShareHigh: -0.623,
    freeCosine: -2.428,
    agreement: 0.046,
    crossing: -1.433,
    size: 0.405,
    links: -5.58,
    doubt: 2.213,
    doubtOfFew: 3.028,
  },
};
