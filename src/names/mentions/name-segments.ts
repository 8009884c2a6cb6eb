/** Cuts names that stand side by side apart, by what stands alone elsewhere. */
import { isGivenName } from '../tables/common-words.ts';
import { type Piece, particles } from './found-name.ts';
import type { TextWord } from './text-words.ts';

/** Knows which runs stand alone somewhere, and cuts longer ones by that. */
export class NameSegments {
  readonly #runs = new Map<string, number>();
  readonly #given = new Map<string, number>();

  constructor(pieces: readonly Piece[]) {
    for (const piece of pieces) {
      const key = keyOf(piece.words);
      this.#runs.set(key, (this.#runs.get(key) ?? 0) + 1);
      if (piece.words.length === 2) {
        const first = piece.words[0]!.key;
        this.#given.set(first, (this.#given.get(first) ?? 0) + 1);
      }
    }
  }

  count(piece: Piece): number {
    return this.#runs.get(keyOf(piece.words)) ?? 0;
  }

  /** Best cutting by dynamic programming over the words: parts that stand alone elsewhere, or begin with a given name. */
  split(piece: Piece): Piece[] {
    const { words } = piece;
    const n = words.length;
    if (n === 1) return [piece];
    const best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
    const cameFrom = new Int32Array(n + 1);
    best[0] = 0;
    for (let end = 1; end <= n; end++) {
      for (let start = Math.max(0, end - 6); start < end; start++) {
        const worth = best[start]! + this.#worth(words.slice(start, end), start === 0 && end === n, piece.headline);
        if (worth > best[end]!) {
          best[end] = worth;
          cameFrom[end] = start;
        }
      }
    }
    const parts: Piece[] = [];
    for (let end = n; end > 0; end = cameFrom[end]!) {
      let [from, to] = [cameFrom[end]!, end];
      while (from < to && particles.has(words[from]!.key) && words[from]!.shape === 'lower') from++;
      while (to > from && words[to - 1]!.shape === 'lower') to--;
      if (from < to) parts.unshift({ ...piece, words: words.slice(from, to) });
    }
    return parts;
  }

  #worth(words: readonly TextWord[], whole: boolean, headline: boolean): number {
    const alone = (this.#runs.get(keyOf(words)) ?? 0) - (whole ? 1 : 0);
    const names = words.filter((word) => word.text.length > 1 && !(word.shape === 'lower' && particles.has(word.key))).length;
    if (names === 1 && words.length === 1) return alone > 0 ? 1 : 0.4;
    if (alone > 0) return 2 * names;
    if (names < 2) return -1;
    // a given name, and a family name that also stands alone
    if (words.length === 2 && !headline && !this.#runs.has(words[0]!.key) && this.#runs.has(words[1]!.key)) return 2.1;
    if (names > 4) return -1;
    const given = isGivenName(words[0]!.text) ? 1 : 0;
    const afterGiven = given + (this.#given.get(words[0]!.key) ?? 0) - (whole && words.length === 2 ? 1 : 0);
    if (words.some((word) => word.follows === '-')) return 1.2;
    return afterGiven > 0 && names === 2 ? 2.2 : names === 2 ? 1.2 : names === 3 ? 1.5 : 1.3;
  }
}

function keyOf(words: readonly TextWord[]): string {
  return words.map((word) => word.key).join(' ');
}
