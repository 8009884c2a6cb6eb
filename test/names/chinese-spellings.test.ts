import { describe, expect, test } from 'vitest';
import { nameSimilarity } from '../../src/index.ts';
import { chineseSpellings } from '../../src/names/sound/chinese-spellings.ts';

describe('Chinese names in Latin letters', () => {
  test.each([
    ['仇志明', 'Qiu Zhiming', 'Chou Zhiming'],
    ['單國強', 'Shan Guoqiang', 'Dan Guoqiang'],
    ['解明', 'Xie Ming', 'Jie Ming'],
    ['查文', 'Zha Wen', 'Cha Wen'],
    ['曾美玲', 'Zeng Meiling', 'Ceng Meiling'],
    ['尉迟文', 'Yuchi Wen', 'Weichi Wen'],
  ])('%s has a surname with a reading of its own: %s before %s', (name, right, plain) => {
    expect(nameSimilarity(name, right)).toBeGreaterThan(0.9);
    expect(nameSimilarity(name, right)).toBeGreaterThan(nameSimilarity(name, plain));
  });

  test.each([
    ['Wade–Giles', '張建國', 'Chang Chien-kuo'],
    ['Wade–Giles', '许世光', 'Hsu Shih-kuang'],
    ['Wade–Giles', '鄭成功', 'Cheng Ch’eng-kung'],
    ['Cantonese', '劉國強', 'Lau Kwok-keung'],
    ['Cantonese', '楊志華', 'Yeung Chi Wah'],
    ['Hokkien', '陈文山', 'Tan Boon San'],
    ['Hokkien', '林国明', 'Lim Kok Beng'],
  ])('%s: %s is %s, and no stranger with as many syllables', (_, name, spelling) => {
    expect(nameSimilarity(name, spelling)).toBeGreaterThan(0.6);
    expect(nameSimilarity(spelling, name)).toBe(nameSimilarity(name, spelling));
    expect(nameSimilarity(name, 'Rolf Amsel')).toBeLessThan(0.4);
    expect(nameSimilarity(name, 'Fong Hei-pui')).toBeLessThan(0.6);
  });

  test('all spellings of a name, syllable by syllable', () => {
    const texts = (name: string) => chineseSpellings(name).map(({ text }) => text);
    expect(texts('欧阳修')).toEqual(['ou yang hsiu', 'au yeung sau', 'au yeung sau']);
    expect(texts('解文')).toEqual(['hsieh wen', 'xie wen', 'kai man']);
    expect(texts('王子')).toEqual(['wang tzu', 'wong chi', 'ong chi']);
    expect(texts('一二三四五')).toEqual([]);
  });
});

test.each([
  ['Jürgen', 'Juergen', 'Jurden'],
  ['Sjögren', 'Sjoegren', 'Sjogrun'],
  ['Ågot', 'Aagot', 'Agod'],
  ['Søren', 'Soeren', 'Soran'],
])('%s is %s where a keyboard lacks the letter, before %s', (name, spelled, stranger) => {
  expect(nameSimilarity(name, spelled)).toBeGreaterThan(Math.max(0.95, nameSimilarity(name, stranger)));
});

test('half-width kana are kana', () => {
  expect(nameSimilarity('ｽｽﾞｷ ｲﾁﾛｳ', 'スズキ イチロウ')).toBeGreaterThan(0.98);
});
