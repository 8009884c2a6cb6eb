/** Write a sum divided by its Euclidean length to `into[offset …]`; the zero sum stays zero. Returns the length. */
export function writeUnit(sum: Float64Array, into: Float32Array, offset: number): number {
  let square = 0;
  for (let k = 0; k < sum.length; k++) square += sum[k]! * sum[k]!;
  const length = Math.sqrt(square);
  for (let k = 0; length > 0 && k < sum.length; k++) into[offset + k] = sum[k]! / length;
  return length;
}
