import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceForest } from '../../src/lineage/source-forest.ts';

/** All histories, one by one: each document has a parent or none, and none is its own ancestor. */
function byListing(scores: Float64Array, size: number): { edges: Float64Array; roots: Float64Array; total: number } {
  const edges = new Float64Array(size * size);
  const roots = new Float64Array(size);
  let total = 0;
  const parents: number[] = [];
  const isForest = (): boolean =>
    parents.every((_, child) => {
      let place = child;
      for (let steps = 0; parents[place]! >= 0; steps++) {
        if (steps > size) return false;
        place = parents[place]!;
      }
      return true;
    });
  const choose = (child: number): void => {
    if (child === size) {
      if (!isForest()) return;
      const weight = Math.exp(parents.reduce((sum, parent, k) => sum + (parent < 0 ? 0 : scores[parent * size + k]!), 0));
      total += weight;
      parents.forEach((parent, k) => {
        if (parent < 0) roots[k]! += weight;
        else edges[parent * size + k]! += weight;
      });
      return;
    }
    for (let parent = -1; parent < size; parent++) {
      if (parent === child) continue;
      parents[child] = parent;
      choose(child + 1);
    }
    parents.length = child;
  };
  choose(0);
  return { edges: edges.map((weight) => weight / total), roots: roots.map((weight) => weight / total), total };
}

describe('the forest of sources', () => {
  test('has the probabilities that listing all histories gives', () => {
    const score = fc.oneof(fc.double({ min: -6, max: 6, noNaN: true }), fc.constant(Number.NEGATIVE_INFINITY));
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((size) => fc.tuple(fc.constant(size), fc.array(score, { minLength: size * size, maxLength: size * size }))),
        ([size, list]) => {
          const scores = Float64Array.from(list);
          const { edges, roots, logTotal } = sourceForest(scores, size);
          const slow = byListing(scores, size);
          edges.forEach((probability, place) => {
            expect(probability).toBeCloseTo(slow.edges[place]!, 8);
          });
          roots.forEach((probability, place) => {
            expect(probability).toBeCloseTo(slow.roots[place]!, 8);
          });
          expect(logTotal).toBeCloseTo(Math.log(slow.total), 8);
        },
      ),
      { seed: 20_261_130, numRuns: 150 },
    );
  });

  test("two that look like each other's source share the probability", () => {
    const { edges, roots } = sourceForest(Float64Array.from([0, 9, 9, 0]), 2);
    expect(edges[1]).toBeCloseTo(0.5, 3);
    expect(edges[2]).toBeCloseTo(0.5, 3);
    expect(roots[0]).toBeCloseTo(0.5, 3);
  });
});
