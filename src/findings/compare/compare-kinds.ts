/** What two numbers count, and whether they can be compared at all. */

import type { NumberMention } from '../../text/numbers/number-mention.ts';
import { countedBy, GROUP_OF, victimsOf } from '../counted-nouns.ts';
import type { InSentence, SentenceFacts } from '../facts/sentence-facts.ts';

const IMPERIAL = ['mile', 'foot', 'inch', 'acre', 'pound', 'fahrenheit'];

/** What a number counts: class names, nearest first. */
export function countedAt({ sentence, start, end }: InSentence<NumberMention>): string[] {
  return countedBy(sentence.text, start, end, sentence.language);
}

/** The victims that a number counts, by the words on either side of it, or by any word of the sentence. */
export function victimsAt({ sentence, start, end }: InSentence<NumberMention>): string[] {
  return countedBy(sentence.text, start, end, sentence.language, { verbs: true }).filter((name) => GROUP_OF.get(name) === 'toll');
}

/** The victims that a sentence speaks of. */
export function victimsIn({ text, language }: SentenceFacts): string[] {
  return victimsOf(text, language);
}

/** What a number is by its place. */
export type NumberRole = 'count' | 'percent' | 'clock' | 'year' | 'day' | 'ordinal';

/** The role of a number. */
export function roleOf(fact: InSentence<NumberMention>): NumberRole {
  const { sort, start, end, text, sentence } = fact;
  if (sort === 'percent' || sort === 'clock') return sort;
  const value = Number(fact.readings[0]);
  // A day that no month has is a slip of the pen, and a day all the same.
  const isDay = Number.isInteger(value) ? value >= 1 && value < 100 : /^\d{1,2}\/\d{1,2}$/.test(text);
  if (isDay && (isBeside(sentence, start, end) || isDayOfMonth(sentence.text, start, end, text))) return 'day';
  if (sort === 'ordinal') return sort;
  if (sort === 'decade' || (/^(?:1[5-9]|2[0-5])\d\d$/.test(text) && ['year', undefined].includes(countedAt(fact)[0]))) return 'year';
  return 'count';
}

/** Whether the name of a month or weekday stands right before or after: 4 October, Oktober 4, Kamis (16/4). */
function isBeside(sentence: SentenceFacts, start: number, end: number): boolean {
  const gap = /^[\s,.(-]{0,3}(?:de |του |of |ng )?$/u;
  return sentence.dates.some(
    (date) =>
      (date.kind === 'month' || date.kind === 'weekday') &&
      ((date.end <= start && gap.test(sentence.text.slice(date.end, start))) ||
        (end <= date.start && gap.test(sentence.text.slice(end, date.start).replace(/^(?:st|nd|rd|th|\.)/, '')))),
  );
}

function isDayOfMonth(text: string, start: number, end: number, own: string): boolean {
  return /^(?:日|号|號|일)/.test(text.slice(end, end + 1)) || (/[(（]$/.test(text.slice(0, start)) && /^\d{1,2}\/\d{1,2}$/.test(own));
}

/** `same`: they count the same thing; `other`: they cannot be compared (miles and kilometres, a percentage and a year); `open`: nothing is known. */
export function compareKinds(source: InSentence<NumberMention>, target: InSentence<NumberMention>): 'same' | 'other' | 'open' {
  const zones = [zone(source), zone(target)];
  if (zones[0] !== zones[1] && zones.every((one) => one !== undefined)) return 'other';
  const ours = countedAt(source);
  const theirs = countedAt(target);
  // So does an amount that is given in another currency.
  const money = [currency(source, ours), currency(target, theirs)];
  if (money[0] !== money[1] && money.every((one) => one !== undefined)) return 'other';
  // Feet become metres in translation, and the figure changes with them.
  if (IMPERIAL.some((name) => ours.includes(name) !== theirs.includes(name))) return 'other';
  if (ours.length > 0 && theirs.length > 0) {
    if (ours[0] === theirs[0]) return (source.sort === 'ordinal') === (target.sort === 'ordinal') ? 'same' : 'open';
    const shared = ours.some((name) => theirs.includes(name));
    const group = GROUP_OF.get(ours[0]!);
    if (!shared && group === GROUP_OF.get(theirs[0]!) && (group === 'length' || group === 'weight' || group === 'money')) return 'other';
    if (isSameDuration(source, ours[0]!, target, theirs[0]!)) return 'other';
    // Three quarters of an hour are 45 minutes elsewhere.
    if (!shared && group === 'time' && [source.sort, target.sort].includes('fraction')) return 'other';
    if (shared) return 'open';
  }
  const bySort = source.sort === 'percent' || target.sort === 'percent';
  if (bySort && source.sort === target.sort) return 'same';
  return 'open';
}

const HOURS: Readonly<Record<string, number>> = {
  second: 1 / 3600,
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  month: 730,
  year: 8766,
  decade: 87660,
};
/** Durations that differ by no more are one: 60 days and two months. */
const NEARLY_SAME = 0.05;

/** Whether two durations in different units are one: 72 hours, three days. */
function isSameDuration(source: NumberMention, ours: string, target: NumberMention, theirs: string): boolean {
  const [one, other] = [
    Number(source.readings[0]) * (HOURS[ours] ?? Number.NaN),
    Number(target.readings[0]) * (HOURS[theirs] ?? Number.NaN),
  ];
  return Math.abs(one - other) <= NEARLY_SAME * Math.max(one, other);
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
function currency({ sentence: { text }, start, end }: InSentence<NumberMention>, nouns: readonly string[]): string | undefined {
  const before = /(?:US\$|R\$|[$€£¥￥₽₹]|\b(?:USD|EUR|GBP|RMB|CNY|IDR|BRL|RUB|Rp\.?))\s?$/i.exec(text.slice(Math.max(0, start - 6), start));
  if (before) return CURRENCIES[before[0].trim().replace('.', '').toUpperCase()];
  // 元 alone is yuan among foreign sums, and just the unit beside others of its own: enough to tell sums apart, too little to name what is counted.
  if (/^\s?(?:元|块钱)/.test(text.slice(end, end + 4))) return 'yuan';
  return nouns.find((noun) => GROUP_OF.get(noun) === 'money');
}

/** The time zone after a clock time. */
function zone({ sentence: { text }, end }: InSentence<NumberMention>): string | undefined {
  return /^\s?(GMT|UTC|[A-Z]{1,4}T|WIB|WITA|WIT)\b/.exec(text.slice(end, end + 6))?.[1];
}
