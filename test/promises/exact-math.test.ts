/** The functions that stand in for `Math.exp` and its kind: right, and the same to the last bit on every engine. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, log, log1p, log2 } from '../../src/exact-math.ts';
import { hashNumbers } from '../support/hash-json.ts';

const seed = 20_261_123;
const apart = (one: number, other: number): number =>
  Object.is(one, other) ? 0 : Math.abs(one - other) / Math.max(Math.abs(other), 1e-300);
const arguments64 = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ min: -750, max: 720, noNaN: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.double({ min: 1 - 1e-7, max: 1 + 1e-7, noNaN: true }),
);

test('exp and log are what the engine computes, but for the last bits', () => {
  fc.assert(
    fc.property(arguments64, (x) => {
      expect(apart(exp(x), Math.exp(x)), `exp ${x}`).toBeLessThan(4e-16);
      expect(apart(log(x), Math.log(x)), `log ${x}`).toBeLessThan(4e-16);
    }),
    { seed, numRuns: 20_000 },
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, -1, 709.78, 709.79, -745.13, -745.14, 5e-324])(
  'exp and log of %s are those of the engine',
  (x) => {
    expect(exp(x)).toBe(Math.exp(x));
    expect(log(x)).toBe(Math.log(x));
  },
);

test('log1p and log2 are as exact as the sums they go into', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (x) => {
      expect(log1p(x)).toBeCloseTo(Math.log1p(x), 14);
      expect(log2(1 + x)).toBeCloseTo(Math.log2(1 + x), 13);
    }),
    { seed, numRuns: 2000 },
  );
});

test('every bit is the one it always was', () => {
  const values = Array.from({ length: 20_000 }, (_, k) => ((k * 7919) % 20_000) / 13 - 740);
  expect(hashNumbers(values.map(exp))).toBe('025e5535');
  expect(hashNumbers(values.map((x) => log(Math.abs(x) + 1e-3)))).toBe('323e9dd6');
});

/** What the language leaves to the engine: last bits, or data of languages and characters that change with its version. */
const leftToTheEngine =
  /\bMath\.(?:exp|expm1|log|log1p|log2|log10|pow|tanh|sinh|cosh|sin|cos|tan|atan2?|asin|acos|cbrt|hypot)\b|\*\*|\bIntl\.|\blocaleCompare\b|\btoLocale\w+\(/;

test('no file leaves the last bits, or the order of words, to the engine', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files
    .filter((file) => !/^(?:queue|cli)[/\\]|generated|report[/\\]client/.test(file)) // timers of retries; what a terminal or a browser shows
    .flatMap((file) =>
      readFileSync(`src/${file}`, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && leftToTheEngine.test(line.replace(/\/\*\*|'[^']*'|`[^`]*`|\/\/.*/g, '')))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
