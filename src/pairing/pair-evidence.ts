/**
 * What speaks for and against two items belonging together, and how likely it is.
 *
 * First the vectors of documents and sentences, which are cheap. Where these leave a chance, the two are aligned: how much of them is in
 * beads, how sure those are, and what the aligner holds of their relation. A logistic regression weighs it all, fitted on piles made for it
 * (`bench/pair-documents.ts`).
 */
import { alignPair } from '../align/align-pairs.ts';
import { exp, log } from '../exact-math.ts';
import type { Bead, Relation } from '../types.ts';
import { type PileItem, trustOf } from './document-pile.ts';
import type { ReadyItem } from './item-cache.ts';
import type { PairCandidate } from './pair-candidates.ts';
import { type PairEvidence, type PairWeights, pairFeatures } from './pair-features.ts';
import { alignedWeights, sentenceWeights } from './pair-weights.ts';
import { compareSegments, massOf, type SentenceEvidence } from './sentence-evidence.ts';

/** What is known of two items after a close look. */
export interface PairVerdict {
  readonly relation: Exclude<Relation, 'unrelated'>;
  readonly relationConfidence: number;
  readonly similarity: number;
  readonly confidence: number;
}

/** The whole pile, as far as a pair needs it. */
export interface PileCounts {
  readonly items: number;
  readonly markCounts: ReadonlyMap<number, number>;
}

/** Pairs less likely before aligning are not aligned. In log-odds. */
const leastScore = log(0.01);
/** Beyond this many sentences, more of them say nothing more. */
const mostSentences = 32;
/** Marks that are imagined beside those there are, in units of rarity. */
const marksDoubt = 3;
/** Share of them, by rarity, below which next to none is shared. Reports of one event have more in common, garbled names or not. */
const mostStrange = 0.05;
const surestBead = 0.99;
/** Of the pairs of the development piles that the aligner calls unrelated, this many and more are comparable. */
const sureOfUnnamed = 0.95;

/**
 * Judge two items. Nothing where it is plain from the vectors that they do not belong together.
 *
 * Yields every few milliseconds of work.
 */
export function* judgePair(
  candidate: PairCandidate,
  source: ReadyItem,
  target: ReadyItem,
  counts: PileCounts,
): Generator<unknown, PairVerdict | undefined> {
  if (source.segments.masses.length === 0 || target.segments.masses.length === 0) return undefined;
  const before = evidenceOfVectors(candidate, source, target, compareSegments(source.segments, target.segments), counts);
  if (weigh(before, sentenceWeights) < leastScore) return undefined;
  const aligned = yield* alignItems(source, target);
  const evidence = addBeads(before, aligned, source, target);
  const confidence = logistic(weigh(evidence, alignedWeights));
  return { similarity: likenessOf(source, target), confidence, ...nameRelation(aligned) };
}

/** What the vectors, the numbers and the names say. */
export function evidenceOfVectors(
  { cosine, margin, marginLow, behind }: PairCandidate,
  source: ReadyItem,
  target: ReadyItem,
  sentences: SentenceEvidence,
  counts: PileCounts,
): PairEvidence {
  const sizes = [source.segments.masses.length, target.segments.masses.length].map((size) => Math.min(Math.max(size, 1), mostSentences));
  const trust = trustOf(counts.items);
  return {
    constant: 1,
    sameLanguage: source.item.language === target.item.language ? 1 : 0,
    pile: trust,
    cosine: trust * cosine,
    margin: trust * margin,
    marginLow: trust * marginLow,
    behind: trust * behind,
    sentenceLow: sentences.low,
    sentenceHigh: sentences.high,
    sentenceTop: sentences.top,
    size: log(sizes[0]! + sizes[1]!),
    lessSize: log(Math.min(sizes[0]!, sizes[1]!)),
    ...compareMarks(source.item, target.item, counts),
    linkLow: 0,
    linkHigh: 0,
    linkOdds: 0,
    unrelated: 0,
    sameEvent: 0,
  };
}

/** Cosine of two items as they are. */
function likenessOf(source: ReadyItem, target: ReadyItem): number {
  return source.vector.reduce((sum, value, d) => sum + value * target.vector[d]!, 0);
}

/** Of the rarity of the marks of the item that has less, the share that the other has too; and whether that is next to nothing. */
function compareMarks(source: PileItem, target: PileItem, { items, markCounts }: PileCounts): Pick<PairEvidence, 'marks' | 'strangeMarks'> {
  const rarity = (mark: number) => log((items + 1) / markCounts.get(mark)!);
  const own = new Set(source.marks);
  let shared = 0;
  let there = 0;
  for (const mark of target.marks) {
    there += rarity(mark);
    if (own.has(mark)) shared += rarity(mark);
  }
  let here = 0;
  for (const mark of source.marks) here += rarity(mark);
  const less = Math.min(here, there);
  return { marks: shared / (less + marksDoubt), strangeMarks: shared < mostStrange * less ? log(1 + less) : 0 };
}

/** What the aligner found. */
interface AlignedItems {
  readonly relation: Relation;
  readonly relationConfidence: number;
  readonly sameEvent: number;
  readonly beads: readonly Bead[];
}

/** Align two items; where the aligner holds them for no reports of one event, with the beads there would be. */
export function* alignItems(source: ReadyItem, target: ReadyItem): Generator<unknown, AlignedItems> {
  const own = yield* alignPair(source.prepared, target.prepared);
  if (own.relation === 'parallel' || own.relation === 'comparable') return own;
  const { beads } = yield* alignPair(source.prepared, target.prepared, { relation: 'comparable' });
  return { ...own, beads };
}

/** Add what the aligner found to the evidence. */
export function addBeads(
  evidence: PairEvidence,
  { relation, relationConfidence, sameEvent, beads }: AlignedItems,
  source: ReadyItem,
  target: ReadyItem,
): PairEvidence {
  // a sentence may be in several beads: the surest counts
  const best = { source: new Float64Array(source.item.texts.length), target: new Float64Array(target.item.texts.length) };
  for (const bead of beads) {
    if (bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]) continue;
    for (const side of ['source', 'target'] as const)
      for (let s = bead[side][0]; s < bead[side][1]; s++) best[side][s] = Math.max(best[side][s]!, bead.confidence);
  }
  const shares = [shareOf(best.source, source), shareOf(best.target, target)];
  const odds = Math.min(sumOdds(best.source, source), sumOdds(best.target, target));
  return {
    ...evidence,
    linkLow: Math.min(...shares),
    linkHigh: Math.max(...shares),
    linkOdds: log(1 + odds),
    unrelated: relation === 'unrelated' ? relationConfidence : 1 - relationConfidence,
    sameEvent,
  };
}

/** Log-odds of the beads that are likelier than not, each sentence by its weight. */
function sumOdds(best: Float64Array, { item }: ReadyItem): number {
  let sum = 0;
  for (let s = 0; s < best.length; s++) {
    const sure = Math.min(best[s]!, surestBead);
    if (sure > 0.5) sum += item.weights[s]! * log(sure / (1 - sure));
  }
  return sum;
}

/** Share of an item that is in beads, by mass and confidence. */
function shareOf(best: Float64Array, { prepared, item, segments }: ReadyItem): number {
  let mass = 0;
  let total = 0;
  for (let s = 0; s < best.length; s++) mass += best[s]! * massOf(prepared, item.weights, s);
  for (const own of segments.masses) total += own;
  return total > 0 ? mass / total : 0;
}

/** The relation the aligner named. Where it named none, the two are comparable: what is parallel shows. */
function nameRelation({
  relation,
  relationConfidence,
}: Pick<AlignedItems, 'relation' | 'relationConfidence'>): Pick<PairVerdict, 'relation' | 'relationConfidence'> {
  return relation === 'unrelated' ? { relation: 'comparable', relationConfidence: sureOfUnnamed } : { relation, relationConfidence };
}

/** Log-odds under weights. */
export function weigh(evidence: PairEvidence, weights: PairWeights): number {
  let score = 0;
  for (const name of pairFeatures) score += evidence[name] * (weights[name] ?? 0);
  return score;
}

function logistic(score: number): number {
  return 1 / (1 + exp(-score));
}
