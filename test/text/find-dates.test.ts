import { expect, test } from 'vitest';
import { findDates } from '../../src/text/find-dates.ts';
import { findNumbers } from '../../src/text/numbers/find-numbers.ts';

/** The dates of a text, as kind and value. */
function datesOf(base: string, text: string): string[] {
  const lower = text.toLowerCase();
  const words = [...lower.matchAll(/[\p{L}\p{M}']+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  return findDates({ text, lower, base, words, numbers: findNumbers(text, base) }).map(({ kind, value }) => `${kind} ${value}`);
}

test.each<[string, string, string[]]>([
  ['ru', 'в августе и в январе', ['month 8', 'month 1']],
  ['ru', 'воля августейшего лица', []],
  ['en', 'On Monday, or in March', ['weekday 0', 'month 3']],
  ['en', 'They march on', []],
  ['zh', '星期五和3月', ['weekday 4', 'month 3']],
  ['zh', '每星期五', []],
  ['vi', 'tháng 3', ['month 3']],
  ['zh', '13月', ['month 13']],
])('%s: %s', (language, text, dates) => {
  expect(datesOf(language, text)).toEqual(dates);
});
