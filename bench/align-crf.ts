/**
 * Fits the weights of a globally normalised semi-Markov model: the logarithm of the probability of the gold chain, summed over documents, less an L2 penalty,
 * is climbed with L-BFGS (Liu and Nocedal 1989). Gold beads that no chain can hold (gaps, crossings, pruned) stay open: all chains that fit the rest count as gold.
 */
import { beadFeatures } from '../src/align/ordered/bead-features.ts';
import { findBestChain, type Lattice, measureMarginals } from '../src/align/ordered/lattice.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import type { GoldBead } from '../src/types.ts';

export const featureCount = beadFeatures.length;
const open = beadFeatures.indexOf('skipOpen');

/** A document pair ready for fitting. */
export interface Example {
  readonly name: string;
  readonly lattice: Lattice;
  /** Edges × features, row-major; `skipOpen` belongs to runs and is 0 here. */
  readonly features: Float32Array;
  /** 1 for edges that some gold chain may hold. */
  readonly golden: Uint8Array;
  readonly reachable: number;
  readonly gold: readonly GoldBead[];
  readonly weight: number;
}

/** Mark the edges that agree with gold. */
export function markGolden(
  lattice: Lattice,
  gold: readonly GoldBead[],
  rows: number,
  columns: number,
): { golden: Uint8Array; reachable: number } {
  const { band, edgeStarts, shapes } = lattice;
  const wanted = new Map<string, number>();
  gold.forEach((bead, k) => {
    if (bead.source.length > 0 && bead.target.length > 0 && isRun(bead.source) && isRun(bead.target))
      wanted.set(`${bead.source[0]}.${bead.source.length}.${bead.target[0]}.${bead.target.length}`, k);
  });
  const found = new Set<number>();
  const visit = (use: (e: number, p: number, a: number, q: number, b: number) => void) => {
    for (let i = 0; i <= band.rows; i++) {
      for (let here = band.offsets[i]!, j = band.low[i]!; here < band.offsets[i + 1]!; here++, j++) {
        for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) {
          const a = shapes[e]! >> 4;
          const b = shapes[e]! & 15;
          use(e, i - a, a, j - b, b);
        }
      }
    }
  };
  const beadOfEdge = new Int32Array(shapes.length).fill(-1);
  visit((e, p, a, q, b) => {
    const k = a > 0 && b > 0 ? wanted.get(`${p}.${a}.${q}.${b}`) : undefined;
    if (k === undefined) return;
    found.add(k);
    beadOfEdge[e] = k;
  });
  const chain = longestMonotone(gold, found);
  const isSkip = (bead: GoldBead) => bead.source.length === 0 || bead.target.length === 0;
  const missing = gold.filter((bead, k) => !isSkip(bead) && !chain.has(k));
  for (let radius = 0; radius < 12; radius++) {
    // around a bead that no chain can hold, gold is open: the pieces next to it may be pruned away too
    const near = (indices: readonly number[], side: 'source' | 'target') =>
      missing.some((bead) => indices.some((index) => bead[side].some((other) => Math.abs(other - index) <= radius)));
    const usable = new Set([...chain].filter((k) => radius === 0 || !(near(gold[k]!.source, 'source') || near(gold[k]!.target, 'target'))));
    const golden = new Uint8Array(shapes.length);
    const sourceBead = new Int32Array(rows).fill(-2);
    const targetBead = new Int32Array(columns).fill(-2);
    gold.forEach((bead, k) => {
      const open = radius > 0 && (near(bead.source, 'source') || near(bead.target, 'target'));
      const value = usable.has(k) ? k : isSkip(bead) && !open ? -1 : -2;
      for (const s of bead.source) sourceBead[s] = value;
      for (const t of bead.target) targetBead[t] = value;
    });
    visit((e, p, a, q, b) => {
      if (a > 0 && b > 0) {
        if (beadOfEdge[e]! >= 0 && usable.has(beadOfEdge[e]!)) golden[e] = 1;
        else {
          let free = true;
          for (let s = p; s < p + a; s++) free &&= sourceBead[s] === -2;
          for (let t = q; t < q + b; t++) free &&= targetBead[t] === -2;
          golden[e] = free ? 1 : 0;
        }
      } else golden[e] = (a > 0 ? sourceBead[p]! : targetBead[q]!) < 0 ? 1 : 0;
    });
    const test: Lattice = { ...lattice, scores: Float32Array.from(golden, (flag) => (flag ? 0 : -Infinity)), openScore: 0 };
    const { logTotal } = finishSteps(measureMarginals(test));
    if (Number.isFinite(logTotal)) return { golden, reachable: usable.size };
  }
  return { golden: new Uint8Array(shapes.length).fill(1), reachable: 0 };
}

function longestMonotone(gold: readonly GoldBead[], found: ReadonlySet<number>): Set<number> {
  const kept = new Set<number>();
  const order = [...found].sort((x, y) => gold[x]!.source[0]! - gold[y]!.source[0]!);
  const length = order.map(() => 1);
  const before = order.map(() => -1);
  let best = -1;
  order.forEach((k, x) => {
    for (let y = 0; y < x; y++) {
      if (gold[order[y]!]!.target.at(-1)! < gold[k]!.target[0]! && length[y]! + 1 > length[x]!) {
        length[x] = length[y]! + 1;
        before[x] = y;
      }
    }
    if (best < 0 || length[x]! > length[best]!) best = x;
  });
  for (let x = best; x >= 0; x = before[x]!) kept.add(order[x]!);
  return kept;
}

function isRun(indices: readonly number[]): boolean {
  return indices.every((value, k) => k === 0 || value === indices[k - 1]! + 1);
}

export interface FitOptions {
  /** Features with a weight; others stay 0. */
  readonly active: readonly boolean[];
  readonly penalty: number;
  readonly start: Float64Array;
  readonly steps?: number;
}

/** Weights that make the gold chains likely. */
export function fitWeights(
  examples: readonly Example[],
  options: FitOptions,
): { weights: Float64Array; loss: number; evaluations: number } {
  const { active, penalty, start, steps = 120 } = options;
  const scale = featureScale(examples);
  const names = [...active.keys()].filter((k) => active[k] && scale[k]! > 0);
  const toWeights = (x: Float64Array) => {
    const weights = new Float64Array(featureCount);
    for (const [at, k] of names.entries()) weights[k] = x[at]! / scale[k]!;
    return weights;
  };
  let evaluations = 0;
  const evaluate = (x: Float64Array) => {
    evaluations++;
    const weights = toWeights(x);
    const gradient = new Float64Array(names.length);
    let loss = 0;
    for (let k = 0; k < names.length; k++) {
      loss += 0.5 * penalty * x[k]! * x[k]!;
      gradient[k] = penalty * x[k]!;
    }
    for (const example of examples) {
      const result = lossOf(example, weights);
      loss += example.weight * result.loss;
      for (const [at, k] of names.entries()) gradient[at] = gradient[at]! + (example.weight * result.gradient[k]!) / scale[k]!;
    }
    return { loss, gradient };
  };
  const x = climb(
    evaluate,
    Float64Array.from(names, (k) => start[k]! * scale[k]!),
    steps,
  );
  return { weights: toWeights(x), loss: evaluate(x).loss, evaluations };
}

/** Root mean square of each feature where it is not 0. */
export function featureScale(examples: readonly Example[]): Float64Array {
  const squares = new Float64Array(featureCount);
  const counts = new Float64Array(featureCount);
  for (const { features } of examples) {
    for (let place = 0, k = 0; place < features.length; place++) {
      const value = features[place]!;
      if (value !== 0) {
        squares[k]! += value * value;
        counts[k]!++;
      }
      if (++k === featureCount) k = 0;
    }
  }
  const scale = squares.map((square, k) => (counts[k]! > 0 ? Math.sqrt(square / counts[k]!) : 0));
  scale[open] = 1;
  return scale;
}

export function scoreEdges(example: Pick<Example, 'lattice' | 'features'>, weights: Float64Array): Lattice {
  const { lattice, features } = example;
  const scores = lattice.scores;
  for (let e = 0, place = 0; e < scores.length; e++) {
    let score = 0;
    for (let k = 0; k < featureCount; k++) score += features[place++]! * weights[k]!;
    scores[e] = score;
  }
  return { ...lattice, openScore: weights[open]! };
}

function lossOf(example: Example, weights: Float64Array): { loss: number; gradient: Float64Array } {
  const scored = scoreEdges(example, weights);
  const all = finishSteps(measureMarginals(scored));
  const goldScores = scored.scores.map((score, e) => (example.golden[e] ? score : -Infinity));
  const right = finishSteps(measureMarginals({ ...scored, scores: goldScores }));
  const gradient = new Float64Array(featureCount);
  for (let e = 0; e < goldScores.length; e++) {
    const difference = all.probabilities[e]! - (example.golden[e] ? right.probabilities[e]! : 0);
    if (Math.abs(difference) < 1e-7) continue;
    const row = e * featureCount;
    for (let k = 0; k < featureCount; k++) gradient[k] = gradient[k]! + difference * example.features[row + k]!;
  }
  gradient[open] = all.runs - right.runs;
  return { loss: all.logTotal - right.logTotal, gradient };
}

/** L-BFGS with a backtracking line search. */
export function climb(
  evaluate: (x: Float64Array) => { loss: number; gradient: Float64Array },
  start: Float64Array,
  steps: number,
): Float64Array {
  const memory = 8;
  const moves: Float64Array[] = [];
  const changes: Float64Array[] = [];
  let x = start;
  let { loss, gradient } = evaluate(x);
  for (let step = 0; step < steps; step++) {
    const direction = Float64Array.from(gradient, (value) => -value);
    const alphas: number[] = [];
    for (let k = moves.length - 1; k >= 0; k--) {
      const alpha = dot(moves[k]!, direction) / dot(moves[k]!, changes[k]!);
      alphas[k] = alpha;
      add(direction, changes[k]!, -alpha);
    }
    const last = moves.length - 1;
    const first =
      last >= 0
        ? dot(moves[last]!, changes[last]!) / dot(changes[last]!, changes[last]!)
        : 1 / Math.max(Math.sqrt(dot(gradient, gradient)), 1);
    for (let k = 0; k < direction.length; k++) direction[k] = direction[k]! * first;
    for (let k = 0; k < moves.length; k++) {
      const beta = dot(changes[k]!, direction) / dot(moves[k]!, changes[k]!);
      add(direction, moves[k]!, alphas[k]! - beta);
    }
    const slope = dot(direction, gradient);
    if (slope > -1e-9) break;
    let size = 1;
    let next = x;
    let result = { loss, gradient };
    for (let attempt = 0; attempt < 20; attempt++, size /= 2) {
      next = Float64Array.from(x, (value, k) => value + size * direction[k]!);
      result = evaluate(next);
      if (result.loss <= loss + 1e-4 * size * slope) break;
    }
    if (!(result.loss < loss)) break;
    const move = next.map((value, k) => value - x[k]!);
    const change = result.gradient.map((value, k) => value - gradient[k]!);
    if (dot(move, change) > 1e-12) {
      moves.push(move);
      changes.push(change);
      if (moves.length > memory) {
        moves.shift();
        changes.shift();
      }
    }
    const gained = loss - result.loss;
    x = next;
    loss = result.loss;
    gradient = result.gradient;
    if (gained < 1e-5 * Math.max(loss, 1)) break;
  }
  return x;
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!;
  return sum;
}

function add(x: Float64Array, y: Float64Array, factor: number): void {
  for (let k = 0; k < x.length; k++) x[k] = x[k]! + factor * y[k]!;
}

/** Best chain under weights, as beads. */
export function decode(example: Pick<Example, 'lattice' | 'features'>, weights: Float64Array): GoldBead[] {
  const { spans } = finishSteps(findBestChain(scoreEdges(example, weights)));
  const beads: GoldBead[] = [];
  for (let k = 0; k < spans.length; k += 4) {
    beads.push({ source: range(spans[k]!, spans[k + 1]!), target: range(spans[k + 2]!, spans[k + 3]!) });
  }
  return beads;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
