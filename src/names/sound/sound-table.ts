/**
 * The learned tables, read on first use: what it is worth to find a group of Latin letters where a sound unit stands.
 *
 * A step's worth is its pointwise mutual information in nats, log p(unit, group) - log p(unit) - log p(group), with
 * p(group) the product of its letters' shares: above 0, the two correspond more often than by chance. Worths
 * add up over the steps of a word. Units and letters are numbers here: letters 1 to 26, groups in base 27.
 *
 * A parsed table takes about 4 kB a unit, 1.5 MB for Chinese, 0.1 to 0.6 MB for the others.
 */

import { exp, log } from '../../exact-math.ts';
import { lazy } from '../../lazy.ts';
import { soundTables } from './sound-tables.ts';
import type { SoundScript } from './sound-units.ts';

/** Longest group of letters that corresponds to one unit. */
export const longestGroup = 4;
const logarithmStep = -0.4;
const levels = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
// a unit spelled in a way never seen; chosen on eval-dev (-9 loses 4 points on Chinese)
const surpriseOfUnseen = -6;
const surpriseOfInsertion = 3;

/** One table in numbers. */
export interface SoundTable {
  /** Number of a unit; unit 0 is the empty one, unknown units get {@link SoundTable.unknown}. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly unknown: number;
  /** Natural logarithm of each unit's share. */
  readonly unitShare: Float64Array;
  /** Natural logarithm of each letter's share, 27 entries; entry 0 is 0. */
  readonly letterShare: Float64Array;
  /** Groups a unit may become, most probable first. */
  readonly spellings: readonly (readonly { group: string; logarithm: number }[])[];
  /** Worth of a unit becoming one given letter or none when that was never seen, before the letter's share is taken off. */
  readonly unseen: number;
  /** Worth of unit `u` becoming group `g` of at most two letters, at `u * 729 + g`: all steps, also those never seen. */
  readonly short: Float32Array;
  /** 1 at `u * 729 + g` where unit `u` becomes longer groups that begin with the two letters `g`. */
  readonly hasLonger: Uint8Array;
  readonly steps: SoundSteps;
  /** Worth (PMI) of a letter that corresponds to no unit, 27 entries. */
  readonly inserted: Float64Array;
}

/** All that units may become, by unit and first letter: those of unit `u` and letter `l` (0: no letter) stand from `starts[u * 27 + l]` on. */
export interface SoundSteps {
  readonly starts: Int32Array;
  /** Groups as numbers, their lengths, and what each is worth. */
  readonly groups: Int32Array;
  readonly lengths: Uint8Array;
  readonly worths: Float64Array;
}

/** Groups of at most two letters there are: the width of a row of {@link SoundTable.short}. */
export const shortGroups = 27 * 27;

const tables = Object.fromEntries(Object.entries(soundTables).map(([script, table]) => [script, lazy(() => parseTable(table))])) as Record<
  SoundScript,
  () => SoundTable
>;

/** The table of a script, parsed once. */
export function soundTable(script: SoundScript): SoundTable {
  return tables[script]();
}

/** The letters of a group as one number: base 27, a = 1. */
export function groupNumber(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 27 + letters.charCodeAt(i) - 96;
  return number;
}

function sortSteps(
  spellings: readonly (readonly { group: string; logarithm: number }[])[],
  lastUnit: number,
  worth: (unit: number, group: string, logarithm: number) => number,
): SoundSteps {
  const starts = new Int32Array((lastUnit + 1) * 27 + 1);
  const bucketOf = (unit: number, group: string) => unit * 27 + groupNumber(group.slice(0, 1));
  for (const [unit, groups] of spellings.entries()) for (const { group } of groups) starts[bucketOf(unit, group) + 1]!++;
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  const next = starts.slice();
  const count = starts[starts.length - 1]!;
  const steps = { starts, groups: new Int32Array(count), lengths: new Uint8Array(count), worths: new Float64Array(count) };
  for (const [unit, groups] of spellings.entries()) {
    for (const { group, logarithm } of groups) {
      const at = next[bucketOf(unit, group)]!++;
      steps.groups[at] = groupNumber(group);
      steps.lengths[at] = group.length;
      steps.worths[at] = worth(unit, group, logarithm);
    }
  }
  return steps;
}

/** Worth of a unit becoming a group; NaN for a step never seen. */
export function stepWorth({ starts, groups, worths }: SoundSteps, unit: number, group: number): number {
  for (let at = starts[unit * 27]!; at < starts[unit * 27 + 27]!; at++) if (groups[at] === group) return worths[at]!;
  return Number.NaN;
}

function parseTable(text: string): SoundTable {
  const numbers = new Map<string, number>([['', 0]]);
  const spellings: { group: string; logarithm: number }[][] = [[]];
  const letterMass = new Float64Array(27);
  const unitMass: number[] = [0];
  let letterTotal = 0;
  for (const entry of text.split(' ')) {
    const colon = entry.indexOf(':');
    const unit = entry.slice(0, colon);
    const number = unit === '' ? 0 : numbers.size;
    numbers.set(unit, number);
    spellings[number] = [];
    unitMass[number] = 0;
    for (const match of entry.slice(colon + 1).matchAll(/([a-z]*)([0-9A-Z])/g)) {
      const logarithm = levels.indexOf(match[2]!) * logarithmStep;
      const mass = exp(logarithm);
      spellings[number].push({ group: match[1]!, logarithm });
      unitMass[number]! += mass;
      for (const letter of match[1]!) {
        letterMass[letter.charCodeAt(0) - 96]! += mass;
        letterTotal += mass;
      }
    }
    spellings[number].sort((a, b) => b.logarithm - a.logarithm);
  }
  const unknown = numbers.size;
  const leastMass = 1e-7;
  const unitShare = Float64Array.from([...unitMass, leastMass], (mass) => log(Math.max(mass, leastMass)));
  unitShare[0] = 0; // letters without a unit cost what the table says and gain nothing
  const letterShare = letterMass.map((mass, letter) => (letter === 0 ? 0 : log(Math.max(mass / letterTotal, 1e-4))));

  const steps = sortSteps(spellings, unknown, (unit, group, logarithm) => {
    let worth = logarithm - unitShare[unit]!;
    for (const letter of group) worth -= letterShare[letter.charCodeAt(0) - 96]!;
    return worth;
  });
  const short = new Float32Array((unknown + 1) * shortGroups).fill(Number.NEGATIVE_INFINITY);
  const hasLonger = new Uint8Array(short.length);
  for (let unit = 0; unit <= unknown; unit++) {
    for (let letter = 0; letter < 27; letter++) short[unit * shortGroups + letter] = surpriseOfUnseen - letterShare[letter]!;
    for (const { group } of spellings[unit] ?? []) {
      const number = groupNumber(group.slice(0, 2));
      if (group.length <= 2) short[unit * shortGroups + number] = stepWorth(steps, unit, number);
      else hasLonger[unit * shortGroups + number] = 1;
    }
  }
  const inserted = Float64Array.from({ length: 27 }, (_, letter) => {
    const seen = stepWorth(steps, 0, letter);
    return Number.isNaN(seen) ? surpriseOfUnseen - surpriseOfInsertion - letterShare[letter]! : seen;
  });
  return { numbers, unknown, unitShare, letterShare, spellings, unseen: surpriseOfUnseen, short, hasLonger, steps, inserted };
}
