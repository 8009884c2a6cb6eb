/**
 * What languages do to foreign names, seen when a name comes back from them: which language did a text pass through?
 *
 * A habit explains a spelling when doing it to the right form brings that nearer to what is written. One habit proves
 * little: sh becomes s in Greek and elsewhere; a claim needs several names, and one language that explains most.
 */
import { letterDistance } from '../names/linking/letter-distance.ts';

interface Habit {
  readonly from: RegExp;
  readonly to: string;
  /** How telling the habit is for the language, 0 to 1. */
  readonly weight: number;
}

// general knowledge of how these languages write what they hear, and how they are read back
const habits: Readonly<Record<string, readonly Habit[]>> = {
  el: [
    { from: /sh/g, to: 's', weight: 1 },
    { from: /zhzh|zh/g, to: 'z', weight: 1 },
    { from: /^kh/g, to: 'h', weight: 0.6 },
    { from: /ch/g, to: 'ts', weight: 1 },
    { from: /(?<=[^aeiou])$/g, to: 'a', weight: 0.7 },
    { from: /b/g, to: 'mp', weight: 1 },
    { from: /d/g, to: 'nt', weight: 1 },
    { from: /j|dzh/g, to: 'tz', weight: 1 },
    { from: /off$/g, to: 'ov', weight: 0.4 },
    { from: /^w/g, to: 'wh', weight: 0.2 },
  ],
  id: [
    { from: /c(?=[aoukrl])/g, to: 'k', weight: 1 },
    { from: /ss/g, to: 's', weight: 0.6 },
    { from: /ph/g, to: 'f', weight: 0.6 },
    { from: /ne$/g, to: 'na', weight: 1 },
    { from: /x/g, to: 'ks', weight: 0.6 },
  ],
  de: [
    { from: /sh/g, to: 'sch', weight: 1 },
    { from: /v/g, to: 'w', weight: 1 },
    { from: /ch/g, to: 'tsch', weight: 1 },
    { from: /zh/g, to: 'sch', weight: 1 },
    { from: /y$/g, to: 'yj', weight: 0.6 },
    { from: /z/g, to: 's', weight: 0.3 },
  ],
  fr: [
    { from: /sh/g, to: 'ch', weight: 1 },
    { from: /u/g, to: 'ou', weight: 1 },
    { from: /ch/g, to: 'tch', weight: 1 },
    { from: /in$/g, to: 'ine', weight: 1 },
    { from: /zh/g, to: 'j', weight: 1 },
    { from: /k/g, to: 'c', weight: 0.2 },
  ],
  es: [
    { from: /kh/g, to: 'j', weight: 1 },
    { from: /sh/g, to: 'ch', weight: 0.6 },
    { from: /zh/g, to: 'y', weight: 0.8 },
    { from: /k(?=[aou])/g, to: 'c', weight: 0.5 },
    { from: /ss/g, to: 's', weight: 0.3 },
  ],
  pl: [
    { from: /sh/g, to: 'sz', weight: 1 },
    { from: /ch/g, to: 'cz', weight: 1 },
    { from: /v/g, to: 'w', weight: 1 },
    { from: /kh/g, to: 'ch', weight: 0.8 },
    { from: /y$/g, to: 'i', weight: 0.3 },
  ],
  tr: [
    { from: /w/g, to: 'v', weight: 0.6 },
    { from: /sh/g, to: 'ş', weight: 1 },
    { from: /ch/g, to: 'ç', weight: 1 },
    { from: /kh/g, to: 'h', weight: 0.6 },
    { from: /zh/g, to: 'j', weight: 0.6 },
  ],
  ru: [
    { from: /h/g, to: 'g', weight: 0.8 },
    { from: /w/g, to: 'v', weight: 0.5 },
    { from: /x/g, to: 'ks', weight: 0.5 },
    { from: /j/g, to: 'dzh', weight: 1 },
    { from: /th/g, to: 't', weight: 0.4 },
  ],
  ar: [
    { from: /p/g, to: 'b', weight: 1 },
    { from: /v/g, to: 'f', weight: 0.8 },
    { from: /g/g, to: 'gh', weight: 0.6 },
  ],
  ja: [
    { from: /l/g, to: 'r', weight: 1 },
    { from: /v/g, to: 'b', weight: 1 },
    { from: /th/g, to: 's', weight: 0.6 },
  ],
};

/** A spelling explained by a language's habit. */
export interface HabitMark {
  readonly right: string;
  readonly written: string;
  readonly weight: number;
}

/** For each language, the spellings its habits explain, at most the weightiest habit of each. */
export function habitMarks(spellings: readonly (readonly [right: string, written: string])[]): Map<string, HabitMark[]> {
  const marks = new Map<string, HabitMark[]>();
  for (const [language, list] of Object.entries(habits)) {
    for (const [right, written] of spellings) {
      const [original, found] = [right.toLowerCase(), written.toLowerCase()];
      const before = letterDistance(original, found);
      if (before === 0 || before > 0.6 * Math.max(original.length, found.length)) continue;
      let weight = 0;
      for (const { from, to, weight: telling } of list) {
        const changed = original.replace(from, to);
        if (changed !== original && letterDistance(changed, found) < before) weight = Math.max(weight, telling);
      }
      if (weight > 0) marks.set(language, [...(marks.get(language) ?? []), { right, written, weight }]);
    }
  }
  return marks;
}
