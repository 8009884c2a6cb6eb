/** Where beads may not go: sentences that may only be skipped, and sentences whose bead the caller knows. */
import type { Bead } from '../../types.ts';
import type { PreparedDocument } from '../prepare-document.ts';

/** A bead that the caller knows to be right: the spans of its sides. */
export type AnchorBead = Readonly<Pick<Bead, 'source' | 'target'>>;

/** What the search must keep to. Made by {@link buildFences}. */
export interface Fences {
  /** Number of sentences before s that are not free; a run [p, i) is free when both ends have the same number. */
  readonly sourceTaken: Int32Array;
  readonly targetTaken: Int32Array;
  /** Place in `fixed` of the bead a sentence must be in, -1 for none. */
  readonly sourceBead: Int32Array;
  readonly targetBead: Int32Array;
  /** Beads that the path must pass through, in reading order on both sides. */
  readonly fixed: readonly AnchorBead[];
  /** Beads given that cross those of `fixed`: their sentences are skipped on the path, and they are added afterwards. */
  readonly crossing: readonly AnchorBead[];
}

/**
 * Read the fences off the documents and the beads known to be right.
 *
 * Known beads that cannot all lie on one path are divided: the longest chain in reading order is fixed, the others are crossing.
 * So are those larger than `maxBeadSize`, which no search tries.
 */
export function buildFences(
  source: PreparedDocument,
  target: PreparedDocument,
  anchors: readonly AnchorBead[] = [],
  maxBeadSize: number = Number.POSITIVE_INFINITY,
): Fences {
  const chain = longestChain(anchors.filter((bead) => !isSkip(bead) && sizeOf(bead) <= maxBeadSize));
  const skips = anchors.filter(isSkip);
  const fixed = [...anchors.filter((bead) => chain.has(bead)), ...skips];
  const crossing = anchors.filter((bead) => !chain.has(bead) && !isSkip(bead));
  const sourceBead = new Int32Array(source.texts.length).fill(-1);
  const targetBead = new Int32Array(target.texts.length).fill(-1);
  const sourceBarred = Uint8Array.from(source.barred);
  const targetBarred = Uint8Array.from(target.barred);
  for (const bead of crossing) {
    sourceBarred.fill(1, bead.source[0], bead.source[1]);
    targetBarred.fill(1, bead.target[0], bead.target[1]);
  }
  fixed.forEach((bead, index) => {
    if (isSkip(bead)) {
      sourceBarred.fill(1, bead.source[0], bead.source[1]);
      targetBarred.fill(1, bead.target[0], bead.target[1]);
    } else {
      sourceBead.fill(index, bead.source[0], bead.source[1]);
      targetBead.fill(index, bead.target[0], bead.target[1]);
    }
  });
  return {
    sourceTaken: countTaken(sourceBarred, sourceBead),
    targetTaken: countTaken(targetBarred, targetBead),
    sourceBead,
    targetBead,
    fixed,
    crossing,
  };
}

/** Whether source sentences [p, i) and target sentences [q, j), none of them empty, may be one bead. */
export function mayJoin(fences: Fences, p: number, i: number, q: number, j: number): boolean {
  const { sourceTaken, targetTaken, sourceBead, targetBead, fixed } = fences;
  if (sourceTaken[i] === sourceTaken[p] && targetTaken[j] === targetTaken[q]) return true;
  const known = sourceBead[p]!;
  if (known < 0 || targetBead[q] !== known) return false;
  const { source, target } = fixed[known]!;
  return source[0] === p && source[1] === i && target[0] === q && target[1] === j;
}

function sizeOf({ source, target }: AnchorBead): number {
  return source[1] - source[0] + target[1] - target[0];
}

function isSkip(bead: AnchorBead): boolean {
  return bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1];
}

function countTaken(barred: Uint8Array, known: Int32Array): Int32Array {
  const taken = new Int32Array(barred.length + 1);
  for (let s = 0; s < barred.length; s++) taken[s + 1] = taken[s]! + (barred[s] || known[s]! >= 0 ? 1 : 0);
  return taken;
}

/**
 * The largest set of beads that follow one another on both sides. Beads × their logarithm.
 *
 * Beads are taken by where they start in the source. Those that have ended there by then wait in a tree of maxima over where they end in the target
 * (Fenwick 1994, https://doi.org/10.1002/spe.4380240306), so that the longest chain a bead may follow is one look-up.
 */
function longestChain(beads: readonly AnchorBead[]): ReadonlySet<AnchorBead> {
  const sorted = [...beads].sort((x, y) => x.source[0] - y.source[0] || x.target[0] - y.target[0]);
  const byEnd = sorted.map((_, k) => k).sort((x, y) => sorted[x]!.source[1] - sorted[y]!.source[1] || x - y);
  const length = new Int32Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  const width = sorted.reduce((most, { target }) => Math.max(most, target[1]), 0) + 2;
  const tree = new Int32Array(width).fill(-1); // the bead with the longest chain that ends before a boundary
  const longer = (one: number, other: number): number =>
    one < 0 || (other >= 0 && (length[other]! > length[one]! || (length[other] === length[one] && other < one))) ? other : one;
  let ended = 0;
  let best = -1;
  sorted.forEach((bead, k) => {
    for (; ended < byEnd.length && sorted[byEnd[ended]!]!.source[1] <= bead.source[0]; ended++) {
      for (let x = sorted[byEnd[ended]!]!.target[1] + 1; x < width; x += x & -x) tree[x] = longer(tree[x]!, byEnd[ended]!);
    }
    for (let x = bead.target[0] + 1; x > 0; x -= x & -x) before[k] = longer(before[k]!, tree[x]!);
    length[k] = 1 + (before[k]! < 0 ? 0 : length[before[k]!]!);
    best = longer(best, k);
  });
  const chain = new Set<AnchorBead>();
  for (let k = best; k >= 0; k = before[k]!) chain.add(sorted[k]!);
  return chain;
}
