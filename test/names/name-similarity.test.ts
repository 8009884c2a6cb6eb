import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameSimilarity } from '../../src/names/name-similarity.ts';

const seed = 20_250_501;

describe('nameSimilarity', () => {
  test.each([
    ['Witkoff', '威特科夫'],
    ['Putin', '普京'],
    ['Kushner', '库什纳'],
    ['Froman', '弗罗曼'],
    ['Zelenskyy', 'Зеленский'],
    ['Путин', 'プーチン'],
    ['Netanyahu', 'نتنياهو'],
    ['Netanyahu', 'נתניהו'],
    ['Ukraine', 'ウクライナ'],
    ['Xi Jinping', '习近平'],
    ['Kim Jong Un', '김정은'],
    ['Kherson', 'Χερσών'],
    ['Steve Witkoff', '史蒂夫·威特科夫'],
    ['泽连斯基', 'Зеленский'],
  ])('%s and %s sound alike across scripts', (one, other) => {
    expect(nameSimilarity(one, other)).toBeGreaterThan(0.72);
  });

  test.each([
    ['Witkov', 'Witkoff'],
    ['Usakov', 'Ushakov'],
    ['Zelensky', 'Zelenskyy'],
    ['Sergei', 'Sergey'],
    ['Moskow', 'Moscow'],
    ['Randolph, Gena', 'Gena Randolph'],
    ['Jong-un', 'Jong Un'],
    ['AlisherUsmanov', 'Alisher Usmanov'],
    ['G. Randolph', 'Gena Randolph'],
    ['Boris Johnson', 'Boris de Pfeffel Johnson'],
    ['Deutsche Bank AG', 'Deutsche Bank Aktiengesellschaft'],
    ['L.X.C Aviation', 'LXC Aviation'],
  ])('%s and %s are two spellings of one name', (one, other) => {
    expect(nameSimilarity(one, other)).toBeGreaterThan(0.75);
  });

  test.each([
    ['Ali Khamenei', 'Ali Shamkhani'],
    ['Kim Jong-un', 'Kim Yo-jong'],
    ['Volodymyr Zelenskyy', 'Vladimir Putin'],
    ['Putin', 'Rubio'],
    ['Tahir Jalil Habbush al-Dulaimi', 'Tahir Jalil Habbush al-Tikriti'],
    ['Volkswagen AG', 'Siemens AG'],
  ])('%s and %s are two', (one, other) => {
    expect(nameSimilarity(one, other)).toBeLessThan(0.7);
  });

  test('equal names have 1, names without letters or digits 0', () => {
    expect(nameSimilarity('Putin', 'Putin')).toBe(1);
    expect(nameSimilarity('', 'Putin')).toBe(0);
    expect(nameSimilarity('🙂', '·')).toBe(0);
  });

  test('a similarity is from 0 to 1, and the same both ways', () => {
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz -.’çğšÁ'), maxLength: 14 }),
      fc.string({ unit: fc.constantFrom(...'威特科夫普京史蒂·アイウャルー김정은путинщлالعربي🙂1'), maxLength: 8 }),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(word, word, (one, other) => {
        const similarity = nameSimilarity(one, other);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(nameSimilarity(other, one)).toBe(similarity);
      }),
      { seed, numRuns: 400 },
    );
  });
});
