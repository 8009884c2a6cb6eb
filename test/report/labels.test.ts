import { expect, test } from 'vitest';
import { counted, percent } from '../../src/report/counted.ts';
import { languageLabel, scriptLabel } from '../../src/report/language-label.ts';
import { textDirection } from '../../src/report/text-direction.ts';

test.each([
  ['id', 'Indonesian'],
  ['zh-Hant', 'Chinese (traditional)'],
  ['pt-br', 'Portuguese (BR)'],
  ['und', 'unknown language'],
  ['the language of birds', 'the language of birds'],
  ['constructor', 'constructor'],
  ['', ''],
])('the language %j is called %j', (tag, label) => {
  expect(languageLabel(tag)).toBe(label);
});

test.each([
  ['Witkoff', 'Latin'],
  ['威特科夫', 'Han'],
  ['Уиткофф', 'Cyrillic'],
  ['ويتكوف', 'Arabic'],
  ['12', undefined],
])('%j is written in %s', (text, label) => {
  expect(scriptLabel(text)).toBe(label);
});

test.each([
  ['The envoy said שלום twice.', 'ltr'],
  ['Witkoff לא דיבר עם העיתונאים', 'rtl'],
  ['ویتکاف با خبرنگاران صحبت نکرد ۱۲۳', 'rtl'],
  ['特使在莫斯科', 'ltr'],
  ['123 – 456', undefined],
  ['', undefined],
])('%j runs %s', (text, direction) => {
  expect(textDirection(text)).toBe(direction);
});

test.each([
  [0, '0 passages'],
  [1, '1 passage'],
  [999, '999 passages'],
  [5004, '5,004 passages'],
  [1234567, '1,234,567 passages'],
])('%d is counted as %j', (n, text) => {
  expect(counted(n, 'passage')).toBe(text);
});

test('what is less than certain is never 100 percent', () => {
  expect([0, 0.494, 0.999, 1].map(percent)).toEqual([0, 49, 99, 100]);
});
