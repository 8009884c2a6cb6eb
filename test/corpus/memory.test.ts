import { expect, test, vi } from 'vitest';
import { measureCorpus, tellsMemory } from '../support/corpus-memory.ts';

vi.setConfig({ testTimeout: 120_000 }); // threads start again and again, each with a model to load

// The long form is in memory.slow.test.ts: a hundred megabytes. What a run holds does not depend on how long it is, so the bounds are near.
test.skipIf(!tellsMemory).each([
  ['this thread', ['--workers', '0'], 350],
  ['two workers', ['--workers', '2'], 500],
] as const)('a corpus of many pairs takes a bounded amount of memory with %s (Linux tells how much)', async (_, args, most) => {
  const { pairs, failed, megabytes } = await measureCorpus(800_000, 20, args);
  expect([pairs > 100, failed]).toEqual([true, 0]);
  expect(megabytes).toBeGreaterThan(50);
  expect(megabytes).toBeLessThan(most);
});
