import { expect, test } from 'vitest';
import { findText } from '../../src/report/client/find-text.ts';

test.each<[string, string, string[]]>([
  ['The Kremlin said so.', 'kremlin', ['Kremlin']],
  ['Henrik Dahlstrøm, São Paulo', 'sao p', ['São P']],
  ['Sa\u0303o and São', 'são', ['Sa\u0303o', 'São']],
  ['特使维特科夫在莫斯科', '维特科夫', ['维特科夫']],
  ['ＡＢＣ and ﬁne', 'abc', ['ＡＢＣ']],
  ['ＡＢＣ and ﬁne', 'fine', ['ﬁne']],
  ['one, one, one', 'one', ['one', 'one', 'one']],
  ['anything', '  ', []],
  ['anything', 'nothing', []],
])('in “%s” “%s” is found as the reader sees it', (text, query, expected) => {
  expect(findText(text, query).map(([start, end]) => text.slice(start, end))).toEqual(expected);
});
