import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Length } from '../../src/text/utf8-length.ts';

it('counts the bytes that a text encoder writes, lone surrogates included', () => {
  const encoder = new TextEncoder();
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('a', 'é', '好', '😀', '\ud83d', '\ude00', '\uffff', '\u07ff', '\u0800')).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (value) => {
      expect(utf8Length(value)).toBe(encoder.encode(value).length);
    }),
    { seed: 20260225, numRuns: 500 },
  );
});
