import { describe, expect, test } from 'vitest';
import { finishSteps } from '../../src/align/run-steps.ts';
import { findCapitalised } from '../../src/names/mentions/find-capitalised.ts';
import { isCommonWord, isGivenName, isPeopleWord } from '../../src/names/tables/common-words.ts';
import { conventionalNameAt, lookUpName } from '../../src/names/tables/gazetteer.ts';
import { newsDocument } from '../support/news.ts';

function strongNames(...texts: readonly (readonly [language: string, lines: readonly string[]])[]): string[] {
  const documents = texts.map(([language, lines], index) => newsDocument(String(index), language, lines));
  return [...new Set(finishSteps(findCapitalised(documents)).flatMap(({ text, weak }) => (weak ? [] : [text])))].sort();
}

describe('names in scripts with capitals', () => {
  test.each<[string, string, string[], string[]]>([
    ['the first word of a sentence is none by itself', 'en', ['However, talks failed.', 'Nobody knows why.'], []],
    ['months and weekdays are none', 'id', ['Ia datang pada hari Kamis, 3 Maret.'], []],
    ['peoples are none', 'en', ['The Russian and Ukrainian envoys met a European diplomat.'], []],
    ['titles stay outside', 'en', ['He met Mr. Olenko and President Bravik Torvald.'], ['Bravik Torvald', 'Olenko']],
    ['an abbreviation does not end a name', 'en', ['They flew to St. Petersburg and the U.S. on Friday.'], ['St. Petersburg', 'U.S.']],
    ['initials stay inside', 'en', ['Yesterday George W. Bush spoke.'], ['George W. Bush']],
    ['small words stay inside', 'en', ['It was Ursula von der Leyen who spoke.'], ['Ursula von der Leyen']],
    ['a headline in capitals gives no evidence', 'en', ['Big Storm Destroys Many Houses And Bridges'], []],
    ['a possessive stays outside', 'en', ['We saw Torvald’s house.'], ['Torvald']],
    ['an article that elides stays outside', 'fr', ['Il parle de l’Ukraine et d’Olenko.'], ['Olenko', 'Ukraine']],
    ['a case ending after an apostrophe stays outside', 'tr', ['Bugün Olenko’nun evi.'], ['Olenko']],
    ['the language of a country is no country', 'id', ['Ia berbicara dalam bahasa Inggris.'], []],
    ['a text without names has none', 'en', ['nothing here at all, and no one to see it.'], []],
  ])('%s', (_, language, lines, expected) => {
    expect(strongNames([language, lines])).toEqual(expected);
  });

  test('glued words are taken apart where their parts stand alone', () => {
    const lines = ['They met Putin. Later Putin left.', 'After talks with PutinSteve Harlow, envoy, left.', 'The visit of Putinhe ended.'];
    expect(strongNames(['en', lines])).toEqual(['Putin', 'Steve Harlow']);
  });

  test('names side by side are cut where they stand alone elsewhere', () => {
    const lines = ['Presiden AS Donald Trump Steve Witcaf bertemu.', 'Kemarin Donald Trump pergi.', 'Lalu Witcaf pulang.'];
    expect(strongNames(['id', lines])).toEqual(['AS', 'Donald Trump', 'Steve Witcaf', 'Witcaf']);
  });

  test('German nouns are no names, names after given names and titles are', () => {
    const lines = ['Der Vertrag über die Lieferung von Kraftwerken liegt bei Präsident Torvald.', 'Auch Angela Brockmann las den Vertrag.'];
    expect(strongNames(['de', lines])).toEqual(['Angela Brockmann', 'Torvald']);
  });
});

describe('the tables', () => {
  test.each([
    ['基辅', 'Kyiv'],
    ['Pekín', 'Beijing'],
    ['Gedung Putih', 'White House'],
    ['川普', 'Donald Trump'],
    ['Londres', 'London'],
    ['Estados Unidos', 'United States'],
    ['Германии', 'Germany'],
    ['Ισπανία', 'Spain'],
  ])('%s is %s', (form, name) => {
    expect(lookUpName(form).map((concept) => concept.name)).toContain(name);
  });

  test('a form counts in its languages alone', () => {
    expect(lookUpName('AS', 'id').map(({ name }) => name)).toEqual(['United States']);
    expect(lookUpName('AS', 'en')).toEqual([]);
  });

  test('in a text without spaces the longest form is found, in its own language', () => {
    expect(conventionalNameAt('在白俄罗斯', 1, 'zh')?.concept.name).toBe('Belarus');
    expect(conventionalNameAt('南北約15', 1, 'ja')).toBeUndefined();
  });

  test('common words, peoples and given names are known', () => {
    expect(['the', 'however', 'said'].every((word) => isCommonWord(word, 'en'))).toBe(true);
    expect(isCommonWord('putin', 'en')).toBe(false);
    expect(['Russian', 'Ukrainian', 'French'].every((word) => isPeopleWord(word, 'en'))).toBe(true);
    expect(isPeopleWord('Russia', 'en')).toBe(false);
    expect(isGivenName('Ángela')).toBe(true);
    expect(isGivenName('Xqzt')).toBe(false);
  });
});
