/**
 * Weekdays, months and relative dates that differ.
 *
 * As with numbers, only what is left over on both sides is reported: Thursday here and Friday there, not a Thursday that one side leaves out.
 * Days of the month, years and hours are numbers, and are the number rule's.
 */
import type { BeadSide } from '../bead-side.ts';
import type { DateMention } from '../find-dates.ts';
import { textName } from '../language-name.ts';
import type { Draft, Rule } from '../rule.ts';

const CONFIDENCE = { weekday: 0.95, month: 0.9, day: 0.8, 'week-span': 0.8, 'month-span': 0.8, 'year-span': 0.8 } as const;
/** Reports tell of several days: in a bead that is less sure they may be days of different things. */
const LEAST_COMPARABLE = 0.75;
const KINDS = ['weekday', 'month', 'day', 'week-span', 'month-span', 'year-span'] as const;

/** Dates that differ: another weekday, another month, yesterday for tomorrow. */
export const dateRule: Rule = {
  name: 'date',
  summary: 'A weekday, a month or a relative date of one side stands on the other as another one.',
  fires: { source: ['id', 'Mereka bertemu pada hari Kamis di Moskow.'], target: ['en', 'They met on Friday in Moscow.'] },
  silent: { source: ['zh', '他们周三在莫斯科会面，一周三次。'], target: ['en', 'They met on Wednesday in Moscow, three times a week.'] },
  check(beads, at) {
    const bead = beads[at]!;
    if (!bead.parallel && bead.confidence < LEAST_COMPARABLE) return [];
    const ours = bead.source.dates;
    if (ours.length === 0) return [];
    const theirs = bead.target.dates;
    const drafts: Draft[] = [];
    for (const kind of KINDS) {
      const source = ours.filter((mention) => mention.kind === kind);
      const target = theirs.filter((mention) => mention.kind === kind);
      if (source.length === 0 || target.length === 0) continue;
      // Two reports of one event may name different days for different things; only where each names one do they contradict each other.
      if (!bead.parallel && (new Set(source.map((one) => one.value)).size > 1 || new Set(target.map((one) => one.value)).size > 1))
        continue;
      const left = without(source, target);
      const right = without(target, source);
      for (let index = 0; index < Math.min(left.length, right.length); index++) {
        drafts.push(draft(bead.source, left[index]!, bead.target, right[index]!, CONFIDENCE[kind] * (bead.parallel ? 1 : 0.75)));
      }
    }
    return drafts;
  },
};

/** The mentions whose value the others do not have. */
function without(mentions: readonly DateMention[], others: readonly DateMention[]): DateMention[] {
  const known = new Set(others.map((one) => one.value));
  const seen = new Set<number>();
  return mentions.filter((mention) => {
    if (known.has(mention.value) || seen.has(mention.value)) return false;
    seen.add(mention.value);
    return true;
  });
}

function draft(sourceSide: BeadSide, source: DateMention, targetSide: BeadSide, target: DateMention, confidence: number): Draft {
  const expected = sourceSide.text.slice(source.start, source.end);
  const actual = targetSide.text.slice(target.start, target.end);
  return {
    source,
    target,
    actual,
    expected,
    message: `The ${textName(sourceSide, targetSide)} says “${expected}”, the ${textName(targetSide, sourceSide)} “${actual}”: another ${NOUN[source.kind]}.`,
    confidence: Math.round(confidence * 100) / 100,
  };
}

const NOUN = {
  weekday: 'day of the week',
  month: 'month',
  day: 'day',
  'week-span': 'week',
  'month-span': 'month',
  'year-span': 'year',
} as const;
