/**
 * Text to chunks: the runs between white space and punctuation, and each punctuation character (models/FORMAT.md).
 *
 *     "Bapak ½, kata"  NFKC, lower case →  b a p a k ␣ 1 ⁄ 2 , ␣ k a t a
 *     chunks                              [0,5)       6 7 8 9   [11,15)
 *
 * One pass with table look-ups; nothing is allocated a chunk. Long text is read block by block, cut before white space or punctuation, where
 * normalising left and right of the cut is the same as normalising the whole.
 */
import { ORDINARY, PUNCTUATION, SURROGATE, type TokenizerTables } from './tokenizer-file.ts';

/** Units after which a long text is cut at the next good place. */
export const BLOCK = 32_768;
/** What lower-casing looks through to tell a final sigma: no place for a cut. */
const CASE_IGNORABLE = "'.:^`";
const PRIME = 16_777_619;

/** Compatibility forms composed and lower case, before single characters are replaced. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The chunks of one block, in arrays that the next block overwrites. */
export class ChunkScanner {
  /** Normalised text. */
  units = new Uint16Array(256);
  /** How many chunks the last block has. */
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** A hash of the units of each chunk. */
  hashes = new Int32Array(256);
  /** 1 for a chunk that is one punctuation character. */
  punctuation = new Uint8Array(256);
  readonly #tables: TokenizerTables;

  constructor(tables: TokenizerTables) {
    this.#tables = tables;
  }

  /** Read normalised text. */
  scan(normalized: string): void {
    const { kinds, replacements } = this.#tables;
    const { length } = normalized;
    this.#reserve(length);
    const { units } = this;
    this.count = 0;
    let start = -1;
    let hash = 0;
    for (let i = 0; i < length; i++) {
      const unit = replacements[normalized.charCodeAt(i)]!;
      units[i] = unit;
      const kind = kinds[unit]!;
      if (kind === ORDINARY || (kind === SURROGATE && !this.#isAstralPunctuation(unit, normalized.charCodeAt(i + 1)))) {
        if (start < 0) {
          start = i;
          hash = 0;
        }
        hash = Math.imul(hash ^ unit, PRIME);
        continue;
      }
      if (start >= 0) this.#add(start, i, hash, 0);
      start = -1;
      if (kind === PUNCTUATION) this.#add(i, i + 1, Math.imul(unit, PRIME), 1);
      else if (kind === SURROGATE) {
        const low = normalized.charCodeAt(i + 1);
        units[i + 1] = low;
        this.#add(i, i + 2, Math.imul(Math.imul(unit, PRIME) ^ low, PRIME), 1);
        i++;
      }
    }
    if (start >= 0) this.#add(start, length, hash, 0);
  }

  /** A long text in blocks that can be normalised and scanned one by one. Offsets into the text: each block ends where the next starts. */
  *blockEnds(text: string): Generator<number> {
    let at = 0;
    while (text.length - at > BLOCK) {
      at += BLOCK;
      while (at < text.length && !this.#mayCutBefore(text.charCodeAt(at))) at++;
      yield at;
    }
    if (at < text.length || text.length === 0) yield text.length;
  }

  /** ASCII and ideographic marks that end a chunk, stay what they are, and never compose with what stands before. */
  #mayCutBefore(unit: number): boolean {
    if (unit > 127 && unit !== 0x3001 && unit !== 0x3002) return false;
    const { kinds, replacements } = this.#tables;
    return replacements[unit] === unit && kinds[unit] !== ORDINARY && !CASE_IGNORABLE.includes(String.fromCharCode(unit));
  }

  #isAstralPunctuation(high: number, low: number): boolean {
    if ((low & 0xfc00) !== 0xdc00) return false;
    const point = ((high & 0x3ff) << 10) + (low & 0x3ff) + 0x10000;
    return this.#tables.astralPunctuation.some(([first, last]) => first <= point && point <= last);
  }

  #add(start: number, end: number, hash: number, punctuation: number): void {
    const i = this.count++;
    this.starts[i] = start;
    this.ends[i] = end;
    this.hashes[i] = hash;
    this.punctuation[i] = punctuation;
  }

  /** At most every unit is a chunk. */
  #reserve(length: number): void {
    if (this.units.length >= length) return;
    const size = 2 * length;
    this.units = new Uint16Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.hashes = new Int32Array(size);
    this.punctuation = new Uint8Array(size);
  }
}
