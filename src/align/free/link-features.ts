/** What speaks for and against a bead of a comparable pair, where order is no guide and most sentences have no counterpart. */
import { log } from '../../exact-math.ts';
import { compareNumbers, dotOfRuns, misfitOf } from '../ordered/bead-features.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { placeInPage, type TokenPairs } from '../token-pairs.ts';
import type { TokenRows } from '../token-rows.ts';
import type { Nearest } from './nearest-sentences.ts';

/** Names of the features of a link, in the order of their weights. */
export const linkFeatures = [
  'constant',
  'cosine',
  'margin', // cosine above the mean of the nearest sentences of both sides
  'length', // log length
  'cosineLength',
  'misfit', // how far the lengths are from the ratio of the document
  'coverageLow', // share of the words that find a counterpart, on the side that has less
  'coverageHigh', // … on the other side: high when one side says more than the other
  'rareLow', // as coverageLow, where words that few sentences of the document have count most
  'rareHigh',
  'coverageGain', // coverage against the bead without one of its outer sentences, or cut in two
  'sourceBest', // no other target sentence is nearer
  'targetBest',
  'bothBest', // the two multiplied
  'rivalLow', // cosine above the nearest sentence outside the bead, on the side where the rival is nearer
  'rivalHigh', // … on the other side
  'rareBoth', // rareLow × rareHigh
  'rareMargin', // rareLow × margin
  'numbers',
  'oneTwo',
  'many',
  'context', // how likely the neighbours before and after are linked too
] as const;

/** Name of a feature of a link. */
export type LinkFeature = (typeof linkFeatures)[number];

/** What links of a pair are measured against. */
export interface LinkGauge {
  readonly source: PreparedDocument;
  readonly target: PreparedDocument;
  readonly nearest: { readonly source: Nearest; readonly target: Nearest };
  readonly ratio: number;
  readonly spread: number;
  readonly pairs: TokenPairs | undefined;
  /** Places of measured token pairs, by `source × target count + target`. */
  readonly measured: Map<number, number>;
  /** Coverage of beads, by {@link beadKey}: larger beads ask for that of their parts. */
  readonly coverages: Map<number, Coverage>;
  /** Probability of 1-1 links under the first look, by `source × target count + target`. */
  readonly firstLook: Map<number, number>;
}

/** Shares of the words of both sides that find a counterpart: by weight, and by weight times squared rarity. */
export type Coverage = readonly [recall: number, precision: number, rareRecall: number, rarePrecision: number];

/** A number for source sentences [p, i) and target sentences [q, j), at most three on a side, of a pair with so many `targets`. */
export function beadKey(targets: number, p: number, i: number, q: number, j: number): number {
  return ((p * 4 + i - p) * targets + q) * 4 + j - q;
}

const index = Object.fromEntries(linkFeatures.map((name, k) => [name, k])) as Record<LinkFeature, number>;
const usualLength = 200;

/** Cosine of source sentences [p, i) and target sentences [q, j), straight from the vectors. */
export function cosineOfLink(source: PreparedDocument, target: PreparedDocument, p: number, i: number, q: number, j: number): number {
  const isShort = i - p <= source.longestRun && j - q <= target.longestRun;
  if (source.overlaps && target.overlaps && isShort) return dotOfRuns(source, p, i, target, q, j);
  const { dimensions } = source;
  let dot = 0;
  for (let s = p; s < i; s++) {
    for (let t = q; t < j; t++) {
      for (let d = 0, x = s * dimensions, y = t * dimensions; d < dimensions; d++) dot += source.sums[x + d]! * target.sums[y + d]!;
    }
  }
  // beads that a caller gives may be larger than those whose norms are known
  const norm = normOfRun(source, p, i) * normOfRun(target, q, j);
  return norm > 0 ? dot / norm : 0;
}

/** The cosine that the model itself gives source sentences [p, i) and target sentences [q, j), of which `cosine` is the centred one. */
export function cosineAsEmbedded(
  source: PreparedDocument,
  target: PreparedDocument,
  [p, i]: readonly [number, number],
  [q, j]: readonly [number, number],
  cosine: number,
): number {
  const isShort = i - p <= source.longestRun && j - q <= target.longestRun;
  if (!source.centring || !target.centring || !isShort) return cosine;
  const left = rowOfRun(source, p, i);
  const right = rowOfRun(target, q, j);
  const [own, other] = [source.centring, target.centring];
  let square = 0;
  let toOwn = 0;
  let toOther = 0;
  let product = 0;
  for (let d = 0; d < source.dimensions; d++) {
    square += own.mean[d]! * other.mean[d]!;
    toOwn += right.rows[right.at + d]! * own.mean[d]!;
    toOther += left.rows[left.at + d]! * other.mean[d]!;
    product += left.rows[left.at + d]! * right.rows[right.at + d]!;
  }
  const [x, y] = [own.lengths[left.row]!, other.lengths[right.row]!];
  return x > 0 && y > 0 ? Math.min(x * y * product + x * toOther + y * toOwn + square, 1) : 0;
}

/** Where the vector of a run of sentences lies, and its number among all rows. */
function rowOfRun({ sums, overlaps, texts, dimensions }: PreparedDocument, start: number, end: number) {
  const row = end - start === 1 ? start : (end - start - 2) * texts.length + start;
  return { rows: end - start === 1 ? sums : overlaps!, at: row * dimensions, row: end - start === 1 ? row : texts.length + row };
}

function normOfRun({ norms, longestRun, sums, dimensions }: PreparedDocument, start: number, end: number): number {
  if (end - start <= longestRun) return norms[start * longestRun + end - start - 1]!;
  let square = 0;
  for (let d = 0; d < dimensions; d++) {
    let sum = 0;
    for (let s = start; s < end; s++) sum += sums[s * dimensions + d]!;
    square += sum * sum;
  }
  return Math.sqrt(square);
}

/** Write the features of the link of source sentences [p, i) and target sentences [q, j). */
export function measureLink(gauge: LinkGauge, p: number, i: number, q: number, j: number, out: Float64Array): void {
  const { source, target, nearest, ratio, spread } = gauge;
  const cosine = cosineOfLink(source, target, p, i, q, j);
  const x = (source.lengths[i]! - source.lengths[p]!) * ratio;
  const y = target.lengths[j]! - target.lengths[q]!;
  const logLength = log(Math.max((x + y) / Math.sqrt(ratio), 1) / usualLength);
  const size = i - p + j - q;
  out.fill(0);
  out[index.constant] = 1;
  out[index.cosine] = cosine;
  out[index.margin] = cosine - (mean(nearest.source.means, p, i) + mean(nearest.target.means, q, j)) / 2;
  out[index.length] = logLength;
  out[index.cosineLength] = cosine * logLength;
  out[index.misfit] = misfitOf(x, y, spread);
  out[index.sourceBest] = bestLies(nearest.source, p, i, q, j);
  out[index.targetBest] = bestLies(nearest.target, q, j, p, i);
  out[index.bothBest] = out[index.sourceBest]! * out[index.targetBest]!;
  const rivals = [cosine - rivalOf(nearest.source, p, i, q, j), cosine - rivalOf(nearest.target, q, j, p, i)];
  out[index.rivalLow] = Math.min(...rivals);
  out[index.rivalHigh] = Math.max(...rivals);
  out[index.numbers] = compareNumbers(source, p, i, target, q, j);
  out[index.oneTwo] = size === 3 ? 1 : 0;
  out[index.many] = size > 3 ? 1 : 0;
  out[index.context] = contextOf(gauge, p, i, q, j);
  if (gauge.pairs) {
    const [recall, precision, rareRecall, rarePrecision] = coverageOfLink(gauge, gauge.pairs, p, i, q, j);
    out[index.rareLow] = Math.min(rareRecall, rarePrecision);
    out[index.rareHigh] = Math.max(rareRecall, rarePrecision);
    out[index.rareBoth] = rareRecall * rarePrecision;
    out[index.rareMargin] = out[index.rareLow]! * out[index.margin]!;
    out[index.coverageLow] = Math.min(recall, precision);
    out[index.coverageHigh] = Math.max(recall, precision);
    if (size > 2) {
      let without = 0;
      if (i - p > 1) without = Math.max(meanCoverage(gauge, gauge.pairs, p + 1, i, q, j), meanCoverage(gauge, gauge.pairs, p, i - 1, q, j));
      if (j - q > 1)
        without = Math.max(without, meanCoverage(gauge, gauge.pairs, p, i, q + 1, j), meanCoverage(gauge, gauge.pairs, p, i, q, j - 1));
      if (i - p > 1 && j - q > 1) without = Math.max(without, coverageInTwo(gauge, gauge.pairs, p, i, q, j));
      out[index.coverageGain] = (recall + precision) / 2 - without;
    }
  }
}

function mean(values: Float32Array, start: number, end: number): number {
  let sum = 0;
  for (let k = start; k < end; k++) sum += values[k]!;
  return sum / (end - start);
}

/** Share of the sentences [p, i) whose nearest lies in [q, j). */
function bestLies({ sentences, count }: Nearest, p: number, i: number, q: number, j: number): number {
  let hits = 0;
  for (let s = p; s < i; s++) {
    const best = sentences[s * count]!;
    if (best >= q && best < j) hits++;
  }
  return hits / (i - p);
}

/** Mean over the sentences [p, i) of their highest cosine outside [q, j); where all the nearest lie inside, of the last of them. */
function rivalOf({ sentences, cosines, means, count }: Nearest, p: number, i: number, q: number, j: number): number {
  let sum = 0;
  for (let s = p; s < i; s++) {
    let rival = means[s]!;
    for (let k = s * count; k < (s + 1) * count; k++) {
      const t = sentences[k]!;
      if (t >= 0 && t >= q && t < j) continue;
      if (t >= 0) rival = cosines[k]!;
      break;
    }
    sum += rival;
  }
  return sum / (i - p);
}

function contextOf({ firstLook, source, target }: LinkGauge, p: number, i: number, q: number, j: number): number {
  const m = target.texts.length;
  const at = (s: number, t: number) => (s >= 0 && t >= 0 && s < source.texts.length && t < m ? (firstLook.get(s * m + t) ?? 0) : 0);
  const before = Math.max(at(p - 1, q - 1), 0.7 * at(p - 1, q - 2), 0.7 * at(p - 2, q - 1));
  const after = Math.max(at(i, j), 0.7 * at(i, j + 1), 0.7 * at(i + 1, j));
  return before + after;
}

function meanCoverage(gauge: LinkGauge, pairs: TokenPairs, p: number, i: number, q: number, j: number): number {
  const [recall, precision] = coverageOfLink(gauge, pairs, p, i, q, j);
  return (recall + precision) / 2;
}

/** Highest mean coverage of the same sentences as two beads, one after the other or crosswise. */
function coverageInTwo(gauge: LinkGauge, pairs: TokenPairs, p: number, i: number, q: number, j: number): number {
  const { sourceTokens, targetTokens } = pairs;
  const massS = Math.max(sourceTokens.mass[i]! - sourceTokens.mass[p]!, 1e-6);
  const massT = Math.max(targetTokens.mass[j]! - targetTokens.mass[q]!, 1e-6);
  const part = (from: number, to: number, first: number, last: number) => {
    const [recall, precision] = coverageOfLink(gauge, pairs, from, to, first, last);
    const shareS = (sourceTokens.mass[to]! - sourceTokens.mass[from]!) / massS;
    const shareT = (targetTokens.mass[last]! - targetTokens.mass[first]!) / massT;
    return (recall * shareS + precision * shareT) / 2;
  };
  let best = 0;
  for (let s = p + 1; s < i; s++) {
    for (let t = q + 1; t < j; t++) {
      best = Math.max(best, part(p, s, q, t) + part(s, i, t, j), part(p, s, t, j) + part(s, i, q, t));
    }
  }
  return best;
}

function coverageOfLink(gauge: LinkGauge, pairs: TokenPairs, p: number, i: number, q: number, j: number): Coverage {
  const key = beadKey(gauge.target.texts.length, p, i, q, j);
  let coverage = gauge.coverages.get(key);
  if (coverage === undefined) {
    coverage = measureCoverage(gauge, pairs, p, i, q, j);
    gauge.coverages.set(key, coverage);
  }
  return coverage;
}

function measureCoverage(gauge: LinkGauge, pairs: TokenPairs, p: number, i: number, q: number, j: number): Coverage {
  const { sourceTokens, targetTokens } = pairs;
  const sourceBest = new Float32Array(sourceTokens.offsets[i]! - sourceTokens.offsets[p]!);
  const targetBest = new Float32Array(targetTokens.offsets[j]! - targetTokens.offsets[q]!);
  for (let s = p; s < i; s++) {
    for (let t = q; t < j; t++) {
      const place = placeOf(gauge, pairs, s, t);
      const page = pairs.page(place);
      const between = takeBest(page, placeInPage(place), sourceTokens, p, s, sourceBest);
      takeBest(page, between, targetTokens, q, t, targetBest);
    }
  }
  const source = addTokens(sourceTokens, p, sourceBest);
  const target = addTokens(targetTokens, q, targetBest);
  return [source.covered / source.mass, target.covered / target.mass, source.rare / source.rareMass, target.rare / target.rareMass];
}

function placeOf(gauge: LinkGauge, pairs: TokenPairs, s: number, t: number): number {
  const key = s * gauge.target.texts.length + t;
  const known = gauge.measured.get(key);
  if (known !== undefined) return known;
  const place = pairs.measure(s, t);
  gauge.measured.set(key, place);
  return place;
}

/** Raise the best cosines of the tokens of a sentence, counted from the first token of sentence `from`, to those on a page. Returns where these end. */
function takeBest(page: Float32Array, start: number, { offsets }: TokenRows, from: number, sentence: number, best: Float32Array): number {
  let at = start;
  for (let k = offsets[sentence]! - offsets[from]!; k < offsets[sentence + 1]! - offsets[from]!; k++, at++) {
    if (page[at]! > best[k]!) best[k] = page[at]!;
  }
  return at;
}

/** Adds up how far the tokens from those of sentence `from` on are covered, as they are and with the rare ones weighing more. */
function addTokens(
  { offsets, ids, weights, rarity }: TokenRows,
  from: number,
  best: Float32Array,
): { covered: number; mass: number; rare: number; rareMass: number } {
  const sums = { covered: 0, mass: 1e-6, rare: 0, rareMass: 1e-6 };
  for (let k = 0, token = offsets[from]!; k < best.length; k++, token++) {
    const weight = weights[token]!;
    const rareWeight = weight * rarity[ids[token]!]! * rarity[ids[token]!]!;
    sums.covered += best[k]! * weight;
    sums.mass += weight;
    sums.rare += best[k]! * rareWeight;
    sums.rareMass += rareWeight;
  }
  return sums;
}
