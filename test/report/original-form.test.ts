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
  expect(originalForm({ canonical, type: 'person' }, romanized)).toBe(expected);
});

test.each([
  ['United States', 'organization', 'meiguo'],
  ['Truth Social', 'organization', 'Social Truth'],
  ['Makassar Strait', 'place', 'Makasar'],
] as const)('of %s, a %s, nothing less than the whole is the original', (canonical, type, romanized) => {
  expect(originalForm({ canonical, type }, romanized)).toBe(canonical);
});
