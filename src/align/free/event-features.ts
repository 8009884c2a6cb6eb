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
import { statementFeatures, statementIndex } from './statement-features.ts';

/** Names of the evidence, in the order of the weights. */
export const eventFeatures = [
  'constant',
  'figuresAgree', // of the likely links, how many share a figure
  'figuresRecur', // of all telling figures of either document, the share that the other has too, added up
  'daysAgree', // whether the days of the week that open both are the same: -0.5 none, 0.5 all, 0 where one names none
  'coveredHigh', // share of the words that find a counterpart, of the document that has more
  'rareHigh', // the same with heavy words weighing more
  'leadLost', // share of the opening words that find none, of the document that has fewer
  'leadLostHigh', // … more
  'leadCovered', // share of the opening words that find a counterpart, of the document that has less
  'subjectLost', // share of the opening words that recur in the document and find none, of the document that has fewer
  'likeliest', // mean log-odds of the six likeliest links
  'linkedHigh', // mean of the likeliest link of each sentence, of the document that has more
  'linkedLow',
  'nearest', // mean of the three highest cosines
  'size', // logarithm of the sentences of the longer document
] as const;

/** Name of a piece of evidence. */
export type EventFeature = (typeof eventFeatures)[number];

const index = Object.fromEntries(eventFeatures.map((name, k) => [name, k])) as Record<EventFeature, number>;
const openingSentences = 3;
const telling = 2.3;
const likeliestCounted = 6;
const surest = 1e-4;

/** Measure the evidence. */
export function measureEvent(pairs: StatementPairs, probabilities: Float64Array): Float64Array {
  const { source, target, sources, targets, features, covers, rows } = pairs;
  const out = new Float64Array(eventFeatures.length);
  const width = statementFeatures.length;
  const best = { source: new Float64Array(source.texts.length), target: new Float64Array(target.texts.length) };
  let expected = 0;
  let agreeing = 0;
  const top = new Float64Array(likeliestCounted);
  const near = new Float64Array(3);
  for (let k = 0; k < sources.length; k++) {
    const probability = probabilities[k]!;
    best.source[sources[k]!] = Math.max(best.source[sources[k]!]!, probability);
    best.target[targets[k]!] = Math.max(best.target[targets[k]!]!, probability);
    expected += probability;
    if (features[k * width + statementIndex.sharedFigures]! > 0) agreeing += probability;
    keepHighest(top, probability);
    keepHighest(near, features[k * width + statementIndex.cosine]!);
  }
  const linked = [meanOf(best.source, source.barred), meanOf(best.target, target.barred)];
  out[index.constant] = 1;
  out[index.figuresAgree] = agreeing / (expected + 0.3);
  out[index.figuresRecur] = recurring(pairs, telling);
  out[index.daysAgree] = compareDays(source.facts().openingDays, target.facts().openingDays);
  out[index.likeliest] = top.reduce((sum, value) => sum + logOdds(value), 0) / likeliestCounted;
  out[index.linkedHigh] = Math.max(...linked);
  out[index.linkedLow] = Math.min(...linked);
  out[index.nearest] = (near[0]! + near[1]! + near[2]!) / 3;
  out[index.size] = log(Math.max(best.source.length, best.target.length, 1));
  if (covers && rows) {
    const own = coverDocument(rows.source, covers.source, source.barred);
    const other = coverDocument(rows.target, covers.target, target.barred);
    out[index.coveredHigh] = Math.max(own.all, other.all);
    out[index.rareHigh] = Math.max(own.heavy, other.heavy);
    out[index.leadLost] = Math.min(own.leadLost, other.leadLost);
    out[index.leadLostHigh] = Math.max(own.leadLost, other.leadLost);
    out[index.leadCovered] = Math.min(own.lead, other.lead);
    out[index.subjectLost] = Math.min(own.subjectLost, other.subjectLost);
  }
  return out;
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

function meanOf(values: Float64Array, barred: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let s = 0; s < values.length; s++) {
    if (barred[s]) continue;
    sum += values[s]!;
    count++;
  }
  return sum / Math.max(count, 1);
}

function recurring({ source, target }: StatementPairs, least: number): number {
  const [own, other] = [allFigures(source), allFigures(target)];
  const shares = [compareFigures(own, other, least), compareFigures(other, own, least)];
  return shares.reduce((sum, { shared, missed }) => sum + (shared + 1) / (shared + missed + 3), 0);
}

function compareDays(own: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (own.size === 0 || other.size === 0) return 0;
  const common = [...own].filter((day) => other.has(day)).length;
  return common / Math.min(own.size, other.size) - 0.5;
}

/** How far the words of a document find counterparts anywhere in the other one. Each word counts once. */
function coverDocument({ offsets, ids, weights, rarity }: TokenRows, best: Float32Array, barred: Uint8Array) {
  const times = new Int32Array(rarity.length);
  const weightOf = new Float32Array(rarity.length);
  const isLead = new Uint8Array(rarity.length);
  for (let s = 0, rank = 0; s + 1 < offsets.length; s++) {
    if (barred[s]) continue;
    for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
      times[ids[k]!]!++;
      weightOf[ids[k]!] = weights[k]!;
      if (rank < openingSentences) isLead[ids[k]!] = 1;
    }
    rank++;
  }
  const sums = { all: 0, heavy: 0, lead: 0, leadLost: 0, subjectLost: 0 };
  const masses = { all: 1e-6, heavy: 1e-6, lead: 1e-6, subject: 1e-6 };
  for (let id = 0; id < times.length; id++) {
    if (times[id] === 0) continue;
    const weight = weightOf[id]!;
    const lost = Math.min(Math.max((0.55 - best[id]!) / 0.25, 0), 1);
    sums.all += weight * best[id]!;
    masses.all += weight;
    sums.heavy += weight * weight * best[id]!;
    masses.heavy += weight * weight;
    if (!isLead[id]) continue;
    sums.lead += weight * best[id]!;
    sums.leadLost += weight * lost;
    masses.lead += weight;
    if (times[id]! < 2) continue;
    sums.subjectLost += weight * lost;
    masses.subject += weight;
  }
  return {
    all: sums.all / masses.all,
    heavy: sums.heavy / masses.heavy,
    lead: sums.lead / masses.lead,
    leadLost: sums.leadLost / masses.lead,
    subjectLost: sums.subjectLost / masses.subject,
  };
}

function allFigures({ texts, facts }: PreparedDocument): Figure[] {
  const { figuresOf } = facts();
  return texts.flatMap((_, sentence) => figuresOf(sentence));
}
