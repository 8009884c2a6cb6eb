import { expect, it } from 'vitest';
import { alignPair } from '../../src/align/align-pairs.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { scoreAlignment } from '../../src/evaluate/score-alignment.ts';
import type { Embedder } from '../../src/types.ts';
import { embedder, makeSentence, plantPair, prepare, seededRandom, show } from './support.ts';

/** The vectors of the hashing embedder with a common part, so that texts which share nothing have the cosine `background`. */
function withBackground(background: number, dimensions = embedder.dimensions): Embedder {
  return {
    id: `plain-${background}`,
    revision: '1',
    dimensions: dimensions + 1,
    additive: false,
    async embed(texts) {
      const rows = await embedder.embed(texts);
      const moved = new Float32Array(texts.length * (dimensions + 1));
      for (let row = 0; row < texts.length; row++) {
        for (let d = 0; d < dimensions; d++) moved[row * (dimensions + 1) + d] = Math.sqrt(1 - background) * rows[row * dimensions + d]!;
        moved[row * (dimensions + 1) + dimensions] = Math.sqrt(background);
      }
      return moved;
    },
    dispose: async () => {},
  };
}

const alignBy = async (by: Embedder, source: readonly string[], target: readonly string[]) =>
  finishSteps(alignPair(await prepare(source, {}, by), await prepare(target, {}, by)));

it('what all vectors of a model have in common changes no bead', async () => {
  const { source, target, gold } = plantPair(33, 30);
  const plain = await alignBy(withBackground(0), source, target);
  expect(scoreAlignment(gold, plain.beads).strict.f1).toBeGreaterThan(0.85);
  for (const background of [0.4, 0.8]) {
    const { relation, beads } = await alignBy(withBackground(background), source, target);
    expect(relation).toBe(plain.relation);
    expect(show(beads)).toEqual(show(plain.beads));
  }
});

it('shows the cosines of the model, not the centred ones', async () => {
  const random = seededRandom(3);
  const story = Array.from({ length: 10 }, () => makeSentence(random));
  const other = story.map((sentence) => sentence.split(' ').slice(1).join(' '));
  const by = withBackground(0.5);
  const { beads } = await alignBy(by, story, other);
  expect(beads).toHaveLength(10);
  const [left, right] = [await by.embed(story), await by.embed(other)];
  for (const { source, target, similarity } of beads) {
    let dot = 0;
    for (let d = 0; d < by.dimensions; d++) dot += left[source[0] * by.dimensions + d]! * right[target[0] * by.dimensions + d]!;
    expect(similarity).toBeCloseTo(dot, 4);
  }
});

it('texts that share nothing are unrelated, however near all texts are to one another', async () => {
  const make = (seed: number) => Array.from({ length: 6 }, (_, k) => makeSentence(seededRandom(seed + k)));
  for (const background of [0.1, 0.5, 0.8]) {
    const { relation, beads } = await alignBy(withBackground(background), make(100), make(200));
    expect([relation, beads]).toEqual(['unrelated', []]);
  }
});
