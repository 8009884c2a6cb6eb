/** Weights of what speaks for a drift. Written by `node bench/run.mjs bench/fit-drifts.ts`; do not edit. */
import type { DriftWeights } from './drift-evidence.ts';

/** Of translations, and of reports that tell the same freely. */
export const driftWeights: { readonly parallel: DriftWeights; readonly comparable: DriftWeights } = {
  parallel: {
    first: {
      constant: -1.605,
      relianceLow: 0.152,
      relianceHigh: 0.142,
      context: 0.164,
      distance: -0.408,
      agreement: -1.318,
      loose: -0.155,
      bead: -1.525,
    },
    second: {
      constant: -0.578,
      relianceLow: 0.185,
      relianceHigh: 0.121,
      context: 0.294,
      distance: -0.438,
      agreement: -1.411,
      loose: -0.173,
      bead: -0.549,
      cosine: -6.36,
      elsewhereLow: -6.351,
      elsewhereHigh: -1.875,
      paraphrase: -2.917,
    },
  },
  comparable: {
    first: {
      constant: -2.026,
      relianceLow: 0.106,
      relianceHigh: 0.101,
      context: 0.233,
      distance: 0.599,
      agreement: -0.12,
      loose: -0.233,
      bead: 0.205,
    },
    second: {
      constant: -1.243,
      relianceLow: 0.104,
      relianceHigh: 0.079,
      context: 0.358,
      distance: 0.314,
      agreement: -0.005,
      loose: -0.226,
      bead: 0.727,
      cosine: -3.648,
      elsewhereLow: -2.845,
      elsewhereHigh: -1.859,
      paraphrase: -0.995,
    },
  },
};
