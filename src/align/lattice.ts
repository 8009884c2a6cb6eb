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

/** Sums over all chains. */
export interface Marginals {
  /** Logarithm of the sum over all chains. */
  readonly logTotal: number;
  /** Probability of each edge. */
  readonly probabilities: Float32Array;
  /** Expected number of skip runs. */
  readonly runs: number;
}

/** Sums this far below the largest of their row are taken for 0: they say nothing, and their reciprocals stay finite. */
const leastSum = 1e-150;

/**
 * Probability of every edge.
 *
 * Sums are kept as they are and not as logarithms, each row divided by its largest, which spares an exponential and a logarithm for every addition.
 * `logScale[i]` is the logarithm of what row i was divided by.
 */
export function* measureMarginals(lattice: Lattice): Generator<void, Marginals> {
  const { band, edgeStarts, shapes, scores } = lattice;
  const { rows, low, offsets } = band;
  const places = offsets[rows + 1]!;
  const open = Math.exp(lattice.openScore);
  const logScale = new Float64Array(rows + 1);
  const factors = new Float64Array(scores.length); // exponentials of the scores, scaled from row to row
  const inMatch = new Float64Array(places);
  const inSource = new Float64Array(places);
  const inTarget = new Float64Array(places);
  const inAny = new Float64Array(places);
  inMatch[0] = 1;
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    const before = i > 0 ? logScale[i - 1]! : 0;
    let largest = 0;
    for (let here = offsets[i]!, j = low[i]!; here < offsets[i + 1]!; here++, j++) {
      const end = edgeStarts[here + 1]!;
      let match = inMatch[here]!;
      for (let e = edgeStarts[here]!; e < end; e++) {
        const a = shapes[e]! >> 4;
        const b = shapes[e]! & 15;
        const from = offsets[i - a]! + j - b - low[i - a]!;
        const factor = Math.exp(scores[e]! + (a > 1 ? logScale[i - a]! - before : 0));
        factors[e] = factor;
        if (a > 0 && b > 0) match += inAny[from]! * factor;
        else if (a > 0) inSource[here] = (inMatch[from]! * open + inSource[from]!) * factor;
        else inTarget[here] = (inMatch[from]! * open + inSource[from]! + inTarget[from]!) * factor;
      }
      inMatch[here] = match;
      inAny[here] = match + inSource[here]! + inTarget[here]!;
      if (inAny[here]! > largest) largest = inAny[here]!;
    }
    const scale = largest > 0 ? 1 / largest : 1;
    logScale[i] = before - Math.log(scale);
    for (let here = offsets[i]!; here < offsets[i + 1]!; here++) {
      const keep = inAny[here]! * scale > leastSum ? scale : 0;
      inMatch[here] = inMatch[here]! * keep;
      inSource[here] = inSource[here]! * keep;
      inTarget[here] = inTarget[here]! * keep;
      inAny[here] = inAny[here]! * keep;
    }
    // within the row factors stay; from other rows they must reach the new scale
    for (let here = offsets[i]!; here < offsets[i + 1]!; here++) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) if (shapes[e]! >= 16) factors[e] = factors[e]! * scale;
    }
    work += edgeStarts[offsets[i + 1]!]! - edgeStarts[offsets[i]!]!;
    if (work > edgesPerStep) {
      work = 0;
      yield;
    }
  }

  const total = inAny[places - 1]!;
  const outMatch = new Float64Array(places);
  const outSource = new Float64Array(places);
  const outTarget = new Float64Array(places);
  const probabilities = new Float32Array(scores.length);
  let runs = 0;
  outMatch[places - 1] = 1 / total;
  outSource[places - 1] = 1 / total;
  outTarget[places - 1] = 1 / total;
  for (let i = rows; i >= 0 && total > 0; i--) {
    for (let here = offsets[i + 1]! - 1, j = band.high[i]!; here >= offsets[i]!; here--, j--) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) {
        const a = shapes[e]! >> 4;
        const b = shapes[e]! & 15;
        const from = offsets[i - a]! + j - b - low[i - a]!;
        if (inAny[from] === 0) continue;
        if (a > 0 && b > 0) {
          const rest = outMatch[here]! * factors[e]!;
          probabilities[e] = inAny[from]! * rest;
          outMatch[from] = outMatch[from]! + rest;
          outSource[from] = outSource[from]! + rest;
          outTarget[from] = outTarget[from]! + rest;
        } else {
          const rest = (a > 0 ? outSource[here]! : outTarget[here]!) * factors[e]!;
          const opened = inMatch[from]! * open * rest;
          runs += opened;
          outMatch[from] = outMatch[from]! + rest * open;
          outSource[from] = outSource[from]! + rest;
          if (a === 0) outTarget[from] = outTarget[from]! + rest;
          probabilities[e] = opened + (inSource[from]! + (a === 0 ? inTarget[from]! : 0)) * rest;
        }
      }
    }
    work += edgeStarts[offsets[i + 1]!]! - edgeStarts[offsets[i]!]!;
    if (work > edgesPerStep) {
      work = 0;
      yield;
    }
  }
  return { logTotal: total > 0 ? Math.log(total) + logScale[rows]! : -Infinity, probabilities, runs };
}

/** Visit every edge with its place, source sentences [p, i) and target sentences [q, j). */
export function* visitEdges(
  { band, edgeStarts, shapes }: Lattice,
  visit: (edge: number, p: number, i: number, q: number, j: number) => void,
): Generator<void, void> {
  let pause = edgesPerStep;
  for (let i = 0; i <= band.rows; i++) {
    for (let here = band.offsets[i]!, j = band.low[i]!; here < band.offsets[i + 1]!; here++, j++) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) visit(e, i - (shapes[e]! >> 4), i, j - (shapes[e]! & 15), j);
    }
    if (edgeStarts[band.offsets[i + 1]!]! > pause) {
      pause += edgesPerStep;
      yield;
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
