import { expect, test } from 'vitest';
import { cellWidth, textTable, wrapLine } from '../../src/cli/text-table.ts';

test.each([
  ['abc', 3],
  ['威特科夫', 8],
  ['é', 1],
  ['e\u0301', 1],
  ['', 0],
])('%j takes %i cells', (text, expected) => {
  expect(cellWidth(text)).toBe(expected);
});

test.each<[string, number, string[]]>([
  ['short', 10, ['short']],
  ['exactly 10', 10, ['exactly 10']],
  ['much too long', 10, ['much too', 'long']],
  ['a veryverylongword b', 8, ['a veryve', 'rylongwo', 'rd b']],
  ['威特科夫威特', 8, ['威特科夫', '威特']],
  ['威特科夫。威', 8, ['威特科', '夫。威']],
  ['Witkoff 威特科夫', 12, ['Witkoff 威特', '科夫']],
  ['two\r\nlines\tand \x1b[31mcolour', 40, ['two lines and [31mcolour']],
  ['turned \u202eround', 40, ['turned round']],
  ['no end at all, as in a file', Number.POSITIVE_INFINITY, ['no end at all, as in a file']],
  ['', 8, ['']],
])('%j in %i cells is %j', (text, width, expected) => {
  const lines = wrapLine(text, width);
  expect(lines).toEqual(expected);
  for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
});

test('the last column of a table is wrapped, and nothing is lost', () => {
  const row = ['Witkoff', 'person', 'garbled Witcaf, Whitkov, Whitcaff; transliterated 威特科夫, 史蒂夫·威特科夫'];
  const table = textTable([row, ['Kyiv', 'place', '']], [], 50);
  for (const line of table.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(50);
  expect(table.split('\n')[1]).toMatch(/^ {17}\S/);
  expect(table.replace(/\s+/g, '')).toBe([...row, 'Kyiv', 'place'].join('').replace(/\s+/g, ''));
  expect(textTable([row], [])).toBe(`${row.join('  ')}\n`);
});

test('columns line up, numbers on the right, without blanks at line ends', () => {
  expect(
    textTable(
      [
        ['名', '1', 'x'],
        ['abc', '10', ''],
      ],
      [1],
    ),
  ).toBe('名    1  x\nabc  10\n');
});
