/**
 * The strip of the grid that a search may enter.
 *
 * Points of the grid are boundaries between sentences: point (i, j) means that the first i source sentences match the first j target sentences.
 * Row i of a band holds the points (i, low[i]) to (i, high[i]). Both limits never fall, and neighbouring rows share a column, so a path always exists.
 *
 *        0 1 2 3 4 5   target boundaries
 *     0  # # #
 *     1  # # # #
 *     2    # # # #     low = [0, 0, 1, 3], high = [2, 3, 4, 5]
 *     3        # # #
 *     source boundaries
 */
export interface Band {
  /** Source sentences; there are `rows + 1` rows of points. */
  readonly rows: number;
  /** Target sentences. */
  readonly columns: number;
  /** First and last point of each row, both included. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Number of points before each row, length `rows + 2`: point (i, j) has the place `offsets[i] + j - low[i]`. */
  readonly offsets: Int32Array;
}

/** The whole grid as a band. */
export function fullBand(rows: number, columns: number): Band {
  return finishBand(rows, columns, new Int32Array(rows + 1), new Int32Array(rows + 1).fill(columns));
}

/**
 * The points within `radius` of a path in both directions.
 *
 * @param rungs - The points of the path, source and target boundary in turn, from (0, 0) to (rows, columns), neither ever falling.
 */
export function bandAround(rungs: ArrayLike<number>, rows: number, columns: number, radius: number): Band {
  const low = new Int32Array(rows + 1).fill(columns);
  const high = new Int32Array(rows + 1);
  let i0 = 0;
  let j0 = 0;
  for (let k = 0; k < rungs.length; k += 2) {
    const i1 = rungs[k]!;
    const j1 = rungs[k + 1]!;
    // between two rungs the path may turn anywhere in their box
    const first = Math.max(i0 - radius, 0);
    const last = Math.min(i1 + radius, rows);
    const left = Math.max(j0 - radius, 0);
    const right = Math.min(j1 + radius, columns);
    for (let i = first; i <= last; i++) {
      if (left < low[i]!) low[i] = left;
      if (right > high[i]!) high[i] = right;
    }
    i0 = i1;
    j0 = j1;
  }
  return finishBand(rows, columns, low, high);
}

/** Make limits monotone and connected, and count the points. */
export function finishBand(rows: number, columns: number, low: Int32Array, high: Int32Array): Band {
  low[0] = 0;
  high[rows] = columns;
  for (let i = 1; i <= rows; i++) high[i] = Math.max(high[i]!, high[i - 1]!);
  for (let i = rows - 1; i >= 0; i--) low[i] = Math.min(low[i]!, low[i + 1]!);
  for (let i = 1; i <= rows; i++) {
    // neighbouring rows must share a column
    if (low[i]! > high[i - 1]!) low[i] = high[i - 1]!;
  }
  for (let i = rows - 1; i >= 0; i--) low[i] = Math.min(low[i]!, low[i + 1]!);
  const offsets = new Int32Array(rows + 2);
  for (let i = 0; i <= rows; i++) offsets[i + 1] = offsets[i]! + high[i]! - low[i]! + 1;
  return { rows, columns, low, high, offsets };
}
