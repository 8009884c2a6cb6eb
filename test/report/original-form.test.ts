import { expect, test } from 'vitest';
import { originalForm } from '../../src/report/original-form.ts';

test.each([
  ['Steve Witkoff', 'Witcaf', 'Witkoff'],
  ['Steve Witkoff', 'Steve Whitkov', 'Steve Witkoff'],
  ['Steve Witkoff', 'weitekefu', 'Witkoff'],
  ['Volodymyr Zelenskyy', 'Volodmir Zelensky', 'Volodymyr Zelenskyy'],
  ['Kyiv', 'anything', 'Kyiv'],
  ['Steve Witkoff', '', 'Steve Witkoff'],
  ['José Ortega', 'JOSE', 'José'],
  ['史蒂夫·威特科夫', '威特科夫', '史蒂夫·威特科夫'],
])('of %s, %s stands for %s', (canonical, romanized, expected) => {
  expect(originalForm(canonical, romanized)).toBe(expected);
});
