// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** Everything the aligner has learned, written by `node bench/run.mjs bench/fit-bead-score.ts`: refit it, do not edit it. */

import type { LinkFeature } from '../free/link-features.ts';
import type { BeadFeature } from '../ordered/bead-features.ts';
import type { RelationFeature } from '../relation/decide-relation.ts';
import type { Calibration } from './calibration.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 15.41,
  cosineLength: 8.191,
  length: -2.716,
  misfit: -2.414,
  manyMany: -0.537,
  skip: 0.169,
  skipOpen: -2.686,
};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = {
  cosineLength: 9.611,
  length: -4.071,
  misfit: -1.698,
  coverageLow: 11.422,
  coverageLeak: -17.947,
  manyMany: -1.717,
  edgesNear: 3.7,
  edgesFar: 2.852,
  skip: 1.794,
  skipShare: 3.628,
};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 18.916,
  cosineLength: 8.76,
  length: -2.466,
  misfit: -2.485,
  manyMany: -0.425,
  skip: 1.815,
  skipOpen: -1.344,
  skipShare: 2.212,
};

/** From the stated probability of a bead in order to the share that is right. */
export const orderedCalibration: Calibration = { slope: 0.828, shift: 0.504 };

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -8.203,
  cosine: 2.057,
  margin: 4.823,
  length: -0.817,
  cosineLength: 1.712,
  misfit: 0.362,
  coverageLow: -10.451,
  coverageHigh: -3.725,
  rareLow: 25.084,
  rareHigh: 12.022,
  sourceBest: 0.487,
  targetBest: 0.643,
  bothBest: -0.358,
  rivalLow: 3.256,
  rivalHigh: 1.664,
  rareBoth: -4.588,
  rareMargin: -22.359,
  numbers: 0.176,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -8.436,
  cosine: 5.66,
  margin: -12.248,
  length: -0.11,
  cosineLength: -0.698,
  misfit: -0.96,
  coverageLow: -5.925,
  coverageHigh: -1.542,
  rareLow: 23.517,
  rareHigh: 10.666,
  coverageGain: 34.436,
  sourceBest: 0.076,
  targetBest: 0.265,
  bothBest: 1.486,
  rivalLow: 7.558,
  rivalHigh: -0.334,
  rareBoth: -25.437,
  rareMargin: 9.399,
  numbers: 0.055,
  oneTwo: -1.317,
  many: -3.929,
  context: 1.485,
};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 0.629, shift: 0.243 };
export const linkThreshold = 0.45;

/** The same for embedders without tokens. */
export const firstWordlessLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.682,
  cosine: 10.684,
  margin: 2.023,
  length: -0.429,
  cosineLength: 0.414,
  misfit: 0.446,
  sourceBest: 0.625,
  targetBest: 0.777,
  bothBest: -0.396,
  rivalLow: 2.492,
  rivalHigh: 2.358,
  numbers: 0.225,
};
export const secondWordlessLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.386,
  cosine: 9.393,
  margin: -8.041,
  length: 0.785,
  cosineLength: -2.51,
  misfit: -1.278,
  sourceBest: -0.424,
  targetBest: -0.136,
  bothBest: 3.438,
  rivalLow: 6.453,
  rivalHigh: 0.247,
  numbers: 0.095,
  oneTwo: -1.064,
  many: -3.549,
  context: 1.362,
};
export const wordlessLinkCalibration: Calibration = { slope: 0.659, shift: 0.39 };
export const wordlessLinkThreshold = 0.5;

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: {
    constant: -5.197,
    orderedShare: 4.991,
    orderedCosine: -0.148,
    orderedLikeness: 6.013,
    freeShare: 2.79,
    freeShareHigh: -0.531,
    freeCosine: -2.628,
    agreement: 1.128,
    crossing: 1.662,
    size: 1.646,
    links: 1.897,
    doubt: -2.237,
    doubtOfFew: -1.744,
  },
  comparable: {
    constant: 0.419,
    orderedShare: -2.987,
    orderedCosine: 1.036,
    orderedLikeness: -2.469,
    freeShare: -1.655,
    freeShareHigh: 2.288,
    freeCosine: 5.652,
    agreement: -0.866,
    crossing: -0.789,
    size: -1.722,
    links: 3.526,
    doubt: -0.109,
    doubtOfFew: -1.011,
  },
  unrelated: {
    constant: 4.779,
    orderedShare: -2.004,
    orderedCosine: -0.889,
    orderedLikeness: -3.543,
    freeShare: -1.135,
    freeShareHigh: -1.757,
    freeCosine: -3.024,
    agreement: -0.262,
    crossing: -0.873,
    size: 0.076,
    links: -5.423,
    doubt: 2.346,
    doubtOfFew: 2.756,
  },
};
