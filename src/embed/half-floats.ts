const POWERS = Float64Array.from({ length: 32 }, (_, exponent) => ((1 << Math.max(exponent, 1)) >>> 0) / 0x2000000);

/**
 * The numbers of a little-endian IEEE 754 half-precision array: 1 sign bit, 5 exponent bits, 10 fraction bits.
 * The bytes need no alignment.
 */
export function decodeHalfFloats(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length >> 1);
  for (let i = 0; i < values.length; i++) {
    const bits = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    let value = (exponent === 0 ? fraction : 1024 + fraction) * POWERS[exponent]!;
    if (exponent === 31) value = fraction === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
    values[i] = bits & 0x8000 ? -value : value;
  }
  return values;
}
