import { describe, expect, test } from 'vitest';
import { findingsList } from '../../src/report/findings-list.ts';
import type { Finding, Witness } from '../../src/types.ts';
import { madeAlignment } from './support/made-alignments.ts';

const long = `${'One word after another, '.repeat(12)}twelve attacks${', and more words follow'.repeat(12)}.`;
const alignment = madeAlignment(['en', 'en', ['Short.', long]], ['ar', 'ar', ['قصير.', 'وقعت هجمات.']], [[1, 2, 1, 2]]);
const from = long.indexOf('twelve') + 'Short. '.length;

const english: Witness = { document: 'en', sentence: 1, start: from, end: from + 14, text: 'twelve attacks', value: '12 attack' };
const arabic: Witness = { document: 'ar', sentence: 1, start: 6, end: 16, text: 'وقعت هجمات' };
const finding = (values: Partial<Finding> = {}): Finding => ({
  rule: 'number',
  beads: [[0, 0]],
  witnesses: [english, arabic],
  message: 'Different numbers: “twelve attacks” (en), “هجمات” (ar).',
  confidence: 0.8,
  ...values,
});
const markup = (values?: Partial<Finding>) => findingsList({ ...alignment, findings: [finding(values)] }).markup;
const quotes = (values?: Partial<Finding>) => [...markup(values).matchAll(/<q[^>]*>([\s\S]*?)<\/q>/g)].map((match) => match[1]!);

describe('a finding', () => {
  test('shows the words in question with some of their sentence, cut between words', () => {
    const [source] = quotes();
    expect(source).toMatch(/^… (One|word|after) .*<mark>twelve attacks<\/mark>, and more words .* …$/);
    expect(source!.length).toBeLessThan(260);
  });

  test('shows a short sentence whole, in its own direction', () => {
    expect(quotes()[1]).toBe('<mark>وقعت هجمات</mark>.');
    expect(markup()).toContain('<q lang="ar" dir="rtl">');
  });

  test('shows every witness, and which of them stands alone', () => {
    const third: Witness = { ...english, start: 0, end: 6, sentence: 0, text: 'Short.', odd: true };
    expect(quotes({ witnesses: [english, arabic, third] })).toHaveLength(3);
    expect(markup({ witnesses: [english, arabic, third] }).match(/class="place odd"/g)).toHaveLength(1);
    expect(markup()).not.toContain('odd');
  });

  test('shows the sentence of a text that lacks the words, with nothing marked', () => {
    const [, lacking] = quotes({ witnesses: [english, { ...arabic, start: 6, end: 6, text: '' }] });
    expect(lacking).toBe('وقعت هجمات.');
  });

  test('about a whole long sentence marks nothing in it', () => {
    const whole = madeAlignment(
      ['en', 'en', ['They met for three hours in Moscow on the day before yesterday.']],
      ['x', 'en', ['y']],
      [[0, 1, 0, 1]],
    );
    const source = { document: 'en', sentence: 0, start: 0, end: 62, text: '…' };
    expect(findingsList({ ...whole, findings: [finding({ witnesses: [source] })] }).markup).toContain('<span class="all">They met');
  });

  test('about a stretch that is not in its sentence shows the words alone', () => {
    const source = { document: 'en', sentence: 0, start: 500, end: 510, text: 'elsewhere' };
    expect(quotes({ witnesses: [source] })[0]).toBe('<mark>elsewhere</mark>');
  });

  test('about a document that is not there leaves that side out', () => {
    expect(quotes({ witnesses: [{ document: 'gone', sentence: 0, start: 0, end: 1, text: 'x' }, arabic] })).toHaveLength(1);
  });

  test('is never cut within a character', () => {
    const emoji = madeAlignment(['en', 'en', [`${'😀'.repeat(300)}!`]], ['x', 'en', ['y']], [[0, 1, 0, 1]]);
    for (const start of [200, 202]) {
      const source = { document: 'en', sentence: 0, start, end: start + 2, text: '😀' };
      expect(findingsList({ ...emoji, findings: [finding({ witnesses: [source] })] }).markup).not.toContain('\ufffd');
    }
  });
});

test('the surest findings stand first, under the number that they have in the alignment', () => {
  const findings = [finding({ confidence: 0.4 }), finding({ confidence: 0.9 }), finding({ confidence: 0.4, rule: 'date' })];
  const listed = findingsList({ ...alignment, findings }).markup;
  expect([...listed.matchAll(/<li id="(f\d)"/g)].map((match) => match[1])).toEqual(['f1', 'f0', 'f2']);
});
