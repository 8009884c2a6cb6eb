/** The learned weights in the order in which features are measured. */

import { eventFeatures } from '../free/event-features.ts';
import { linkFeatures } from '../free/link-features.ts';
import type { LinkModel, NamedLinkModel } from '../free/link-model.ts';
import { statementFeatures } from '../free/statement-features.ts';
import { beadFeatures } from '../ordered/bead-features.ts';
import type { AlignmentModel } from '../ordered/parallel-alignment.ts';
import { type RelationWeights, relationFeatures, subjects } from '../relation/decide-relation.ts';
import * as learned from './bead-weights.ts';
import { linkWeights, wordlessLinkWeights } from './link-weights.ts';
import { relationWeightsByName } from './relation-weights.ts';

/** Score of beads in order. */
export const alignmentModel: AlignmentModel = {
  plain: inOrder(beadFeatures, learned.plainWeights),
  full: inOrder(beadFeatures, learned.fullWeights),
  wordless: inOrder(beadFeatures, learned.wordlessWeights),
  calibration: learned.orderedCalibration,
};

/** What decides between statements of reports. */
export const linkModel: LinkModel = named(linkWeights);

/** The same for embedders without tokens. */
export const wordlessLinkModel: LinkModel = named(wordlessLinkWeights);

/** Weights of each relation. */
export const relationWeights: RelationWeights = subjects.map((subject) => inOrder(relationFeatures, relationWeightsByName[subject]));

/** Weights by name as numbers in the order of the names; those not named are 0. */
export function inOrder<Name extends string>(names: readonly Name[], weights: Partial<Record<Name, number>>): Float64Array {
  return Float64Array.from(names, (name) => weights[name] ?? 0);
}

function named({ statement, event, link, ...rest }: NamedLinkModel): LinkModel {
  return {
    statement: inOrder(statementFeatures, statement),
    event: inOrder(eventFeatures, event),
    link: inOrder(linkFeatures, link),
    ...rest,
  };
}
