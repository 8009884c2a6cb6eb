/** Weights of the bead scores, written by `node bench/run.mjs bench/fit-bead-score.ts`: do not edit. */
import type { BeadFeature } from './bead-features.ts';
import type { Calibration } from './calibration.ts';
import type { LinkFeature } from './link-features.ts';
import type { RelationFeature } from './relation.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 6,
  cosineLength: 3,
  length: -1.5,
  cosineRatio: 3.5,
  misfit: -1.5,
  oneTwo: -1,
  oneMany: -1,
  manyMany: -1.3,
  extra: -1,
  skip: -3,
};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = {
  cosine: 1.9,
  cosineLength: 5.95,
  length: -2.76,
  cosineRatio: 2.64,
  misfit: -1.5,
  coverageLow: 6.13,
  coverageMass: 1.59,
  coverageGain: 10.08,
  coverageLeak: -15.35,
  gainOut: -3.49,
  margin: -1.14,
  numbers: 1.06,
  oneTwo: -1.4,
  oneMany: -1.46,
  manyMany: -1.56,
  extra: -1.33,
  skip: 2.31,
  skipOpen: -2.51,
  skipCover: -0.37,
  skipMass: 0.07,
  skipShare: 2.99,
};

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -5.46,
  cosine: -6.27,
  margin: 18.95,
  length: -1.33,
  cosineLength: 3.85,
  misfit: 0.43,
  coverageLow: 3.35,
  coverageHigh: 6.82,
  sourceBest: 1.12,
  targetBest: 1.06,
  numbers: 0.56,
};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = {
  constant: -4.83,
  cosine: -2.27,
  margin: 16.34,
  length: 0.38,
  cosineLength: -3,
  misfit: -1.33,
  coverageLow: 2.49,
  coverageHigh: -1.2,
  coverageGain: 34.3,
  sourceBest: 1.91,
  targetBest: 1.99,
  numbers: 0.29,
  oneTwo: -1.85,
  many: -4.23,
  context: 1.61,
};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = plainWeights;

/** What share of the beads in order is right, by stated probability. */
export const orderedCalibration: Calibration = { slope: 1, shift: 0 };

/** The same for links, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: 1, shift: 0 };
export const linkThreshold = 0.3;

/** Evidence for the three relations. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
  parallel: { agreement: 10, crossing: -10, constant: -4 },
  comparable: { constant: 0, freeShareHigh: 2 },
  unrelated: { constant: 2, freeShareHigh: -30 },
};
