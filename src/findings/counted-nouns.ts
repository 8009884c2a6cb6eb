/** What a number counts, by the words next to it. */
import { COUNTED_CLASSES, type CountedClass } from './counted-classes.ts';

const WINDOW = 5;
const HAN_WINDOW = 6;

interface Compiled {
  readonly classes: readonly { readonly name: string; readonly group: CountedClass['group']; readonly stems: readonly string[] }[];
}

const compiled = new Map<string, Compiled>();

function classesOf(language: string): Compiled['classes'] {
  const asked = language.split('-')[0]!.toLowerCase();
  const cached = compiled.get(asked);
  if (cached) return cached.classes;
  const classes = COUNTED_CLASSES.flatMap((entry) => {
    const stems = entry.stems[asked] ?? (asked === 'ms' ? entry.stems.id : undefined);
    return stems ? [{ name: entry.name, group: entry.group, stems: stems.split('|') }] : [];
  });
  compiled.set(asked, { classes });
  return classes;
}

/** The group of a class. */
export const GROUP_OF: ReadonlyMap<string, CountedClass['group']> = new Map(COUNTED_CLASSES.map((entry) => [entry.name, entry.group]));

/**
 * What the number at `start` to `end` of `text` counts: class names, nearest first, of the words after it up to the next number or comma, and in Indonesian and
 * Chinese too. `verbs`: also of the few words before (`killed 12`).
 */
export function countedBy(text: string, start: number, end: number, language: string, options: { verbs?: boolean } = {}): string[] {
  const classes = classesOf(language);
  if (classes.length === 0) return [];
  const found: string[] = [];
  const han = /^(?:zh|yue|ja)/.test(language);
  const rest = text.slice(end, end + 90).toLowerCase();
  if (han) {
    const clause = /^[^,，。;；、0-9]*/u.exec(rest.slice(0, 24))![0].replace(/^[\s多余餘几]+/, '');
    for (const entry of classes) {
      const window = entry.group === 'toll' ? 14 : HAN_WINDOW;
      if (
        entry.stems.some((stem) =>
          entry.group === 'toll' || entry.group === 'weapon' ? clause.slice(0, window).includes(stem) : clause.startsWith(stem),
        )
      )
        found.push(entry.name);
    }
    if (/^[$＄]|美元$/.test(text.slice(Math.max(0, start - 1), start))) found.push('dollar');
    if (options.verbs) {
      const before = text.slice(Math.max(0, start - 8), start);
      for (const entry of classes)
        if (entry.group === 'toll' && entry.name !== 'attack' && entry.stems.some((stem) => before.includes(stem))) found.push(entry.name);
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

function collect(words: readonly string[], classes: Compiled['classes'], found: string[]): void {
  for (const word of words) {
    for (const entry of classes) {
      if (
        !found.includes(entry.name) &&
        entry.stems.some((stem) => (stem.endsWith('.') ? word === stem.slice(0, -1) : word.startsWith(stem)))
      )
        found.push(entry.name);
    }
  }
}
