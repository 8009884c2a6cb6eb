import { expect, test } from 'vitest';
import { measureCorpus, tellsMemory } from '../support/corpus-memory.ts';

const most = 600;

test.skipIf(!tellsMemory).each([
  ['100 MB in pairs of 40 sentences', 100_000_000, 40, ['--workers', '0']],
  ['100 MB in pairs of 40 sentences, with two workers', 100_000_000, 40, ['--workers', '2']],
  ['10 MB in pairs of 2,000 sentences, with two workers', 10_000_000, 2_000, ['--workers', '2']],
  ['10 MB in pairs of 10,000 sentences', 10_000_000, 10_000, ['--workers', '0']],
] as const)(`%s stays under ${most} MB (Linux tells how much)`, async (_, characters, sentences, args) => {
  const { failed, megabytes } = await measureCorpus(characters, sentences, args);
  expect(failed).toBe(0);
  expect(megabytes).toBeLessThan(most);
});
