import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AlignmentError } from '../../src/errors.ts';
import { readDocument } from '../../src/text/read-document.ts';
import type { DocumentInput } from '../../src/types.ts';

const read = (input: DocumentInput, splitLanguages = true, maxCharacters = 1_000_000) =>
  readDocument(input, '0', { splitLanguages, maxCharacters });
const codeOf = (input: DocumentInput, maxCharacters?: number) => {
  try {
    read(input, true, maxCharacters);
    return undefined;
  } catch (error) {
    return error instanceof AlignmentError ? error.code : error;
  }
};
const seeds = new URL('../../seeds/', import.meta.url);
const mixed = readFileSync(new URL(readdirSync(seeds).find((name) => name.startsWith('002'))!, seeds), 'utf8');

describe('readDocument', () => {
  it('makes two parts of 002, with offsets into its text', () => {
    const { parts, warnings } = read({ id: '002', text: mixed, url: 'u', date: 'd' });
    expect(parts.map(({ id, parent, language, url, date, sentences }) => [id, parent, language, url, date, sentences.length])).toEqual([
      ['002:zh', '002', 'zh', 'u', 'd', 54],
      ['002:en', '002', 'en', 'u', 'd', 54],
    ]);
    for (const { text, sentences } of parts) {
      expect(text).toBe(mixed);
      sentences.forEach((sentence, index) => {
        expect(sentence.index).toBe(index);
        expect(mixed.slice(sentence.start, sentence.end)).toBe(sentence.text);
      });
    }
    expect(warnings).toEqual([]);
  });

  it('leaves a mixed text whole when told so, or when its language is named', () => {
    expect(read(mixed, false).parts.map((part) => part.id)).toEqual(['0']);
    expect(
      read({ text: mixed, language: 'zh' }).parts.map(({ id, language, languageConfidence }) => [id, language, languageConfidence]),
    ).toEqual([['0', 'zh', 1]]);
  });

  it('keeps the sentences of the caller as they are', () => {
    const sentences = [' One. Two. ', '', 'Three'];
    const { parts } = read({ sentences, language: 'en' });
    expect(parts[0]!.text).toBe(' One. Two. \n\nThree');
    expect(parts[0]!.sentences).toEqual([
      { index: 0, start: 0, end: 11, text: ' One. Two. ' },
      { index: 1, start: 11, end: 11, text: '' },
      { index: 2, start: 13, end: 18, text: 'Three' },
    ]);
  });

  it('finds the sentences of the caller in the text of the caller, equal ones one after the other', () => {
    const { parts } = read({ text: 'No. No. Yes.', sentences: ['No.', 'No.', 'Yes.'], language: 'en' });
    expect(parts[0]!.sentences.map((sentence) => sentence.start)).toEqual([0, 4, 8]);
  });

  it('divides the sentences of the caller between the parts of a mixed document', () => {
    const zh = ['谈判进行了三个小时。', '他们说会面很好。没有人知道。', '总统周五离开。', '他对此不满意。', '战争仍在继续。'];
    const en = [
      'The talks went on for hours. They were good.',
      'Nobody knows what comes next.',
      'The president left on Friday.',
      'He was not happy with it.',
      'The war goes on.',
    ];
    const { parts } = read({ sentences: [...zh, ...en] });
    expect(parts.map((part) => part.sentences.map((sentence) => sentence.text))).toEqual([zh, en]);
  });

  it('says so when the language cannot be told', () => {
    const { parts, warnings } = read('Xqz bzzt');
    expect(parts[0]!.language).toBe('und');
    expect(warnings).toEqual([{ code: 'LANGUAGE_UNKNOWN', document: '0', message: expect.stringContaining('"0"') }]);
  });

  it.each([
    ['blank text', ' \n', undefined, 'EMPTY_DOCUMENT'],
    ['blank sentences', { sentences: ['', ' '] }, undefined, 'EMPTY_DOCUMENT'],
    ['no sentences in a text', { text: 'Some.', sentences: [] }, undefined, 'EMPTY_DOCUMENT'],
    ['binary junk', 'a\0b', undefined, 'NOT_TEXT'],
    ['a text past the limit', 'abc', 2, 'TOO_LARGE'],
    ['a sentence that is not in the text', { text: 'One. Two.', sentences: ['Two.', 'One.'] }, undefined, 'OPTION_INVALID'],
  ])('refuses %s', (_name, input, limit, code) => {
    expect(codeOf(input, limit)).toBe(code);
  });

  it('passes warnings about characters on', () => {
    expect(read('\ufeffThe talks went on for three hours, he said.').warnings.map((warning) => warning.code)).toEqual([
      'UNUSUAL_CHARACTERS',
    ]);
  });
});
