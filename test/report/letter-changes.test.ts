import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LetterRun, letterChanges } from '../../src/report/letter-changes.ts';

const show = (runs: LetterRun[]) => runs.map((run) => (run.changed ? `[${run.text}]` : run.text)).join('');
const join = (runs: LetterRun[]) => runs.map((run) => run.text).join('');
const kept = (runs: LetterRun[]) => join(runs.filter((run) => !run.changed)).toLowerCase();

test.each([
  ['Witcaf', 'Witkoff', 'Wit[ca]f', 'Wit[ko]f[f]'],
  ['Kiv', 'Kyiv', 'Kiv', 'K[y]iv'],
  ['witkoff', 'Witkoff', 'witkoff', 'Witkoff'],
  ['', 'Kyiv', '', '[Kyiv]'],
  ['😀a', '😁a', '[😀]a', '[😁]a'],
])('%s for %s changes %s', (from, to, expectedFrom, expectedTo) => {
  const changes = letterChanges(from, to);
  expect(kept(changes.from)).toBe(kept(changes.to));
  expect(show(changes.from)).toBe(expectedFrom);
  expect(show(changes.to)).toBe(expectedTo);
});

test('keeps as many letters as any way of keeping them would', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', 'c', '我'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (from, to) => {
      const changes = letterChanges(from, to);
      expect(join(changes.from)).toBe(from);
      expect(join(changes.to)).toBe(to);
      expect(kept(changes.from)).toBe(kept(changes.to));
      expect(kept(changes.from).length).toBe(longestByTrying(from.toLowerCase(), to.toLowerCase()));
    }),
    { seed: 7 },
  );
});

/** The definition: drop a letter of either word, or keep two equal first ones. */
function longestByTrying(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const dropped = Math.max(longestByTrying(a.slice(1), b), longestByTrying(a, b.slice(1)));
  return a[0] === b[0] ? Math.max(dropped, 1 + longestByTrying(a.slice(1), b.slice(1))) : dropped;
}
