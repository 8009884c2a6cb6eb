/** The learned weights in the order in which features are measured. */
import { beadFeatures } from './bead-features.ts';
import { firstLinkWeights, fullWeights, plainWeights, secondLinkWeights } from './bead-weights.ts';
import type { LinkModel } from './comparable-alignment.ts';
import { linkFeatures } from './link-features.ts';
import type { AlignmentModel } from './parallel-alignment.ts';

/** Score of beads in order. */
export const alignmentModel: AlignmentModel = { plain: inOrder(beadFeatures, plainWeights), full: inOrder(beadFeatures, fullWeights) };

/** Score of beads out of order. */
export const linkModel: LinkModel = {
  first: inOrder(linkFeatures, firstLinkWeights),
  second: inOrder(linkFeatures, secondLinkWeights),
  background: 0.1,
  threshold: 0.3,
};

/** Weights by name as numbers in the order of the names; those not named are 0. */
export function inOrder<Name extends string>(names: readonly Name[], weights: Partial<Record<Name, number>>): Float64Array {
  return Float64Array.from(names, (name) => weights[name] ?? 0);
}
