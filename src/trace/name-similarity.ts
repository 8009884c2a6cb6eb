/**
 * How likely two names, in any scripts, are spellings of one name.
 *
 * Words are paired by sound, in any order. Three things may be left over:
 * a word on one side only (a dropped middle name: costs little), words on both sides (two people who share a name:
 * costs all their weight and more), particles and legal forms (cost next to nothing). An initial pairs with any word
 * it begins. Where the names are cut into words differently (`习近平`, `Xi Jinping`; `Jong-un`, `Jong Un`) they are also
 * compared as one word each, and the better answer counts.
 *
 * Weights were chosen on the even lines of nomenklatura's name_bench (half of it), and are measured on the odd ones.
 */
import { type PreparedName, type PreparedWord, prepareName } from './sound/prepared-name.ts';
import { wordSimilarity } from './sound/word-similarity.ts';

const least = 0.6; // words less alike are not paired
const weights = { light: 0.12, initial: 0.35, extra: 0.28, conflict: 1.35, swapped: 0.98 } as const;

/**
 * How alike two names sound, across scripts, 0 to 1: 1 for equal names, about 0.9 for a good transliteration, 0.5 for
 * the best of many strangers. Symmetric. 0 when either has no letter or digit.
 *
 * @example
 * ```ts
 * nameSimilarity('Witkoff', '威特科夫'); // about 0.9
 * nameSimilarity('Ali Khamenei', 'Ali Shamkhani'); // below 0.6
 * ```
 */
export function nameSimilarity(a: string, b: string): number {
  return preparedSimilarity(prepareName(a), prepareName(b));
}

/** {@link nameSimilarity} of names made ready before. */
export function preparedSimilarity(a: PreparedName, b: PreparedName): number {
  if (a.words.length === 0 || b.words.length === 0) return 0;
  if (a.text === b.text) return 1;
  if (a.words.length === 1 && b.words.length === 1) return wordSimilarity(a.words[0]!, b.words[0]!);
  // the same order of arguments inside, whatever the order outside: sums of floats must not differ
  const [first, second] = a.words.length < b.words.length || (a.words.length === b.words.length && a.text < b.text) ? [a, b] : [b, a];
  const asOne = wordSimilarity(first.joined, second.joined);
  if (asOne === 1) return first.text.length === second.text.length ? 0.999 : 0.995;
  const paired = pairedSimilarity(first.words, second.words);
  return first.words.length === second.words.length && first.joined.script === second.joined.script ? paired : Math.max(paired, asOne);
}

function weightOf(word: PreparedWord): number {
  const length = word.script === 'digits' ? 4 : Math.min(9, Math.max(3, word.latin.codes.length));
  return length * (word.light ? weights.light : word.initial ? weights.initial : 1);
}

function pairedSimilarity(source: readonly PreparedWord[], target: readonly PreparedWord[]): number {
  const pairs: { s: number; t: number; similarity: number }[] = [];
  for (const [s, one] of source.entries()) {
    for (const [t, other] of target.entries()) {
      const similarity = pairSimilarity(one, other);
      if (similarity >= least) pairs.push({ s, t, similarity });
    }
  }
  pairs.sort((x, y) => y.similarity - x.similarity || Math.abs(x.s - x.t) - Math.abs(y.s - y.t) || x.s - y.s || x.t - y.t);
  const sourceFree = new Set(source.keys());
  const targetFree = new Set(target.keys());
  let explained = 0;
  let total = 0;
  const order: { s: number; t: number }[] = [];
  for (const { s, t, similarity } of pairs) {
    if (!sourceFree.has(s) || !targetFree.has(t)) continue;
    sourceFree.delete(s);
    targetFree.delete(t);
    const weight = (weightOf(source[s]!) + weightOf(target[t]!)) / 2;
    explained += weight * similarity;
    total += weight;
    if (!source[s]!.light) order.push({ s, t });
  }
  if (explained === 0) return 0.3 * Math.max(0, ...source.flatMap((one) => target.map((other) => wordSimilarity(one, other))));
  const left = [...sourceFree].reduce((sum, s) => sum + weightOf(source[s]!), 0);
  const right = [...targetFree].reduce((sum, t) => sum + weightOf(target[t]!), 0);
  const conflict = Math.min(left, right);
  const similarity = explained / (total + weights.extra * Math.abs(left - right) + 2 * weights.conflict * conflict);
  const swapped = order.some(({ s, t }) => order.some((other) => (other.s - s) * (other.t - t) < 0));
  return swapped ? similarity * weights.swapped : similarity;
}

/** Two words; an initial is like any word it begins. */
function pairSimilarity(one: PreparedWord, other: PreparedWord): number {
  if (one.initial !== other.initial) {
    const [initial, word] = one.initial ? [one, other] : [other, one];
    return !word.light && word.latin.letters[0] !== undefined && initial.latin.letters[0] === word.latin.letters[0] ? 0.85 : 0;
  }
  return wordSimilarity(one, other);
}
