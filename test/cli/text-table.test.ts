import { expect, test } from 'vitest';
import { cellWidth, fitLine, textTable } from '../../src/cli/text-table.ts';

test.each([
  ['abc', 3],
  ['威特科夫', 8],
  ['é', 1],
  ['e\u0301', 1],
  ['', 0],
])('%j takes %i cells', (text, expected) => {
  expect(cellWidth(text)).toBe(expected);
});

test.each([
  ['short', 10, 'short'],
  ['exactly 10', 10, 'exactly 10'],
  ['much too long', 10, 'much too …'],
  ['威特科夫威特', 8, '威特科…'],
  ['two\r\nlines\tand \x1b[31mcolour', 40, 'two lines and [31mcolour'],
  ['turned \u202eround', 40, 'turned round'],
])('%j fits %i cells as %j', (text, width, expected) => {
  const fitted = fitLine(text, width);
  expect(fitted).toBe(expected);
  expect(cellWidth(fitted)).toBeLessThanOrEqual(width);
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
