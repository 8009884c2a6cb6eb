/**
 * The embedding matrix as stored in the file, int4 values with a scale per row, and sums of its rows.
 *
 * Byte k of a row holds dimension k in its low and dimension k + D/2 in its high four bits, each stored as value + 8:
 *
 *     Σ scale·(stored − 8)  =  Σ scale·stored  −  8·Σ scale
 *
 * The inner loop takes nearly all the time of new words. It adds both dimensions of a byte at once: a table maps the byte to one float64
 * with the low value in its lower and the high value in its upper 26 bits. Scales are 16-bit integers (65,535 for the largest), so neither
 * half overflows within 64 rows. Four bytes are read as one number, and four rows are added at a time.
 *
 * Sums are therefore integers, multiples of `unit`. Float64 adds them exactly, so no sum depends on the order of its parts.
 *
 * Time: O(rows × D / 2). Memory: the file's own bytes, and 8 bytes a row.
 */
const LANE = 0x4000000;
const MAX_SCALE = 65_535;
/** 64 rows × 15 × 65,535 < 2^26. */
const GROUP = 64;

const LANES = Float64Array.from({ length: 256 }, (_, byte) => (byte & 15) + (byte >> 4) * LANE);

/** Sums rows of a packed matrix. */
export class PackedRows {
  readonly dimensions: number;
  /** Sums are multiples of this. */
  readonly unit: number;
  /** Four bytes each. */
  readonly #words: Int32Array;
  /** Multiples of `unit`. */
  readonly #scales: Float64Array;
  readonly #lanes: Float64Array;

  /**
   * @param rows - R × D/2 bytes; copied only where they do not lie on a multiple of 4.
   * @param scales - R numbers, from 0.
   * @param dimensions - D, a multiple of 8.
   */
  constructor(rows: Uint8Array, scales: Float32Array, dimensions: number) {
    const aligned = rows.byteOffset % 4 === 0 ? rows : rows.slice();
    this.#words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
    let most = 0;
    for (const scale of scales) if (scale > most) most = scale;
    this.unit = most / MAX_SCALE;
    this.#scales = new Float64Array(scales.length);
    for (let row = 0; row < scales.length; row++) this.#scales[row] = scales[row] === 0 ? 0 : Math.round(scales[row]! / this.unit);
    this.#lanes = new Float64Array(dimensions / 2);
    this.dimensions = dimensions;
  }

  /** Add the first `count` rows of `ids`, in multiples of `unit`, to `into[offset …]`. */
  add(ids: Int32Array, count: number, into: Float32Array | Float64Array, offset: number): void {
    for (let start = 0; start < count; start += GROUP) this.#addGroup(ids, start, Math.min(start + GROUP, count), into, offset);
  }

  #addGroup(ids: Int32Array, start: number, end: number, into: Float32Array | Float64Array, offset: number): void {
    const words = this.#words;
    const scales = this.#scales;
    const lanes = this.#lanes.fill(0);
    const half = lanes.length;
    const size = half >> 2;
    let scaleSum = 0;
    for (let r = start; r < end; r += 4) {
      // past the end: row 0, times 0
      const i0 = ids[r]!;
      const i1 = r + 1 < end ? ids[r + 1]! : 0;
      const i2 = r + 2 < end ? ids[r + 2]! : 0;
      const i3 = r + 3 < end ? ids[r + 3]! : 0;
      const s0 = scales[i0]!;
      const s1 = r + 1 < end ? scales[i1]! : 0;
      const s2 = r + 2 < end ? scales[i2]! : 0;
      const s3 = r + 3 < end ? scales[i3]! : 0;
      scaleSum += s0 + s1 + s2 + s3;
      const a0 = i0 * size;
      const a1 = i1 * size;
      const a2 = i2 * size;
      const a3 = i3 * size;
      for (let w = 0, k = 0; w < size; w++, k += 4) {
        const w0 = words[a0 + w]!;
        const w1 = words[a1 + w]!;
        const w2 = words[a2 + w]!;
        const w3 = words[a3 + w]!;
        lanes[k]! += s0 * LANES[w0 & 255]! + s1 * LANES[w1 & 255]! + s2 * LANES[w2 & 255]! + s3 * LANES[w3 & 255]!;
        lanes[k + 1]! +=
          s0 * LANES[(w0 >> 8) & 255]! + s1 * LANES[(w1 >> 8) & 255]! + s2 * LANES[(w2 >> 8) & 255]! + s3 * LANES[(w3 >> 8) & 255]!;
        lanes[k + 2]! +=
          s0 * LANES[(w0 >> 16) & 255]! + s1 * LANES[(w1 >> 16) & 255]! + s2 * LANES[(w2 >> 16) & 255]! + s3 * LANES[(w3 >> 16) & 255]!;
        lanes[k + 3]! += s0 * LANES[w0 >>> 24]! + s1 * LANES[w1 >>> 24]! + s2 * LANES[w2 >>> 24]! + s3 * LANES[w3 >>> 24]!;
      }
    }
    const eight = 8 * scaleSum;
    for (let k = 0; k < half; k++) {
      const both = lanes[k]!;
      const high = Math.floor(both / LANE);
      into[offset + k]! += both - high * LANE - eight;
      into[offset + half + k]! += high - eight;
    }
  }
}
