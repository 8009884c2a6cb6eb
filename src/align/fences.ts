/** Where beads may not go: sentences that may only be skipped, and sentences whose bead the caller knows. */
import type { Bead } from '../types.ts';
import type { PreparedDocument } from './prepare-document.ts';

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

/** The largest set of beads that follow one another on both sides. Quadratic in the number of anchors. */
function longestChain(beads: readonly AnchorBead[]): ReadonlySet<AnchorBead> {
  const sorted = [...beads].sort((x, y) => x.source[0] - y.source[0] || x.target[0] - y.target[0]);
  const length = sorted.map(() => 1);
  const before = sorted.map(() => -1);
  let best = -1;
  sorted.forEach((bead, k) => {
    for (let earlier = 0; earlier < k; earlier++) {
      const other = sorted[earlier]!;
      const follows = other.source[1] <= bead.source[0] && other.target[1] <= bead.target[0];
      if (follows && length[earlier]! + 1 > length[k]!) {
        length[k] = length[earlier]! + 1;
        before[k] = earlier;
      }
    }
    if (best < 0 || length[k]! > length[best]!) best = k;
  });
  const chain = new Set<AnchorBead>();
  for (let k = best; k >= 0; k = before[k]!) chain.add(sorted[k]!);
  return chain;
}
