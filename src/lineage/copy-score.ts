/** How strongly the evidence speaks for `child` being made from `parent`: one number, from weights fitted on written stories. */
import { exp, log } from '../exact-math.ts';
import type { CopyEvidence } from './copy-evidence.ts';
import { commonSourceWeights, copyWeights } from './lineage-weights.ts';

/** What `copyFeatures` measures, in its order. `bench/fit-lineage.ts` fits a weight for each. */
export const copyFeatureNames = ['bias', 'childInParent', 'parentInChild', 'garbledNames', 'glosses'] as const;

/** What `commonSourceFeatures` measures, in its order. */
export const commonSourceFeatureNames = ['bias', 'shared'] as const;

/** Differences in counts beyond this tell no more. */
const most = { garbled: 4, glosses: 1 } as const;

export function copyFeatures(evidence: CopyEvidence): number[] {
  const garbled = evidence.garbledInChild.length - evidence.garbledInParent.length;
  const glosses = evidence.glossesInChild.length - evidence.glossesInParent.length;
  return [
    1,
    logit(evidence.childInParent),
    logit(evidence.parentInChild),
    within(garbled, most.garbled) / 2,
    within(glosses, most.glosses),
  ];
}

/** Symmetric: what two documents share, whichever came first. */
export function commonSourceFeatures(one: CopyEvidence): number[] {
  return [1, logit((one.childInParent + one.parentInChild) / 2)];
}

/** Log weight of the edge `parent → child` against the child having no source among the documents. */
export function copyScore(evidence: CopyEvidence): number {
  return dot(copyWeights, copyFeatures(evidence));
}

/** Probability that two documents, neither of which was made from the other, come from one text. */
export function commonSourceProbability(evidence: CopyEvidence): number {
  return 1 / (1 + exp(-dot(commonSourceWeights, commonSourceFeatures(evidence))));
}

function dot(weights: readonly number[], features: readonly number[]): number {
  return features.reduce((sum, value, k) => sum + value * weights[k]!, 0);
}

/** Log odds of a share, with shares of 0 and 1 moved inwards: a text of some 25 sentences shows no more than that. */
function logit(share: number): number {
  const inside = Math.min(0.98, Math.max(0.02, share));
  return log(inside / (1 - inside));
}

function within(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}
