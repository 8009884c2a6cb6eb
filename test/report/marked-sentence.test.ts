import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../src/report/html.ts';
import { type Marks, markedSentence, wholeFindings } from '../../src/report/marked-sentence.ts';
import type { AlignedDocument } from '../../src/types.ts';

const makeDocument = (text: string): AlignedDocument => ({
  id: 'd',
  language: 'en',
  languageConfidence: 1,
  text,
  sentences: [{ index: 0, start: 0, end: text.length, text }],
});

type Span = [start: number, end: number];

function mark(text: string, names: Span[], findings: Span[]): string {
  const document = makeDocument(text);
  const marks: Marks = {
    names: new Map([['d', [names.map(([start, end], name) => ({ start, end, name, kind: 'garbled' as const, original: 'O' }))]]]),
    findings: new Map([['d', [findings.map(([start, end], finding) => ({ start, end, finding, isLikely: finding < 2 }))]]]),
  };
  return html`${markedSentence(document, document.sentences[0]!, marks)}`.markup;
}

const ruby = (n: number, inner: string) =>
  `<ruby class="n garbled" data-n="${n}">${inner}<rp> (</rp><rt lang="" dir="auto">O</rt><rp>)</rp></ruby>`;

describe('marks', () => {
  test.each<[string, string, Span[], Span[], string]>([
    ['nothing', 'a<b', [], [], 'a&lt;b'],
    ['a name', 'ab cd', [[3, 5]], [], `ab ${ruby(0, 'cd')}`],
    [
      'of two names that overlap the first',
      'abcd',
      [
        [1, 3],
        [2, 4],
      ],
      [],
      `a${ruby(0, 'bc')}d`,
    ],
    [
      'of two names that start together the longer',
      'abcd',
      [
        [0, 2],
        [0, 3],
      ],
      [],
      `${ruby(1, 'abc')}d`,
    ],
    [
      'a finding across the edge of a name',
      'abcd',
      [[2, 4]],
      [[1, 3]],
      `a<mark data-f="0">b</mark>${ruby(0, '<mark data-f="0">c</mark>d')}`,
    ],
    [
      'two findings on one place',
      'ab',
      [],
      [
        [0, 2],
        [1, 2],
      ],
      '<mark data-f="0">a</mark><mark data-f="0 1">b</mark>',
    ],
    [
      'a doubtful finding lightly, unless a likely one stands there too',
      'abcd',
      [],
      [
        [0, 2],
        [3, 4],
        [1, 3],
      ],
      '<mark data-f="0">a</mark><mark data-f="0 2">b</mark><mark class="unsure" data-f="2">c</mark><mark data-f="1">d</mark>',
    ],
    ['no name that reaches outside', 'ab', [[1, 5]], [], 'ab'],
    ['no empty name', 'ab', [[1, 1]], [], 'ab'],
  ])('%s', (_, text, names, findings, expected) => {
    expect(mark(text, names, findings)).toBe(expected);
  });
});

test('whatever is marked, the text stays whole and the tags nest', () => {
  const span = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
  const spans = fc.array(span, { maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '<', '&', '"'), minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(text, spans, spans, (value, names, findings) => {
      const markup = mark(value, names, findings);
      const plain = markup.replace(/<rp>.*?<\/rp>|<rt.*?<\/rt>/g, '').replace(/<[^>]*>/g, '');
      expect(plain).toBe(html`${value}`.markup);
      const open: string[] = [];
      for (const [, close, tag] of markup.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
        if (close) expect(open.pop()).toBe(tag);
        else open.push(tag!);
      }
      expect(open).toEqual([]);
    }),
    { seed: 11 },
  );
});

test('a finding about nearly all of a long sentence is noted beside it, of a short one in it', () => {
  const text = 'The envoy met the president in Moscow and spoke with him for three hours.';
  const of = (long: string, end: number) => {
    const document = makeDocument(long);
    const marks: Marks = { names: new Map(), findings: new Map([['d', [[{ start: 0, end, finding: 4, isLikely: true }]]]]) };
    const sentence = document.sentences[0]!;
    return [wholeFindings(document, sentence, marks), html`${markedSentence(document, sentence, marks)}`.markup.includes('<mark')];
  };
  expect(of(text, text.length - 1)).toEqual([[4], false]);
  expect(of(text, 40)).toEqual([[], true]);
  expect(of('It rains.', 9)).toEqual([[], true]);
});
