/**
 * All chains of beads through a band, and sums and maxima over them.
 *
 * An edge of the lattice is a bead: it leads from the point before it to the point after it. Edges are kept by the point they lead to, in row order,
 * so that one sweep over them visits every point after all points before it.
 *
 * Skips come in runs: the first skip of a run pays a price for opening it, those that follow do not. So each point has three states, by the last step into it:
 *
 *     match          from any state
 *     source skip    from match (opens a run), or from source skip
 *     target skip    from match (opens a run), or from source skip or target skip
 *
 * A run lists its source sentences first, so each set of beads has exactly one chain.
 *
 * Forward–backward (Rabiner 1989) over a globally normalised semi-Markov model (Sarawagi and Cohen 2004, https://papers.nips.cc/paper/2648):
 * the probability of a chain is proportional to the exponential of its score. Time and memory are proportional to edges plus points.
 */
import { exp, log } from '../../exact-math.ts';
import type { Band } from './band.ts';

/** Beads inside a band with their scores. */
export interface Lattice {
  readonly band: Band;
  /** Edges into the point at place x are `edgeStarts[x]` to `edgeStarts[x + 1]`. */
  readonly edgeStarts: Int32Array;
  /** Sentences of each edge on either side: `source × 16 + target`. */
  readonly shapes: Uint8Array;
  /** Log-potential of each edge. */
  readonly scores: Float32Array;
  /** Added for the first skip of a run. */
  readonly openScore: number;
}

const workPerStep = 20_000; // edges and points
/** A term below this share of a sum does not change it. */
const leastProbability = 1e-13;
/** Its logarithm, rounded down. */
const leastLog = -32;

/** Edges and points of a row. */
function workOfRow({ band: { offsets }, edgeStarts }: Lattice, i: number): number {
  const [from, to] = [offsets[i]!, offsets[i + 1]!];
  return edgeStarts[to]! - edgeStarts[from]! + to - from;
}

/** Sums over all chains. */
export interface Marginals {
  /** Logarithm of the sum over all chains. */
  readonly logTotal: number;
  /** Probability of each edge. */
  readonly probabilities: Float32Array;
  /** Expected number of skip runs. */
  readonly runs: number;
}

/**
 * Probability of every edge.
 *
 * Forward, each point keeps the logarithm of the sum over all chains into it, and which share of that sum comes by which edge and ends in which state.
 * Backward, the probability of being at a point is handed down to its edges by those shares. So all numbers but the logarithms lie between 0 and 1,
 * however long the documents, and an edge takes one exponential.
 */
export function* measureMarginals(lattice: Lattice): Generator<void, Marginals> {
  const { band, edgeStarts, shapes, scores } = lattice;
  const { rows, low, high, offsets } = band;
  const places = offsets[rows + 1]!;
  const open = exp(lattice.openScore);
  const logSums = new Float64Array(places).fill(-Infinity);
  const asMatch = new Float64Array(places); // shares of the three states, together 1 where any chain leads
  const asSource = new Float64Array(places);
  const asTarget = new Float64Array(places);
  // shares on the way forward, probabilities on the way back
  const shares = new Float32Array(scores.length);
  const values = new Float64Array(256); // of the edges into one point
  logSums[0] = 0;
  asMatch[0] = 1;
  yield;
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    for (let here = offsets[i]!, j = low[i]!; here < offsets[i + 1]!; here++, j++) {
      const start = edgeStarts[here]!;
      const end = edgeStarts[here + 1]!;
      let largest = -Infinity;
      for (let e = start; e < end; e++) {
        const shape = shapes[e]!;
        const from = offsets[i - (shape >> 4)]! + j - (shape & 15) - low[i - (shape >> 4)]!;
        let value = scores[e]! + logSums[from]!;
        // a target skip cannot be followed by a source skip, so a point may have edges and yet no chain
        if (shape === 16) value += log(asMatch[from]! * open + asSource[from]!);
        else if (shape === 1) value += log(asMatch[from]! * open + asSource[from]! + asTarget[from]!);
        values[e - start] = value;
        if (value > largest) largest = value;
      }
      if (largest === -Infinity) continue;
      let match = 0;
      let source = 0;
      let target = 0;
      for (let e = start; e < end; e++) {
        const below = values[e - start]! - largest;
        const share = below > leastLog ? exp(below) : 0;
        if (shapes[e] === 16) source = share;
        else if (shapes[e] === 1) target = share;
        else match += share;
        values[e - start] = share;
      }
      const total = match + source + target;
      logSums[here] = largest + log(total);
      asMatch[here] = match / total;
      asSource[here] = source / total;
      asTarget[here] = target / total;
      for (let e = start; e < end; e++) shares[e] = values[e - start]! / total;
    }
    work += workOfRow(lattice, i);
    if (work > workPerStep) {
      work = 0;
      yield;
    }
  }

  const inMatch = new Float64Array(places); // probability of being at the point in the state
  const inSource = new Float64Array(places);
  const inTarget = new Float64Array(places);
  let runs = 0;
  inMatch[places - 1] = asMatch[places - 1]!;
  inSource[places - 1] = asSource[places - 1]!;
  inTarget[places - 1] = asTarget[places - 1]!;
  yield;
  for (let i = rows; i >= 0; i--) {
    for (let here = offsets[i + 1]! - 1, j = high[i]!; here >= offsets[i]!; here--, j--) {
      if (inMatch[here]! + inSource[here]! + inTarget[here]! === 0) {
        shares.fill(0, edgeStarts[here]!, edgeStarts[here + 1]!);
        continue;
      }
      const perMatch = asMatch[here]! > 0 ? inMatch[here]! / asMatch[here]! : 0;
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) {
        const shape = shapes[e]!;
        const from = offsets[i - (shape >> 4)]! + j - (shape & 15) - low[i - (shape >> 4)]!;
        if (shape > 16 && (shape & 15) > 0) {
          const probability = shares[e]! * perMatch;
          shares[e] = probability;
          if (probability < leastProbability) continue;
          inMatch[from] = inMatch[from]! + probability * asMatch[from]!;
          inSource[from] = inSource[from]! + probability * asSource[from]!;
          inTarget[from] = inTarget[from]! + probability * asTarget[from]!;
        } else {
          const probability = shape === 1 ? inTarget[here]! : inSource[here]!;
          shares[e] = probability;
          if (probability === 0) continue;
          const opened = asMatch[from]! * open;
          const after = shape === 1 ? asTarget[from]! : 0;
          const each = probability / (opened + asSource[from]! + after);
          runs += opened * each;
          inMatch[from] = inMatch[from]! + opened * each;
          inSource[from] = inSource[from]! + asSource[from]! * each;
          inTarget[from] = inTarget[from]! + after * each;
        }
      }
    }
    work += workOfRow(lattice, i);
    if (work > workPerStep) {
      work = 0;
      yield;
    }
  }
  return { logTotal: logSums[places - 1]!, probabilities: shares, runs };
}

/** Visit every edge with its place, source sentences [p, i) and target sentences [q, j). */
export function* visitEdges(
  lattice: Lattice,
  visit: (edge: number, p: number, i: number, q: number, j: number) => void,
): Generator<void, void> {
  const { band, edgeStarts, shapes } = lattice;
  let work = 0;
  for (let i = 0; i <= band.rows; i++) {
    for (let here = band.offsets[i]!, j = band.low[i]!; here < band.offsets[i + 1]!; here++, j++) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) visit(e, i - (shapes[e]! >> 4), i, j - (shapes[e]! & 15), j);
    }
    work += workOfRow(lattice, i);
    if (work > workPerStep) {
      work = 0;
      yield;
    }
  }
}

/** Whether some chain of edges leads from the first point to the last. */
export function* hasChain(lattice: Lattice): Generator<void, boolean> {
  const { rows, low, offsets } = lattice.band;
  const places = offsets[rows + 1]!;
  const isReached = new Uint8Array(places);
  isReached[0] = 1;
  yield* visitEdges(lattice, (_, p, i, q, j) => {
    if (isReached[offsets[p]! + q - low[p]!]) isReached[offsets[i]! + j - low[i]!] = 1;
  });
  return isReached[places - 1] === 1;
}

/** The best chain, as edges from first to last. */
export interface BestChain {
  readonly score: number;
  /** Places of its edges. */
  readonly edges: Int32Array;
  /** Source and target sentences of each edge: start and end on the source side, start and end on the target side. */
  readonly spans: Int32Array;
}

/** Find the chain of beads with the highest score. */
export function* findBestChain(lattice: Lattice): Generator<void, BestChain> {
  const { band, edgeStarts, shapes, scores, openScore } = lattice;
  const { rows, columns, low, offsets } = band;
  const places = offsets[rows + 1]!;
  // states: 0 match, 1 source skip, 2 target skip
  const best = new Float64Array(places * 3).fill(-Infinity);
  const cameBy = new Int32Array(places * 3).fill(-1);
  const cameFrom = new Uint8Array(places * 3);
  best[0] = 0;
  yield;
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    for (let here = offsets[i]!, j = low[i]!; here < offsets[i + 1]!; here++, j++) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) {
        const a = shapes[e]! >> 4;
        const b = shapes[e]! & 15;
        const from = (offsets[i - a]! + j - b - low[i - a]!) * 3;
        const to = here * 3 + (a > 0 && b > 0 ? 0 : a > 0 ? 1 : 2);
        const isMatch = a > 0 && b > 0;
        for (let state = 0; state < 3; state++) {
          if (state === 2 && a > 0 && b === 0) continue;
          const candidate = best[from + state]! + scores[e]! + (!isMatch && state === 0 ? openScore : 0);
          if (candidate > best[to]!) {
            best[to] = candidate;
            cameBy[to] = e;
            cameFrom[to] = state;
          }
        }
      }
    }
    work += workOfRow(lattice, i);
    if (work > workPerStep) {
      work = 0;
      yield;
    }
  }

  yield;
  const edges: number[] = [];
  const spans: number[] = [];
  const last = (places - 1) * 3;
  let state = best[last]! >= best[last + 1]! && best[last]! >= best[last + 2]! ? 0 : best[last + 1]! >= best[last + 2]! ? 1 : 2;
  const score = best[last + state]!;
  for (let i = rows, j = columns; i > 0 || j > 0; ) {
    const place = (offsets[i]! + j - low[i]!) * 3 + state;
    const e = cameBy[place]!;
    if (e < 0) throw new Error(`the lattice has no chain into point (${i}, ${j})`);
    const a = shapes[e]! >> 4;
    const b = shapes[e]! & 15;
    edges.push(e);
    spans.push(j, j - b, i, i - a);
    state = cameFrom[place]!;
    i -= a;
    j -= b;
  }
  return { score, edges: Int32Array.from(edges.reverse()), spans: Int32Array.from(spans.reverse()) };
}
