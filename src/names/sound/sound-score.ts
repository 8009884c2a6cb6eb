/**
 * How well a word of another script corresponds to a word in Latin letters: the best way of cutting the
 * letters into one group per unit, by dynamic programming over the boundaries.
 *
 *            w   i   t   k   o   f   f    letters
 *        o---.---.---.---.---.---.---.
 *   wei   `-------o                       "wi" for 威
 *   te              `o                    "t" for 特
 *   ke                 `o                 "k" for 科
 *   fu                    `------------o  "off" for 夫
 *   units
 *
 * Steps: one unit to zero to four letters, or a letter that corresponds to no unit. Time units × letters × 5 table
 * look-ups, memory two rows.
 */
import { longestGroup, type SoundTable, shortGroups } from './sound-table.ts';

/** A Latin word in numbers: the group of length k that starts at letter j is `groups[j * 5 + k]`. */
export interface LatinLetters {
  readonly letters: string;
  readonly codes: Uint8Array;
  readonly groups: Int32Array;
  /** What `latin-score.ts` has looked up for this word. */
  steps?: readonly GroupSteps[];
}

/** The learned steps of Latin groups that start at one letter of a word: length of the group, what it becomes, worth. */
export type GroupSteps = readonly { readonly from: number; readonly length: number; readonly group: number; readonly worth: number }[];

const width = longestGroup + 1;

/** A folded word (a-z) in numbers. */
export function latinLetters(letters: string): LatinLetters {
  const codes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0) - 96);
  const groups = new Int32Array((codes.length + 1) * width);
  for (let j = 0; j < codes.length; j++) {
    let group = 0;
    for (let k = 1; k <= longestGroup && j + k <= codes.length; k++) {
      group = group * 27 + codes[j + k - 1]!;
      groups[j * width + k] = group;
    }
  }
  return { letters, codes, groups };
}

/** Best total worth of turning all `units` (numbers of `table`) into all letters; nats, above 0 when better than chance. */
export function soundWorth(table: SoundTable, units: ArrayLike<number>, latin: LatinLetters): number {
  const { starts, groups, lengths, worths } = table.steps;
  const m = latin.codes.length;
  const row = m + 1;
  const grid = new Float64Array(row * 2).fill(Number.NEGATIVE_INFINITY);
  grid[0] = 0;
  let here = 0;
  for (let i = 0; i <= units.length; i++) {
    const next = row - here;
    if (i < units.length) grid.fill(Number.NEGATIVE_INFINITY, next, next + row);
    for (let j = 0; j <= m; j++) {
      const before = grid[here + j]!;
      if (j < m) raise(grid, here + j + 1, before + table.inserted[latin.codes[j]!]!);
      if (i === units.length) continue;
      const unit = units[i]!;
      const base = unit * shortGroups;
      raise(grid, next + j, before + table.short[base]!);
      if (j + 1 > m) continue;
      raise(grid, next + j + 1, before + table.short[base + latin.codes[j]!]!);
      if (j + 2 > m) continue;
      const two = base + latin.groups[j * width + 2]!;
      raise(grid, next + j + 2, before + table.short[two]!);
      if (table.hasLonger[two] === 0) continue;
      const bucket = unit * 27 + latin.codes[j]!;
      for (let step = starts[bucket]!; step < starts[bucket + 1]!; step++) {
        const k = lengths[step]!;
        if (k >= 3 && k <= m - j && groups[step] === latin.groups[j * width + k]) raise(grid, next + j + k, before + worths[step]!);
      }
    }
    if (i < units.length) here = next;
  }
  return grid[here + m]!;
}

function raise(grid: Float64Array, place: number, value: number): void {
  if (value > grid[place]!) grid[place] = value;
}

/** How much there is to explain in the letters: their surprise in nats. */
export function letterSurprise(table: SoundTable, latin: LatinLetters): number {
  let surprise = 0;
  for (const code of latin.codes) surprise -= table.letterShare[code]!;
  return surprise;
}

/** How much there is to explain in the units. */
export function unitSurprise(table: SoundTable, units: ArrayLike<number>): number {
  let surprise = 0;
  for (let i = 0; i < units.length; i++) surprise -= table.unitShare[units[i]!]!;
  return surprise;
}
