/** The learned weights in the order in which features are measured. */

import { linkFeatures } from '../free/link-features.ts';
import type { LinkModel } from '../free/link-model.ts';
import { beadFeatures } from '../ordered/bead-features.ts';
import type { AlignmentModel } from '../ordered/parallel-alignment.ts';
import { type RelationWeights, relationFeatures, relations } from '../relation/decide-relation.ts';
import * as learned from './bead-weights.ts';

/** Score of beads in order. */
export const alignmentModel: AlignmentModel = {
  plain: inOrder(beadFeatures, learned.plainWeights),
  full: inOrder(beadFeatures, learned.fullWeights),
  wordless: inOrder(beadFeatures, learned.wordlessWeights),
  calibration: learned.orderedCalibration,
};

/** Score of beads out of order. */
export const linkModel: LinkModel = {
  first: inOrder(linkFeatures, learned.firstLinkWeights),
  second: inOrder(linkFeatures, learned.secondLinkWeights),
  background: 0.1,
  threshold: learned.linkThreshold,
  calibration: learned.linkCalibration,
};

/** The same for embedders without tokens. */
export const wordlessLinkModel: LinkModel = {
  first: inOrder(linkFeatures, learned.firstWordlessLinkWeights),
  second: inOrder(linkFeatures, learned.secondWordlessLinkWeights),
  background: 0,
  threshold: learned.wordlessLinkThreshold,
  calibration: learned.wordlessLinkCalibration,
};

/** What speaks for each relation. */
export const relationWeights: RelationWeights = relations.map((relation) => inOrder(relationFeatures, learned.relationWeights[relation]));

/** Weights by name as numbers in the order of the names; those not named are 0. */
export function inOrder<Name extends string>(names: readonly Name[], weights: Partial<Record<Name, number>>): Float64Array {
  return Float64Array.from(names, (name) => weights[name] ?? 0);
}
