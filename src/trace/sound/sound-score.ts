/**
 * How well a word of another script and a word in Latin letters stand for each other: the best way of cutting the
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
 * Steps: one unit to zero to four letters, or a letter that no unit stands for. Time units × letters × 5 table
 * look-ups, memory two rows.
 */
import { longestGroup, type SoundTable } from './sound-table.ts';

/** A Latin word in numbers: the group of length k that starts at letter j is `groups[j * 5 + k]`. */
export interface LatinLetters {
  readonly letters: string;
  readonly codes: Uint8Array;
  readonly groups: Int32Array;
}

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

let buffer = new Float64Array(256);

/** Best total worth of turning all `units` (numbers of `table`) into all letters; nats, above 0 when better than chance. */
export function soundWorth(table: SoundTable, units: ArrayLike<number>, latin: LatinLetters): number {
  const m = latin.codes.length;
  const row = m + 1;
  if (buffer.length < row * 2) buffer = new Float64Array(row * 4);
  const grid = buffer;
  grid.fill(Number.NEGATIVE_INFINITY, 0, row * 2);
  grid[0] = 0;
  let here = 0;
  for (let i = 0; i <= units.length; i++) {
    const next = row - here;
    if (i < units.length) grid.fill(Number.NEGATIVE_INFINITY, next, next + row);
    for (let j = 0; j <= m; j++) {
      const before = grid[here + j]!;
      if (j < m) {
        const inserted = before + letterWorth(table, latin.codes[j]!);
        if (inserted > grid[here + j + 1]!) grid[here + j + 1] = inserted;
      }
      if (i === units.length) continue;
      const unit = units[i]!;
      const longest = Math.min(longestGroup, m - j);
      for (let k = 0; k <= longest; k++) {
        let worth = table.worth(unit, latin.groups[j * width + k]!);
        if (Number.isNaN(worth)) {
          if (k > 1) continue;
          worth = table.unseen - (k === 0 ? 0 : table.letterShare[latin.codes[j]!]!);
        }
        if (before + worth > grid[next + j + k]!) grid[next + j + k] = before + worth;
      }
    }
    if (i < units.length) here = next;
  }
  return grid[here + m]!;
}

/** Worth of a letter that no unit stands for. */
export function letterWorth(table: SoundTable, letter: number): number {
  const worth = table.worth(0, letter);
  return Number.isNaN(worth) ? table.unseen - 3 - table.letterShare[letter]! : worth;
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
