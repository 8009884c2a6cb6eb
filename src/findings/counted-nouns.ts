/** What a number counts, by the words next to it. */

import type { CountedName } from '../languages/language.ts';
import { COUNTED, lazyOf } from '../languages/languages.ts';
import { type CountedGroup, GROUP_OF } from './counted-classes.ts';

export { GROUP_OF } from './counted-classes.ts';

/** Words after a number in which the noun that it counts is searched. */
const WINDOW = 5;
/** The same in Han text, in characters. */
const HAN_WINDOW = 6;
/** The same for victims, whose noun comes at the end of a longer phrase. */
const HAN_TOLL_WINDOW = 14;

interface CountedClass {
  readonly name: CountedName;
  readonly group: CountedGroup;
  /** Whole words, and the beginnings of others. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

const classesOf = lazyOf(COUNTED, (counted): readonly CountedClass[] =>
  Object.entries(counted).map(([key, entries]) => {
    const name = key as CountedName;
    const stems = entries.flatMap((entry) => (entry.endsWith('*') ? [entry.slice(0, -1)] : []));
    return { name, group: GROUP_OF.get(name)!, words: entries.filter((entry) => !entry.endsWith('*')), stems };
  }),
);

/**
 * What the number at `start` to `end` of `text` counts: class names, nearest first, of the words after it up to the next number or comma, and in Indonesian and
 * Chinese too. `verbs`: also of the few words before (`killed 12`).
 */
export function countedBy(text: string, start: number, end: number, language: string, options: { verbs?: boolean } = {}): string[] {
  const classes = classesOf(language);
  if (!classes) return [];
  const found: string[] = [];
  const han = /^(?:zh|yue|ja)/.test(language);
  const rest = text.slice(end, end + 90).toLowerCase();
  if (han) {
    const clause = /^[^,，。;；、0-9]*/u.exec(rest.slice(0, 24))![0].replace(/^[\s多余餘几]+/, '');
    for (const entry of classes) {
      const window = entry.group === 'toll' ? HAN_TOLL_WINDOW : HAN_WINDOW;
      if (
        entry.words.some((stem) =>
          entry.group === 'toll' || entry.group === 'weapon' ? clause.slice(0, window).includes(stem) : clause.startsWith(stem),
        )
      )
        found.push(entry.name);
    }
    if (/^[$＄]|美元$/.test(text.slice(Math.max(0, start - 1), start))) found.push('dollar');
    if (options.verbs) {
      const before = text.slice(Math.max(0, start - 8), start);
      for (const entry of classes)
        if (entry.group === 'toll' && entry.name !== 'attack' && entry.words.some((word) => before.includes(word))) found.push(entry.name);
    }
    return found;
  }
  const words = (/^[^,;:.()“”"\d]*/u.exec(rest)![0].match(/[\p{L}\p{M}°]+/gu) ?? []).slice(0, WINDOW);
  collect(words, classes, found);
  if (/[$]\s?$/.test(text.slice(Math.max(0, start - 2), start))) found.push('dollar');
  if (/[€]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s?€/.test(rest)) found.push('euro');
  if (options.verbs) {
    const before = text.slice(Math.max(0, start - 60), start).toLowerCase();
    const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
    const toll = classes.filter((entry) => entry.group === 'toll' && entry.name !== 'attack');
    collect((clause.match(/[\p{L}\p{M}]+/gu) ?? []).slice(-4), toll, found);
  }
  return found;
}

/** The victims that a text speaks of anywhere. */
export function victimsOf(text: string, language: string): string[] {
  const victims = (classesOf(language) ?? []).filter(({ group, name }) => group === 'toll' && name !== 'attack');
  const lower = text.toLowerCase();
  if (/^(?:zh|yue|ja)/.test(language))
    return victims.filter(({ words }) => words.some((word) => lower.includes(word))).map(({ name }) => name);
  const found: string[] = [];
  collect(lower.match(/[\p{L}\p{M}]+/gu) ?? [], victims, found);
  return found;
}

function collect(words: readonly string[], classes: readonly CountedClass[], found: string[]): void {
  for (const word of words) {
    for (const entry of classes) {
      if (found.includes(entry.name)) continue;
      if (entry.words.includes(word) || entry.stems.some((stem) => word.startsWith(stem))) found.push(entry.name);
    }
  }
}
