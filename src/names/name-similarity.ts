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
import { AlignmentError } from '../errors.ts';
import { withoutInvisible } from '../text/invisible.ts';
import { settleText } from '../text/settled-characters.ts';
import { countSyllables } from './sound/chinese-spellings.ts';
import { type PreparedName, type PreparedWord, prepareName } from './sound/prepared-name.ts';
import { wordSimilarity } from './sound/word-similarity.ts';

/** Below, a spelling that is not pinyin says nothing: with several to choose from, strangers come near one. */
const leastSpelled = 0.8;
/** Less than equal names are worth, since several spellings were tried: in pinyin with the surname's own reading, and in others. */
const mostPinyin = 0.99;
const mostSpelled = 0.97;
const least = 0.6; // words less alike are not paired
const weights = { light: 0.12, initial: 0.35, extra: 0.28, conflict: 1.35, swapped: 0.98 } as const;

/**
 * How alike two names sound, across scripts, 0 to 1: 1 for equal names, about 0.9 for a good transliteration, 0.5 for
 * the best of many strangers. Symmetric. 0 when either has no letter or digit.
 *
 * @throws {@link AlignmentError} `OPTION_INVALID` for what is no string, `TOO_LARGE` for a name of more than 400 UTF-16 units.
 * @example
 * ```ts
 * console.log(nameSimilarity('Witkoff', '威特科夫') > 0.9); // → true
 * console.log(nameSimilarity('Ali Khamenei', 'Ali Shamkhani') < 0.6); // → true
 * ```
 */
export function nameSimilarity(a: string, b: string): number {
  return preparedSimilarity(prepareName(checkName(a)), prepareName(checkName(b)));
}

/** Longer texts are no names, and comparing them letter by letter would take for ever. */
const longestName = 400;

function checkName(name: string): string {
  if (typeof name !== 'string') throw new AlignmentError('OPTION_INVALID', `nameSimilarity: expected two names, got ${typeof name}`);
  if (name.length > longestName)
    throw new AlignmentError('TOO_LARGE', `nameSimilarity: a name of ${name.length} characters, at most ${longestName} are compared`);
  return withoutInvisible(settleText(name));
}

/** {@link nameSimilarity} of names made ready before. */
export function preparedSimilarity(a: PreparedName, b: PreparedName): number {
  if (a.words.length === 0 || b.words.length === 0) return 0;
  if (a.text === b.text) return 1;
  if (a.words.length === 1 && b.words.length === 1) return wordSimilarity(a.words[0]!, b.words[0]!);
  // the same order of arguments inside, whatever the order outside: sums of floats must not differ
  const [first, second] = a.words.length < b.words.length || (a.words.length === b.words.length && a.text < b.text) ? [a, b] : [b, a];
  if (first.joined.key === second.joined.key) return first.text.length === second.text.length ? 0.999 : 0.995;
  const paired = pairedSimilarity(first.words, second.words);
  if (first.words.length === second.words.length && first.joined.script === second.joined.script) return paired;
  return Math.max(paired, wordSimilarity(first.joined, second.joined), spelledSimilarity(a, b));
}

/** A Chinese name and one in Latin letters with as many syllables, by the spellings that are not pinyin; 0 where none is near. */
function spelledSimilarity(a: PreparedName, b: PreparedName): number {
  const [han, latin] = a.joined.script === 'han' ? [a, b] : [b, a];
  if (han.joined.script !== 'han' || latin.joined.script !== 'latin') return 0;
  const syllables = latin.words.reduce((sum, { key }) => sum + countSyllables(key), 0);
  if (syllables !== [...han.joined.key].length) return 0;
  const best = Math.max(
    0,
    ...(han.spellings?.() ?? []).map(({ name, isPinyin }) => {
      const paired = pairedSimilarity(...inOrder(name.words, latin.words));
      // short syllables are no words: they are compared as one, too
      return Math.min(Math.max(paired, wordSimilarity(name.joined, latin.joined)), isPinyin ? mostPinyin : mostSpelled);
    }),
  );
  return best < leastSpelled ? 0 : best;
}

function inOrder(a: readonly PreparedWord[], b: readonly PreparedWord[]): [readonly PreparedWord[], readonly PreparedWord[]] {
  return a.length <= b.length ? [a, b] : [b, a];
}

function weightOf(word: PreparedWord): number {
  const length = word.script === 'digits' ? 4 : Math.min(9, Math.max(3, word.latin.codes.length));
  return length * (word.light ? weights.light : word.initial ? weights.initial : 1);
}

/** Best pairs first, each word used once; small numbers of words, so the greedy choice is nearly always the best one. */
function pairedSimilarity(source: readonly PreparedWord[], target: readonly PreparedWord[]): number {
  const [n, m] = [source.length, target.length];
  const grid = new Float64Array(n * m);
  let most = 0;
  for (let s = 0; s < n; s++) {
    for (let t = 0; t < m; t++) {
      const similarity = pairSimilarity(source[s]!, target[t]!);
      grid[s * m + t] = similarity;
      if (similarity > most) most = similarity;
    }
  }
  if (most < least) return 0.3 * most;
  const partner = new Int32Array(n).fill(-1);
  const taken = new Uint8Array(m);
  let explained = 0;
  let total = 0;
  for (;;) {
    let [best, bestS, bestT] = [least, -1, -1];
    for (let s = 0; s < n; s++) {
      if (partner[s] !== -1) continue;
      for (let t = 0; t < m; t++) {
        const similarity = grid[s * m + t]!;
        // of equal pairs the one that keeps the order of the words
        if (taken[t] === 1 || similarity < best || (similarity === best && bestS >= 0 && Math.abs(s - t) >= Math.abs(bestS - bestT)))
          continue;
        [best, bestS, bestT] = [similarity, s, t];
      }
    }
    if (bestS < 0) break;
    partner[bestS] = bestT;
    taken[bestT] = 1;
    const weight = (weightOf(source[bestS]!) + weightOf(target[bestT]!)) / 2;
    explained += weight * best;
    total += weight;
  }
  let left = 0;
  let right = 0;
  let swapped = false;
  let last = -1;
  for (let s = 0; s < n; s++) {
    if (partner[s] === -1) left += weightOf(source[s]!);
    else if (!source[s]!.light) {
      if (partner[s]! < last) swapped = true;
      last = partner[s]!;
    }
  }
  for (let t = 0; t < m; t++) if (taken[t] === 0) right += weightOf(target[t]!);
  const similarity = explained / (total + weights.extra * Math.abs(left - right) + 2 * weights.conflict * Math.min(left, right));
  return swapped ? similarity * weights.swapped : similarity;
}

/** Two words; an initial is like any word it begins. */
function pairSimilarity(one: PreparedWord, other: PreparedWord): number {
  if (one.initial !== other.initial) {
    const [initial, word] = one.initial ? [one, other] : [other, one];
    return !word.light && word.latin.letters[0] !== undefined && initial.latin.letters[0] === word.latin.letters[0] ? 0.85 : 0;
  }
  return haveNothingInCommon(one, other) ? 0 : wordSimilarity(one, other, least);
}

/** Latin words whose consonants, by class, are mostly not the other's: far below {@link least}, so not worth the comparison. */
function haveNothingInCommon(one: PreparedWord, other: PreparedWord): boolean {
  if (one.script !== 'latin' || other.script !== 'latin') return false;
  const [a, b] = [bitCount(one.consonants), bitCount(other.consonants)];
  return Math.min(a, b) >= 2 && bitCount(one.consonants & other.consonants) * 2 < Math.min(a, b);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
