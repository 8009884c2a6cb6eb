// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** What the aligner has learned about translations, written by `node bench/run.mjs bench/fit-bead-score.ts`: refit it, do not edit it. */

import type { BeadFeature } from '../ordered/bead-features.ts';
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
