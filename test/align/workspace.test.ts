import { expect, it } from 'vitest';
import { alignPair, alignPairs } from '../../src/align/align-pairs.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { plantPair, prepare } from './support.ts';

it('pairs that share the memory of a call come out as each by itself', async () => {
  const [small, large] = [plantPair(41, 8), plantPair(42, 40)];
  const documents = await Promise.all([large.source, large.target, small.source, small.target].map((texts) => prepare(texts)));
  const requests = [
    { source: 0, target: 1 },
    { source: 2, target: 3 },
    { source: 0, target: 3 },
    { source: 0, target: 1 },
  ];
  const together = finishSteps(alignPairs(documents, requests));
  expect(together).toEqual(requests.map(({ source, target }) => finishSteps(alignPair(documents[source]!, documents[target]!))));
});

it('says which share of its stages lies behind, never falling and below 1', async () => {
  const { source, target } = plantPair(43, 30);
  const shares = [...alignPair(await prepare(source), await prepare(target))];
  expect(shares).toEqual([...shares].sort((x, y) => x - y));
  expect(new Set(shares).size).toBeGreaterThan(1);
  expect(shares.at(-1)).toBeLessThan(1);
});
