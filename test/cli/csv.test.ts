import { expect, test } from 'vitest';
import { writeCsv } from '../../src/cli/csv.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['=cmd()', "'=cmd()"],
  ['@a,b', '"\'@a,b"'],
  ['-2+3+cmd', "'-2+3+cmd"],
  ['－1', "'－1"],
  ['\tx', '"\'\tx"'],
  ['a;=b', '"a;=b"'],
  ['-1.500', '-1.500'],
  ['+86', '+86'],
  [-1, '-1'],
  [undefined, ''],
])('%j is written %j', (value, expected) => {
  expect(writeCsv(['h'], [[value]])).toBe(`h\r\n${expected}\r\n`);
});
