/** Weights of the bead scores, written by `node bench/run.mjs bench/fit-bead-score.ts`: do not edit. */
import type { LinkModel } from './comparable-alignment.ts';
import type { AlignmentModel } from './parallel-alignment.ts';

/** Score of beads in order: weights in the order of `beadFeatures`. */
export const alignmentModel: AlignmentModel = {
  // prettier-ignore
  plain: Float64Array.of(6, 3, -1.5, 3.5, -1.5, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1.3, -1, -3, 0, 0, 0, 0),
  full: Float64Array.of(
    1.9,
    5.95,
    -2.76,
    2.64,
    -1.5,
    6.13,
    1.59,
    10.08,
    -15.35,
    -3.49,
    -1.14,
    1.06,
    -1.4,
    -1.46,
    -1.56,
    -1.33,
    2.31,
    -2.51,
    -0.37,
    0.07,
    2.99,
  ),
};

/** Score of beads out of order: weights in the order of `linkFeatures`. */
export const linkModel: LinkModel = {
  first: Float64Array.of(-5.46, -6.27, 18.95, -1.33, 3.85, 0.43, 3.35, 6.82, 0, 1.12, 1.06, 0.56, 0, 0, 0),
  second: Float64Array.of(-4.83, -2.27, 16.34, 0.38, -3, -1.33, 2.49, -1.2, 34.3, 1.91, 1.99, 0.29, -1.85, -4.23, 1.61),
  background: 0.1,
  threshold: 0.3,
};
