/**
 * Finds what two documents have in common when one is no translation of the other: rewritten, shortened, reordered, mixed with other matter.
 *
 * 1. Each sentence meets its nearest of the other document; a first look gives each such pair a probability.
 * 2. Around the likely pairs all beads of a few sentences are measured again, now with what the first look says of their neighbours.
 * 3. What all beads together say of two sentences is the probability that they are linked. The bead whose links promise most is taken, and all that share
 *    a sentence with it are dropped, until none promises more than it costs: so that as many links as possible are found for as few that are wrong.
 */
import { exp, log } from '../exact-math.ts';
import type { Bead } from '../types.ts';
import { type Calibration, calibrate } from './calibration.ts';
import type { DotKernel } from './dot-kernel.ts';
import { beadKey, cosineOfLink, type LinkGauge, linkFeatures, measureLink } from './link-features.ts';
import { findNearest, type Nearest } from './nearest-sentences.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { createTokenPairs } from './token-pairs.ts';

/** What is learned about links. Weights are in the order of {@link linkFeatures}. */
export interface LinkModel {
  /** Weights of the first look, at pairs of sentences. */
  readonly first: Float64Array;
  /** Weights of the second look, at beads. */
  readonly second: Float64Array;
  /** Cosine of sentences that have nothing to do with one another. */
  readonly background: number;
  /** Links less likely count against a bead. */
  readonly threshold: number;
  readonly calibration: Calibration;
}

/** A bead that may be one, with its features. */
export interface LinkCandidate {
  readonly source: [start: number, end: number];
  readonly target: [start: number, end: number];
  readonly features: Float64Array;
}

const nearestKept = 5;
const firstLookLeast = 0.03;
const linksPerStep = 40;
const candidatesPerStep = 5_000;
const leastScore = -2;
const leastGrowth = 0.05;

/** Shapes tried around a likely pair. */
const shapes: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
  [2, 3],
  [3, 2],
];

/** Measure the pairs of the first look. */
export function* findLinkPairs(
  kernel: DotKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  background: number,
): Generator<void, { gauge: LinkGauge; pairs: LinkCandidate[] }> {
  const nearest = yield* findNearest(kernel, source, target, nearestKept, background);
  const { ratio, spread } = estimateLengths(source, target, nearest);
  const gauge: LinkGauge = {
    source,
    target,
    nearest,
    ratio,
    spread,
    pairs: createTokenPairs(kernel),
    measured: new Map(),
    coverages: new Map(),
    firstLook: new Map(),
  };
  const backward = sourcesByNearest(nearest.target, source.texts.length);
  const pairs: LinkCandidate[] = [];
  const met: number[] = [];
  for (let s = 0; s < source.texts.length; s++) {
    met.length = 0;
    for (let place = s * nearestKept; place < (s + 1) * nearestKept; place++) {
      const t = nearest.source.sentences[place]!;
      if (t >= 0) met.push(t);
    }
    for (let k = backward.starts[s]!; k < backward.starts[s + 1]!; k++) {
      if (!met.includes(backward.targets[k]!)) met.push(backward.targets[k]!);
    }
    met.sort((x, y) => x - y);
    for (const t of met) {
      const features = new Float64Array(linkFeatures.length);
      measureLink(gauge, s, s + 1, t, t + 1, features);
      pairs.push({ source: [s, s + 1], target: [t, t + 1], features });
      if (pairs.length % linksPerStep === 0) yield;
    }
  }
  return { gauge, pairs };
}

/** For each source sentence the target sentences that have it among their nearest. */
function sourcesByNearest({ sentences, count }: Nearest, sources: number): { starts: Int32Array; targets: Int32Array } {
  const starts = new Int32Array(sources + 1);
  for (const s of sentences) if (s >= 0) starts[s + 1] = starts[s + 1]! + 1;
  for (let s = 0; s < sources; s++) starts[s + 1] = starts[s + 1]! + starts[s]!;
  const targets = new Int32Array(starts[sources]!);
  const next = starts.slice();
  for (let place = 0; place < sentences.length; place++) {
    const s = sentences[place]!;
    if (s < 0) continue;
    targets[next[s]!] = Math.floor(place / count);
    next[s] = next[s]! + 1;
  }
  return { starts, targets };
}

/** Measure the beads of the second look. The first look must be in the gauge. */
export function* findLinkBeads(gauge: LinkGauge, pairs: readonly LinkCandidate[], maxBeadSize: number): Generator<void, LinkCandidate[]> {
  const { source, target } = gauge;
  const n = source.texts.length;
  const m = target.texts.length;
  const seen = new Set<number>();
  const beads: LinkCandidate[] = [];
  for (const pair of pairs) {
    const s = pair.source[0];
    const t = pair.target[0];
    if ((gauge.firstLook.get(s * m + t) ?? 0) < firstLookLeast) continue;
    for (const [a, b] of shapes) {
      if (a + b > maxBeadSize || a > source.longestRun || b > target.longestRun) continue;
      for (let p = Math.max(s - a + 1, 0); p <= s && p + a <= n; p++) {
        for (let q = Math.max(t - b + 1, 0); q <= t && q + b <= m; q++) {
          const key = beadKey(m, p, p + a, q, q + b);
          if (seen.has(key) || hasBarred(source.barred, p, p + a) || hasBarred(target.barred, q, q + b)) continue;
          seen.add(key);
          const features = new Float64Array(linkFeatures.length);
          measureLink(gauge, p, p + a, q, q + b, features);
          beads.push({ source: [p, p + a], target: [q, q + b], features });
          if (beads.length % linksPerStep === 0) yield;
        }
      }
    }
  }
  return beads;
}

/** Score of a link under weights. */
export function scoreOf(features: Float64Array, weights: Float64Array): number {
  let score = 0;
  for (let k = 0; k < features.length; k++) score += features[k]! * weights[k]!;
  return score;
}

/**
 * Keep the beads that promise most links and share no sentence, and state how sure each is.
 *
 * Each sentence is in one of its candidate beads or, with score 0, in none. The probability of a bead is the mean of what its two sides say.
 */
export function* pickBeads(
  gauge: LinkGauge,
  allCandidates: readonly LinkCandidate[],
  allScores: readonly number[],
  model: Pick<LinkModel, 'calibration' | 'threshold'>,
): Generator<void, Bead[]> {
  const divisible = yield* findDivisible(gauge, allCandidates, allScores);
  yield;
  const candidates = allCandidates.filter((_, k) => !divisible[k]);
  const scores = allScores.filter((_, k) => !divisible[k]);
  yield;
  const sourceSums = sumByGroup(candidates, scores, 'source', gauge.source.texts.length);
  yield;
  const targetSums = sumByGroup(candidates, scores, 'target', gauge.target.texts.length);
  yield;
  const linked = yield* sumLinks(gauge, candidates, scores, sourceSums, targetSums);
  // what a bead adds to the links that are right, less what it adds to those that are wrong
  const gains = new Float64Array(candidates.length);
  const order: number[] = [];
  for (const [k, { source, target }] of candidates.entries()) {
    if (k % candidatesPerStep === 0) yield;
    if (scores[k]! <= leastScore) continue;
    for (let s = source[0]; s < source[1]; s++) {
      for (let t = target[0]; t < target[1]; t++) gains[k] = gains[k]! + linked(s, t) - model.threshold;
    }
    if (gains[k]! > 0) order.push(k);
  }
  order.sort((x, y) => gains[y]! - gains[x]! || scores[y]! - scores[x]! || x - y);
  yield;
  const sourceTaken = new Uint8Array(gauge.source.texts.length);
  const targetTaken = new Uint8Array(gauge.target.texts.length);
  const beads: Bead[] = [];
  for (const k of order) {
    const { source, target } = candidates[k]!;
    if (hasBarred(sourceTaken, ...source) || hasBarred(targetTaken, ...target)) continue;
    const stated = (meanShare(scores[k]!, sourceSums, source) + meanShare(scores[k]!, targetSums, target)) / 2;
    const confidence = calibrate(stated, model.calibration);
    sourceTaken.fill(1, ...source);
    targetTaken.fill(1, ...target);
    beads.push({
      source: [...source],
      target: [...target],
      similarity: cosineOfLink(gauge.source, gauge.target, ...source, ...target),
      confidence,
    });
  }
  for (const bead of beads) growBead(gauge, bead, sourceTaken, targetTaken);
  return beads.sort((x, y) => x.source[0] - y.source[0] || x.target[0] - y.target[0]);
}

/** Take in the free neighbours of a bead that bring its sides nearer to one another. A short sentence hardly moves the score of a bead, but it moves the cosine. */
function growBead(gauge: LinkGauge, bead: Bead, sourceTaken: Uint8Array, targetTaken: Uint8Array): void {
  for (const [side, taken] of [
    ['source', sourceTaken],
    ['target', targetTaken],
  ] as const) {
    for (const step of [-1, 1]) {
      const next = step < 0 ? bead[side][0] - 1 : bead[side][1];
      const document = gauge[side];
      if (next < 0 || next >= taken.length || taken[next] || document.barred[next] || bead[side][1] - bead[side][0] >= document.longestRun)
        continue;
      const span: [number, number] = step < 0 ? [next, bead[side][1]] : [bead[side][0], next + 1];
      const sides = side === 'source' ? ([...span, ...bead.target] as const) : ([...bead.source, ...span] as const);
      const cosine = cosineOfLink(gauge.source, gauge.target, ...sides);
      if (cosine < bead.similarity + leastGrowth) continue;
      taken[next] = 1;
      bead[side] = span;
      bead.similarity = cosine;
    }
  }
}

/** Candidates that are better as two: beads of several sentences on both sides whose halves, in one order or the other, score more together. */
function* findDivisible(
  { target: { texts } }: LinkGauge,
  candidates: readonly LinkCandidate[],
  scores: readonly number[],
): Generator<void, Uint8Array> {
  const m = texts.length;
  const byKey = new Map<number, number>();
  for (const [k, { source, target }] of candidates.entries()) {
    // what scores less than nothing adds nothing
    if (scores[k]! > 0) byKey.set(beadKey(m, ...source, ...target), scores[k]!);
    if (k % candidatesPerStep === 0) yield;
  }
  const divisible = new Uint8Array(candidates.length);
  const scoreAt = (p: number, i: number, q: number, j: number) => byKey.get(beadKey(m, p, i, q, j)) ?? 0;
  for (const [k, candidate] of candidates.entries()) {
    const [p, i] = candidate.source;
    const [q, j] = candidate.target;
    if (k % candidatesPerStep === 0) yield;
    for (let s = p + 1; s < i; s++) {
      for (let t = q + 1; t < j; t++) {
        const inOrder = scoreAt(p, s, q, t) + scoreAt(s, i, t, j);
        const crosswise = scoreAt(p, s, t, j) + scoreAt(s, i, q, t);
        if (Math.max(inOrder, crosswise) > scores[k]!) divisible[k] = 1;
      }
    }
  }
  return divisible;
}

/** For each sentence the sum over its candidates, none among them. */
function sumByGroup(
  candidates: readonly LinkCandidate[],
  scores: readonly number[],
  side: 'source' | 'target',
  count: number,
): Float64Array {
  const sums = new Float64Array(count).fill(1);
  candidates.forEach((candidate, k) => {
    const weight = exp(Math.min(scores[k]!, 500));
    for (let s = candidate[side][0]; s < candidate[side][1]; s++) sums[s] = sums[s]! + weight;
  });
  return sums;
}

function meanShare(score: number, sums: Float64Array, [start, end]: readonly [number, number]): number {
  let share = 0;
  for (let s = start; s < end; s++) share += exp(Math.min(score, 500)) / sums[s]!;
  return share / (end - start);
}

/** Probability of two sentences to be in one bead: the mean of what the candidates of either say. */
function* sumLinks(
  gauge: LinkGauge,
  candidates: readonly LinkCandidate[],
  scores: readonly number[],
  sourceSums: Float64Array,
  targetSums: Float64Array,
): Generator<void, (s: number, t: number) => number> {
  const m = gauge.target.texts.length;
  const links = new Map<number, number>();
  for (const [k, { source, target }] of candidates.entries()) {
    if (k % candidatesPerStep === 0) yield;
    const weight = exp(Math.min(scores[k]!, 500));
    for (let s = source[0]; s < source[1]; s++) {
      for (let t = target[0]; t < target[1]; t++)
        links.set(s * m + t, (links.get(s * m + t) ?? 0) + (weight / sourceSums[s]! + weight / targetSums[t]!) / 2);
    }
  }
  return (s, t) => links.get(s * m + t) ?? 0;
}

/** Find the beads of a comparable pair, by source. They may cross; sentences without counterpart are in none. */
export function* alignFreely(
  kernel: DotKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  model: LinkModel,
  maxBeadSize: number,
): Generator<void, Bead[]> {
  const { gauge, pairs } = yield* findLinkPairs(kernel, source, target, model.background);
  yield* takeFirstLook(gauge, pairs, model.first);
  const candidates = yield* findLinkBeads(gauge, pairs, maxBeadSize);
  const scores: number[] = [];
  for (const { features } of candidates) {
    scores.push(scoreOf(features, model.second));
    if (scores.length % candidatesPerStep === 0) yield;
  }
  return yield* pickBeads(gauge, candidates, scores, model);
}

/** Note in the gauge how likely each pair is at first sight. */
export function* takeFirstLook(gauge: LinkGauge, pairs: readonly LinkCandidate[], weights: Float64Array): Generator<void, void> {
  const m = gauge.target.texts.length;
  for (const [k, { source, target, features }] of pairs.entries()) {
    gauge.firstLook.set(source[0] * m + target[0], 1 / (1 + exp(-scoreOf(features, weights))));
    if (k % candidatesPerStep === 0) yield;
  }
}

function hasBarred(barred: Uint8Array, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (barred[k]) return true;
  return false;
}

const leastCosine = 0.5;
const priorLetters = 1000;
const priorSpread = 8;

/** Length ratio and spread from sentences that are each other's nearest, drawn towards 1 where there are few. */
function estimateLengths(
  source: PreparedDocument,
  target: PreparedDocument,
  nearest: LinkGauge['nearest'],
): { ratio: number; spread: number } {
  const count = nearest.source.count;
  const lengths: [number, number][] = [];
  for (let s = 0; s < source.texts.length; s++) {
    const t = nearest.source.sentences[s * count]!;
    if (t < 0 || nearest.target.sentences[t * count] !== s || nearest.source.cosines[s * count]! < leastCosine) continue;
    lengths.push([source.lengths[s + 1]! - source.lengths[s]!, target.lengths[t + 1]! - target.lengths[t]!]);
  }
  // the median of the ratios: halves and rewritten sentences pull the mean
  const ratios = lengths.map(([x, y]) => log(Math.max(y, 1) / Math.max(x, 1))).sort((x, y) => x - y);
  const median = ratios.length > 0 ? ratios[Math.floor(ratios.length / 2)]! : 0;
  const letters = lengths.reduce((sum, [x, y]) => sum + (x + y) / 2, 0);
  const ratio = exp((median * letters) / (letters + priorLetters));
  return { ratio, spread: priorSpread };
}
