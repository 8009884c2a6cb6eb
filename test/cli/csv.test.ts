import { expect, test } from 'vitest';
import { writeCsv } from '../../src/cli/csv.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['=cmd()', "'=cmd()"],
  ['@a,b', '"\'@a,b"'],
  [-1, '-1'],
  [undefined, ''],
])('%j is written %j', (value, expected) => {
  expect(writeCsv(['h'], [[value]])).toBe(`h\r\n${expected}\r\n`);
});
