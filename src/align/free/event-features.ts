/**
 * Whether two documents report the same event, or another one of the same people: decided for the pair before links are given out.
 *
 * Reports of two events share names, subject and vocabulary, but not their figures and days, and each opens with words that the other lacks.
 */
import { exp, log } from '../../exact-math.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { compareFigures, type Figure } from '../statement-facts.ts';
import type { TokenRows } from '../token-rows.ts';
import type { StatementPairs } from './measure-statements.ts';
import { type Places, placeSentences } from './sentence-places.ts';
import { statementFeatures, statementIndex } from './statement-features.ts';

/** Names of the evidence, in the order of the weights. */
export const eventFeatures = [
  'constant',
  'mass', // logarithm of the expected links, by the sentences of the longer document
  'nearest', // mean of the three highest cosines
  'likeness', // cosine of both documents as wholes: the same subject, whatever the event
  'scatter', // how far places of likely links differ, less what one document says later throughout: links of chance lie anywhere
  'openingMoved', // share of the likely links that lie in the opening of one document and further down in the other
  'openingFigures', // of the telling figures of either opening, the share that the other document has too, added up
  'daysAgree', // whether the days of the week that open both are the same: -0.5 none, 0.5 all, 0 where one names none
  'coveredHigh', // share of the words that find a counterpart, of the document that has more
  'openingLost', // share of the opening words that find none, of the document that has fewer
] as const;

/** Name of a piece of evidence. */
export type EventFeature = (typeof eventFeatures)[number];

const index = Object.fromEntries(eventFeatures.map((name, k) => [name, k])) as Record<EventFeature, number>;
const openingSentences = 4;
const telling = 2.3;
const surest = 1e-4;
const nothing = 1e-6;
/** Cosines of a word from which on it finds a counterpart in part, and how much more it takes to find one. */
const leastCover = 0.55;
const coverRange = 0.25;

/** Measure the evidence. */
export function measureEvent(pairs: StatementPairs, probabilities: Float64Array): Float64Array {
  const { source, target, covers, rows } = pairs;
  const out = new Float64Array(eventFeatures.length);
  const places = { source: placeSentences(source), target: placeSentences(target) };
  out[index.constant] = 1;
  measureMass(pairs, probabilities, places, out);
  out[index.likeness] = cosineOfWholes(source, target);
  out[index.openingFigures] = shareOfFigures(source, target, places.source) + shareOfFigures(target, source, places.target);
  out[index.daysAgree] = compareDays(source.facts().openingDays, target.facts().openingDays);
  if (covers && rows) {
    const own = coverDocument(rows.source, covers.source, places.source);
    const other = coverDocument(rows.target, covers.target, places.target);
    out[index.coveredHigh] = Math.max(own.all, other.all);
    out[index.openingLost] = Math.min(own.openingLost, other.openingLost);
  }
  return out;
}

/** Where the likely links lie. */
function measureMass(
  { sources, targets, features }: StatementPairs,
  probabilities: Float64Array,
  places: { readonly source: Places; readonly target: Places },
  out: Float64Array,
): void {
  const near = new Float64Array(3);
  let expected = 0;
  let offsets = 0;
  let shift = 0;
  let opening = 0;
  for (let k = 0; k < sources.length; k++) {
    const probability = probabilities[k]!;
    const [own, other] = [places.source.ranks[sources[k]!]!, places.target.ranks[targets[k]!]!];
    const offset = own / Math.max(places.source.count - 1, 1) - other / Math.max(places.target.count - 1, 1);
    expected += probability;
    offsets += probability * Math.abs(offset);
    shift += probability * offset;
    opening += probability * ((own < openingSentences ? 1 : 0) - (other < openingSentences ? 1 : 0));
    keepHighest(near, features[k * statementFeatures.length + statementIndex.cosine]!);
  }
  out[index.mass] = log(expected / Math.max(places.source.count, places.target.count, 1) + 0.02);
  out[index.nearest] = (near[0]! + near[1]! + near[2]!) / 3;
  out[index.scatter] = (offsets - Math.abs(shift)) / (expected + nothing);
  out[index.openingMoved] = Math.abs(opening) / (expected + 0.3);
}

/** Log-odds of a probability, within bounds. */
export function logOdds(probability: number): number {
  const bounded = Math.min(Math.max(probability, surest), 1 - surest);
  return log(bounded / (1 - bounded));
}

/** Probability of log-odds. */
export function logistic(score: number): number {
  return 1 / (1 + exp(-score));
}

function keepHighest(list: Float64Array, value: number): void {
  let place = list.length - 1;
  if (value <= list[place]!) return;
  for (; place > 0 && list[place - 1]! < value; place--) list[place] = list[place - 1]!;
  list[place] = value;
}

/** Share of the telling figures that open a document and stand anywhere in the other one; a third where there are none. */
function shareOfFigures(own: PreparedDocument, other: PreparedDocument, { ranks }: Places): number {
  const opening = own.texts.flatMap((_, s) => (ranks[s]! < openingSentences && !own.barred[s] ? own.facts().figuresOf(s) : []));
  if (opening.length === 0) return 1 / 3;
  const { shared, missed } = compareFigures(opening, allFigures(other), telling);
  return (shared + 1) / (shared + missed + 3);
}

function compareDays(own: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (own.size === 0 || other.size === 0) return 0;
  const common = [...own].filter((day) => other.has(day)).length;
  return common / Math.min(own.size, other.size) - 0.5;
}

/** How far the words of a document find counterparts anywhere in the other one. Each word counts once. */
function coverDocument({ offsets, ids, weights, rarity }: TokenRows, best: Float32Array, { ranks, barred }: Places) {
  const weightOf = new Float32Array(rarity.length);
  const opens = new Uint8Array(rarity.length);
  for (let s = 0; s + 1 < offsets.length; s++) {
    if (barred[s]) continue;
    for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
      weightOf[ids[k]!] = weights[k]!;
      if (ranks[s]! < openingSentences) opens[ids[k]!] = 1;
    }
  }
  let [covered, mass, lost, openingMass] = [0, nothing, 0, nothing];
  for (let id = 0; id < weightOf.length; id++) {
    const weight = weightOf[id]!;
    covered += weight * best[id]!;
    mass += weight;
    if (!opens[id]) continue;
    lost += weight * Math.min(Math.max((leastCover - best[id]!) / coverRange, 0), 1);
    openingMass += weight;
  }
  return { all: covered / mass, openingLost: lost / openingMass };
}

/** Cosine of the sums of all sentences that count. */
function cosineOfWholes(source: PreparedDocument, target: PreparedDocument): number {
  const [own, other] = [sumOfAll(source), sumOfAll(target)];
  let [dot, left, right] = [0, 0, 0];
  for (let d = 0; d < own.length; d++) {
    dot += own[d]! * other[d]!;
    left += own[d]! * own[d]!;
    right += other[d]! * other[d]!;
  }
  return dot / (Math.sqrt(left * right) + nothing);
}

function sumOfAll({ texts, sums, dimensions, barred }: PreparedDocument): Float64Array {
  const sum = new Float64Array(dimensions);
  for (let s = 0; s < texts.length; s++) {
    if (barred[s]) continue;
    for (let d = 0; d < dimensions; d++) sum[d]! += sums[s * dimensions + d]!;
  }
  return sum;
}

function allFigures({ texts, facts }: PreparedDocument): Figure[] {
  const { figuresOf } = facts();
  return texts.flatMap((_, sentence) => figuresOf(sentence));
}
