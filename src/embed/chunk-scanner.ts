/**
 * Text to chunks: the runs between white space and punctuation, and each punctuation character (models/FORMAT.md).
 *
 *     "Bapak ½, kata"  NFKC, lower case →  b a p a k ␣ 1 ⁄ 2 , ␣ k a t a
 *     chunks                              [0,5)       6 7 8 9   [11,15)
 *
 * One pass with table look-ups, without an allocation per chunk. Long text is read block by block, cut before white space or punctuation, where
 * normalising left and right of the cut is the same as normalising the whole.
 */
import { withoutInvisible } from '../text/invisible.ts';
import { settleText } from '../text/settled-characters.ts';
import { grown } from './grown.ts';
import { ORDINARY, PUNCTUATION, SURROGATE, type TokenizerTables } from './tokenizer-file.ts';

/** Units after which a long text is cut at the next white space or punctuation. */
export const BLOCK = 8192;
const PRIME = 16_777_619;

/** Normalising sorts the marks on a letter in quadratic time; no script puts this many on one. */
const TOO_MANY = 64;
const TOO_MANY_MARKS = /\p{M}{64}/gu;
const MARK = /[\p{M}\ud800-\udfff]/u;

/** Compatibility forms composed (NFKC) and lower case, before single characters are replaced. */
export function normalizeText(text: string): string {
  return compose(text).toLowerCase();
}

/** NFKC of the visible characters. Very long runs of marks on one letter are normalised in parts, so that time stays linear. */
export function compose(given: string): string {
  const text = withoutInvisible(settleText(given));
  let at = TOO_MANY - 1;
  while (at < text.length && !MARK.test(text[at]!)) at += TOO_MANY;
  if (at >= text.length) return text.normalize('NFKC');
  let composed = '';
  let from = 0;
  for (const { 0: marks, index } of text.matchAll(TOO_MANY_MARKS)) {
    composed += text.slice(from, index + marks.length).normalize('NFKC');
    from = index + marks.length;
  }
  return composed + text.slice(from).normalize('NFKC');
}

/** The chunks of one block, in arrays that the next block overwrites. */
export class ChunkScanner {
  /** Normalised text. */
  units = new Uint16Array(256);
  /** Number of chunks in the last block. */
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
    if (this.units.length < length) this.units = new Uint16Array(2 * length);
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

  /**
   * The ends of blocks of a long text that can be normalised and scanned one by one. Only a final sigma could differ at a block boundary, and the
   * tokenizer maps both forms to one.
   */
  *blockEnds(text: string): Generator<number> {
    let at = 0;
    while (text.length - at > BLOCK) {
      at += BLOCK;
      while (at < text.length && !this.#mayCutBefore(text, at)) at++;
      yield at;
    }
    if (at < text.length || text.length === 0) yield text.length;
  }

  /** White space and punctuation, ASCII or ideographic, and emoji: they end a chunk, are unchanged by normalisation, and never compose with the character before. */
  #mayCutBefore(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd83c && unit <= 0xd83e) return this.#isAstralPunctuation(unit, text.charCodeAt(at + 1));
    if (unit > 127 && unit !== 0x3001 && unit !== 0x3002) return false;
    return this.#tables.replacements[unit] === unit && this.#tables.kinds[unit] !== ORDINARY;
  }

  #isAstralPunctuation(high: number, low: number): boolean {
    if ((low & 0xfc00) !== 0xdc00) return false;
    const point = ((high & 0x3ff) << 10) + (low & 0x3ff) + 0x10000;
    for (const range of this.#tables.astralPunctuation) if (range[0] <= point && point <= range[1]) return true;
    return false;
  }

  #add(start: number, end: number, hash: number, punctuation: number): void {
    if (this.count === this.starts.length) this.#grow();
    const i = this.count++;
    this.starts[i] = start;
    this.ends[i] = end;
    this.hashes[i] = hash;
    this.punctuation[i] = punctuation;
  }

  #grow(): void {
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.hashes = grown(this.hashes);
    const { punctuation } = this;
    this.punctuation = new Uint8Array(2 * punctuation.length);
    this.punctuation.set(punctuation);
  }
}
