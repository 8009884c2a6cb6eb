/**
 * In which order the passages of two documents are set side by side.
 *
 * Rows follow the left document. What only the right one has is put after the row that holds the sentence before it, so that each
 * insertion stands where a reader of the right document would meet it; with crossing beads there is no order that suits both.
 */

/** Left span, right span, confidence and similarity in percent. */
export type SideBead = readonly [
  leftStart: number,
  leftEnd: number,
  rightStart: number,
  rightEnd: number,
  confidence: number,
  similarity: number,
];

/** One row: sentence indices of either side, and the bead it shows, -1 for a sentence that no bead holds. */
export interface Row {
  bead: number;
  left: number[];
  right: number[];
}

/** Plan the rows of a pair. Every sentence of both documents is in at least one row. */
export function planRows(beads: readonly SideBead[], leftCount: number, rightCount: number): Row[] {
  const rows: Row[] = beads.map(([l0, l1, r0, r1], bead) => ({ bead, left: range(l0, l1), right: range(r0, r1) }));
  const inLeft = new Set(rows.flatMap((row) => row.left));
  const inRight = new Set(rows.flatMap((row) => row.right));
  for (const i of range(0, leftCount)) if (!inLeft.has(i)) rows.push({ bead: -1, left: [i], right: [] });

  const main = rows.filter((row) => row.left.length > 0).sort((a, b) => a.left[0]! - b.left[0]! || (a.right[0] ?? -1) - (b.right[0] ?? -1));
  const inserted = rows.filter((row) => row.left.length === 0 && row.right.length > 0);
  for (const i of range(0, rightCount)) if (!inRight.has(i)) inserted.push({ bead: -1, left: [], right: [i] });
  inserted.sort((a, b) => a.right[0]! - b.right[0]!);

  // anchor[i]: position in `main` of the row after which sentence i of the right side stands
  const anchor = new Map<number, number>();
  main.forEach((row, position) => {
    for (const i of row.right) anchor.set(i, position);
  });
  const after = new Map<number, Row[]>();
  for (const row of inserted) {
    const position = anchor.get(row.right[0]! - 1) ?? -1;
    for (const i of row.right) anchor.set(i, position);
    after.set(position, [...(after.get(position) ?? []), row]);
  }
  return [...(after.get(-1) ?? []), ...main.flatMap((row, position) => [row, ...(after.get(position) ?? [])])];
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k);
}
