/**
 * Arrays of floats that were used and will be used again.
 *
 * The vectors of a document's words are the largest thing that aligning it makes. Arrays that come and go outside the engine's heap count towards its
 * limit, so that of a thousand pairs each tenth would start a search for garbage, on threads that others need. At most 16 MB are kept.
 */

/** Larger arrays are left to the engine. */
const mostFloats = 1 << 19;
const mostKept = 8;
const kept: Float32Array<ArrayBuffer>[] = [];

/** Zeros, at least so many. */
export function takeRows(floats: number): Float32Array<ArrayBuffer> {
  const place = kept.findIndex(({ length }) => length >= floats);
  return place < 0 ? new Float32Array(floats) : kept.splice(place, 1)[0]!.fill(0);
}

/** Leave an array, or a part of one with nothing else in it, to whoever asks next. Its values are lost. */
export function giveRows({ buffer }: Float32Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength <= 4 * mostFloats && kept.length < mostKept) kept.push(new Float32Array(buffer));
}
