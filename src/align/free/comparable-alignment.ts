/**
 * Finds what two documents have in common when one is no translation of the other: rewritten, shortened, reordered, mixed with other matter.
 *
 * 1. Each sentence meets its nearest of the other document; a first look gives each such pair a probability.
 * 2. Around the likely pairs all beads of a few sentences are measured again, now with what the first look says of their neighbours.
 * 3. (`pick-beads.ts`) What all beads together say of two sentences is the probability that they are linked. The bead whose links promise most is taken, and all that share
 *    a sentence with it are dropped, until none promises more than it costs: so that as many links as possible are found for as few that are wrong.
 */
import { exp, log } from '../../exact-math.ts';
import type { Bead } from '../../types.ts';
import type { PairKernel } from '../kernel/build-kernel.ts';
import { hasBarred, type PreparedDocument } from '../prepare-document.ts';
import { beadKey, type LinkGauge, linkFeatures, measureLink } from './link-features.ts';
import type { LinkCandidate, LinkModel } from './link-model.ts';
import { findNearest, type Nearest } from './nearest-sentences.ts';
import { pickBeads } from './pick-beads.ts';

const nearestKept = 5;
const firstLookLeast = 0.03;
const linksPerStep = 40;
const pairsPerSentence = 15;
const candidatesPerStep = 5_000;

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
  kernel: PairKernel,
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
    pairs: kernel.pairs,
    measured: new Map(),
    coverages: new Map(),
    firstLook: new Map(),
  };
  // each pair at first sight, and around the likely ones all within the largest bead
  yield* kernel.pairs?.expect(
    Math.min(source.texts.length * target.texts.length, pairsPerSentence * (source.texts.length + target.texts.length)),
  ) ?? [];
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

/** Find the beads of a comparable pair, by source. They may cross; sentences without counterpart are in none. */
export function* alignFreely(
  kernel: PairKernel,
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
