import { describe, expect, it } from 'vitest';
import { AlignmentError } from '../../src/errors.ts';
import { checkText } from '../../src/text/check-text.ts';

const codeOf = (text: string) => {
  try {
    return checkText(text, 'x').map((warning) => warning.code);
  } catch (error) {
    return error instanceof AlignmentError ? error.code : error;
  }
};

describe('checkText', () => {
  it.each([
    ['nothing', '', 'EMPTY_DOCUMENT'],
    ['blanks of all kinds', ' \n\t\u00a0\u3000\ufeff\u200b', 'EMPTY_DOCUMENT'],
    ['a NUL in the middle', 'Some text\0and more of it, quite long', 'NOT_TEXT'],
    ['control characters', '\x01\x02\x03PNG\x1a', 'NOT_TEXT'],
    ['bytes that were no UTF-8', '\ufffd\ufffd\ufffdJFIF\ufffd\ufffd', 'NOT_TEXT'],
    ['lone surrogates and little else', '\ud800\ud801ab\udc00', 'NOT_TEXT'],
    ['private use', '\ue000\ue001\uf8ff abc', 'NOT_TEXT'],
    ['planes without characters', '\u{50000}\u{60000}\u{7abcd} ab', 'NOT_TEXT'],
  ])('refuses %s', (_name, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('refuses junk from 30 % of the visible characters on', () => {
    expect(codeOf(`${'\ue000'.repeat(3)}${'a'.repeat(7)}`)).toBe('NOT_TEXT');
    expect(checkText(`${'\ue000'.repeat(29)}${'a'.repeat(71)}`, 'x')).toHaveLength(1);
  });

  it.each([
    ['a lone surrogate', 'An ordinary sentence \ud800 with a flaw.', '1 lone surrogate'],
    ['a byte order mark', '\ufeffAn ordinary sentence.', '1 byte order mark'],
    ['a form of control characters', 'An ordinary \x07sentence\x1b with bells.', '2 control characters'],
    ['replacement characters', 'An ordinary sent\ufffdnce with a flaw.', '1 replacement character'],
  ])('warns about %s', (_name, text, found) => {
    expect(checkText(text, 'x')).toEqual([{ code: 'UNUSUAL_CHARACTERS', document: 'x', message: expect.stringContaining(found) }]);
  });

  it.each([
    ['plain text with tabs and line breaks', 'One.\r\n\tTwo.\f\n'],
    ['emoji, flags and rare Han characters', 'Hi 😀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 𠀀 👩‍💻'],
    ['marks of direction', '\u200fمرحبا\u200e hello\u2066 there\u2069'],
    ['digits alone', '1234'],
  ])('has nothing to say about %s', (_name, text) => {
    expect(checkText(text, 'x')).toEqual([]);
  });

  it('names the document and what came', () => {
    expect(() => checkText('\0', 'my id')).toThrow(/"my id".*1 NUL character/);
  });
});
