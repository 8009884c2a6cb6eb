/**
 * Decides what two documents are to one another: parallel, comparable or unrelated.
 *
 * The evidence is what both ways of aligning found: how much of the documents the beads in order hold and how alike their sides are, how much the free beads hold,
 * and how far the two agree. A softmax over the three relations, fitted on documents made for it, gives the probabilities.
 */
import { exp, log, log1p } from '../../exact-math.ts';
import type { Bead, Relation } from '../../types.ts';
import type { PreparedDocument } from '../prepare-document.ts';

/** A relation and the probability that it is right. */
export interface RelationDecision {
  readonly relation: Relation;
  readonly confidence: number;
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
  'doubtOfFew', // the same where there are few sentences: they are in beads for want of others
] as const;

/** Name of a piece of evidence. */
export type RelationFeature = (typeof relationFeatures)[number];

/** The three relations in the order of the weights. */
export const relations: readonly Relation[] = ['parallel', 'comparable', 'unrelated'];

/** Weights of the evidence for each of {@link relations}. */
export type RelationWeights = readonly Float64Array[];

const usualCosine = 0.45;

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
  let sourceLinked = 0;
  let targetLinked = 0;
  let confirmed = 0;
  let all = 0;
  let likeness = 0;
  for (let k = 0; k < freely.length; k++) {
    if (k % beadsPerStep === beadsPerStep - 1) yield;
    const bead = freely[k]!;
    sourceLinked += bead.confidence * (bead.source[1] - bead.source[0]);
    targetLinked += bead.confidence * (bead.target[1] - bead.target[0]);
    all += bead.confidence;
    likeness += bead.confidence * bead.similarity;
    const first = partner[bead.source[0]]!;
    const other = inOrder[first >= 0 ? first : partner[bead.source[1] - 1]!];
    if (other && other.target[0] < bead.target[1] && bead.target[0] < other.target[1]) confirmed += bead.confidence;
  }
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
    doubt / (n + m),
  );
}

/** Probability of each relation, in the order of {@link relations}. */
export function weighRelations(evidence: Float64Array, weights: RelationWeights): number[] {
  const scores = weights.map((row) => row.reduce((sum, weight, k) => sum + weight * evidence[k]!, 0));
  const largest = Math.max(...scores);
  const terms = scores.map((score) => exp(score - largest));
  const total = terms.reduce((sum, term) => sum + term, 0);
  return terms.map((term) => term / total);
}

const doubtOfFew = relationFeatures.indexOf('doubtOfFew');
// of 108 translations of a few short sentences none is so doubtful, of 216 pairs that share nothing 159 are
const mostDoubt = 0.05;
const sureOfDoubt = 0.95;

/** The likeliest relation; of a few sentences that are unlike, and in beads for want of others, it is none. */
export function decideRelation(evidence: Float64Array, weights: RelationWeights): RelationDecision {
  if (evidence[doubtOfFew]! > mostDoubt) {
    const [, , stated] = weighRelations(evidence, weights);
    return { relation: 'unrelated', confidence: Math.max(stated!, sureOfDoubt) };
  }
  const probabilities = weighRelations(evidence, weights);
  const best = probabilities.reduce((top, probability, k) => (probability > probabilities[top]! ? k : top), 0);
  return { relation: relations[best]!, confidence: probabilities[best]! };
}

/** Whether the beads in order alone settle that a pair is parallel: most sentences are in sure beads with like sides. */
export function isPlainlyParallel(evidence: Float64Array): boolean {
  return evidence[1]! > 0.8 && evidence[2]! > 0.5;
}

function countFree({ barred }: PreparedDocument): number {
  let count = 0;
  for (const flag of barred) if (!flag) count++;
  return count;
}

function sizeOf(bead: Bead): number {
  return bead.source[1] - bead.source[0] + bead.target[1] - bead.target[0];
}
