import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRows, type Row, type SideBead } from '../../src/report/client/rows.ts';

const show = (rows: Row[]) => rows.map((row) => `${row.left}|${row.right}`).join(' ');
const bead = (l0: number, l1: number, r0: number, r1: number): SideBead => [l0, l1, r0, r1, 50, 50];

describe('rows', () => {
  test.each<[string, SideBead[], number, number, string]>([
    ['of nothing are none', [], 0, 0, ''],
    ['of beads in order', [bead(0, 1, 0, 1), bead(1, 3, 1, 2)], 3, 2, '0|0 1,2|1'],
    ['follow the left document where beads cross', [bead(1, 2, 0, 1), bead(0, 1, 1, 2)], 2, 2, '0|1 1|0'],
    ['hold what no bead holds', [bead(1, 2, 1, 2)], 3, 3, '|0 0| 1|1 |2 2|'],
    [
      'put a skip of the right side after what stands before it there',
      [bead(0, 1, 0, 1), bead(1, 2, 2, 3), bead(1, 1, 1, 2)],
      2,
      3,
      '0|0 |1 1|2',
    ],
    ['of documents without a bead: the right one first', [], 2, 1, '|0 0| 1|'],
  ])('%s', (_, beads, left, right, expected) => {
    expect(show(planRows(beads, left, right))).toBe(expected);
  });
});

test('every sentence stands in a row, the left ones in order', () => {
  // beads that share no sentence: cut both sides into runs, then pair the runs in any order
  const beadsOf = fc
    .tuple(fc.array(fc.nat(2), { maxLength: 6 }), fc.array(fc.nat(2), { maxLength: 6 }), fc.infiniteStream(fc.nat()))
    .map(([leftRuns, rightRuns, order]) => {
      const spans = (runs: number[]) => runs.map((size, i) => [runs.slice(0, i).reduce((a, b) => a + b, 0), size] as const);
      const rights = spans(rightRuns).map((span) => [order.next().value as number, span] as const);
      const shuffled = rights.sort((a, b) => a[0] - b[0]).map(([, span]) => span);
      const beads = spans(leftRuns).flatMap(([l, size], i) => {
        const [r, width] = shuffled[i] ?? [0, 0];
        return size + width === 0 ? [] : [bead(l, l + size, r, r + width)];
      });
      return { beads, left: leftRuns.reduce((a, b) => a + b, 1), right: rightRuns.reduce((a, b) => a + b, 1) };
    });
  fc.assert(
    fc.property(beadsOf, ({ beads, left, right }) => {
      const rows = planRows(beads, left, right);
      expect(rows.flatMap((row) => row.left)).toEqual([...Array(left).keys()]);
      expect(rows.flatMap((row) => row.right).sort((a, b) => a - b)).toEqual([...Array(right).keys()]);
    }),
    { seed: 3 },
  );
});
