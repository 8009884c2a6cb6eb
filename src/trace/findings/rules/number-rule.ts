/**
 * Numbers that differ.
 *
 * All numbers of a bead are given their counterparts first ({@link matchNumbers}); only when each side has one left over do the two make a finding. A number on
 * one side alone is an omission or a free rendering, and is not reported. In comparable texts the two must also count the same thing, and what two neighbouring
 * beads have left over is compared too, for reports cut their sentences differently.
 */

import type { BeadSide } from '../bead-side.ts';
import { countedBy, GROUP_OF } from '../counted-nouns.ts';
import { languageName } from '../language-name.ts';
import { matchNumbers, type NumberMatch } from '../numbers/match-numbers.ts';
import type { NumberMention } from '../numbers/number-mention.ts';
import type { BeadView, Draft, Rule } from '../rule.ts';

const CONFIDENCE = { digits: 0.95, words: 0.9, comparable: 0.8, neighbours: 0.75 };
const IMPERIAL = ['mile', 'foot', 'inch', 'acre', 'pound', 'fahrenheit'];
const MAX_LEFT = 12;

/** Numbers that differ: another figure, ordinal, percentage, year, hour. */
export const numberRule: Rule = {
  name: 'number',
  summary: 'A number of one side stands on the other with another value.',
  fires: { source: ['id', 'Pertemuan itu berlangsung tiga jam.'], target: ['en', 'The meeting lasted four hours.'] },
  silent: {
    source: ['zh', '会谈持续了三个小时,影响三百五十万人。'],
    target: ['en', 'The talks lasted three hours and affected 3.5 million people.'],
  },
  check(beads, at) {
    const bead = beads[at]!;
    const match = matched(bead);
    const left = match.source.filter(isReportable);
    const right = match.target.filter(isReportable);
    const drafts = pairUp(left, right, bead).map(([source, target]) =>
      draft(bead, source, target, bead.parallel ? confidence(source, target) : CONFIDENCE.comparable),
    );
    const next = beads[at + 1];
    if (!bead.parallel && next && drafts.length === 0) drafts.push(...acrossBeads(bead, next, match));
    return drafts;
  },
};

const matches = new WeakMap<BeadView, NumberMatch>();

function matched(bead: BeadView): NumberMatch {
  const known = matches.get(bead);
  if (known) return known;
  const match = matchNumbers(bead.source.numbers, bead.target.numbers);
  matches.set(bead, match);
  return match;
}

function isReportable(mention: NumberMention): boolean {
  return mention.strength !== 'loose';
}

function confidence(source: NumberMention, target: NumberMention): number {
  return source.strength === 'digits' && target.strength === 'digits' ? CONFIDENCE.digits : CONFIDENCE.words;
}

/** What is left over on both sides, likeliest pairs first: same kind of number, then same place in the sentence. */
function pairUp(left: readonly NumberMention[], right: readonly NumberMention[], bead: BeadView): [NumberMention, NumberMention][] {
  if (left.length === 0 || right.length === 0 || left.length > MAX_LEFT || right.length > MAX_LEFT) return [];
  const candidates: { source: NumberMention; target: NumberMention; cost: number }[] = [];
  for (const source of left) {
    for (const target of right) {
      const kind = compareKinds(source, target, bead);
      if (kind === 'other' || (!bead.parallel && kind !== 'same')) continue;
      const apart = Math.abs(source.start / bead.source.text.length - target.start / bead.target.text.length);
      const sizes = Math.abs(magnitude(source) - magnitude(target));
      candidates.push({ source, target, cost: apart + (kind === 'same' ? 0 : 1) + Math.min(1, sizes / 4) });
    }
  }
  candidates.sort((one, other) => one.cost - other.cost || one.source.start - other.source.start || one.target.start - other.target.start);
  const used = new Set<NumberMention>();
  const pairs: [NumberMention, NumberMention][] = [];
  for (const { source, target } of candidates) {
    if (used.has(source) || used.has(target)) continue;
    used.add(source);
    used.add(target);
    pairs.push([source, target]);
  }
  return pairs.sort((one, other) => one[0].start - other[0].start);
}

/** `same`: they count the same thing; `other`: they cannot be compared (miles and kilometres, a percentage and a year); `open`: nothing is known. */
function compareKinds(
  source: NumberMention,
  target: NumberMention,
  bead: BeadView,
  sourceSide = bead.source,
  targetSide = bead.target,
): 'same' | 'other' | 'open' {
  const zones = [zone(source, sourceSide), zone(target, targetSide)];
  if (zones[0] !== zones[1] && zones.every((one) => one !== undefined)) return 'other';
  const ours = counted(source, sourceSide);
  const theirs = counted(target, targetSide);
  // Feet become metres in translation, and the figure changes with them.
  if (IMPERIAL.some((name) => ours.includes(name) !== theirs.includes(name))) return 'other';
  if (ours.length > 0 && theirs.length > 0) {
    if (ours[0] === theirs[0]) return (source.sort === 'ordinal') === (target.sort === 'ordinal') ? 'same' : 'open';
    const shared = ours.some((name) => theirs.includes(name));
    const group = GROUP_OF.get(ours[0]!);
    if (!shared && group === GROUP_OF.get(theirs[0]!) && (group === 'length' || group === 'weight' || group === 'money')) return 'other';
    if (shared) return 'open';
  }
  const bySort = source.sort === 'percent' || target.sort === 'percent';
  if (bySort && source.sort === target.sort) return 'same';
  return 'open';
}

function counted(mention: NumberMention, side: BeadSide): string[] {
  return countedBy(side.text, mention.start, mention.end, side.language);
}

/** The time zone after a clock time. */
function zone(mention: NumberMention, side: BeadSide): string | undefined {
  return /^\s?(GMT|UTC|[A-Z]{1,4}T|WIB|WITA|WIT)\b/.exec(side.text.slice(mention.end, mention.end + 6))?.[1];
}

/** In which power of ten a number lies. */
function magnitude(mention: NumberMention): number {
  const value = Math.abs(Number(mention.readings[0]));
  return Number.isFinite(value) && value > 0 ? Math.log10(value) : 0;
}

/** Ordinals and counts of the same thing that are left over in one side of a bead and in the other side of the next: the fourth year here, the fifth there. */
function acrossBeads(bead: BeadView, next: BeadView, match: NumberMatch): Draft[] {
  const following = matched(next);
  const drafts: Draft[] = [];
  const compare = (
    sources: readonly NumberMention[],
    sourceBead: BeadView,
    targets: readonly NumberMention[],
    targetBead: BeadView,
  ): void => {
    for (const source of sources.filter((one) => isReportable(one) && one.sort === 'ordinal')) {
      for (const target of targets.filter((one) => isReportable(one) && one.sort === 'ordinal')) {
        if (compareOrdinals(source, sourceBead.source, target, targetBead.target)) {
          drafts.push({
            ...draft(bead, source, target, CONFIDENCE.neighbours, sourceBead.source, targetBead.target),
            sourceSide: sourceBead.source,
            targetSide: targetBead.target,
          });
        }
      }
    }
  };
  compare(following.source, next, match.target, bead);
  compare(match.source, bead, following.target, next);
  return drafts;
}

/** Whether two ordinals number the same kind of thing. */
function compareOrdinals(source: NumberMention, sourceSide: BeadSide, target: NumberMention, targetSide: BeadSide): boolean {
  const ours = ordinalOf(source, sourceSide);
  const theirs = ordinalOf(target, targetSide);
  return ours !== undefined && ours === theirs;
}

/** What an ordinal numbers: the word after it, or before it as in Indonesian `tahun keempat`. */
function ordinalOf(mention: NumberMention, side: BeadSide): string | undefined {
  const after = counted(mention, side)[0];
  if (after) return after;
  const before = /[\p{L}\p{M}]+(?=\s$)/u.exec(side.text.slice(Math.max(0, mention.start - 20), mention.start));
  return before ? countedBy(` ${before[0]}`, 0, 0, side.language)[0] : undefined;
}

function draft(
  bead: BeadView,
  source: NumberMention,
  target: NumberMention,
  certainty: number,
  sourceSide = bead.source,
  targetSide = bead.target,
): Draft {
  const expected = phrase(source, sourceSide);
  const actual = phrase(target, targetSide);
  return {
    source,
    target,
    actual,
    expected,
    message: `The ${languageName(sourceSide.language)} text says “${expected}”, the ${languageName(targetSide.language)} text “${actual}”.`,
    confidence: certainty,
  };
}

/** A number with the word it stands with, for a reader. */
function phrase(mention: NumberMention, side: BeadSide): string {
  const after = side.text.slice(mention.end, mention.end + 24);
  const tail = /^(?:[%％]|[^\S\n]?[\p{Script=Han}]{1,2}|[^\S\n\r]?[-]?[\p{L}\p{M}°]+)/u.exec(after)?.[0] ?? '';
  const head =
    mention.sort === 'ordinal'
      ? (/[\p{L}]+[^\S\n]$|第$/u.exec(side.text.slice(Math.max(0, mention.start - 20), mention.start))?.[0] ?? '')
      : '';
  const text = head + mention.text.slice(0, 60) + (mention.text.length > 60 ? '…' : tail);
  return text.replace(/\s+/g, ' ').trim();
}
