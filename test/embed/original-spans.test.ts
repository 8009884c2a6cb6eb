import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeText } from '../../src/embed/chunk-scanner.ts';
import { originalSpans } from '../../src/embed/original-spans.ts';
import { sampleTexts } from '../support/sample-texts.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(fc.constantFrom(...'ab Ａ½ﬁΣςİ ', 'e\u0301', '\u0301', 'ｶﾞ', '\u1100\u1161\u11a8', '👍🏽', '\ud83d'), { maxLength: 20 })
    .map((parts) => parts.join('')),
);
const sigma = (string: string): string => string.replaceAll('ς', 'σ');

describe('spans back into the original', () => {
  test.each<[text: string, starts: number[] | undefined, ends: number[] | undefined]>([
    ['abc', undefined, undefined],
    ['ABC ДЕ 中', undefined, undefined],
    ['ｆ½e\u0301', [0, 1, 1, 1, 2], [1, 2, 2, 2, 4]],
    ['İx', [0, 0, 1], [1, 1, 2]],
    ['½ e\u0301', [0, 0, 0, 1, 2], [1, 1, 1, 2, 4]],
    ['ｶﾞ', [0], [2]],
    ['ΟΔΟ\u0301Σ', [0, 1, 2, 4], [1, 2, 4, 5]],
    ['\u1100\u1161\u11a8a', [0, 3], [3, 4]],
  ])('of %j', (original, starts, ends) => {
    const spans = originalSpans(original, normalizeText(original).length);
    expect([spans && Array.from(spans.starts), spans && Array.from(spans.ends)]).toEqual([starts, ends]);
  });

  test.each(sampleTexts)('cover %s whole, in order', (_, original) => checkSpans(original));

  test('cover any text whole, in order, and normalise to what they stand for', () => {
    fc.assert(fc.property(text, checkSpans), { seed: 3, numRuns: 2000 });
  });
});

/** Walks over the parts: each normalised part must be the normal form of the part it points to. */
function checkSpans(original: string): void {
  const normalized = normalizeText(original);
  const spans = originalSpans(original, normalized.length);
  if (!spans) {
    expect(original.length).toBe(normalized.length);
    for (let i = 0; i < original.length; i++)
      if (normalized[i]!.charCodeAt(0) < 0xd800) expect(sigma(normalizeText(original[i]!))).toBe(sigma(normalized[i]!));
    return;
  }
  let at = 0;
  let from = 0;
  while (at < normalized.length) {
    const [start, end] = [spans.starts[at]!, spans.ends[at]!];
    expect(start).toBe(from);
    let to = at;
    while (to < normalized.length && spans.starts[to] === start) to++;
    if (end - start > 1 || to - at > 1) expect(sigma(normalizeText(original.slice(start, end)))).toBe(sigma(normalized.slice(at, to)));
    [at, from] = [to, end];
  }
  expect(from).toBe(original.length);
}
