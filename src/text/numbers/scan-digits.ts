import type { NumberWords } from '../../languages/language.ts';
import { digitValue } from './digit-value.ts';
import { digitKey, type NumberMention, numberKey } from './number-mention.ts';

/** Most digits after a comma that can be decimals, in languages that write a decimal point. */
const MOST_DECIMALS = 3;

/** One run of digits, as ASCII digits. */
interface Group {
  start: number;
  end: number;
  digits: string;
}

/** A number in digits, read with its marks; `value` is its first reading, NaN where there is none. */
export interface DigitNumber extends NumberMention {
  readonly value: number;
}

const MARKS = new Set(['.', ',', '’', "'", '٫', '٬', ':', '/', '．', '：', '⁄', '，']);
const BLANKS = new Set(['\u00a0', '\u202f', '\u2009']);
const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
};

/**
 * The number in digits that starts at `at`, with thousands and decimal marks; `undefined` when there is no digit.
 *
 * A mark belongs to the number when a digit follows directly. `interpret` decides what the marks mean: by their kinds, the lengths of the
 * groups, and the language only where both readings of `1.234` remain; the other is kept as a second reading. Linear in its length.
 */
export function scanDigits(text: string, at: number, language: NumberWords): DigitNumber | undefined {
  const first = readGroup(text, at);
  if (!first) {
    const value = VULGAR[text[at] ?? ''];
    return value === undefined ? undefined : { ...base(text, at, at + 1, [numberKey(value)]), sort: 'fraction', value };
  }
  const groups = [first];
  let marks = '';
  let end = first.end;
  for (;;) {
    const mark = text[end];
    if (mark === undefined) break;
    if (mark !== ' ' && !BLANKS.has(mark) && !MARKS.has(mark)) break;
    const next = readGroup(text, end + 1);
    if (!next) break;
    // No number begins with three zeros, so 50 000 is one number in every language.
    const blank = BLANKS.has(mark) || (mark === ' ' && (language.blanks === true || next.digits === '000'));
    if (mark === ' ' && !blank) break;
    if (mark === '/' || mark === '⁄') {
      // 3/4 is a fraction; 3/4/2020 and 0.31/100,000 are numbers side by side.
      if (marks !== '' || (/[.,/\d]/.test(text[next.end] ?? '') === true && digitValue(text.codePointAt(next.end + 1) ?? 32) >= 0)) break;
      groups.push(next);
      marks = mark;
      break;
    }
    if ((blank || mark === '，') && !(next.digits.length === 3 && groups[0]!.digits.length <= 3 && groups[0]!.digits[0] !== '0')) break;
    // 36,1655 is two years: no thousands, and no decimals where those stand behind a point
    if (mark === ',' && language.decimal === '.' && next.digits.length > MOST_DECIMALS) break;
    groups.push(next);
    marks += blank ? ' ' : mark;
    end = next.end;
  }
  // 29Â¾ is 29¾ in the wrong encoding.
  if (text[end] === 'Â' && (text[end + 1] ?? '') in VULGAR) end++;
  const gap = text[end] === ' ' && (text[end + 1] ?? '') in VULGAR ? 1 : 0;
  const vulgar = VULGAR[text[end + gap] ?? ''];
  if (vulgar !== undefined && groups.length === 1) {
    const value = Number(first.digits) + vulgar;
    return { ...base(text, at, end + gap + 1, [numberKey(value)]), value };
  }
  return interpret(text, groups, marks, language);
}

function interpret(text: string, groups: readonly Group[], marks: string, language: NumberWords): DigitNumber {
  const start = groups[0]!.start;
  const end = groups[groups.length - 1]!.end;
  const whole = groups.map((group) => group.digits).join('');
  if (groups.length === 1) return { ...base(text, start, end, [digitKey(whole)]), value: Number(whole) };
  const kinds = new Set(marks);
  const last = marks[marks.length - 1]!;
  const tail = groups[groups.length - 1]!.digits;
  const isTime = marks[0] === ':' || marks[0] === '：';
  const isSlash = marks[0] === '/' || marks[0] === '⁄';
  const parts = groups.map((group) => base(text, group.start, group.end, [digitKey(group.digits)]));
  if (isTime || isSlash || kinds.size > 2) {
    const denominator = Number(groups[1]!.digits);
    if (isSlash && groups.length === 2 && denominator > 0 && Number(groups[0]!.digits) < denominator) {
      const value = Number(groups[0]!.digits) / denominator;
      return { ...base(text, start, end, [numberKey(value)]), parts, sort: 'fraction', value };
    }
    const clock = isTime && groups.length <= 3 && Number(groups[0]!.digits) <= 24;
    const timed = clock ? parts.map((part, index) => (index === 0 ? clockHour(part) : part)) : parts;
    return {
      ...base(text, start, end, [text.slice(start, end)]),
      parts: timed,
      ...(clock ? { sort: 'clock' as const } : {}),
      value: Number.NaN,
    };
  }
  const grouped = isGrouped(groups, marks, kinds.size === 2 ? groups.length - 1 : groups.length);
  const decimal = Number(
    `${groups
      .slice(0, -1)
      .map((group) => group.digits)
      .join('')}.${tail.slice(0, 20)}`,
  );
  if (kinds.size === 2) {
    if (grouped && marks.indexOf(last) === marks.length - 1) return { ...base(text, start, end, [numberKey(decimal)]), value: decimal };
    return { ...base(text, start, end, [text.slice(start, end)]), parts, value: Number.NaN };
  }
  if (groups.length > 2) {
    if (grouped) return { ...base(text, start, end, [digitKey(whole)]), value: Number(whole) };
    return { ...base(text, start, end, [text.slice(start, end)]), parts, value: Number.NaN };
  }
  if (!grouped || last === ' ') {
    return last === ' '
      ? { ...base(text, start, end, [digitKey(whole)]), value: Number(whole) }
      : { ...base(text, start, end, [numberKey(decimal)]), ...(couldBeTime(groups) ? { parts } : {}), value: decimal };
  }
  const readings =
    last === language.decimal || last === '٫' ? [numberKey(decimal), digitKey(whole)] : [digitKey(whole), numberKey(decimal)];
  return { ...base(text, start, end, readings), value: Number(readings[0]) };
}

/** Whether two groups could be hours and minutes: 20.46. */
function couldBeTime(groups: readonly Group[]): boolean {
  return groups[1]!.digits.length === 2 && Number(groups[0]!.digits) <= 24 && Number(groups[1]!.digits) < 60;
}

/** Whether the groups up to `count` are thousands: three digits each after a first of one to three, or twos before the last three as in India. */
function isGrouped(groups: readonly Group[], marks: string, count: number): boolean {
  const first = groups[0]!.digits;
  if (first.length > 3 || first[0] === '0') return false;
  const inner = groups.slice(1, count).map((group) => group.digits.length);
  if (inner.every((length) => length === 3)) return true;
  return (
    marks[0] === ',' &&
    inner.length > 1 &&
    first.length <= 2 &&
    inner.every((length, index) => length === (index === inner.length - 1 ? 3 : 2))
  );
}

/** The hour of a clock time with its other readings: 8 in the evening is 20, midnight 0, 12 or 24. */
export function clockHour(mention: NumberMention): NumberMention {
  const hour = Number(mention.readings[0]);
  if (!(hour >= 0 && hour <= 24)) return mention;
  const other =
    hour === 0 ? ['12', '24'] : hour === 12 ? ['0', '24'] : hour === 24 ? ['0', '12'] : [String(hour < 12 ? hour + 12 : hour - 12)];
  return { ...mention, readings: [...mention.readings, ...other], sort: 'clock' };
}

function readGroup(text: string, at: number): Group | undefined {
  let end = at;
  let digits = '';
  for (;;) {
    const codePoint = text.codePointAt(end);
    if (codePoint === undefined) break;
    const value = digitValue(codePoint);
    if (value < 0) break;
    digits += String(value);
    end += codePoint > 0xffff ? 2 : 1;
  }
  return digits === '' ? undefined : { start: at, end, digits };
}

function base(text: string, start: number, end: number, readings: string[]): NumberMention {
  return { start, end, text: text.slice(start, end), readings, strength: 'digits' };
}
