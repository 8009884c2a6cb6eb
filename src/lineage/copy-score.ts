/** How strongly the evidence speaks for `child` being made from `parent`: one number, from weights fitted on written stories. */
import { exp, log } from '../exact-math.ts';
import type { CopyEvidence } from './copy-evidence.ts';
import { commonSourceWeights, copyWeights } from './lineage-weights.ts';

/** What `copyFeatures` measures, in its order. `bench/fit-lineage.ts` fits a weight for each. */
export const copyFeatureNames = [
  'bias',
  'childInParent',
  'parentInChild',
  'garbledInChild',
  'garbledInParent',
  'glossesInChild',
  'glossesInParent',
  'straysInChild',
  'straysInParent',
] as const;

/** What `commonSourceFeatures` measures, in its order. */
export const commonSourceFeatureNames = ['bias', 'shared'] as const;

/** More of a kind than this says no more. */
const most = { garbled: 4, glosses: 1, strays: 1 } as const;

export function copyFeatures(evidence: CopyEvidence): number[] {
  return [
    1,
    logit(evidence.childInParent),
    logit(evidence.parentInChild),
    Math.min(evidence.garbledInChild.length, most.garbled) / 2,
    Math.min(evidence.garbledInParent.length, most.garbled) / 2,
    Math.min(evidence.glossesInChild.length, most.glosses),
    Math.min(evidence.glossesInParent.length, most.glosses),
    Math.min(evidence.straysInChild.length, most.strays),
    Math.min(evidence.straysInParent.length, most.strays),
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

/** Distance from 0 and 1 at which shares are clipped: half a sentence of a text of about 25. */
const clip = 0.02;

/** Log-odds of a share, clipped. */
function logit(share: number): number {
  const inside = Math.min(1 - clip, Math.max(clip, share));
  return log(inside / (1 - inside));
}
