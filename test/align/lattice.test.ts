import { expect, it } from 'vitest';
import { type Band, bandAround, fullBand } from '../../src/align/ordered/band.ts';
import { findBestChain, type Lattice, measureMarginals, visitEdges } from '../../src/align/ordered/lattice.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { type BeadScore, type PathFinder, testPathFinder } from '../support/path-finder-suite.ts';

testPathFinder('findBestChain and measureMarginals over the whole grid', searchIn(fullBand));
testPathFinder(
  'findBestChain and measureMarginals over a band that holds the grid',
  searchIn((rows, columns) => bandAround([0, 0, rows, columns], rows, columns, 1)),
);

it('keeps to the band', () => {
  const band = bandAround([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], 6, 6, 1);
  const lattice = buildLattice(band, 4, (p, i, q, j) => (i - p === 3 && j - q === 1 ? 100 : -1), 0);
  const { spans } = finishSteps(findBestChain(lattice));
  for (let k = 0; k < spans.length; k += 4) {
    const [p, i, q, j] = spans.subarray(k, k + 4) as unknown as [number, number, number, number];
    expect(Math.abs(p - q)).toBeLessThanOrEqual(3);
    expect(Math.abs(i - j)).toBeLessThanOrEqual(3);
  }
});

it('stays finite over ten thousand sentences and scores of a hundred', () => {
  const rungs = Array.from({ length: 20_002 }, (_, k) => Math.floor(k / 2));
  const lattice = buildLattice(bandAround(rungs, 10_000, 10_000, 1), 3, (p, i, q, j) => (i - p === j - q ? 100 : -100), -1);
  const { logTotal, probabilities } = finishSteps(measureMarginals(lattice));
  expect(logTotal).toBeCloseTo(1_000_000, -1);
  expect(probabilities.every(Number.isFinite)).toBe(true);
});

function searchIn(toBand: (rows: number, columns: number) => Band): PathFinder {
  return {
    findBest(rows, columns, maxBeadSize, score, openScore) {
      const found = finishSteps(findBestChain(buildLattice(toBand(rows, columns), maxBeadSize, score, openScore)));
      const beads = Array.from(
        { length: found.spans.length / 4 },
        (_, k) => [...found.spans.subarray(4 * k, 4 * k + 4)] as [number, number, number, number],
      );
      return { beads, score: found.score };
    },
    weighAll(rows, columns, maxBeadSize, score, openScore) {
      const lattice = buildLattice(toBand(rows, columns), maxBeadSize, score, openScore);
      const { logTotal, probabilities } = finishSteps(measureMarginals(lattice));
      const byBead = new Map<string, number>();
      finishSteps(visitEdges(lattice, (edge, p, i, q, j) => byBead.set([p, i, q, j].join(), probabilities[edge]!)));
      return { logTotal, probabilities: byBead };
    },
  };
}

/** Every bead of the band that is not forbidden. */
function buildLattice(band: Band, maxBeadSize: number, score: BeadScore, openScore: number): Lattice {
  const edgeStarts: number[] = [0];
  const shapes: number[] = [];
  const scores: number[] = [];
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      for (let a = 0; a <= i; a++) {
        for (let b = 0; b <= j && a + b <= maxBeadSize; b++) {
          const inBand = j - b >= band.low[i - a]! && j - b <= band.high[i - a]!;
          if (!inBand || a + b === 0 || ((a === 0 || b === 0) && a + b > 1)) continue;
          shapes.push(a * 16 + b);
          scores.push(score(i - a, i, j - b, j));
        }
      }
      edgeStarts.push(shapes.length);
    }
  }
  return { band, edgeStarts: Int32Array.from(edgeStarts), shapes: Uint8Array.from(shapes), scores: Float32Array.from(scores), openScore };
}
