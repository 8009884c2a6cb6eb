/**
 * Numbers that differ.
 *
 * All numbers of a bead are given their counterparts first ({@link matchNumbers}); only when each side has one left over do the two make a finding. A number on
 * one side alone is an omission or a free rendering, and is not reported. In comparable texts the two must also count the same thing, and an ordinal left over
 * is compared with the sentences next to the bead as well, for reports cut their sentences differently.
 */

import { log } from '../../exact-math.ts';
import { BeadSide } from '../bead-side.ts';
import { countedBy, GROUP_OF } from '../counted-nouns.ts';
import { textName } from '../language-name.ts';
import { WordPlaces } from '../lexicon/word-places.ts';
import { matchNumbers, type NumberMatch } from '../numbers/match-numbers.ts';
import type { NumberMention } from '../numbers/number-mention.ts';
import type { BeadView, Draft, Rule } from '../rule.ts';

const CONFIDENCE = { digits: 0.95, words: 0.9, comparable: 0.8, neighbours: 0.75, one: 0.7 };
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
      draft(source, target, bead.parallel ? confidence(source, target) : CONFIDENCE.comparable, bead.source, bead.target),
    );
    if (bead.parallel && drafts.length === 0) drafts.push(...forOne(bead, match));
    if (!bead.parallel) drafts.push(...nextTo(bead, beads, match));
    return drafts;
  },
};

/**
 * A number left over where the other side has one, first or second of the same thing: those are too common to be reported for themselves. The noun stands behind a
 * cardinal, and on either side of an ordinal.
 */
function forOne(bead: BeadView, match: NumberMatch): Draft[] {
  const isCompared = (mention: NumberMention): boolean => isReportable(mention) || mention.isCommon === true;
  const source = match.source.filter(isCompared);
  const target = match.target.filter(isCompared);
  if (source.length === 0 || target.length === 0 || source.length > MAX_LEFT || target.length > MAX_LEFT) return [];
  const places = new WordPlaces(bead.source, bead.target);
  const isInStead = (ours: NumberMention, theirs: NumberMention): boolean =>
    isReportable(ours) !== isReportable(theirs) &&
    (ours.sort === 'ordinal') === (theirs.sort === 'ordinal') &&
    places.shareNeighbour(ours, theirs, ours.sort === 'ordinal') &&
    compareKinds(ours, theirs, bead) !== 'other';
  for (const ours of source) {
    const theirs = target.find((mention) => isInStead(ours, mention));
    if (theirs) return [draft(ours, theirs, CONFIDENCE.one, bead.source, bead.target)];
  }
  return [];
}

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
  // So does an amount that is given in another currency.
  const money = [currency(source, sourceSide, ours), currency(target, targetSide, theirs)];
  if (money[0] !== money[1] && money.every((one) => one !== undefined)) return 'other';
  // Feet become metres in translation, and the figure changes with them.
  if (IMPERIAL.some((name) => ours.includes(name) !== theirs.includes(name))) return 'other';
  if (ours.length > 0 && theirs.length > 0) {
    if (ours[0] === theirs[0]) return (source.sort === 'ordinal') === (target.sort === 'ordinal') ? 'same' : 'open';
    const shared = ours.some((name) => theirs.includes(name));
    const group = GROUP_OF.get(ours[0]!);
    if (!shared && group === GROUP_OF.get(theirs[0]!) && (group === 'length' || group === 'weight' || group === 'money')) return 'other';
    // Three quarters of an hour are 45 minutes elsewhere.
    if (!shared && group === 'time' && [source.sort, target.sort].includes('fraction')) return 'other';
    if (shared) return 'open';
  }
  const bySort = source.sort === 'percent' || target.sort === 'percent';
  if (bySort && source.sort === target.sort) return 'same';
  return 'open';
}

function counted(mention: NumberMention, side: BeadSide): string[] {
  return countedBy(side.text, mention.start, mention.end, side.language);
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'dollar',
  US$: 'dollar',
  USD: 'dollar',
  '€': 'euro',
  EUR: 'euro',
  '£': 'pound',
  GBP: 'pound',
  '¥': 'yuan',
  '￥': 'yuan',
  RMB: 'yuan',
  CNY: 'yuan',
  RP: 'rupiah',
  IDR: 'rupiah',
  R$: 'real',
  BRL: 'real',
  '₽': 'rouble',
  RUB: 'rouble',
  '₹': 'rupee',
};

/** The currency of an amount: by the sign before it, or by the noun behind it. */
function currency(mention: NumberMention, side: BeadSide, nouns: readonly string[]): string | undefined {
  const before = /(?:US\$|R\$|[$€£¥￥₽₹]|\b(?:USD|EUR|GBP|RMB|CNY|IDR|BRL|RUB|Rp\.?))\s?$/i.exec(
    side.text.slice(Math.max(0, mention.start - 6), mention.start),
  );
  if (before) return CURRENCIES[before[0].trim().replace('.', '').toUpperCase()];
  // 元 alone is yuan among foreign sums, and just the unit beside others of its own: enough to tell sums apart, too little to name what is counted.
  if (/^\s?(?:元|块钱)/.test(side.text.slice(mention.end, mention.end + 4))) return 'yuan';
  return nouns.find((noun) => GROUP_OF.get(noun) === 'money');
}

/** The time zone after a clock time. */
function zone(mention: NumberMention, side: BeadSide): string | undefined {
  return /^\s?(GMT|UTC|[A-Z]{1,4}T|WIB|WITA|WIT)\b/.exec(side.text.slice(mention.end, mention.end + 6))?.[1];
}

/** In which power of ten a number lies. */
function magnitude(mention: NumberMention): number {
  const value = Math.abs(Number(mention.readings[0]));
  return Number.isFinite(value) && value > 0 ? log(value) * Math.LOG10E : 0;
}

/** Ordinals left over, against ordinals of the same thing in the sentences next to the bead on the other side: the fourth year there, the fifth here. */
function nextTo(bead: BeadView, beads: readonly BeadView[], match: NumberMatch): Draft[] {
  const drafts: Draft[] = [];
  const ordinals = (mentions: readonly NumberMention[]): NumberMention[] =>
    mentions.filter((one) => isReportable(one) && one.sort === 'ordinal');
  for (const target of ordinals(match.target)) {
    for (const side of besides(bead.source)) {
      for (const source of ordinals(side.numbers)) {
        if (!isSameOrdinal(source, side, target, bead.target) || isAnswered(source, side, 'source', beads)) continue;
        drafts.push({ ...draft(source, target, CONFIDENCE.neighbours, side, bead.target), sourceSide: side });
      }
    }
  }
  for (const source of ordinals(match.source)) {
    for (const side of besides(bead.target)) {
      for (const target of ordinals(side.numbers)) {
        if (!isSameOrdinal(source, bead.source, target, side) || isAnswered(target, side, 'target', beads)) continue;
        drafts.push({ ...draft(source, target, CONFIDENCE.neighbours, bead.source, side), targetSide: side });
      }
    }
  }
  return drafts;
}

/** The sentences right before and after a side. */
function besides(side: BeadSide): BeadSide[] {
  const sides: BeadSide[] = [];
  if (side.first > 0) sides.push(new BeadSide(side.document, [side.first - 1, side.first]));
  if (side.last < side.document.sentences.length) sides.push(new BeadSide(side.document, [side.last, side.last + 1]));
  return sides;
}

/** Whether the bead in which a mention stands has its counterpart. */
function isAnswered(mention: NumberMention, side: BeadSide, which: 'source' | 'target', beads: readonly BeadView[]): boolean {
  const bead = beads.find((one) => one[which].first <= side.first && side.first < one[which].last);
  return bead !== undefined && !matched(bead)[which].some((one) => one.text === mention.text);
}

/** Whether two ordinals number the same kind of thing, and differ. */
function isSameOrdinal(source: NumberMention, sourceSide: BeadSide, target: NumberMention, targetSide: BeadSide): boolean {
  const ours = ordinalOf(source, sourceSide);
  const theirs = ordinalOf(target, targetSide);
  return ours !== undefined && ours === theirs && !source.readings.some((key) => target.readings.includes(key));
}

/** What an ordinal numbers: the word after it, or before it as in Indonesian `tahun keempat`. */
function ordinalOf(mention: NumberMention, side: BeadSide): string | undefined {
  const after = counted(mention, side)[0];
  if (after) return after;
  const before = /[\p{L}\p{M}]+(?=\s$)/u.exec(side.text.slice(Math.max(0, mention.start - 20), mention.start));
  return before ? countedBy(` ${before[0]}`, 0, 0, side.language)[0] : undefined;
}

function draft(source: NumberMention, target: NumberMention, certainty: number, sourceSide: BeadSide, targetSide: BeadSide): Draft {
  const expected = phrase(source, sourceSide);
  const actual = phrase(target, targetSide);
  return {
    source,
    target,
    actual,
    expected,
    message: `The ${textName(sourceSide, targetSide)} says “${expected}”, the ${textName(targetSide, sourceSide)} “${actual}”.`,
    confidence: certainty,
  };
}

/** A number with the word it stands with, for a reader. */
function phrase(mention: NumberMention, side: BeadSide): string {
  const after = side.text.slice(mention.end, mention.end + 24);
  const tail = /^(?:[%％]|[^\S\n]?[\p{Script=Han}]{1,2}|[^\S\n\r]?[-]?(?:(?!\p{Script=Han})[\p{L}\p{M}°])+)/u.exec(after)?.[0] ?? '';
  const head =
    mention.sort === 'ordinal'
      ? (/(?<![’'\p{L}])\p{L}+[^\S\n]$|第$/u.exec(side.text.slice(Math.max(0, mention.start - 20), mention.start))?.[0] ?? '')
      : '';
  const text = head + mention.text.slice(0, 60) + (mention.text.length > 60 ? '…' : tail);
  return text.replace(/\s+/g, ' ').trim();
}
