/** Dates in figures: `25/06/2024`, `25.6.24`, `2024-06-25`. */
import { digitValue } from './digit-value.ts';
import { type CalendarDate, type NumberMention, numberKey } from './number-mention.ts';

const LAST_YEAR = 2100;
/** Largest two-digit year read as one of this century. */
const LAST_SHORT_YEAR = 49;
/** Difference between years of the Buddhist era and of ours. */
const BUDDHIST = 543;

/**
 * The date in figures that starts at `at`; `undefined` where the figures make none.
 *
 * Where month and day cannot be distinguished, both days are kept. The parts are the year and the day, since other texts write the month as a word.
 */
export function scanDate(text: string, at: number): NumberMention | undefined {
  const groups = groupsAt(text, at);
  if (!groups) return undefined;
  const [first, second, third] = groups.map(({ value }) => value) as [number, number, number];
  const isYearFirst = groups[0]!.length === 4;
  const years = isYearFirst ? [first] : yearsOf(third, groups[2]!.length);
  const pairs: readonly (readonly [month: number, day: number])[] = isYearFirst
    ? [[second, third]]
    : first === second
      ? [[first, second]]
      : [
          [second, first],
          [first, second],
        ];
  const dates = pairs.flatMap(([month, day]): CalendarDate[] =>
    month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [{ year: years[0]!, month, day }] : [],
  );
  if (dates.length === 0 || years[0]! > LAST_YEAR || years[0]! < 1000) return undefined;
  const [yearGroup, dayGroup] = isYearFirst ? [groups[0]!, groups[2]!] : [groups[2]!, groups[0]!];
  const part = (group: Group, values: readonly number[]): NumberMention => ({
    start: group.start,
    end: group.end,
    text: text.slice(group.start, group.end),
    readings: [...new Set(values)].map(numberKey),
    strength: 'digits',
  });
  const end = groups[2]!.end;
  return {
    start: at,
    end,
    text: text.slice(at, end),
    readings: dates.map(({ year, month, day }) => `${year}-${month}-${day}`),
    parts: [
      part(
        dayGroup,
        dates.map(({ day }) => day),
      ),
      part(yearGroup, years),
    ],
    dates,
    strength: 'digits',
    sort: 'date',
  };
}

/** The years that a group may be, the likeliest first. */
function yearsOf(value: number, length: number): number[] {
  if (length === 2) return [value + (value <= LAST_SHORT_YEAR ? 2000 : 1900), value];
  return value > LAST_YEAR ? [value - BUDDHIST, value] : [value];
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly value: number;
}

const MARK = /^[./\-．／]$/;

/** Three runs of digits separated by the same mark, with neither digit nor mark around. */
function groupsAt(text: string, at: number): readonly Group[] | undefined {
  if (/[\d./:-]$/.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  const groups: Group[] = [];
  let start = at;
  const mark = text[groupEnd(text, at)] ?? '';
  if (!MARK.test(mark)) return undefined;
  for (;;) {
    const end = groupEnd(text, start);
    if (end === start || end - start > 4) return undefined;
    groups.push({ start, end, length: end - start, value: valueAt(text, start, end) });
    if (groups.length === 3) break;
    if (text[end] !== mark) return undefined;
    start = end + 1;
  }
  const { end } = groups[2]!;
  const isOver = !MARK.test(text[end] ?? '') || digitValue(text.codePointAt(end + 1) ?? 32) < 0;
  const lengths = groups.map(({ length }) => length).join('');
  return isOver && /^(?:4[12][12]|[12][12][24])$/.test(lengths) ? groups : undefined;
}

function groupEnd(text: string, start: number): number {
  let end = start;
  while (end - start < 5 && digitValue(text.charCodeAt(end)) >= 0) end++;
  return end;
}

function valueAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + digitValue(text.charCodeAt(at));
  return value;
}
