import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPair, alignPairs, type PairAlignment, type PairOptions } from '../../src/align/align-pairs.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { scoreAlignment } from '../../src/evaluate/score-alignment.ts';
import type { Embedder } from '../../src/types.ts';
import { embedder, holdsEachOnce, makeSentence, plantPair, prepare, seededRandom, seeds, show } from './support.ts';

async function align(source: readonly string[], target: readonly string[], options?: PairOptions): Promise<PairAlignment> {
  return finishSteps(alignPair(await prepare(source), await prepare(target), options));
}

const story = Array.from({ length: 12 }, (_, k) => makeSentence(seededRandom(k + 1)));

describe('parallel pairs', () => {
  it('finds what was planted: cuts, merges, skips and runs of skips', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { source, target, gold } = plantPair(seed, 30);
        const { beads } = await align(source, target, { relation: 'parallel' });
        expect(holdsEachOnce(beads, source.length, target.length)).toBe(true);
        expect(scoreAlignment(gold, beads).strict.f1).toBeGreaterThan(0.85);
      }),
      { seed: 31, numRuns: 25 },
    );
  });

  it('gives the same beads with the sides exchanged', async () => {
    const { source, target } = plantPair(5, 40);
    const there = await align(source, target, { relation: 'parallel' });
    const back = await align(target, source, { relation: 'parallel' });
    const turned = back.beads
      .filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1])
      .map(({ source: s, target: t }) => `${t.join('-')}:${s.join('-')}`);
    expect(turned).toEqual(show(there.beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1])));
  });

  it('aligns a document with itself, sentence by sentence and sure of it', async () => {
    const { relation, relationConfidence, beads } = await align(story, story);
    expect(relation).toBe('parallel');
    expect(relationConfidence).toBeGreaterThan(0.8);
    expect(show(beads)).toEqual(story.map((_, k) => `${k}-${k + 1}:${k}-${k + 1}`));
    for (const bead of beads) expect(bead.confidence).toBeGreaterThan(0.9);
    for (const bead of beads) expect(bead.similarity).toBeCloseTo(1, 3);
  });

  it('states probabilities, and is less sure where two sentences could change places', async () => {
    const doubled = [...story.slice(0, 4), story[4]!, story[4]!, ...story.slice(6)];
    const { beads } = await align(doubled, [...story.slice(0, 5), ...story.slice(6)], { relation: 'parallel' });
    for (const { confidence } of beads) expect(confidence >= 0 && confidence <= 1).toBe(true);
    const sure = beads.find((bead) => bead.source[0] === 0)!.confidence;
    const unsure = Math.min(...beads.filter((bead) => bead.source[0] >= 4 && bead.source[0] <= 5).map((bead) => bead.confidence));
    expect(unsure).toBeLessThan(sure);
  });

  it('finds a block that moved, as beads that cross', async () => {
    const moved = [...story.slice(0, 2), ...story.slice(5, 10), ...story.slice(2, 5), ...story.slice(10)];
    const { beads } = await align(story, moved, { relation: 'parallel' });
    expect(holdsEachOnce(beads, story.length, moved.length)).toBe(true);
    for (let k = 0; k < story.length; k++)
      expect(show(beads)).toContain(`${k}-${k + 1}:${moved.indexOf(story[k]!)}-${moved.indexOf(story[k]!) + 1}`);
    expect(beads.map((bead) => bead.source[0])).toEqual(story.map((_, k) => k));
  });

  it('only skips furniture', async () => {
    const source = await prepare(story, { furniture: story.map((_, k) => k === 3) });
    const { beads } = finishSteps(alignPair(source, await prepare(story), { relation: 'parallel' }));
    expect(show(beads).some((bead) => bead.startsWith('3-4:') && bead.endsWith('3-4'))).toBe(false);
    const own = beads.filter((bead) => bead.source[0] <= 3 && bead.source[1] > 3);
    expect(own).toHaveLength(1);
    expect(own[0]!.target[0]).toBe(own[0]!.target[1]);
  });

  it('keeps beads below minConfidence out, as skips', async () => {
    const { source, target } = plantPair(8, 25);
    const all = await align(source, target, { relation: 'parallel' });
    const least = [...all.beads].map((bead) => bead.confidence).sort((x, y) => x - y)[Math.floor(all.beads.length / 2)]!;
    const { beads } = await align(source, target, { relation: 'parallel', minConfidence: least });
    expect(holdsEachOnce(beads, source.length, target.length)).toBe(true);
    for (const bead of beads)
      if (bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]) expect(bead.confidence).toBeGreaterThanOrEqual(least);
  });

  it('skips the less the more it costs', async () => {
    const { source, target } = plantPair(12, 40);
    const skipsAt = async (skipCost: number) => {
      const { beads } = await align(source, target, { relation: 'parallel', skipCost });
      return beads.filter((bead) => bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]).length;
    };
    const counts = [await skipsAt(0), await skipsAt(4), await skipsAt(40)];
    expect([...counts].sort((x, y) => y - x)).toEqual(counts);
    expect(counts[0]).toBeGreaterThan(counts[2]!);
  });

  it.each([2, 3, 5, 12])('makes no bead larger than maxBeadSize %i', async (maxBeadSize) => {
    const source = [story.slice(0, 6).join(' '), ...story.slice(6)];
    const prepared = await Promise.all([prepare(source, { maxBeadSize }), prepare(story, { maxBeadSize })]);
    const { beads } = finishSteps(alignPair(...prepared, { relation: 'parallel', maxBeadSize }));
    const sizes = beads.map((bead) => bead.source[1] - bead.source[0] + bead.target[1] - bead.target[0]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(maxBeadSize);
    if (maxBeadSize === 12) expect(show(beads)).toContain('0-1:0-6');
  });
});

describe('anchors', () => {
  it('constrain the path, whatever the vectors say', async () => {
    const { beads } = await align(story, story, { relation: 'parallel', anchors: [{ source: [2, 3], target: [4, 6] }] });
    expect(show(beads)).toContain('2-3:4-6');
    expect(beads.find((bead) => bead.target[0] === 4)!.confidence).toBe(1);
    expect(holdsEachOnce(beads, story.length, story.length)).toBe(true);
  });

  it('may cross: those that cannot lie on one path are added to it', async () => {
    const anchors = [
      { source: [1, 2] as const, target: [1, 2] as const },
      { source: [3, 4] as const, target: [3, 4] as const },
      { source: [6, 7] as const, target: [0, 1] as const },
    ].map(({ source, target }) => ({ source: [...source] as [number, number], target: [...target] as [number, number] }));
    const { beads } = await align(story, story, { relation: 'parallel', anchors });
    for (const bead of ['1-2:1-2', '3-4:3-4', '6-7:0-1']) expect(show(beads)).toContain(bead);
    expect(holdsEachOnce(beads, story.length, story.length)).toBe(true);
  });

  it('may be larger than maxBeadSize', async () => {
    const anchors = [{ source: [1, 8] as [number, number], target: [1, 9] as [number, number] }];
    const { beads } = await align(story, story, { relation: 'parallel', anchors });
    expect(show(beads)).toContain('1-8:1-9');
    expect(holdsEachOnce(beads, story.length, story.length)).toBe(true);
  });

  it('are kept in comparable pairs, and what skips a sentence keeps it out', async () => {
    const anchors = [
      { source: [0, 1] as [number, number], target: [7, 8] as [number, number] },
      { source: [5, 6] as [number, number], target: [5, 5] as [number, number] },
    ];
    const { beads } = await align(story, story, { relation: 'comparable', anchors });
    expect(show(beads)).toContain('0-1:7-8');
    expect(beads.every((bead) => bead.source[0] > 5 || bead.source[1] <= 5)).toBe(true);
  });
});

describe('comparable pairs', () => {
  const strangers = Array.from({ length: 8 }, (_, k) => makeSentence(seededRandom(k + 100)));

  it('finds what two reordered documents share', async () => {
    const target = [strangers[0]!, story[7]!, story[2]!, strangers[1]!, strangers[2]!, story[10]!, story[0]!, strangers[3]!];
    const { relation, beads } = await align([...story, ...strangers.slice(4)], target);
    expect(relation).toBe('comparable');
    expect(show(beads.filter((bead) => bead.confidence > 0.5))).toEqual(['0-1:6-7', '2-3:2-3', '7-8:1-2', '10-11:5-6']);
  });

  it('puts no sentence into two beads', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { source, target } = plantPair(seed, 15);
        const { beads } = await align(source, [...target].reverse(), { relation: 'comparable' });
        const sources = beads.flatMap((bead) => [...Array(bead.source[1] - bead.source[0]).keys()].map((k) => bead.source[0] + k));
        const targets = beads.flatMap((bead) => [...Array(bead.target[1] - bead.target[0]).keys()].map((k) => bead.target[0] + k));
        expect(new Set(sources).size).toBe(sources.length);
        expect(new Set(targets).size).toBe(targets.length);
        expect(beads.every((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1])).toBe(true);
      }),
      { seed: 77, numRuns: 15 },
    );
  });
});

describe('bad input', () => {
  it.each([
    ['an empty source', [], story],
    ['an empty target', story, []],
    ['two empty documents', [], []],
    ['one sentence against many', [story[0]!], story],
    ['all sentences identical', new Array<string>(9).fill('same words here'), new Array<string>(7).fill('same words here')],
    ['blank sentences', ['', '  ', story[0]!, '\n'], [story[0]!, ' ']],
    ['nothing but blank sentences', ['', ' '], [' ', '\t']],
    ['sentences without a known word', ['…', '!!!'], ['?', '—', '…']],
  ])('%s: every sentence is accounted for', async (_, source, target) => {
    const { beads } = await align(source, target, { relation: 'parallel' });
    expect(holdsEachOnce(beads, source.length, target.length)).toBe(true);
    for (const { similarity, confidence } of beads) {
      expect(Number.isFinite(similarity)).toBe(true);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    }
    expect((await align(source, target)).beads.every((bead) => Number.isFinite(bead.confidence))).toBe(true);
  });

  it('skips blank sentences', async () => {
    const { beads } = await align(['', story[0]!], [story[0]!, ' '], { relation: 'parallel' });
    expect(show(beads)).toContain('1-2:0-1');
    expect(beads).toHaveLength(3);
  });

  it('aligns one sentence with ten thousand', async () => {
    const random = seededRandom(9);
    const many = Array.from({ length: 10_000 }, () => makeSentence(random, 5));
    const { beads } = await align([many[6_000]!], many, { relation: 'parallel' });
    expect(show(beads)).toContain('0-1:6000-6001');
    expect(beads).toHaveLength(10_000);
  });

  it.each([
    ['no number', [Number.NaN], 'NaN'],
    ['an infinite number', [Number.POSITIVE_INFINITY], 'Infinity'],
  ])('%s in a vector is refused', async (_, values, named) => {
    const broken: Embedder = {
      id: 'broken',
      revision: '1',
      dimensions: 1,
      additive: false,
      embed: async () => Float32Array.from(values),
      dispose: async () => {},
    };
    await expect(prepare(['x'], {}, broken)).rejects.toMatchObject({ code: 'EMBEDDING_INVALID', message: expect.stringContaining(named) });
  });

  it('vectors of the wrong size are refused', async () => {
    const broken: Embedder = {
      id: 'broken',
      revision: '1',
      dimensions: 4,
      additive: false,
      embed: async () => new Float32Array(7),
      dispose: async () => {},
    };
    await expect(prepare(['x', 'y'], {}, broken)).rejects.toMatchObject({
      code: 'EMBEDDING_INVALID',
      message: expect.stringContaining('2 × 4 = 8'),
    });
  });
});

describe('an embedder without sums and tokens', () => {
  it('is given runs of sentences to embed, and finds cuts and merges with them', async () => {
    const asked: string[] = [];
    const plain: Embedder = {
      id: 'plain',
      revision: '1',
      dimensions: embedder.dimensions,
      additive: false,
      embed: (texts, options) => {
        asked.push(...texts);
        return embedder.embed(texts, options);
      },
      dispose: async () => {},
    };
    const { source, target, gold } = plantPair(21, 25);
    const prepared = [await prepare(source, {}, plain), await prepare(target, {}, plain)] as const;
    expect(asked).toContain(`${source[0]} ${source[1]}`);
    const { beads } = finishSteps(alignPair(...prepared, { relation: 'parallel' }));
    expect(scoreAlignment(gold, beads).strict.f1).toBeGreaterThan(0.8);
  });
});

describe('alignPairs', () => {
  it('answers each request in its place, and its progress never falls', async () => {
    const documents = await Promise.all([prepare(story), prepare([...story].reverse()), prepare(story.slice(0, 8))]);
    const steps = alignPairs(documents, [
      { source: 0, target: 2 },
      { source: 2, target: 1 },
    ]);
    let last = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        expect(step.value).toHaveLength(2);
        expect(show(step.value[0]!.beads).slice(0, 8)).toEqual(story.slice(0, 8).map((_, k) => `${k}-${k + 1}:${k}-${k + 1}`));
        break;
      }
      expect(step.value).toBeGreaterThanOrEqual(last);
      expect(step.value).toBeLessThanOrEqual(1);
      last = step.value;
    }
  });

  it('gives the same answer twice', async () => {
    const { source, target } = plantPair(3, 30);
    expect(await align(source, target)).toEqual(await align(source, target));
  });
});
