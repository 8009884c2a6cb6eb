/**
 * How well two Latin spellings stand for one name: an edit distance whose prices were learned from names that are
 * spelled several ways (w/v, ks/x, y/i, sch/sh …), groups of up to three letters on either side.
 *
 * Worths are pointwise mutual information, as in sound-table.ts, but with the letters' shares on both sides; the table
 * is made symmetric, so the order of the words does not matter. Time letters × letters × the groups that start there
 * (few: most letters start none), memory four rows.
 */
import type { LatinLetters } from './sound-score.ts';
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

let parsed: LatinTable | undefined;

function latinTable(): LatinTable {
  if (parsed !== undefined) return parsed;
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
      mass[letter.charCodeAt(0) - 96]! += Math.exp(logarithm);
      total += Math.exp(logarithm);
    }
  }
  const share = mass.map((amount, letter) => (letter === 0 ? 0 : Math.log(Math.max(amount / total, 1e-4))));
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
  parsed = { letters, groups, share };
  return parsed;
}

function letterOf(code: number): string {
  return code === 0 ? '' : String.fromCharCode(96 + code);
}

let buffer = new Float64Array(256);

/** Best total worth of turning one word into the other; nats, the same in both directions. */
export function latinWorth(source: LatinLetters, target: LatinLetters): number {
  const { letters, groups } = latinTable();
  const [n, m] = [source.codes.length, target.codes.length];
  const row = m + 1;
  if (buffer.length < row * (n + 1)) buffer = new Float64Array(row * (n + 1) * 2);
  const grid = buffer;
  grid.fill(Number.NEGATIVE_INFINITY, 0, row * (n + 1));
  grid[0] = 0;
  for (let i = 0; i <= n; i++) {
    const steps = stepsAt(groups, source, i);
    for (let j = 0; j <= m; j++) {
      const here = i * row + j;
      const before = grid[here]!;
      if (before === Number.NEGATIVE_INFINITY) continue;
      if (i < n) raise(grid, here + row, before + letters[source.codes[i]! * letterSpan]!);
      if (j < m) raise(grid, here + 1, before + letters[target.codes[j]!]!);
      if (i < n && j < m) raise(grid, here + row + 1, before + letters[source.codes[i]! * letterSpan + target.codes[j]!]!);
      for (const [length, list] of steps) {
        for (const step of list) {
          if (j + step.length > m || target.groups[j * 5 + step.length] !== step.group) continue;
          raise(grid, here + length * row + step.length, before + step.worth);
        }
      }
    }
  }
  return grid[n * row + m]!;
}

function raise(grid: Float64Array, place: number, value: number): void {
  if (value > grid[place]!) grid[place] = value;
}

function stepsAt(groups: LatinTable['groups'], word: LatinLetters, start: number): (readonly [number, readonly GroupStep[]])[] {
  const steps: (readonly [number, readonly GroupStep[]])[] = [];
  for (let length = 1; length <= 3 && start + length <= word.codes.length; length++) {
    const list = groups.get(word.groups[start * 5 + length]!);
    if (list !== undefined) steps.push([length, list]);
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
