/** The same paragraphs in every kind of file are the same text, and the sentences of that text stand where their offsets say. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textOfFile } from '../../src/cli/read-inputs.ts';
import { splitSentences } from '../../src/index.ts';

const word = fc.constantFrom(
  'ferry',
  'Saturday',
  '港口',
  'Привет',
  'naïve',
  'ship\u00adyard',
  '3.5',
  'a&b',
  '<x>',
  '“so”',
  'e\u0301',
  '😀',
  'מים',
  'z.\u00a0B.',
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 2, maxLength: 8 }), fc.constantFrom('.', '!', '?', '。', '…'))
  .map(([words, stop]) => `A ${words.join(' ')}${stop}`);
const paragraphs = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
  { minLength: 1, maxLength: 5 },
);
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const makers: Record<string, (list: readonly string[], prefix: string) => Uint8Array> = {
  'a.html': (list) => strToU8(`<html><body><article>${list.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</article></body></html>`),
  'a.xhtml': (list, prefix) =>
    strToU8(
      `<?xml version="1.0"?><${prefix}html xmlns${prefix && `:${prefix.slice(0, -1)}`}="http://www.w3.org/1999/xhtml"><${prefix}body>${list.map((text) => `<${prefix}p>${escaped(text)}</${prefix}p>`).join('')}</${prefix}body></${prefix}html>`,
    ),
  'a.docx': (list, prefix) => {
    const name = prefix && `:${prefix.slice(0, -1)}`;
    const runs = (text: string) =>
      text
        .split(/(?= )/)
        .map((part) => `<${prefix}r><${prefix}t xml:space="preserve">${escaped(part)}</${prefix}t></${prefix}r>`)
        .join('');
    return zip({
      'word/document.xml': `<${prefix}document xmlns${name}="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><${prefix}body>${list.map((text) => `<${prefix}p>${runs(text)}</${prefix}p>`).join('')}</${prefix}body></${prefix}document>`,
    });
  },
  'a.epub': (list) =>
    zip({
      'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>',
      'b.opf': `<package>${list.map((_, i) => `<item id="i${i}" href="${i}.xhtml#x"/><itemref idref="i${i}"/>`).join('')}</package>`,
      ...Object.fromEntries(
        list.map((text, i) => [`${i}.xhtml`, `<html><head><title/></head><body><p>${escaped(text)}</p></body></html>`]),
      ),
    }),
};

test.each(Object.entries(makers))('%s', async (name, make) => {
  await fc.assert(
    fc.asyncProperty(paragraphs, fc.constantFrom('', 'w:', 'ns0:'), async (list, prefix) => {
      const text = await textOfFile(make(list, prefix), name);
      expect(text).toBe(list.join('\n'));
      const sentences = splitSentences(text);
      for (const { start, end, text: words } of sentences) expect(text.slice(start, end)).toBe(words);
      const gaps = [0, ...sentences.map(({ end }) => end)].map((from, i) => text.slice(from, sentences[i]?.start));
      expect(gaps.join('').trim()).toBe('');
    }),
    { seed: 42, numRuns: 100 },
  );
});
