/** Dot products of one row with many, the innermost loop of everything here. */

/**
 * Dot products of row `row` of `left` with the rows `first` to `first + count` of `right`.
 *
 * Matrices are row-major with `dimensions` columns. Results go to `out[0]` to `out[count - 1]`.
 */
export function dotRows(
  left: Float32Array,
  row: number,
  right: Float32Array,
  first: number,
  count: number,
  dimensions: number,
  out: Float32Array,
): void {
  const start = row * dimensions;
  let c = 0;
  // four rows at a time share the loads of the left row
  for (; c + 4 <= count; c += 4) {
    const r0 = (first + c) * dimensions;
    const r1 = r0 + dimensions;
    const r2 = r1 + dimensions;
    const r3 = r2 + dimensions;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let d = 0; d < dimensions; d++) {
      const value = left[start + d]!;
      s0 += value * right[r0 + d]!;
      s1 += value * right[r1 + d]!;
      s2 += value * right[r2 + d]!;
      s3 += value * right[r3 + d]!;
    }
    out[c] = s0;
    out[c + 1] = s1;
    out[c + 2] = s2;
    out[c + 3] = s3;
  }
  for (; c < count; c++) {
    const place = (first + c) * dimensions;
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += left[start + d]! * right[place + d]!;
    out[c] = sum;
  }
}
