/** Documents with planted truth for tests about search: words without meaning, so that the hashing embedder knows all there is to know. */
import fc from 'fast-check';
import { type PreparedDocument, type PrepareOptions, prepareDocument } from '../../src/align/prepare-document.ts';
import type { Bead, Embedder, GoldBead } from '../../src/types.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

/** So many dimensions that words which are not equal have hardly anything in common. */
export const embedder = createHashingEmbedder(512);

export function prepare(texts: readonly string[], options?: PrepareOptions, by: Embedder = embedder): Promise<PreparedDocument> {
  return prepareDocument(texts, by, options);
}

/** A generator of random numbers, 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A sentence of `words` made-up words, out of a few thousand. */
export function makeSentence(random: () => number, words = 6 + Math.floor(random() * 8)): string {
  return Array.from({ length: words }, () => `w${Math.floor(random() * 4000).toString(36)}`).join(' ');
}

export interface PlantedPair {
  readonly source: string[];
  readonly target: string[];
  readonly gold: GoldBead[];
}

/** Two documents in one made-up language: most sentences are equal, some are cut, some merged, some stand on one side only, singly or in a run. */
export function plantPair(seed: number, count: number): PlantedPair {
  const random = seededRandom(seed);
  const source: string[] = [];
  const target: string[] = [];
  const gold: GoldBead[] = [];
  const put = (left: readonly string[], right: readonly string[]) => {
    gold.push({ source: left.map((_, k) => source.length + k), target: right.map((_, k) => target.length + k) });
    source.push(...left);
    target.push(...right);
  };
  while (gold.length < count) {
    const chance = random();
    const one = makeSentence(random, 10);
    const other = makeSentence(random, 10);
    const [head, tail] = [one.split(' ').slice(0, 5).join(' '), one.split(' ').slice(5).join(' ')];
    if (chance < 0.7) put([one], [one]);
    else if (chance < 0.78) put([one], [head, tail]);
    else if (chance < 0.86) put([one, other], [`${one} ${other}`]);
    else if (chance < 0.92) put([one], []);
    else if (chance < 0.97) put([], [one]);
    else for (let k = 0; k < 5; k++) put([], [makeSentence(random)]);
  }
  return { source, target, gold };
}

export const seeds = fc.integer({ min: 0, max: 1_000_000 });

/** Spans as text, `0-1:0-2`. */
export function show(beads: readonly Bead[]): string[] {
  return beads.map(({ source, target }) => `${source.join('-')}:${target.join('-')}`);
}

/** Whether beads hold every sentence of both sides exactly once. */
export function holdsEachOnce(beads: readonly Bead[], rows: number, columns: number): boolean {
  const count = (spans: readonly (readonly [number, number])[], length: number) => {
    const held = new Array<number>(length).fill(0);
    for (const [start, end] of spans) for (let s = start; s < end; s++) held[s] = held[s]! + 1;
    return held.every((times) => times === 1);
  };
  return (
    count(
      beads.map((bead) => bead.source),
      rows,
    ) &&
    count(
      beads.map((bead) => bead.target),
      columns,
    )
  );
}
