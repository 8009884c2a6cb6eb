/** The event loop is never held for long, and a signal is seen soon. */
import { expect, it } from 'vitest';
import { alignPair } from '../../src/align/align-pairs.ts';
import { groupSteps } from '../../src/align/group-sentences.ts';
import { alignSentences } from '../../src/align-sentences.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import type { AlignedDocument } from '../../src/types.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { longestStep } from '../support/longest-step.ts';
import { plantPair, prepare } from './support.ts';

it.each([
  ['parallel', 500],
  ['comparable', 150],
  ['auto', 150],
] as const)('aligning a pair as %s takes many steps, each far below 50 ms', async (relation, beads) => {
  const { source, target } = plantPair(5, beads);
  const order = relation === 'parallel' ? target : [...target.slice(60), ...target.slice(0, 60)];
  const by = createHashingEmbedder(256);
  const [left, right] = [await prepare(source, {}, by), await prepare(order, {}, by)];
  const { longest, steps } = longestStep(() => alignPair(left, right, { relation }));
  expect(steps).toBeGreaterThan(20);
  expect(longest).toBeLessThan(50);
});

it('grouping 20,000 sentences takes small steps', () => {
  const document = (id: string): AlignedDocument => ({
    id,
    language: 'en',
    languageConfidence: 1,
    text: '',
    sentences: Array.from({ length: 20_000 }, (_, index) => ({ index, start: index, end: index + 1, text: 'x' })),
  });
  const beads = Array.from({ length: 20_000 }, (_, k) => ({
    source: [k, k + 1] as [number, number],
    target: [k, k + 1] as [number, number],
    similarity: 1,
    confidence: (k % 97) / 97,
  }));
  const pair = { source: 'a', target: 'b', relation: 'parallel' as const, relationConfidence: 1, sameEvent: 1, beads };
  const { longest, steps } = longestStep(() => groupSteps([document('a'), document('b')], [pair]));
  expect(steps).toBeGreaterThan(20);
  expect(longest).toBeLessThan(50);
});

it('a signal fired at any time stops the call, long before it would have ended, and progress never falls', async () => {
  const embedder = await createEmbedder();
  const { source, target } = plantPair(6, 300);
  const events: { stage: string; done: number; total: number }[] = [];
  const start = performance.now();
  await alignSentences(source, target, { embedder, onProgress: (event) => events.push({ ...event }) });
  const whole = performance.now() - start;
  for (const stage of ['load', 'embed', 'align']) {
    const own = events.filter((event) => event.stage === stage);
    expect(own.map(({ done }) => done)).toEqual(own.map(({ done }) => done).sort((x, y) => x - y));
    expect([own[0]!.done, own.at(-1)!.done]).toEqual([0, own[0]!.total]);
  }
  expect(events.filter(({ stage }) => stage === 'embed').length).toBeGreaterThan(1);
  const late: number[] = [];
  for (const share of [0.02, 0.2, 0.4, 0.6, 0.8]) {
    const controller = new AbortController();
    let fired = 0;
    setTimeout(() => {
      fired = performance.now();
      controller.abort(new Error('enough'));
    }, share * whole);
    const running = alignSentences(source, target, { embedder, signal: controller.signal }).then(
      () => undefined,
      (error: Error) => error.message,
    );
    // caches are warm by now, so it may be done before the signal comes
    if ((await running) === 'enough') late.push(performance.now() - fired);
  }
  expect(late.length).toBeGreaterThan(0);
  // the middle one: a busy machine may hold up any
  expect(late.sort((x, y) => x - y)[Math.floor(late.length / 2)]).toBeLessThan(100);
});
