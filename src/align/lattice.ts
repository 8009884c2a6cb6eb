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

const edgesPerStep = 30_000;

/** Sums over all chains. Places are those of the points of the band; three states each. */
export interface Marginals {
  /** Logarithm of the sum over all chains. */
  readonly logTotal: number;
  /** Probability of each edge. */
  readonly probabilities: Float32Array;
  /** Expected number of skip runs. */
  readonly runs: number;
}

/** Logarithm of a sum of exponentials. */
export function logAdd(x: number, y: number): number {
  if (x < y) return x === -Infinity ? y : y + Math.log1p(Math.exp(x - y));
  return y === -Infinity ? x : x + Math.log1p(Math.exp(y - x));
}

/**
 * Probability of every edge.
 *
 * @param temperature - Scores are divided by it; above 1 the probabilities are flatter.
 */
export function* measureMarginals(lattice: Lattice, temperature = 1): Generator<void, Marginals> {
  const { band, edgeStarts, shapes, scores } = lattice;
  const { rows, low, high, offsets } = band;
  const open = lattice.openScore / temperature;
  const scale = 1 / temperature;
  const places = offsets[rows + 1]!;
  const inMatch = new Float64Array(places).fill(-Infinity);
  const inSource = new Float64Array(places).fill(-Infinity);
  const inTarget = new Float64Array(places).fill(-Infinity);
  const inAny = new Float64Array(places).fill(-Infinity);
  inMatch[0] = 0;
  inAny[0] = 0;
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    for (let here = offsets[i]!, j = low[i]!; here < offsets[i + 1]!; here++, j++) {
      const start = edgeStarts[here]!;
      const end = edgeStarts[here + 1]!;
      let match = inMatch[here]!;
      for (let e = start; e < end; e++) {
        const a = shapes[e]! >> 4;
        const b = shapes[e]! & 15;
        const from = offsets[i - a]! + j - b - low[i - a]!;
        const score = scores[e]! * scale;
        if (a > 0 && b > 0) match = logAdd(match, inAny[from]! + score);
        else if (a > 0) inSource[here] = logAdd(inMatch[from]! + open, inSource[from]!) + score;
        else inTarget[here] = logAdd(inMatch[from]! + open, logAdd(inSource[from]!, inTarget[from]!)) + score;
      }
      inMatch[here] = match;
      inAny[here] = logAdd(match, logAdd(inSource[here]!, inTarget[here]!));
      work += end - start;
    }
    if (work > edgesPerStep) {
      work = 0;
      yield;
    }
  }

  const logTotal = inAny[places - 1]!;
  const outMatch = new Float64Array(places).fill(-Infinity);
  const outSource = new Float64Array(places).fill(-Infinity);
  const outTarget = new Float64Array(places).fill(-Infinity);
  outMatch[places - 1] = 0;
  outSource[places - 1] = 0;
  outTarget[places - 1] = 0;
  const probabilities = new Float32Array(shapes.length);
  let runs = 0;
  for (let i = rows; i >= 0; i--) {
    for (let here = offsets[i + 1]! - 1, j = high[i]!; here >= offsets[i]!; here--, j--) {
      const start = edgeStarts[here]!;
      const end = edgeStarts[here + 1]!;
      for (let e = start; e < end; e++) {
        const a = shapes[e]! >> 4;
        const b = shapes[e]! & 15;
        const from = offsets[i - a]! + j - b - low[i - a]!;
        const score = scores[e]! * scale;
        if (a > 0 && b > 0) {
          const rest = outMatch[here]! + score;
          probabilities[e] = Math.exp(inAny[from]! + rest - logTotal);
          outMatch[from] = logAdd(outMatch[from]!, rest);
          outSource[from] = logAdd(outSource[from]!, rest);
          outTarget[from] = logAdd(outTarget[from]!, rest);
        } else if (a > 0) {
          const rest = outSource[here]! + score;
          const opened = Math.exp(inMatch[from]! + open + rest - logTotal);
          runs += opened;
          probabilities[e] = opened + Math.exp(inSource[from]! + rest - logTotal);
          outMatch[from] = logAdd(outMatch[from]!, rest + open);
          outSource[from] = logAdd(outSource[from]!, rest);
        } else {
          const rest = outTarget[here]! + score;
          const opened = Math.exp(inMatch[from]! + open + rest - logTotal);
          runs += opened;
          probabilities[e] = opened + Math.exp(inSource[from]! + rest - logTotal) + Math.exp(inTarget[from]! + rest - logTotal);
          outMatch[from] = logAdd(outMatch[from]!, rest + open);
          outSource[from] = logAdd(outSource[from]!, rest);
          outTarget[from] = logAdd(outTarget[from]!, rest);
        }
      }
      work += end - start;
    }
    if (work > edgesPerStep) {
      work = 0;
      yield;
    }
  }
  return { logTotal, probabilities, runs };
}

/** Visit every edge with its place, source sentences [p, i) and target sentences [q, j). */
export function visitEdges(
  { band, edgeStarts, shapes }: Lattice,
  visit: (edge: number, p: number, i: number, q: number, j: number) => void,
): void {
  for (let i = 0; i <= band.rows; i++) {
    for (let here = band.offsets[i]!, j = band.low[i]!; here < band.offsets[i + 1]!; here++, j++) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) visit(e, i - (shapes[e]! >> 4), i, j - (shapes[e]! & 15), j);
    }
  }
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
      work += edgeStarts[here + 1]! - edgeStarts[here]!;
    }
    if (work > edgesPerStep) {
      work = 0;
      yield;
    }
  }

  const edges: number[] = [];
  const spans: number[] = [];
  const last = (places - 1) * 3;
  let state = best[last]! >= best[last + 1]! && best[last]! >= best[last + 2]! ? 0 : best[last + 1]! >= best[last + 2]! ? 1 : 2;
  const score = best[last + state]!;
  for (let i = rows, j = columns; i > 0 || j > 0; ) {
    const place = (offsets[i]! + j - low[i]!) * 3 + state;
    const e = cameBy[place]!;
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
