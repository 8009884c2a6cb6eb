/**
 * Finds which statements two documents share when one is no translation of the other: reports of different outlets, texts rewritten, shortened, mixed with other matter.
 *
 * 1. Pairs of sentences are measured (`measure-statements.ts`); a first score gives each a probability.
 * 2. From these and from what opens both documents follows how likely both report one event (`event-features.ts`).
 * 3. A second score adds what neighbours, rivals, repetitions and the whole pair of documents say (`link-features.ts`).
 * 4. Likely links become beads. A sentence may be in several: reports state their main point more than once.
 */
import type { Bead } from '../../types.ts';
import type { PairKernel } from '../kernel/build-kernel.ts';
import { calibrate } from '../learned/calibration.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { logistic, measureEvent } from './event-features.ts';
import { joinLinks, type Link } from './link-beads.ts';
import { type FirstSight, linkFeatures, measureLinks } from './link-features.ts';
import { type LinkModel, weigh } from './link-model.ts';
import { measureStatements, type StatementPairs } from './measure-statements.ts';
import { statementFeatures } from './statement-features.ts';

/** What two documents share. */
export interface FreeAlignment {
  /** By source, then by target. */
  readonly beads: readonly Bead[];
  /** Probability that both report one event, if neither translates the other. */
  readonly sameEvent: number;
}

/** Options of {@link alignFreely}. */
export interface FreeOptions {
  readonly maxBeadSize: number;
  /** Links less likely are left out. @defaultValue what was learned */
  readonly threshold?: number;
  /** Log-odds that both report one event, where that is known. */
  readonly event?: number | undefined;
}

/** Pairs less likely at first sight are no links. */
export const leastAtFirst = 0.01;
const pairsPerStep = 1_000;

/** Find the beads of a comparable pair. Those of sentences without counterpart are none. */
export function* alignFreely(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  model: LinkModel,
  { maxBeadSize, threshold = model.threshold, event }: FreeOptions,
): Generator<void, FreeAlignment> {
  const pairs = yield* measureStatements(kernel, source, target);
  const sight = yield* lookFirst(pairs, model, event);
  const { places, features } = yield* measureLinks(sight, leastAtFirst);
  const links: Link[] = [];
  for (const [row, k] of places.entries()) {
    const confidence = calibrate(logistic(weigh(features, row * linkFeatures.length, model.link)), model.calibration);
    if (confidence >= threshold) links.push({ source: pairs.sources[k]!, target: pairs.targets[k]!, confidence });
    if (row % pairsPerStep === pairsPerStep - 1) yield;
  }
  return { beads: joinLinks(source, target, links, maxBeadSize), sameEvent: logistic(sight.event) };
}

/** Score all pairs by themselves, and the documents by what comes of it. */
export function* lookFirst(
  pairs: StatementPairs,
  model: Pick<LinkModel, 'statement' | 'event'>,
  event?: number,
): Generator<void, FirstSight> {
  const scores = new Float64Array(pairs.sources.length);
  for (let k = 0; k < scores.length; k++) {
    scores[k] = weigh(pairs.features, k * statementFeatures.length, model.statement);
    if (k % pairsPerStep === pairsPerStep - 1) yield;
  }
  const probabilities = scores.map(logistic);
  yield;
  return { pairs, scores, probabilities, event: event ?? weigh(measureEvent(pairs, probabilities), 0, model.event) };
}
