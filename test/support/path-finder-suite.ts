/** What every search for the best chain of beads must do. The whole grid and a band through it run this. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Score of the bead of source sentences [p, i) and target sentences [q, j); `-Infinity` forbids it. Skips have one empty side. */
export type BeadScore = (p: number, i: number, q: number, j: number) => number;

/** A chain of beads, each `[p, i, q, j]`, and its score, the price of opening each run of skips included. */
export interface Chain {
  readonly beads: readonly (readonly [number, number, number, number])[];
  readonly score: number;
}

/** What is known of all chains together. */
export interface Posterior {
  /** Logarithm of the sum of the exponentials of all scores. */
  readonly logTotal: number;
  /** Probability that a bead is in the chain, by `p,i,q,j`. */
  readonly probabilities: ReadonlyMap<string, number>;
}

export interface PathFinder {
  findBest(rows: number, columns: number, maxBeadSize: number, score: BeadScore, openScore: number): Chain;
  weighAll(rows: number, columns: number, maxBeadSize: number, score: BeadScore, openScore: number): Posterior;
}

const sizes = fc.integer({ min: 0, max: 4 });
const scoreTable = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 200, maxLength: 200 });
const seed = 20_260;

export function testPathFinder(name: string, finder: PathFinder): void {
  describe(name, () => {
    it('covers both documents once, in order', () => {
      fc.assert(
        fc.property(sizes, sizes, scoreTable, (rows, columns, table) => {
          const { beads } = finder.findBest(rows, columns, 4, readScore(table), -1);
          expect(beads.flatMap(([p, i]) => range(p, i))).toEqual(range(0, rows));
          expect(beads.flatMap(([, , q, j]) => range(q, j))).toEqual(range(0, columns));
        }),
        { seed },
      );
    });

    it('finds no worse a chain than trying all of them', () => {
      fc.assert(
        fc.property(sizes, sizes, scoreTable, (rows, columns, table) => {
          const all = listChains(rows, columns, 4, readScore(table), -1);
          expect(finder.findBest(rows, columns, 4, readScore(table), -1).score).toBeCloseTo(Math.max(...all.map(({ score }) => score)), 4);
        }),
        { seed },
      );
    });

    it('weighs every bead as adding up all chains does', () => {
      fc.assert(
        fc.property(sizes, sizes, scoreTable, (rows, columns, table) => {
          const all = listChains(rows, columns, 4, readScore(table), -1);
          const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
          const found = finder.weighAll(rows, columns, 4, readScore(table), -1);
          expect(found.logTotal).toBeCloseTo(Math.log(total), 4);
          const expected = new Map<string, number>();
          for (const { beads, score } of all) {
            for (const each of beads) expected.set(each.join(), (expected.get(each.join()) ?? 0) + Math.exp(score) / total);
          }
          for (const [key, probability] of expected) expect(found.probabilities.get(key) ?? 0).toBeCloseTo(probability, 4);
        }),
        { seed },
      );
    });

    it.each([
      ['no sentences give no beads', 0, 0, 0],
      ['an empty target leaves every source sentence alone', 3, 0, 3],
      ['an empty source leaves every target sentence alone', 0, 2, 2],
    ])('%s', (_, rows, columns, count) => {
      expect(finder.findBest(rows, columns, 4, () => -1, -1).beads).toHaveLength(count);
    });
  });
}

function readScore(table: readonly number[]): BeadScore {
  return (p, i, q, j) => table[(p * 53 + i * 17 + q * 29 + j * 7) % table.length]!;
}

/** The definition, spelled out: every chain there is. In a run of skips source sentences come first, so that each set of beads is one chain. */
export function listChains(rows: number, columns: number, maxBeadSize: number, score: BeadScore, openScore: number): Chain[] {
  const extend = (i: number, j: number, last: 'match' | 'source' | 'target'): Chain[] => {
    if (i === rows && j === columns) return [{ beads: [], score: 0 }];
    const chains: Chain[] = [];
    const add = (a: number, b: number, kind: typeof last) => {
      const opens = kind !== 'match' && last === 'match' ? openScore : 0;
      const own = score(i, i + a, j, j + b) + opens;
      for (const rest of extend(i + a, j + b, kind)) chains.push({ beads: [[i, i + a, j, j + b], ...rest.beads], score: own + rest.score });
    };
    for (let a = 1; i + a <= rows; a++) for (let b = 1; j + b <= columns && a + b <= maxBeadSize; b++) add(a, b, 'match');
    if (i < rows && last !== 'target') add(1, 0, 'source');
    if (j < columns) add(0, 1, 'target');
    return chains;
  };
  return extend(0, 0, 'match');
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
