/**
 * Beads put right by hand.
 *
 * There are two corrections: chosen sentences become one bead, or leave the beads that hold them. Joining two beads, cutting one in two, moving a
 * sentence to the bead next door: all are one of the two. A correction gives a new list; beads that it does not change stay the same objects.
 */
import type { PageBead } from '../page-data.ts';

/** Sentences of the source and of the target. */
export type Chosen = readonly [source: ReadonlySet<number>, target: ReadonlySet<number>];

/** Whether the chosen sentences of each side are consecutive, and there are some. */
export const isPassage = (chosen: Chosen): boolean =>
  chosen.every((side) => side.size > 0 && lastOf(side) - firstOf(side) === side.size - 1);

/** Make one bead of the chosen sentences. With `once` a sentence is in one bead only, as in a translation. */
export function join(beads: readonly PageBead[], chosen: Chosen, once: boolean): PageBead[] {
  const made: PageBead = [firstOf(chosen[0]), lastOf(chosen[0]) + 1, firstOf(chosen[1]), lastOf(chosen[1]) + 1, 100, 0];
  return inOrder([...separate(beads, chosen, once), made]);
}

/** Take the chosen sentences out of their beads. Of a bead with both sides chosen in reports, where a sentence may be in several, only that bead goes. */
export function separate(beads: readonly PageBead[], chosen: Chosen, once: boolean): PageBead[] {
  return beads.flatMap((bead) => {
    if (!isTouched(bead, chosen, once)) return [bead];
    const [source, target] = [restOf(bead[0], bead[1], chosen[0]), restOf(bead[2], bead[3], chosen[1])];
    return source && target ? [[...source, ...target, 100, 0] satisfies PageBead] : [];
  });
}

/** Say of the beads that hold the chosen sentences that they are right. */
export function confirm(beads: readonly PageBead[], chosen: Chosen, once: boolean): PageBead[] {
  return beads.map((bead) =>
    isTouched(bead, chosen, once) ? ([bead[0], bead[1], bead[2], bead[3], 100, bead[5]] satisfies PageBead) : bead,
  );
}

/** The chosen sentences with all others of the beads that hold them: what a correction settles. */
export function settledBy(beads: readonly PageBead[], chosen: Chosen, once: boolean): [Set<number>, Set<number>] {
  const settled: [Set<number>, Set<number>] = [new Set(chosen[0]), new Set(chosen[1])];
  for (const bead of beads) if (isTouched(bead, chosen, once)) addBead(settled, bead);
  return settled;
}

/**
 * What is known by hand, as beads for the option `anchors`: all beads of the settled sentences, and an empty side for those that have none.
 *
 * An aligner that is given a bead of a sentence gives it no other. So sentences that share a bead with a settled one are settled with it.
 */
export function anchorsOf(beads: readonly PageBead[], settled: Chosen): { source: [number, number]; target: [number, number] }[] {
  const known = new Set<PageBead>();
  const all: [Set<number>, Set<number>] = [new Set(settled[0]), new Set(settled[1])];
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const bead of beads) {
      if (!isJoined(bead) || known.has(bead) || !isTouched(bead, all, true)) continue;
      known.add(bead);
      addBead(all, bead);
    }
  }
  const held: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (const bead of known) addBead(held, bead);
  const alone = (side: 0 | 1) => [...all[side]].filter((i) => !held[side].has(i)).sort((a, b) => a - b);
  return [
    ...inOrder([...known]).map(([s0, s1, t0, t1]) => ({ source: [s0, s1] as [number, number], target: [t0, t1] as [number, number] })),
    ...alone(0).map((i) => ({ source: [i, i + 1] as [number, number], target: [0, 0] as [number, number] })),
    ...alone(1).map((i) => ({ source: [0, 0] as [number, number], target: [i, i + 1] as [number, number] })),
  ];
}

const isJoined = ([s0, s1, t0, t1]: PageBead): boolean => s0 < s1 && t0 < t1;
const firstOf = (side: ReadonlySet<number>): number => Math.min(...side);
const lastOf = (side: ReadonlySet<number>): number => Math.max(...side);
const inOrder = (beads: PageBead[]): PageBead[] => beads.sort((a, b) => a[0] - b[0] || a[2] - b[2]);

/** Whether a bead holds chosen sentences; in reports, of both sides where of both some are chosen. */
function isTouched(bead: PageBead, chosen: Chosen, once: boolean): boolean {
  const source = holds(bead[0], bead[1], chosen[0]);
  const target = holds(bead[2], bead[3], chosen[1]);
  return once || chosen[0].size === 0 || chosen[1].size === 0 ? source || target : source && target;
}

function holds(start: number, end: number, side: ReadonlySet<number>): boolean {
  for (let i = start; i < end; i++) if (side.has(i)) return true;
  return false;
}

function addBead([source, target]: [Set<number>, Set<number>], [s0, s1, t0, t1]: PageBead): void {
  for (let i = s0; i < s1; i++) source.add(i);
  for (let i = t0; i < t1; i++) target.add(i);
}

/** What is left of a side; nothing where that is in pieces. */
function restOf(start: number, end: number, taken: ReadonlySet<number>): [number, number] | undefined {
  const left: number[] = [];
  for (let i = start; i < end; i++) if (!taken.has(i)) left.push(i);
  if (left.length === 0 || left.at(-1)! - left[0]! !== left.length - 1) return undefined;
  return [left[0]!, left.at(-1)! + 1];
}
