/** Aligns pairs of documents: their relation and their beads. */
import type { Bead, Relation } from '../types.ts';
import { alignFreely, type FreeAlignment } from './free/comparable-alignment.ts';
import { cosineAsEmbedded, cosineOfLink } from './free/cosine-of-link.ts';
import { logistic } from './free/event-features.ts';
import { findMovedBeads, insertCrossing, isSkip } from './free/moved-blocks.ts';
import { buildDotKernel, type PairKernel } from './kernel/build-kernel.ts';
import { Workspace } from './kernel/workspace.ts';
import { alignmentModel, linkModel, relationWeights, wordlessLinkModel } from './learned/learned-model.ts';
import { type AnchorBead, buildFences } from './ordered/fences.ts';
import { alignInOrder } from './ordered/parallel-alignment.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { decideRelation, isPlainlyParallel, measureRelation, type RelationDecision } from './relation/decide-relation.ts';
import { hearThirds } from './relation/same-events.ts';
import { inStage } from './run-steps.ts';

/** Options of {@link alignPair}. They are trusted: the boundary has checked them. */
export interface PairOptions {
  /** @defaultValue 'auto' */
  readonly relation?: Relation | 'auto' | undefined;
  /** Source plus target sentences of the largest bead, 2 to 12. @defaultValue 8 */
  readonly maxBeadSize?: number | undefined;
  /**
   * Price of leaving a sentence without counterpart, in units of log-odds: at 0 whatever is in doubt is skipped, above 10 next to nothing.
   * `'auto'`: read off the documents. @defaultValue 'auto'
   */
  readonly skipCost?: number | 'auto' | undefined;
  /** Beads less sure are left out; those of parallel pairs become skips. 0 to 1. @defaultValue 0 */
  readonly minConfidence?: number | undefined;
  /** Beads known to be right. */
  readonly anchors?: readonly AnchorBead[] | undefined;
  /** Log-odds that both report one event, if neither translates the other. Left out: estimated from the two documents. */
  readonly event?: number | undefined;
}

/** What {@link alignPair} finds. */
export interface PairAlignment {
  readonly relation: Relation;
  /** Probability that `relation` is right, 0 to 1. */
  readonly relationConfidence: number;
  /** Probability that both report the same event, 0 to 1. */
  readonly sameEvent: number;
  /** Parallel: in reading order, covering both documents, blocks that moved as crossing beads. Comparable and related: by source, without skips. Unrelated: none. */
  readonly beads: Bead[];
}

/** A pair to align: positions in the list of documents. */
export interface PairRequest {
  readonly source: number;
  readonly target: number;
  /** Beads known to be right. */
  readonly anchors?: readonly AnchorBead[] | undefined;
}

/**
 * Align two documents. Yields the share done, 0 to 1, every few milliseconds of work.
 *
 * With one side empty the other is skipped. Beads known to be right are kept, with confidence 1.
 */
export function* alignPair(
  source: PreparedDocument,
  target: PreparedDocument,
  options: PairOptions = {},
  workspace?: Workspace,
): Generator<number, PairAlignment> {
  const { relation = 'auto', maxBeadSize = 8, minConfidence = 0, skipCost = 'auto', anchors = [], event } = options;
  if (source.texts.length === 0 || target.texts.length === 0) {
    const beads = relation === 'auto' || relation === 'parallel' ? skipAll(source, target) : [];
    const found = relation === 'auto' ? 'unrelated' : relation;
    return { relation: found, relationConfidence: 1, sameEvent: found === 'parallel' || found === 'comparable' ? 1 : 0, beads };
  }
  if (relation === 'unrelated') return { relation, relationConfidence: 1, sameEvent: 0, beads: [] };
  const kernel = yield* inStage(buildDotKernel(source, target, workspace), 0);
  const result = yield* alignWithKernel(kernel, source, target, { relation, maxBeadSize, minConfidence, skipCost, anchors, event });
  kernel.release();
  if (!source.centring || !target.centring) return result;
  // scores were computed with centred vectors; what is shown is what the model says
  const beads = result.beads.map((bead) =>
    isSkip(bead) ? bead : { ...bead, similarity: cosineAsEmbedded(source, target, bead.source, bead.target, bead.similarity) },
  );
  return { ...result, beads };
}

type SetOptions = { readonly [Name in Exclude<keyof PairOptions, 'event'>]-?: NonNullable<PairOptions[Name]> } & Pick<PairOptions, 'event'>;

function* alignWithKernel(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  { relation, maxBeadSize, minConfidence, skipCost, anchors, event }: SetOptions,
): Generator<number, PairAlignment> {
  const search = { maxBeadSize, anchors, skipCost, mayBeFree: relation === 'auto' };
  const isFree = relation === 'comparable' || relation === 'related';
  const inOrder = isFree ? [] : yield* inStage(alignInOrder(kernel, source, target, alignmentModel, search), 0.02);
  const settled = relation === 'auto' && isPlainlyParallel(yield* inStage(measureRelation(source, target, inOrder, []), 0.6));
  const freely: FreeAlignment =
    relation === 'parallel' || settled
      ? { beads: settled ? inOrder : [], sameEvent: 1 }
      : yield* inStage(alignWithAnchors(kernel, source, target, { maxBeadSize, anchors, event }), 0.62);
  const decision: RelationDecision =
    relation === 'auto'
      ? decideRelation(yield* inStage(measureRelation(source, target, inOrder, freely.beads), 0.88), freely.sameEvent, relationWeights)
      : { relation, confidence: 1, sameEvent: relation === 'related' ? 0 : 1 };
  const { confidence: relationConfidence, sameEvent } = decision;
  if (decision.relation === 'unrelated' && anchors.length === 0) {
    return { relation: 'unrelated', relationConfidence, sameEvent, beads: [] };
  }
  // beads that the caller knows to be right leave no doubt that there is a relation
  const found = decision.relation === 'unrelated' ? 'related' : decision.relation;
  if (found !== 'parallel') {
    const least = found === 'related' ? Math.max(minConfidence, linksOf(source, target).sureThreshold) : minConfidence;
    return { relation: found, relationConfidence, sameEvent, beads: freely.beads.filter((bead) => bead.confidence >= least) };
  }
  const free = {
    source: takeOut(
      source,
      anchors.map((anchor) => anchor.source),
    ),
    target: takeOut(
      target,
      anchors.map((anchor) => anchor.target),
    ),
  };
  const moved = yield* inStage(findMovedBeads(kernel, free.source, free.target, inOrder, linksOf(source, target), maxBeadSize), 0.9);
  const beads = insertCrossing(
    skipUnsure(inOrder, minConfidence),
    moved.filter((bead) => bead.confidence >= minConfidence),
  );
  return {
    relation: found,
    relationConfidence,
    sameEvent,
    beads: insertCrossing(beads, crossingAnchors(source, target, anchors, maxBeadSize)),
  };
}

/** Beads out of order, with those that the caller knows among them. */
function* alignWithAnchors(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  { maxBeadSize, anchors, event }: Pick<SetOptions, 'maxBeadSize' | 'anchors' | 'event'>,
): Generator<void, FreeAlignment> {
  const known = anchors.map((anchor) => toKnownBead(source, target, anchor));
  const free = {
    source: takeOut(
      source,
      known.map((bead) => bead.source),
    ),
    target: takeOut(
      target,
      known.map((bead) => bead.target),
    ),
  };
  const found = yield* alignFreely(kernel, free.source, free.target, linksOf(source, target), { maxBeadSize, event });
  const beads = [...found.beads, ...known.filter((bead) => !isSkip(bead))];
  return { ...found, beads: beads.sort((x, y) => x.source[0] - y.source[0] || x.target[0] - y.target[0]) };
}

function linksOf(source: PreparedDocument, target: PreparedDocument) {
  return source.tokens && target.tokens ? linkModel : wordlessLinkModel;
}

function crossingAnchors(source: PreparedDocument, target: PreparedDocument, anchors: readonly AnchorBead[], maxBeadSize: number): Bead[] {
  if (anchors.length === 0) return [];
  return buildFences(source, target, anchors, maxBeadSize).crossing.map((anchor) => toKnownBead(source, target, anchor));
}

function toKnownBead(source: PreparedDocument, target: PreparedDocument, anchor: AnchorBead): Bead {
  const similarity = isSkip(anchor) ? 0 : cosineOfLink(source, target, ...anchor.source, ...anchor.target);
  return { source: [...anchor.source], target: [...anchor.target], similarity, confidence: 1 };
}

function takeOut(document: PreparedDocument, spans: readonly (readonly [number, number])[]): PreparedDocument {
  const barred = Uint8Array.from(document.barred);
  for (const [start, end] of spans) barred.fill(1, start, end);
  return { ...document, barred };
}

/**
 * Align several pairs. Yields the share done, 0 to 1.
 *
 * Third documents are heard on whether two report one event. Where that turns the relation, the pair is aligned once more.
 */
export function* alignPairs(
  documents: readonly PreparedDocument[],
  requests: readonly PairRequest[],
  options: Omit<PairOptions, 'anchors' | 'event'> = {},
): Generator<number, PairAlignment[]> {
  const results: PairAlignment[] = [];
  const workspace = new Workspace();
  const align = function* ({ source, target, anchors }: PairRequest, event?: number): Generator<number, PairAlignment> {
    const steps = alignPair(documents[source]!, documents[target]!, { ...options, anchors, event }, workspace);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield Math.min((results.length + step.value) / requests.length, 1);
    }
  };
  for (const request of requests) results.push(yield* align(request));
  if ((options.relation ?? 'auto') !== 'auto' || documents.length < 3) return results;
  const heard = yield* inStage(hearThirds(requests.map((request, k) => ({ ...request, sameEvent: results[k]!.sameEvent }))), 1);
  for (const [k, request] of requests.entries()) {
    const own = results[k]!;
    const odds = heard[k];
    if (own.relation === 'parallel' || odds === undefined) continue;
    const sameEvent = logistic(odds);
    if (own.sameEvent >= 0.5 !== sameEvent >= 0.5) {
      results[k] = yield* align(request, odds);
      continue;
    }
    const share = sameEvent >= 0.5 ? sameEvent / own.sameEvent : (1 - sameEvent) / (1 - own.sameEvent);
    results[k] = { ...own, sameEvent, relationConfidence: own.relationConfidence * share };
  }
  return results;
}

function skipAll(source: PreparedDocument, target: PreparedDocument): Bead[] {
  return [
    ...source.texts.map((_, s): Bead => ({ source: [s, s + 1], target: [0, 0], similarity: 0, confidence: 1 })),
    ...target.texts.map((_, t): Bead => ({ source: [0, 0], target: [t, t + 1], similarity: 0, confidence: 1 })),
  ];
}

/** Turn the beads of a parallel pair that are not sure enough into skips. Their sentences are without counterpart with the probability left over. */
export function skipUnsure(beads: readonly Bead[], minConfidence: number): Bead[] {
  return beads.flatMap((bead): Bead[] => {
    if (isSkip(bead) || bead.confidence >= minConfidence) return [bead];
    const confidence = 1 - bead.confidence;
    const skips: Bead[] = [];
    for (let s = bead.source[0]; s < bead.source[1]; s++)
      skips.push({ source: [s, s + 1], target: [bead.target[0], bead.target[0]], similarity: 0, confidence });
    for (let t = bead.target[0]; t < bead.target[1]; t++)
      skips.push({ source: [bead.source[1], bead.source[1]], target: [t, t + 1], similarity: 0, confidence });
    return skips;
  });
}
