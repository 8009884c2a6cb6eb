import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleText, withSettledText } from '../../src/text/settled-characters.ts';

const seed = 20_261_123;
/** Assigned after Unicode 15.0, changed after it, or free to this day. */
const unsettled = ['\u088f', '\u1c89', '\u0378', '\u{1fae9}', '\u{2ebf0}', '\u{16d40}', '\u{e0fff}', '\u019b', '\u0264', '\u0295'];
const settled = [
  'a',
  'ß',
  'İ',
  'Ж',
  '普',
  '한',
  'か',
  '\u0301',
  '٣',
  '😀',
  '\ue000',
  '\u{f0000}',
  '\ud800',
  '\udc00',
  '\ufdd0',
  '\u{10ffff}',
  '\0',
];

describe('settleText', () => {
  test.each(settled)('keeps %j', (character) => {
    expect(settleText(`x${character}y`)).toBe(`x${character}y`);
  });

  test.each(unsettled)('puts a noncharacter of its length in the place of %j', (character) => {
    expect(settleText(`x${character}y`)).toBe(character.length === 1 ? 'x\ufdd0y' : 'x\u{1fffe}y');
  });

  test('says of each character the same alone and beside an unsettled one', () => {
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      expect(settleText(character), code.toString(16)).toBe(settleText(`\u0378${character}`).slice(1));
    }
  });

  test('leaves every engine with the same opinion of what is a letter, a mark, a digit or a capital', () => {
    const kinds = ['L', 'M', 'N', 'Lu', 'Ll', 'Nd', 'Script=Han', 'Script=Latin', 'Script=Cyrillic'].map(
      (kind) => new RegExp(`\\p{${kind}}`, 'u'),
    );
    let hash = 0x811c9dc5;
    for (let code = 0; code < 0x110000; code++) {
      const character = settleText(String.fromCodePoint(code));
      let bits = 0;
      for (const [k, kind] of kinds.entries()) if (kind.test(character)) bits |= 1 << k;
      const forms = [character.toLowerCase(), character.toUpperCase(), character.normalize('NFKC'), character.normalize('NFD')];
      for (const unit of [bits, ...forms.join(' ')].map((part) => (typeof part === 'string' ? part.charCodeAt(0) : part)))
        hash = Math.imul(hash ^ unit, 0x01000193);
    }
    expect((hash >>> 0).toString(16)).toBe('7c428e65');
  });
});

describe('withSettledText', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...unsettled, ...settled, 'b', ' ') }), { maxLength: 6 });

  test('gives back what it was given, whatever private characters stand in it', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(withSettledText({ list }, (value) => value)).toEqual({ list });
      }),
      { seed, numRuns: 500 },
    );
  });

  test('shows the function no unsettled character, and every other one as it is', () => {
    fc.assert(
      fc.property(texts, (list) => {
        withSettledText(list, (seen) => {
          for (const [k, text] of seen.entries()) {
            expect(settleText(text)).toBe(text);
            expect(text).toHaveLength(list[k]!.length);
          }
          return null;
        });
      }),
      { seed, numRuns: 500 },
    );
  });

  test('gives the function the very object it was given where nothing is unsettled', () => {
    const value = { list: settled };
    expect(withSettledText(value, (seen) => seen === value)).toBe(true);
  });

  test('an own field called __proto__ stays a field', () => {
    const value = JSON.parse('{"__proto__":{"a":"\u0378"}}') as object;
    const copy = withSettledText(value, (seen) => seen);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
    expect(({} as { a?: string }).a).toBeUndefined();
  });
});
