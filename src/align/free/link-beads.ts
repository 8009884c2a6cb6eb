/**
 * From links of sentences to beads.
 *
 * A sentence may be in several beads: a headline, a lead and a later sentence often say the same. Links of a sentence with neighbours become one bead where these
 * say together what it says: where the neighbours repeat one another, each has a bead of its own.
 */
import type { Bead } from '../../types.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { cosineOfLink } from './cosine-of-link.ts';

/** Two sentences that say the same, and how likely that is. */
export interface Link {
  readonly source: number;
  readonly target: number;
  readonly confidence: number;
}

const leastGrowth = 0.05;

/** Make beads, by source and target. They hold the links and no other pair of sentences. */
export function joinLinks(source: PreparedDocument, target: PreparedDocument, links: readonly Link[], maxBeadSize: number): Bead[] {
  const free = new Map(links.map((link) => [keyOf(link.source, link.target), link]));
  const keyed = (s: number, t: number) => free.get(keyOf(s, t));
  const beads: Bead[] = [];
  for (const link of [...links].sort((x, y) => y.confidence - x.confidence || x.source - y.source || x.target - y.target)) {
    if (!free.delete(keyOf(link.source, link.target))) continue;
    let bead: Bead = {
      source: [link.source, link.source + 1],
      target: [link.target, link.target + 1],
      similarity: cosineOfLink(source, target, link.source, link.source + 1, link.target, link.target + 1),
      confidence: link.confidence,
    };
    for (let grown = true; grown; ) {
      grown = false;
      for (const [side, step] of [
        ['target', 1],
        ['target', -1],
        ['source', 1],
        ['source', -1],
      ] as const) {
        const other = side === 'target' ? 'source' : 'target';
        const longest = side === 'target' ? target.longestRun : source.longestRun;
        const size = bead[side][1] - bead[side][0];
        // one sentence against several: what is several on both sides is several beads
        if (bead[other][1] - bead[other][0] > 1 || size >= longest || size + 2 > maxBeadSize) continue;
        const next = step > 0 ? bead[side][1] : bead[side][0] - 1;
        const taken = side === 'target' ? keyed(bead.source[0], next) : keyed(next, bead.target[0]);
        if (!taken) continue;
        const span: [number, number] = step > 0 ? [bead[side][0], next + 1] : [next, bead[side][1]];
        const sides = side === 'target' ? ([...bead.source, ...span] as const) : ([...span, ...bead.target] as const);
        const similarity = cosineOfLink(source, target, ...sides);
        if (similarity < bead.similarity + leastGrowth) continue;
        free.delete(keyOf(taken.source, taken.target));
        bead = { ...bead, [side]: span, similarity, confidence: (bead.confidence * size + taken.confidence) / (size + 1) };
        grown = true;
      }
    }
    beads.push(bead);
  }
  return beads.sort(bySource);
}

/** The surest beads that share no sentence, by source. */
export function keepSurest(beads: readonly Bead[]): Bead[] {
  const held = { source: new Set<number>(), target: new Set<number>() };
  const isFree = (side: 'source' | 'target', [start, end]: readonly [number, number]) => {
    for (let s = start; s < end; s++) if (held[side].has(s)) return false;
    return true;
  };
  return [...beads]
    .sort((x, y) => y.confidence - x.confidence || bySource(x, y))
    .filter((bead) => {
      if (!isFree('source', bead.source) || !isFree('target', bead.target)) return false;
      for (let s = bead.source[0]; s < bead.source[1]; s++) held.source.add(s);
      for (let t = bead.target[0]; t < bead.target[1]; t++) held.target.add(t);
      return true;
    })
    .sort(bySource);
}

function bySource(x: Bead, y: Bead): number {
  return x.source[0] - y.source[0] || x.target[0] - y.target[0];
}

function keyOf(source: number, target: number): string {
  return `${source}:${target}`;
}
