/** Random bitexts full of what breaks file formats: quotes, angle brackets, tabs, line ends, control characters, lone surrogates. */
import fc from 'fast-check';
import { bitextAlignment, type FileBead } from '../../../src/formats/bitext-alignment.ts';
import type { Alignment } from '../../../src/types.ts';

const nasty = [
  'a',
  'B',
  ' ',
  '我',
  '。',
  '<',
  '>',
  '&',
  '&amp;',
  ']]>',
  '"',
  "'",
  '\\',
  '\\n',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\x1b',
  '\u2028',
  '\x85',
  '\ud800',
  '😀',
  '|',
  ':',
  '[',
  '#',
  ';',
  '\ufeff',
  '\ufffe',
  'ש',
  '\u202e',
];

/** A sentence as splitters leave them: not blank, no white space around it. */
export const sentence = fc
  .string({ unit: fc.constantFrom(...nasty), minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.replace(/[\0-\x1f\x7f-\x9f]/g, '').trim() !== '');

/** A bitext whose beads run in order: 1-1, n-m, skips. */
export const bitext: fc.Arbitrary<Alignment> = fc
  .array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(10_000)), { maxLength: 6 })
  .chain((shapes) => {
    const beads: FileBead[] = [];
    let [i, j] = [0, 0];
    for (const [n, m, number] of shapes) {
      if (n + m === 0) continue;
      const skip = n === 0 || m === 0;
      const range = (start: number, size: number) => Array.from({ length: size }, (_, k) => start + k);
      beads.push({
        source: range(i, n),
        target: range(j, m),
        similarity: skip ? 0 : number / 10_000,
        confidence: ((number * 7) % 10_001) / 10_000,
      });
      [i, j] = [i + n, j + m];
    }
    const side = (length: number) => fc.array(sentence, { minLength: length, maxLength: length });
    return fc
      .tuple(side(i), side(j))
      .map(([source, target]) =>
        bitextAlignment({ id: 'a"<&1', language: 'zh-Hant', sentences: source }, { id: 'b', language: 'en', sentences: target }, beads),
      );
  });
