/**
 * Cuts a word into the pieces with the greatest sum of log probabilities (Unigram; Kudo 2018, https://aclanthology.org/P18-1007/).
 *
 *     ▁ p a l i m p s e s t        best[i]: the best score of the first i units
 *     0 1 2 …             11       from[i]: start of the last piece on that path, piece[i]: its id
 *
 * Forward Viterbi: every piece that starts at i may improve the score of the position where it ends. A character that is no piece by itself is
 * unknown, with a score below every piece; a run of unknown characters becomes one piece. Sums, ties (the earlier start wins) and the unknown score are those of
 * transformers.js, so the ids are too.
 *
 * Time: O(units × longest piece). Memory: 16 bytes a unit. A long word can be cut in steps (`advance`), so that the caller may pause.
 */
import { grown } from './grown.ts';
import type { PieceTrie } from './piece-trie.ts';

const UNKNOWN_PENALTY = 10;

/** Finds pieces. It is reused from word to word, and allocates only for a word longer than all before. */
export class UnigramLattice {
  /** Number of pieces of the last word. */
  count = 0;
  /** Ids of the pieces of the last word. */
  ids = new Int32Array(64);
  /** Where each piece ends in the last word; each starts where the one before ends. */
  ends = new Int32Array(64);
  readonly #trie: PieceTrie;
  readonly #scores: Float64Array;
  readonly #unknown: number;
  readonly #unknownScore: number;
  #best = new Float64Array(64);
  #from = new Int32Array(64);
  #piece = new Int32Array(64);

  constructor(trie: PieceTrie, scores: Float64Array, unknown: number) {
    this.#trie = trie;
    this.#scores = scores;
    this.#unknown = unknown;
    this.#unknownScore = scores.reduce((least, score) => Math.min(least, score), 0) - UNKNOWN_PENALTY;
  }

  /** Cut the first `length` units of `word`; the result is in `count`, `ids` and `ends`. */
  segment(word: Uint16Array, length: number): void {
    this.begin(length);
    this.advance(word, length, 0, length);
    this.finish(length);
  }

  /** Make room for a word of `length` units. */
  begin(length: number): void {
    if (this.#best.length <= length) {
      const size = 2 * length + 2;
      this.#best = new Float64Array(size);
      this.#from = new Int32Array(size);
      this.#piece = new Int32Array(size);
    }
    this.#best.fill(Number.NEGATIVE_INFINITY, 0, length + 1);
    this.#best[0] = 0;
  }

  /** Try all pieces that start at units `start` to `end` (half-open). */
  advance(word: Uint16Array, length: number, start: number, end: number): void {
    const trie = this.#trie;
    const { pieceAt } = trie;
    const best = this.#best;
    for (let i = start; i < end; i++) {
      const score = best[i]!;
      if (score === Number.NEGATIVE_INFINITY) continue;
      const wide = (word[i]! & 0xfc00) === 0xd800 && i + 1 < length && (word[i + 1]! & 0xfc00) === 0xdc00 ? 2 : 1;
      let isKnown = false;
      for (let j = i, node = 0; j < length; j++) {
        node = trie.step(node, word[j]!);
        if (node === 0) break;
        const id = pieceAt[node]!;
        if (id < 0) continue;
        if (j + 1 - i === wide) isKnown = true;
        this.#offer(j + 1, i, id, score + this.#scores[id]!);
      }
      if (!isKnown) this.#offer(i + wide, i, this.#unknown, score + this.#unknownScore);
    }
  }

  #offer(end: number, start: number, id: number, score: number): void {
    if (score > this.#best[end]!) {
      this.#best[end] = score;
      this.#from[end] = start;
      this.#piece[end] = id;
    }
  }

  /** Walk back from the end, joining unknown characters. */
  finish(length: number): void {
    let count = 0;
    for (let at = length; at > 0; at = this.#from[at]!) {
      if (this.#piece[at] !== this.#unknown || at === length || this.ids[count - 1] !== this.#unknown) {
        if (count === this.ids.length) {
          this.ids = grown(this.ids);
          this.ends = grown(this.ends);
        }
        this.ids[count] = this.#piece[at]!;
        this.ends[count++] = at;
      }
    }
    this.ids.subarray(0, count).reverse();
    this.ends.subarray(0, count).reverse();
    this.count = count;
  }
}
