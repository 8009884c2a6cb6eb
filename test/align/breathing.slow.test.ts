/** The event loop is not held by the longest documents either: a Bible and its translation. */
import { expect, it } from 'vitest';
import { alignPair } from '../../src/align/align-pairs.ts';
import { alignDocuments } from '../../src/align-documents.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { longestStep } from '../support/longest-step.ts';
import { plantPair, prepare } from './support.ts';

it('thirty thousand sentences are aligned in steps far below 50 ms', async () => {
  const embedder = await createEmbedder();
  const { source, target } = plantPair(7, 30_000);
  const [left, right] = [await prepare(source, {}, embedder), await prepare(target, {}, embedder)];
  expect(Math.min(source.length, target.length)).toBeGreaterThan(25_000);
  const { longest, steps } = longestStep(() => alignPair(left, right));
  expect(steps).toBeGreaterThan(1_000);
  expect(longest).toBeLessThan(50);
});

it('a signal ends a call on fifteen thousand sentences within 100 ms, in every stage', async () => {
  const embedder = await createEmbedder();
  const { source, target } = plantPair(8, 15_000);
  const documents = [
    { id: 'a', sentences: source, language: 'en' },
    { id: 'b', sentences: target, language: 'en' },
  ];
  const late: Record<string, number> = {};
  for (const stage of ['embed', 'align', 'trace'] as const) {
    for (const delay of [5, 150, 700]) {
      const controller = new AbortController();
      let fired = 0;
      let isTimed = false;
      const running = alignDocuments(documents, {
        embedder,
        signal: controller.signal,
        onProgress: (event) => {
          if (event.stage !== stage || isTimed) return;
          isTimed = true;
          setTimeout(() => {
            fired = performance.now();
            controller.abort(new Error('enough'));
          }, delay);
        },
      });
      await expect(running).rejects.toThrow('enough');
      late[`${stage} ${delay}`] = performance.now() - fired;
    }
  }
  // the middle one: a busy machine may hold up any
  const sorted = Object.values(late).sort((x, y) => x - y);
  expect(sorted[Math.floor(sorted.length / 2)], JSON.stringify(late)).toBeLessThan(50);
  expect(sorted.at(-2), JSON.stringify(late)).toBeLessThan(100);
});
