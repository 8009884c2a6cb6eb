/** From scored candidates to beads: each sentence is in one of its candidates or in none, and as many links as possible are to be right. */
import { exp } from '../../exact-math.ts';
import type { Bead } from '../../types.ts';
import { calibrate } from '../learned/calibration.ts';
import { hasBarred } from '../prepare-document.ts';
import { beadKey, cosineOfLink, type LinkGauge } from './link-features.ts';
import type { LinkCandidate, LinkModel } from './link-model.ts';

const candidatesPerStep = 5_000;
const leastScore = -2;
const leastGrowth = 0.05;

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
