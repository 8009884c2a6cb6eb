import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementsBetween, ribbonPath } from '../../src/report/client/ribbons.ts';

test('a ribbon leaves both columns level and joins their corners', () => {
  expect(ribbonPath([10, 30], [50, 60], 80)).toBe('M0 10C40 10 40 50 80 50V60C40 60 40 30 0 30Z');
});

test('of elements one below the other, those between two heights are found as by looking at all', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 60 }), fc.integer({ min: -100, max: 900 }), fc.nat(300), (heights, top, reach) => {
      let y = 0;
      const column = heights.map((height) => {
        const box = { top: y, bottom: y + height };
        y += height + 3;
        return { getBoundingClientRect: () => box } as unknown as Element;
      });
      const touches = (element: Element) => {
        const box = element.getBoundingClientRect();
        return box.bottom >= top && box.top <= top + reach;
      };
      expect(elementsBetween(column, top, top + reach)).toEqual(column.filter(touches));
    }),
    { seed: 7 },
  );
});
