/**
 * Cuts runs of Han characters into words of a list: the cheapest path, a word costing its rarity (a unigram model, as Kudo 2018 and jieba use).
 *
 * Time: characters × longest word; memory: two numbers a character of the run.
 */

/** A word where it stands. */
export interface HanWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longest word of the list, in characters. */
export const MAX_HAN_WORD = 4;

/** The words of all Han runs of a text. `cost` is undefined for what is no word; single characters outside the list cost `unknown`. */
export function cutHan(text: string, cost: (word: string) => number | undefined, unknown: number): HanWord[] {
  const words: HanWord[] = [];
  for (const run of text.matchAll(/[\u3400-\u4dbf\u4e00-\u9fff]+/g)) cutRun(run[0], run.index, cost, unknown, words);
  return words;
}

function cutRun(run: string, offset: number, cost: (word: string) => number | undefined, unknown: number, words: HanWord[]): void {
  const sums = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  const lengths = new Uint8Array(run.length + 1);
  sums[0] = 0;
  for (let start = 0; start < run.length; start++) {
    for (let length = 1; length <= MAX_HAN_WORD && start + length <= run.length; length++) {
      const price = cost(run.slice(start, start + length)) ?? (length === 1 ? unknown : undefined);
      if (price === undefined || sums[start]! + price >= sums[start + length]!) continue;
      sums[start + length] = sums[start]! + price;
      lengths[start + length] = length;
    }
  }
  const cuts: number[] = [];
  for (let end = run.length; end > 0; end -= lengths[end]!) cuts.push(end);
  let start = 0;
  for (const end of cuts.reverse()) {
    words.push({ text: run.slice(start, end), start: offset + start, end: offset + end });
    start = end;
  }
}
