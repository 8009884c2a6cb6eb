/**
 * Finds a Latin name word inside text without capitals or spaces, by sound: the stretch of sound units that the
 * letters, all of them, stand for best.
 *
 *     与 俄 罗 斯 总 统 弗 拉 基 米 尔 普 京 进 行        "putin"
 *                                    '---'            pu + jing: worth 7 nats, the rest below 0
 *
 * Dynamic programming over units × letters, free to start and end at any unit (Smith and Waterman, 1981, on one side).
 * A stretch found by chance among N places reaches a worth of about log N nats, which is what callers hold it against.
 */
import type { LatinLetters } from '../sound/sound-score.ts';
import { longestGroup, shortGroups, soundTable } from '../sound/sound-table.ts';
import { type SoundScript, scriptOf, soundUnits } from '../sound/sound-units.ts';

/** Text of one script in sound units, with the place of each. */
export interface SoundText {
  readonly script: SoundScript;
  readonly units: Int32Array;
  /** Offset of each unit's character, and where that character ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A stretch of a {@link SoundText}, as offsets into its text. */
export interface SoundMatch {
  readonly start: number;
  readonly end: number;
  /** Nats above chance. */
  readonly worth: number;
}

/** Read the characters of one script in a text; a gap (other characters) becomes a unit that corresponds to nothing. */
export function soundText(text: string, script: SoundScript): SoundText {
  const table = soundTable(script);
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (scriptOf(character) === script) {
      const word = soundUnits(character);
      for (const unit of word.units) {
        units.push(table.numbers.get(unit) ?? table.unknown);
        starts.push(at);
        ends.push(end);
      }
    } else if (units.at(-1) !== -1) {
      units.push(-1);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { script, units: Int32Array.from(units), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Words of fewer letters find their columns ready: names are looked for by the thousand. */
const shortWord = 32;
const needs = new Float64Array(shortWord);
const scratch = {
  here: new Float64Array(shortWord),
  next: new Float64Array(shortWord),
  began: new Int32Array(shortWord),
  nextBegan: new Int32Array(shortWord),
};

/** A match may begin at any unit, with no letter used. */
function open(worths: Float64Array, began: Int32Array, row: number, at: number): void {
  worths.fill(Number.NEGATIVE_INFINITY, 0, row);
  worths[0] = 0;
  began[0] = at;
}

/** Spans that correspond to the letters, best first, without overlaps, each with a score of at least `least` nats. */
export function findBySound(text: SoundText, latin: LatinLetters, least: number, from = 0, to = text.units.length): SoundMatch[] {
  const table = soundTable(text.script);
  const m = latin.codes.length;
  const row = m + 1;
  const width = longestGroup + 1;
  // no unit scores more than the surprisal of its letters: a path that can no longer reach `least` is dropped
  const needed = needs.length >= row ? needs : new Float64Array(row);
  needed[m] = least;
  for (let j = m - 1; j >= 0; j--) needed[j] = needed[j + 1]! + table.letterShare[latin.codes[j]!]!;
  if (m === 0 || needed[0]! > 0) return [];
  const isShort = row <= shortWord;
  let here = isShort ? scratch.here : new Float64Array(row);
  let next = isShort ? scratch.next : new Float64Array(row);
  let began = isShort ? scratch.began : new Int32Array(row);
  let nextBegan = isShort ? scratch.nextBegan : new Int32Array(row);
  const { short, hasLonger, steps } = table;
  const ends: { unit: number; began: number; worth: number }[] = [];
  open(here, began, row, from);
  for (let i = from; i < to; i++) {
    open(next, nextBegan, row, i + 1);
    const unit = text.units[i]!;
    if (unit >= 0) {
      for (let j = 0; j <= m; j++) {
        const before = here[j]!;
        if (before < needed[j]!) continue;
        if (j < m) {
          const inserted = before + table.inserted[latin.codes[j]!]!;
          if (inserted > here[j + 1]!) {
            here[j + 1] = inserted;
            began[j + 1] = began[j]!;
          }
        }
        if (j > 0) {
          const base = unit * shortGroups;
          const longest = Math.min(2, m - j);
          for (let k = 0; k <= longest; k++) {
            const reached = before + short[base + latin.groups[j * width + k]!]!;
            if (reached > next[j + k]!) {
              next[j + k] = reached;
              nextBegan[j + k] = began[j]!;
            }
          }
          if (m - j < 3 || hasLonger[base + latin.groups[j * width + 2]!] === 0) continue;
        }
        // known correspondences of a unit: more than two letters, or, where a match begins, one or two
        const bucket = unit * 27 + latin.codes[j]!;
        for (let step = steps.starts[bucket]!; step < steps.starts[bucket + 1]!; step++) {
          const k = steps.lengths[step]!;
          if ((j > 0 && k < 3) || k > m - j || steps.groups[step] !== latin.groups[j * width + k]) continue;
          const reached = before + steps.worths[step]!;
          if (reached > next[j + k]!) {
            next[j + k] = reached;
            nextBegan[j + k] = began[j]!;
          }
        }
      }
      if (next[m]! >= least) ends.push({ unit: i, began: nextBegan[m]!, worth: next[m]! });
    }
    const [spent, spentBegan] = [here, began];
    here = next;
    began = nextBegan;
    next = spent;
    nextBegan = spentBegan;
  }
  ends.sort((a, b) => b.worth - a.worth || a.unit - b.unit);
  const matches: SoundMatch[] = [];
  const taken = new Uint8Array(ends.length === 0 ? 0 : text.ends[text.ends.length - 1]!);
  for (const { unit, began: first, worth } of ends) {
    const [start, end] = [text.starts[first]!, text.ends[unit]!];
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    matches.push({ start, end, worth });
  }
  return matches;
}
