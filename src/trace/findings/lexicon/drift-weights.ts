/** Weights of what speaks for a drift. Written by `node bench/run.mjs bench/fit-drifts.ts`; do not edit. */
import type { DriftWeights } from './drift-evidence.ts';

/** Of translations, and of reports that tell the same freely. */
export const driftWeights: { readonly parallel: DriftWeights; readonly comparable: DriftWeights } = {
  parallel: {
    first: {
      constant: -1.636,
      relianceLow: 0.156,
      relianceHigh: 0.134,
      context: 0.195,
      distance: -0.406,
      agreement: -1.305,
      loose: -0.147,
      bead: -1.554,
    },
    second: {
      constant: -0.586,
      relianceLow: 0.159,
      relianceHigh: 0.114,
      context: 0.388,
      distance: -0.424,
      agreement: -1.258,
      loose: -0.157,
      bead: -0.557,
      cosine: -6.683,
      elsewhereLow: -6.39,
      elsewhereHigh: -1.909,
      paraphrase: -3.169,
    },
  },
  comparable: {
    first: {
      constant: -2.119,
      relianceLow: 0.122,
      relianceHigh: 0.082,
      context: 0.251,
      distance: 0.56,
      agreement: -0.103,
      loose: -0.218,
      bead: 0.28,
    },
    second: {
      constant: -1.266,
      relianceLow: 0.112,
      relianceHigh: 0.064,
      context: 0.349,
      distance: 0.315,
      agreement: 0.027,
      loose: -0.219,
      bead: 0.812,
      cosine: -3.726,
      elsewhereLow: -2.885,
      elsewhereHigh: -1.901,
      paraphrase: -1.099,
    },
  },
};
