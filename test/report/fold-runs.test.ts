import { expect, test } from 'vitest';
import { foldRuns } from '../../src/report/client/fold-runs.ts';

test.each([
  ['', ''],
  ['KKK', 'K K K'],
  ['fff', '[fff]'],
  ['fKffKKf', '[f] K [ff] K K [f]'],
])('runs of %s that need no look are folded: %s', (letters, expected) => {
  const items = [...letters].map((letter) => ({ letter }));
  const parts = foldRuns(items, ({ letter }) => letter === 'K');
  expect(parts.map((part) => ('folded' in part ? `[${part.folded.map(({ letter }) => letter).join('')}]` : part.letter)).join(' ')).toBe(
    expected,
  );
});
