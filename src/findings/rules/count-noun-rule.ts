/**
 * The same figure of another thing: 12 attacks here, 12 dead there.
 *
 * Only numbers that stand once on each side are compared, and only where both count something known (a table of what reports count), of one group,
 * with nothing in common. The other side's class must not stand near its number in any way.
 */

import type { BeadSide } from '../bead-side.ts';
import { countedBy, GROUP_OF } from '../counted-nouns.ts';
import { textName } from '../language-name.ts';
import { matchNumbers } from '../numbers/match-numbers.ts';
import type { NumberMention } from '../numbers/number-mention.ts';
import type { Draft, Rule } from '../rule.ts';

const CONFIDENCE = 0.85;
const YEAR = /^(?:1\d|20)\d\d$/;

/** The same figure, counting something else. */
export const countNounRule: Rule = {
  name: 'count-noun',
  summary: 'A number agrees, but counts another thing: attacks for dead, hours for days, dollars for euros.',
  fires: {
    source: ['id', 'Pada hari Kamis terjadi 12 serangan terhadap kota itu.'],
    target: ['en', 'On Thursday there were 12 fatalities in the city.'],
  },
  silent: { source: ['id', 'Serangan itu menewaskan 12 orang.'], target: ['en', 'The attack left 12 dead.'] },
  check(beads, at) {
    const bead = beads[at]!;
    const { agreed } = matchNumbers(bead.source.numbers, bead.target.numbers);
    const drafts: Draft[] = [];
    for (const [source, target] of agreed) {
      if (source.strength === 'loose' || target.strength === 'loose' || source.sort === 'ordinal' || target.sort === 'ordinal') continue;
      // A year is no count, and what agrees only in another reading (decades, centuries) has its unit in the number.
      if (source.readings[0] !== target.readings[0] || YEAR.test(source.readings[0]!)) continue;
      if (!isOnly(source, bead.source.numbers) || !isOnly(target, bead.target.numbers)) continue;
      const ours = counted(source, bead.source);
      const theirs = counted(target, bead.target);
      const near = ours[0];
      const other = theirs[0];
      if (near === undefined || other === undefined || ours.some((name) => theirs.includes(name))) continue;
      const group = GROUP_OF.get(near);
      if (group !== GROUP_OF.get(other) || !COMPARED.has(group!) || (!bead.parallel && group === 'time')) continue;
      const expected = phrase(source, bead.source);
      const actual = phrase(target, bead.target);
      drafts.push({
        source: { start: source.start, end: source.start + expected.length },
        target: { start: target.start, end: target.start + actual.length },
        actual,
        expected,
        message: `The figure is the same, what it counts is not: “${expected}” in the ${textName(bead.source, bead.target)} (${near}), “${actual}” in the ${textName(bead.target, bead.source)} (${other}).`,
        confidence: CONFIDENCE,
      });
    }
    return drafts;
  },
};

/** Groups whose classes exclude each other; lengths and weights are converted, and places have many names. */
const COMPARED: ReadonlySet<string> = new Set(['toll', 'time', 'money', 'weapon']);

const counts = new WeakMap<readonly NumberMention[], ReadonlyMap<string, number>>();

/** Whether no other of the numbers shares a reading with one of them. */
function isOnly(mention: NumberMention, all: readonly NumberMention[]): boolean {
  const having = counts.get(all) ?? countReadings(all);
  counts.set(all, having);
  return mention.readings.every((key) => having.get(key) === 1);
}

function countReadings(all: readonly NumberMention[]): Map<string, number> {
  const having = new Map<string, number>();
  for (const { readings } of all) for (const key of new Set(readings)) having.set(key, (having.get(key) ?? 0) + 1);
  return having;
}

function counted(mention: NumberMention, side: BeadSide): string[] {
  return countedBy(side.text, mention.start, mention.end, side.language, { verbs: true });
}

/** The number and what it counts, as it stands. */
function phrase(mention: NumberMention, side: BeadSide): string {
  const after = side.text.slice(mention.end, mention.end + 40);
  const tail = /^[\p{Script=Han}]{1,6}|^(?:[^\S\n]?[-]?[\p{L}\p{M}]+){1,2}/u.exec(after)?.[0] ?? '';
  return side.text.slice(mention.start, mention.end + tail.length);
}
