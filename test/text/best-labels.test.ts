import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Ballot, findBestLabels } from '../../src/text/best-labels.ts';

function scoreOf(path: readonly number[], ballots: readonly Ballot[], changeCost: number): number {
  return path.reduce((sum, label, place) => {
    const { label: wanted, weight } = ballots[place]!;
    return sum + (label === wanted ? weight : -weight) - (place > 0 && path[place - 1] !== label ? changeCost : 0);
  }, 0);
}

/** Every labelling there is. */
function allPaths(places: number, labels: number): number[][] {
  if (places === 0) return [[]];
  return allPaths(places - 1, labels).flatMap((path) => Array.from({ length: labels }, (_, label) => [...path, label]));
}

it('finds labels as good as the best of all labellings', () => {
  const ballot = fc.record({
    label: fc.integer({ min: -1, max: 2 }),
    weight: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
  });
  fc.assert(
    fc.property(
      fc.array(ballot, { maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(0, 0.5, 2.5),
      (ballots, labels, changeCost) => {
        const found = findBestLabels(ballots, labels, changeCost);
        const best = Math.max(...allPaths(ballots.length, labels).map((path) => scoreOf(path, ballots, changeCost)));
        expect(found).toHaveLength(ballots.length);
        expect(scoreOf(found, ballots, changeCost)).toBe(best);
      },
    ),
    { seed: 20260227, numRuns: 400 },
  );
});

it('changes only for votes that pay for it', () => {
  const vote = (label: number, weight = 1) => ({ label, weight });
  expect(findBestLabels([vote(0), vote(0), vote(1), vote(0), vote(0)], 2, 2.6)).toEqual([0, 0, 0, 0, 0]);
  expect(findBestLabels([vote(0), vote(0), vote(1), vote(1), vote(1), vote(0), vote(0), vote(0)], 2, 2.6)).toEqual([
    0, 0, 1, 1, 1, 0, 0, 0,
  ]);
  expect(findBestLabels([vote(0), vote(-1), vote(1, 0.2), vote(0)], 2, 2.6)).toEqual([0, 0, 0, 0]);
  expect(findBestLabels([vote(0), vote(1, 2)], 2, 2)).toEqual([1, 1]);
});
