/**
 * Finds what moved in documents that otherwise run in order: sentences skipped on both sides that are counterparts of one another after all.
 *
 * The skipped sentences of both sides are aligned freely. Two moved beads that are neighbours on both sides confirm each other, so they need less confidence than one alone.
 */
import type { Bead } from '../../types.ts';
import type { PairKernel } from '../kernel/build-kernel.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { alignFreely } from './comparable-alignment.ts';
import { keepSurest } from './link-beads.ts';
import type { LinkModel } from './link-model.ts';

const leastAlone = 0.7;
const leastTogether = 0.4;
/** Log-odds that a translation reports the event of its source. */
const sameForSure = 4;
const mostPairs = 20_000_000;

/** Beads between skipped sentences, by source. */
export function* findMovedBeads(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  beads: readonly Bead[],
  model: LinkModel,
  maxBeadSize: number,
): Generator<void, Bead[]> {
  const skips = beads.filter(isSkip);
  const sourceLeft = keepOnly(
    source,
    skips.map((bead) => bead.source),
  );
  const targetLeft = keepOnly(
    target,
    skips.map((bead) => bead.target),
  );
  const pairs = countFree(sourceLeft) * countFree(targetLeft);
  if (pairs === 0 || pairs > mostPairs) return [];
  const found = yield* alignFreely(kernel, sourceLeft, targetLeft, model, { maxBeadSize, threshold: leastTogether, event: sameForSure });
  const likely = keepSurest(found.beads);
  // by source, so neighbours stand next to one another or one apart
  return likely.filter(
    (bead, k) => bead.confidence >= leastAlone || [-2, -1, 1, 2].some((step) => likely[k + step] && areNeighbours(bead, likely[k + step]!)),
  );
}

/** Put beads that cross into a chain of beads, at their place on the source side, and take out the skips of their sentences. */
export function insertCrossing(chain: readonly Bead[], crossing: readonly Bead[]): Bead[] {
  if (crossing.length === 0) return [...chain];
  const held = { source: new Set<number>(), target: new Set<number>() };
  for (const bead of crossing) {
    for (let s = bead.source[0]; s < bead.source[1]; s++) held.source.add(s);
    for (let t = bead.target[0]; t < bead.target[1]; t++) held.target.add(t);
  }
  // a skip is of one sentence
  const isHeld = (bead: Bead) => (bead.source[0] < bead.source[1] ? held.source.has(bead.source[0]) : held.target.has(bead.target[0]));
  const kept = chain.filter((bead) => !isSkip(bead) || !isHeld(bead));
  const merged: Bead[] = [];
  const waiting = [...crossing].sort((x, y) => x.source[0] - y.source[0]);
  let next = 0;
  for (const bead of kept) {
    while (next < waiting.length && waiting[next]!.source[0] < bead.source[1]) merged.push(waiting[next++]!);
    merged.push(bead);
  }
  return merged.concat(waiting.slice(next));
}

/** Whether a bead has an empty side. */
export function isSkip(bead: Pick<Bead, 'source' | 'target'>): boolean {
  return bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1];
}

function areNeighbours(bead: Bead, other: Bead): boolean {
  const follows = (x: Bead, y: Bead) => isNear(y.source[0] - x.source[1]) && isNear(y.target[0] - x.target[1]);
  return follows(bead, other) || follows(other, bead);
}

function isNear(gap: number): boolean {
  return gap >= 0 && gap <= 1;
}

function keepOnly(document: PreparedDocument, spans: readonly (readonly [number, number])[]): PreparedDocument {
  const barred = new Uint8Array(document.barred.length).fill(1);
  for (const [start, end] of spans) {
    for (let s = start; s < end; s++) barred[s] = document.barred[s]!;
  }
  return { ...document, barred };
}

function countFree({ barred }: PreparedDocument): number {
  let count = 0;
  for (const flag of barred) if (!flag) count++;
  return count;
}
