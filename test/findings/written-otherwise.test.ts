/** The same figure, date or hour written in another way is no disagreement; another figure is one. */
import { describe, expect, test } from 'vitest';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import { beadOf } from '../support/bead-of.ts';

function found(source: readonly [language: string, text: string], target: readonly [language: string, text: string]): string[] {
  return findDivergences(beadOf(source, target), { rules: ['number', 'date'], minConfidence: 0 }).map(({ witnesses }) =>
    witnesses.map(({ text }) => text).join(' | '),
  );
}

describe('is no disagreement', () => {
  test.each<[string, string, string, string]>([
    ['The project cost 3,500,000 rupiah.', 'id', 'Proyek itu menelan 3 juta 500 ribu rupiah.', 'several parts'],
    ['The project cost 2,500,000 roubles.', 'ru', 'Проект стоил 2 млн 500 тыс. рублей.', 'several parts'],
    ['About 12,000 people came.', 'ko', '약 1만 2천 명이 왔다.', 'several parts'],
    ['The meeting is on 25 June 2024.', 'id', 'Rapat itu pada 25/06/2024.', 'a date in figures'],
    ['The meeting is on 25 June 2024.', 'de', 'Die Sitzung ist am 25.06.2024.', 'a date in figures'],
    ['The bridge opened in 2024.', 'ja', 'この橋は令和6年に開通した。', 'a year of an era'],
    ['The bridge opened on 3 March 2024.', 'zh-Hant', '這座橋於民國113年3月3日開通。', 'a year of an era'],
    ['They met at half past three.', 'de', 'Sie trafen sich um halb vier.', 'half past'],
    ['They met at half past three.', 'id', 'Mereka bertemu pukul setengah empat.', 'half past'],
    ['They killed 3,500 animals.', 'de', 'Sie töteten 3.\u00ad500 Tiere.', 'a soft hyphen'],
  ])('%s – %s: %s (%s)', (english, language, text) => {
    expect(found(['en', english], [language, text])).toEqual([]);
  });
});

describe('is one', () => {
  test.each<[string, string, string]>([
    ['The project cost 3,500,000 rupiah.', 'id', 'Proyek itu menelan 3 juta 700 ribu rupiah.'],
    ['The project cost 2,500,000 roubles.', 'ru', 'Проект стоил 2 млн 900 тыс. рублей.'],
    ['The bridge opened in 2024.', 'ja', 'この橋は令和4年に開通した。'],
  ])('%s – %s: %s', (english, language, text) => {
    expect(found(['en', english], [language, text])).toHaveLength(1);
  });
});
