import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnitTable } from '../../src/embed/unit-table.ts';

test('a table of texts gives back what a map of strings gives, whatever the hashes', () => {
  const entries = fc.array(fc.tuple(fc.string({ maxLength: 12 }), fc.integer({ min: -3, max: 3 })), { maxLength: 2000 });
  fc.assert(
    fc.property(entries, (texts) => {
      const table = new UnitTable();
      const map = new Map<string, number>();
      for (const [text, hash] of texts) {
        const units = Uint16Array.from({ length: text.length + 2 }, (_, k) => text.charCodeAt(k - 1));
        const key = `${hash}:${text}`;
        expect(table.find(units, 1, text.length + 1, hash)).toBe(map.get(key) ?? -1);
        if (map.has(key)) continue;
        map.set(key, map.size * 3);
        table.add(units, 1, text.length + 1, hash, map.get(key)!);
      }
    }),
    { seed: 8, numRuns: 20 },
  );
});

test('it grows', () => {
  const table = new UnitTable();
  const units = (k: number) => Uint16Array.of(k & 255, k >> 8, 7);
  for (let k = 0; k < 5000; k++) table.add(units(k), 0, 3, Math.imul(k, 2654435761), k);
  for (let k = 0; k < 5000; k++) expect(table.find(units(k), 0, 3, Math.imul(k, 2654435761))).toBe(k);
  expect(table.find(units(5000), 0, 3, Math.imul(5000, 2654435761))).toBe(-1);
});
