/**
 * Decides what two documents are to one another: parallel, comparable, related or unrelated.
 *
 * The evidence is what both ways of aligning found: how much of the documents the beads in order hold and how alike their sides are, how much the free beads hold,
 * and how far the two agree. A softmax tells translations, reports of one subject and strangers apart; of the second the free alignment says how likely both report
 * one event (`event-features.ts`):
 *
 *     parallel | one subject: comparable (the same event) or related (another one) | unrelated
 *
 * Whether both report the same event is decided first: it is the sum of the first two.
 */
import { exp, log, log1p } from '../../exact-math.ts';
import type { Bead, Relation } from '../../types.ts';
import type { PreparedDocument } from '../prepare-document.ts';

/** A relation and the probability that it is right. */
export interface RelationDecision {
  readonly relation: Relation;
  readonly confidence: number;
  /** Probability that both report the same event. */
  readonly sameEvent: number;
}

/** Names of the evidence, in the order of the weights. */
export const relationFeatures = [
  'constant',
  'orderedShare', // of all sentences, those in beads in order, weighted with their confidence
  'orderedCosine', // mean cosine of those beads
  'orderedLikeness', // the two multiplied
  'freeShare', // of the sentences of the side that has less, those in free beads
  'freeShareHigh', // of the other side
  'freeCosine', // mean cosine of the free beads
  'agreement', // of the free beads, those that the ordered ones confirm, times their share
  'crossing', // of the free beads, those that the ordered ones contradict, times their share
  'size', // logarithm of the number of sentences
  'links', // logarithm of the number of sentences in free beads
  'doubt', // how far the ordered cosine is below that of most translations
  'strangeness', // how far it is below that of nearly all, times their share: all sentences in beads, and none alike
  'doubtOfFew', // the same where there are few sentences: they are in beads for want of others
] as const;

/** Name of a piece of evidence. */
export type RelationFeature = (typeof relationFeatures)[number];

/** What the softmax tells apart, in the order of the weights. */
export const subjects = ['parallel', 'reports', 'unrelated'] as const;

/** Weights of the evidence for each of {@link subjects}. */
export type RelationWeights = readonly Float64Array[];

/** The same by name. */
export type NamedRelationWeights = Readonly<Record<(typeof subjects)[number], Readonly<Partial<Record<RelationFeature, number>>>>>;

const usualCosine = 0.45;
const leastCosine = 0.25;

const beadsPerStep = 4_000;

/** Measure the evidence. Yields every few milliseconds of work. */
export function* measureRelation(
  source: PreparedDocument,
  target: PreparedDocument,
  inOrder: readonly Bead[],
  freely: readonly Bead[],
): Generator<void, Float64Array> {
  const n = Math.max(countFree(source), 1);
  const m = Math.max(countFree(target), 1);
  let held = 0;
  let cosine = 0;
  let sentences = 0;
  const partner = new Int32Array(source.texts.length).fill(-1); // place in `inOrder`, by source sentence
  for (let k = 0; k < inOrder.length; k++) {
    if (k % beadsPerStep === beadsPerStep - 1) yield;
    const bead = inOrder[k]!;
    const size = sizeOf(bead);
    if (bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]) continue;
    held += bead.confidence * size;
    cosine += bead.similarity * size;
    sentences += size;
    partner.fill(k, bead.source[0], bead.source[1]);
  }
  // a sentence may be in several free beads: the surest counts
  const linked = { source: new Float64Array(source.texts.length), target: new Float64Array(target.texts.length) };
  let confirmed = 0;
  let all = 0;
  let likeness = 0;
  for (let k = 0; k < freely.length; k++) {
    if (k % beadsPerStep === beadsPerStep - 1) yield;
    const bead = freely[k]!;
    for (const side of ['source', 'target'] as const)
      for (let s = bead[side][0]; s < bead[side][1]; s++) linked[side][s] = Math.max(linked[side][s]!, bead.confidence);
    all += bead.confidence;
    likeness += bead.confidence * bead.similarity;
    const first = partner[bead.source[0]]!;
    const other = inOrder[first >= 0 ? first : partner[bead.source[1] - 1]!];
    if (other && other.target[0] < bead.target[1] && bead.target[0] < other.target[1]) confirmed += bead.confidence;
  }
  const [sourceLinked, targetLinked] = [sumOf(linked.source), sumOf(linked.target)];
  const orderedShare = held / (n + m);
  const orderedCosine = sentences > 0 ? cosine / sentences : 0;
  const doubt = Math.max(usualCosine - orderedCosine, 0);
  const shares = [sourceLinked / n, targetLinked / m];
  const freeShare = Math.min(...shares);
  const agreement = all > 0 ? confirmed / all : 0;
  return Float64Array.of(
    1,
    orderedShare,
    orderedCosine,
    orderedShare * orderedCosine,
    freeShare,
    Math.max(...shares),
    all > 0 ? likeness / all : 0,
    agreement * freeShare,
    (1 - agreement) * freeShare,
    log(n + m) / 4,
    log1p(sourceLinked + targetLinked) / 4,
    doubt,
    Math.max(leastCosine - orderedCosine, 0) * orderedShare,
    doubt / (n + m),
  );
}

/** Probability of each relation, in the order of {@link subjects}. */
export function weighRelations(evidence: Float64Array, weights: RelationWeights): number[] {
  const scores = weights.map((row) => row.reduce((sum, weight, k) => sum + weight * evidence[k]!, 0));
  const largest = Math.max(...scores);
  const terms = scores.map((score) => exp(score - largest));
  const total = terms.reduce((sum, term) => sum + term, 0);
  return terms.map((term) => term / total);
}

const strangeness = relationFeatures.indexOf('strangeness');
/** Of the translations that `fit-relation.ts` makes and reads none is stranger, of the strangers that would be in order many are. */
const mostStrange = 0.1;

/**
 * The likeliest relation.
 *
 * @param event - Probability that both report one event, if neither translates the other and they share a subject.
 */
export function decideRelation(evidence: Float64Array, event: number, weights: RelationWeights): RelationDecision {
  const [translated, reports, strangers] = weighRelations(evidence, weights) as [number, number, number];
  // in order for want of others: no translation is as unlike
  const isStrange = evidence[strangeness]! > mostStrange;
  const [parallel, unrelated] = isStrange ? [0, strangers + translated] : [translated, strangers];
  const [comparable, related] = [reports * event, reports * (1 - event)];
  const sameEvent = parallel + comparable;
  if (sameEvent >= 0.5) {
    const isParallel = parallel >= comparable;
    return { relation: isParallel ? 'parallel' : 'comparable', confidence: isParallel ? parallel : comparable, sameEvent };
  }
  const isRelated = related >= unrelated;
  return { relation: isRelated ? 'related' : 'unrelated', confidence: isRelated ? related : unrelated, sameEvent };
}

/** Share of sentences in confident beads above which a pair is parallel without further evidence. */
const plainShare = 0.8;

/** Whether the ordered beads alone show that a pair is parallel: most sentences are in confident beads with similar sides. */
export function isPlainlyParallel(evidence: Float64Array): boolean {
  return evidence[1]! > plainShare && evidence[2]! > 0.5;
}

function countFree({ barred }: PreparedDocument): number {
  let count = 0;
  for (const flag of barred) if (!flag) count++;
  return count;
}

function sizeOf(bead: Bead): number {
  return bead.source[1] - bead.source[0] + bead.target[1] - bead.target[0];
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
