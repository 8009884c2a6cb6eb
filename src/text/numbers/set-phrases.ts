/** Numbers expressed by phrases: years of an era (令和6年), half past an hour (halb vier). */
import type { NumberWords } from '../../languages/language.ts';
import { digitValue } from './digit-value.ts';
import { type NumberMention, numberKey } from './number-mention.ts';
import { clockHour } from './scan-digits.ts';
import { scanHan } from './scan-han.ts';

/** The phrases of a language, ready to be searched for. */
export interface SetPhrases {
  readonly eras?: RegExp;
  readonly eraYears: Readonly<Record<string, number>>;
  readonly halfPast: readonly { readonly pattern: RegExp; readonly isNext: boolean }[];
  readonly hours: ReadonlyMap<string, number>;
}

/** The first year of an era is called 元. */
const FIRST = '元';
/** Eras in characters count years: 乾隆三子 is his third son. */
const YEAR_AFTER = '(?=[ \u00a0]?[年./．／・-])';
const FIGURES = '[0-9０-９٠-٩०-९๐-๙]{1,4}|[元〇一二三四五六七八九十百]{1,5}';

/** Makes the patterns of a language from its words. */
export function setPhrasesOf(table: NumberWords): SetPhrases {
  const hours = new Map<string, number>();
  for (const words of [table.hours, table.add, table.ordinals, table.loose]) {
    for (const [word, value] of Object.entries(words ?? {}))
      if (Number.isInteger(value) && value >= 1 && value <= 12 && !hours.has(word)) hours.set(word, value);
  }
  const longestFirst = [...hours.keys()].sort((one, other) => other.length - one.length);
  const hour = `(${[...longestFirst.map(escapePattern), ...(table.han ? ['[一二两兩三四五六七八九十]{1,3}'] : []), '\\p{Nd}{1,2}'].join('|')})`;
  const eras = Object.keys(table.eras ?? {}).map(escapePattern);
  return {
    ...(eras.length > 0
      ? { eras: new RegExp(`(${eras.join('|')})[ \u00a0]?(${FIGURES})(?![0-9])${table.han ? YEAR_AFTER : ''}`, 'gu') }
      : {}),
    eraYears: table.eras ?? {},
    halfPast: (table.halfPast ?? []).map((phrase) => {
      const inside = escapePattern(phrase).replace(/\\\{(?:hour|next)\\\}/, hour);
      const isBounded = !WITHOUT_BLANKS.test(phrase);
      const pattern = isBounded ? `(?<![\\p{L}\\p{M}\\p{Nd}])${inside}(?![\\p{L}\\p{M}\\p{Nd}])` : inside;
      return { pattern: new RegExp(pattern, 'giu'), isNext: phrase.includes('{next}') };
    }),
    hours,
  };
}

/** Scripts without spaces between words. */
const WITHOUT_BLANKS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** The numbers of a text that are expressed by phrases, in order, without overlaps. */
export function findSetPhrases(text: string, phrases: SetPhrases): NumberMention[] {
  const found: NumberMention[] = [];
  for (const match of phrases.eras ? text.matchAll(phrases.eras) : []) {
    const [whole, era, figures] = match as unknown as [string, string, string];
    const year = figures === FIRST ? 1 : figuresValue(figures);
    if (!Number.isInteger(year)) continue;
    found.push(mention(text, match.index, match.index + whole.length, [numberKey(year + phrases.eraYears[era]!)], { strength: 'digits' }));
  }
  for (const { pattern, isNext } of phrases.halfPast) {
    for (const match of text.matchAll(pattern)) {
      const said = phrases.hours.get(match[1]!.toLowerCase()) ?? figuresValue(match[1]!);
      if (!(said >= 1 && said <= 24)) continue;
      const end = match.index + match[0].length;
      const hour = isNext ? (said === 1 ? 12 : said - 1) : said;
      const part = (values: string[]): NumberMention => mention(text, match.index, end, values, {});
      const parts = [clockHour(part([String(hour)])), part(['30'])];
      found.push(mention(text, match.index, end, [`${hour}:30`], { parts, sort: 'clock' }));
    }
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter((one, index) => index === 0 || one.start >= found[index - 1]!.end);
}

function figuresValue(figures: string): number {
  const digits = Array.from(figures, (one) => digitValue(one.codePointAt(0)!));
  return digits.every((digit) => digit >= 0) ? Number(digits.join('')) : (scanHan(figures, 0)?.value ?? Number.NaN);
}

function mention(text: string, start: number, end: number, readings: string[], more: Partial<NumberMention>): NumberMention {
  return { start, end, text: text.slice(start, end), readings, strength: 'words', ...more };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
