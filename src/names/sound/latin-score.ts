/**
 * How likely two Latin spellings represent one name: an edit distance whose costs were learned from names that are
 * spelled several ways (w/v, ks/x, y/i, sch/sh …), groups of up to three letters on either side.
 *
 * Worths are pointwise mutual information, as in sound-table.ts, but with the letters' shares on both sides; the table
 * is made symmetric, so the order of the words does not matter. Time letters × letters × the groups that start there
 * (few: most letters start none), memory four rows.
 */
import { exp, log } from '../../exact-math.ts';
import { lazy } from '../../lazy.ts';
import type { GroupSteps, LatinLetters } from './sound-score.ts';
import { groupNumber } from './sound-table.ts';
import { soundTables } from './sound-tables.ts';

const levels = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letterSpan = 27;
// log share of exchanges the training pairs never showed, by how near the sounds are (chosen on half of eval-dev)
const unseen = {
  vowels: -8,
  neighbours: -8.5,
  others: -11.5,
  vowelForConsonant: -12.5,
  droppedVowel: -7.5,
  droppedConsonant: -8.5,
} as const;
const swapped = -11; // two letters in the wrong order
const vowels = 'aeiouy';
const neighbours = ['bp', 'fvw', 'dt', 'gkcqx', 'szcx', 'jgyi', 'mn', 'lr', 'hgkx', 'pf', 'bv', 'tc', 'uw'];

function unseenShare(a: string, b: string): number {
  if (a === '' || b === '') return vowels.includes(a || b) || a === 'h' || b === 'h' ? unseen.droppedVowel : unseen.droppedConsonant;
  if (vowels.includes(a) && vowels.includes(b)) return unseen.vowels;
  if (neighbours.some((group) => group.includes(a) && group.includes(b))) return unseen.neighbours;
  return vowels.includes(a) !== vowels.includes(b) ? unseen.vowelForConsonant : unseen.others;
}

/** Step of more than one letter on some side: into which group, and for what. */
interface GroupStep {
  readonly length: number;
  readonly group: number;
  readonly worth: number;
}

interface LatinTable {
  /** Worth of one letter for one other, or (row or column 0) for none: 27 × 27. */
  readonly letters: Float64Array;
  /** Steps with a group on some side, by the group on the left (number, length up to 3). */
  readonly groups: ReadonlyMap<number, readonly GroupStep[]>;
  /** Natural logarithm of each letter's share; entry 0 is 0. */
  readonly share: Float64Array;
}

const latinTable = lazy((): LatinTable => {
  const steps: { left: string; right: string; logarithm: number }[] = [];
  for (const entry of soundTables.latin.split(' ')) {
    const colon = entry.indexOf(':');
    for (const match of entry.slice(colon + 1).matchAll(/([a-z]*)([0-9A-Z])/g)) {
      steps.push({ left: entry.slice(0, colon), right: match[1]!, logarithm: levels.indexOf(match[2]!) * -0.4 });
    }
  }
  const mass = new Float64Array(letterSpan);
  let total = 0;
  for (const { left, right, logarithm } of steps) {
    for (const letter of left + right) {
      mass[letter.charCodeAt(0) - 96]! += exp(logarithm);
      total += exp(logarithm);
    }
  }
  const share = mass.map((amount, letter) => (letter === 0 ? 0 : log(Math.max(amount / total, 1e-4))));
  const shareOf = (letters: string) => [...letters].reduce((sum, letter) => sum + share[letter.charCodeAt(0) - 96]!, 0);

  const letters = new Float64Array(letterSpan * letterSpan);
  for (let a = 0; a < letterSpan; a++) {
    for (let b = 0; b < letterSpan; b++) {
      letters[a * letterSpan + b] = unseenShare(letterOf(a), letterOf(b)) - share[a]! - share[b]!;
    }
  }
  const groups = new Map<number, GroupStep[]>();
  const both = new Map<string, { left: string; right: string; logarithm: number }>();
  for (const { left, right, logarithm } of steps) {
    for (const step of [
      { left, right, logarithm },
      { left: right, right: left, logarithm },
    ]) {
      const key = `${step.left} ${step.right}`;
      if ((both.get(key)?.logarithm ?? Number.NEGATIVE_INFINITY) < logarithm) both.set(key, step);
    }
  }
  for (const { left, right, logarithm } of both.values()) {
    const worth = logarithm - shareOf(left) - shareOf(right);
    if (left.length <= 1 && right.length <= 1) {
      const place = groupNumber(left) * letterSpan + groupNumber(right);
      letters[place] = Math.max(letters[place]!, worth);
      continue;
    }
    const list = groups.get(groupNumber(left)) ?? [];
    list.push({ length: right.length, group: groupNumber(right), worth });
    groups.set(groupNumber(left), list);
  }
  return { letters, groups, share };
});

function letterOf(code: number): string {
  return code === 0 ? '' : String.fromCharCode(96 + code);
}

/**
 * Best total worth of turning one word into the other; nats, the same in both directions.
 *
 * @param least - Below this the exact answer does not matter: -Infinity may come back once it is out of reach.
 */
export function latinWorth(source: LatinLetters, target: LatinLetters, least = Number.NEGATIVE_INFINITY): number {
  const { letters, groups, share } = latinTable();
  const [n, m] = [source.codes.length, target.codes.length];
  const row = m + 1;
  const grid = new Float64Array(row * (n + 1)).fill(Number.NEGATIVE_INFINITY);
  grid[0] = 0;
  source.steps ??= Array.from({ length: n }, (_, i) => stepsAt(groups, source, i));
  for (let i = 0; i <= n; i++) {
    const steps = i < n ? source.steps[i]! : [];
    const own = i < n ? source.codes[i]! : 0;
    if (
      i > 0 &&
      (i === n >> 2 || i === n >> 1 || i === (3 * n) >> 2) &&
      least > Number.NEGATIVE_INFINITY &&
      !isWithinReach(grid, i, source, target, least)
    )
      return Number.NEGATIVE_INFINITY;
    for (let j = 0; j <= m; j++) {
      const here = i * row + j;
      const before = grid[here]!;
      const theirs = j < m ? target.codes[j]! : 0;
      if (i < n) raise(grid, here + row, before + letters[own * letterSpan]!);
      if (j === m) continue;
      raise(grid, here + 1, before + letters[theirs]!);
      if (i === n) continue;
      raise(grid, here + row + 1, before + letters[own * letterSpan + theirs]!);
      if (own !== theirs && own === target.codes[j + 1] && theirs === source.codes[i + 1]) {
        raise(grid, here + 2 * row + 2, before + swapped - 2 * share[own]! - 2 * share[theirs]!);
      }
      for (const { from, length, group, worth } of steps) {
        if (j + length <= m && target.groups[j * 5 + length] === group) raise(grid, here + from * row + length, before + worth);
      }
    }
  }
  return grid[n * row + m]!;
}

/** Whether some path may still reach `least`: no step is worth more than the surprise of its letters. Steps skip two rows at most. */
function isWithinReach(grid: Float64Array, i: number, source: LatinLetters, target: LatinLetters, least: number): boolean {
  const { share } = latinTable();
  const [n, m] = [source.codes.length, target.codes.length];
  let left = 0; // surprise of the source letters to come
  for (let at = i; at < n; at++) left -= share[source.codes[at]!]!;
  for (let at = i; at <= Math.min(i + 2, n); at++) {
    let right = 0; // and of the target letters
    for (let j = m; j >= 0; j--) {
      if (grid[at * (m + 1) + j]! + Math.min(left, right) >= least) return true;
      if (j > 0) right -= share[target.codes[j - 1]!]!;
    }
    if (at < n) left += share[source.codes[at]!]!;
  }
  return false;
}

function raise(grid: Float64Array, place: number, value: number): void {
  if (value > grid[place]!) grid[place] = value;
}

function stepsAt(groups: LatinTable['groups'], word: LatinLetters, start: number): GroupSteps {
  const steps: GroupSteps[number][] = [];
  for (let from = 1; from <= 3 && start + from <= word.codes.length; from++) {
    for (const step of groups.get(word.groups[start * 5 + from]!) ?? []) steps.push({ from, ...step });
  }
  return steps;
}

/** How much there is to explain in a word, in nats. */
export function latinSurprise(word: LatinLetters): number {
  const { share } = latinTable();
  let surprise = 0;
  for (const code of word.codes) surprise -= share[code]!;
  return surprise;
}
