import { describe, expect, test } from 'vitest';
import { findNegations } from '../../src/findings/facts/find-negations.ts';
import { SentenceFacts } from '../../src/findings/facts/sentence-facts.ts';
import { NEGATION } from '../../src/languages/languages.ts';
import { documentOf } from '../support/bead-of.ts';

const read = (language: string, text: string): { sure: string[]; hints: string[] } => {
  const found = findNegations(new SentenceFacts(documentOf('x', language, text), 0, () => undefined))!;
  const words = (list: readonly { start: number; end: number }[]): string[] => list.map(({ start, end }) => text.slice(start, end));
  return { sure: words(found.sure), hints: words(found.hints) };
};

describe('negations', () => {
  test.each<[string, string, string[]]>([
    ['en', 'It is not safe, and they don’t know.', ['not', 'don’t']],
    ['en', 'No doubt they came, no matter how.', []],
    ['en', 'See No. 5 under the UN.', []],
    ['en', 'Tom is a friend of yours, isn’t he? You can’t be serious.', ['can’t']],
    ['en', 'Isn’t he a friend of yours? Is he not?', ['Isn’t']],
    ['id', 'Mereka belum datang dan tidak akan datang.', ['belum', 'tidak']],
    ['id', 'Tidak lama kemudian mereka datang.', []],
    ['zh', '他们并没有来，也不会来。', ['没', '不']],
    ['id', 'Tom itu temanmu, bukan? Itu bukan temanku.', ['bukan']],
    ['zh', '莫斯科的特别区别，非常不稳定', []],
    ['zh', '既不代表东方，也不代表西方', ['不']],
    ['zh', '他不代表东方，也不代表西方', ['不', '不']],
    ['zh', '你知不知道？', []],
    ['zh', '他們並沒有來，不過無論如何不錯。', ['沒']],
    ['zh', '一个巴掌拍不响', []],
    ['de', 'Er kam nicht und sagte nichts.', ['nicht', 'nichts']],
    ['fr', 'Il n’est pas venu.', ['n’est', 'pas']],
    ['ru', 'Он не пришёл.', ['не']],
  ])('%s: %s', (language, text, expected) => {
    expect(read(language, text).sure).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['en', 'an unclear, harmless and inadequate plan under the union', ['unclear', 'harmless', 'inadequate']],
    ['en', 'They failed to agree, unlike us.', ['failed', 'unlike']],
    ['en', 'Underreported cases under the understood unit', ['Underreported']],
    ['id', 'Mereka gagal.', ['gagal']],
  ])('words that can stand for one, %s: %s', (language, text, expected) => {
    expect(read(language, text).hints).toEqual(expected);
  });

  test.each(Object.entries(NEGATION))('the words of %s have no empty and no doubled entry', (_, words) => {
    for (const list of [words.sure, words.hints, words.quiet ?? []]) {
      expect(list.filter((entry) => entry.replaceAll('*', '') === '')).toEqual([]);
      expect(new Set(list).size).toBe(list.length);
    }
  });
});
