/**
 * The evidence for and against a match of two items, and its probability.
 *
 * First the vectors of documents and sentences, which are cheap. Where these leave a match possible, the two are aligned, which gives the share of
 * them in beads, the confidence of those beads, and their relation. A logistic regression combines all features; it was fitted on piles made for
 * the purpose (`bench/fit-pair-documents.ts`).
 */
import { alignPair } from '../align/align-pairs.ts';
import { compareFigures, type Figure, type StatementFacts } from '../align/statement-facts.ts';
import { exp, log } from '../exact-math.ts';
import type { Bead, Relation } from '../types.ts';
import { type PileItem, trustOf } from './document-pile.ts';
import type { ReadyItem } from './item-cache.ts';
import type { PairCandidate } from './pair-candidates.ts';
import { type PairEvidence, type PairWeights, pairFeatures } from './pair-features.ts';
import { alignedWeights, sentenceWeights } from './pair-weights.ts';
import { compareSegments, massOf, type SentenceEvidence } from './sentence-evidence.ts';

/** The result for two items. */
export interface PairVerdict {
  readonly relation: Exclude<Relation, 'unrelated'>;
  readonly relationConfidence: number;
  readonly similarity: number;
  readonly confidence: number;
  /** Probability that both report one event; unknown where the aligner found no relation. */
  readonly sameEvent: number | undefined;
}

/** Counts over the whole pile. */
export interface PileCounts {
  readonly items: number;
  readonly markCounts: ReadonlyMap<number, number>;
}

/** Smallest log-odds, before alignment, of a pair that is aligned. */
const leastScore = log(0.01);
/** Larger sizes, in sentences, count as this one. */
const mostSentences = 32;
/** Smoothing of the share of common marks, in units of rarity. */
const marksDoubt = 3;
/** Share of common marks, by rarity, below which the items count as strangers. Reports of one event have more in common, even with garbled names. */
const mostStrange = 0.05;
/** Larger confidences of a bead count as this one, so that one bead does not decide alone. */
const surestBead = 0.99;
/** Share of comparable pairs among the matches of the development piles that the aligner calls unrelated. */
const sureOfUnnamed = 0.95;

/**
 * Judge two items. Returns `undefined` where the vectors exclude a match.
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

/** The evidence from vectors, numbers and names. */
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
    figuresDiffer: 0,
    unrelated: 0,
    sameEvent: 0,
  };
}

/** Cosine of two items, not centred. */
function likenessOf(source: ReadyItem, target: ReadyItem): number {
  return source.vector.reduce((sum, value, d) => sum + value * target.vector[d]!, 0);
}

/** The share of common marks, by rarity, of the item with less; and whether that share is negligible. */
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

/** The result of the aligner. */
interface AlignedItems {
  readonly relation: Relation;
  readonly relationConfidence: number;
  readonly sameEvent: number;
  readonly beads: readonly Bead[];
}

/** Align two items; where the aligner finds them not comparable, with the beads they would have if they were. */
export function* alignItems(source: ReadyItem, target: ReadyItem): Generator<unknown, AlignedItems> {
  const own = yield* alignPair(source.prepared, target.prepared);
  if (own.relation === 'parallel' || own.relation === 'comparable') return own;
  const { beads } = yield* alignPair(source.prepared, target.prepared, { relation: 'comparable' });
  return { ...own, beads };
}

/** Add the result of the aligner to the evidence. */
export function addBeads(
  evidence: PairEvidence,
  { relation, relationConfidence, sameEvent, beads }: AlignedItems,
  source: ReadyItem,
  target: ReadyItem,
): PairEvidence {
  // a sentence may be in several beads: the highest confidence counts
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
    figuresDiffer: log(1 + differingFigures(beads, source, target)),
    unrelated: relation === 'unrelated' ? relationConfidence : 1 - relationConfidence,
    sameEvent,
  };
}

/** Weight of the figures in which the sides of beads differ, on the side that has fewer. */
function differingFigures(beads: readonly Bead[], source: ReadyItem, target: ReadyItem): number {
  const [own, other] = [source.prepared.facts(), target.prepared.facts()];
  let missed = 0;
  for (const bead of beads) {
    if (bead.confidence < 0.5) continue;
    const here = figuresOf(own, bead.source);
    const there = figuresOf(other, bead.target);
    if (here.length === 0 || there.length === 0) continue;
    missed += Math.min(compareFigures(here, there).missed, compareFigures(there, here).missed);
  }
  return missed;
}

function figuresOf({ figuresOf: read }: StatementFacts, [start, end]: readonly [number, number]): Figure[] {
  return Array.from({ length: end - start }, (_, k) => read(start + k)).flat();
}

/** Summed log-odds of the beads with confidence above 0.5, each sentence by its weight. */
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

/** The relation found by the aligner; comparable where it found none, since it recognises parallel pairs. */
function nameRelation({
  relation,
  relationConfidence,
  sameEvent,
}: Omit<AlignedItems, 'beads'>): Pick<PairVerdict, 'relation' | 'relationConfidence' | 'sameEvent'> {
  return relation === 'unrelated'
    ? { relation: 'comparable', relationConfidence: sureOfUnnamed, sameEvent: undefined }
    : { relation, relationConfidence, sameEvent };
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
