import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitValue } from '../../src/text/numbers/digit-value.ts';
import { findNumbers } from '../../src/text/numbers/find-numbers.ts';
import { matchNumbers } from '../../src/text/numbers/match-numbers.ts';
import { spellChinese, spellEnglish, spellIndonesian } from '../support/spell-numbers.ts';

const SEED = 20_261_123;
const values = (text: string, language: string): string[] => findNumbers(text, language).map((mention) => mention.readings[0]!);
const reported = (text: string, language: string): string[] =>
  findNumbers(text, language)
    .filter((mention) => mention.strength !== 'loose')
    .map((mention) => mention.readings[0]!);

test('a small number before the word for a century is an ordinal or a count, a large one an ordinal', () => {
  const readings = (text: string, language: string) => findNumbers(text, language)[0]!.readings;
  expect(readings('3 siglos', 'es')).toEqual(['3', '200', '300']);
  expect(readings('12 siglos', 'es')).toEqual(['12', '1100']);
  expect(readings('3世纪', 'zh')).toEqual(['3', '200']);
});

describe('a number is read in digits and words', () => {
  test.each<[string, string, string[]]>([
    ['id', 'selama tiga jam', ['3']],
    ['id', '3,5 juta orang', ['3500000']],
    ['id', 'dua puluh lima ribu tiga ratus', ['25300']],
    ['id', 'tahun keempatnya', ['4']],
    ['id', 'abad ketiga belas', ['13']],
    ['id', 'tempat kedua puluh empat', ['24']],
    ['id', '1.234.567 dan 12,5 persen', ['1234567', '12.5']],
    ['id', '15,5 jutanya', ['15500000']],
    ['ms', '1,234.5 ringgit', ['1234.5']],
    ['zh', '三个小时', ['3']],
    ['zh', '全长3千米，重5千克', ['3', '5']],
    ['zh', '3千人', ['3000']],
    ['zh', '1635-36,1655和1664年', ['1635', '36', '1655', '1664']],
    ['en', 'in 1665,1691 and 1,691', ['1665', '1691', '1691']],
    ['id', '36,1655 persen', ['36.1655']],
    ['zh', '三百五十万人', ['3500000']],
    ['zh', '2.5亿元', ['250000000']],
    ['zh', '2亿5000万', ['250000000']],
    ['zh', '二〇二六年', ['2026']],
    ['zh', '百分之二十', ['20']],
    ['zh', '五分之一', ['0.2']],
    ['zh', '三点五', ['3.5']],
    ['zh', '20世纪70年代', ['1970']],
    ['zh', '二十世纪七十年代', ['1970']],
    ['zh', '400 多万人', ['4000000']],
    ['zh', '三年半', ['3.5']],
    ['zh', '1 萬 7000 多座', ['17000']],
    ['en', 'its fifth year', ['5']],
    ['en', 'nineteen eighty-four', ['1984']],
    ['en', 'one hundred and five', ['105']],
    ['en', 'three million and five million', ['3000000', '5000000']],
    ['en', '$2.5bn', ['2500000000']],
    ['en', 'three point five million', ['3500000']],
    ['en', '1,234,567', ['1234567']],
    ['es', '3 mil millones', ['3000000000']],
    ['es', '1.234,5', ['1234.5']],
    ['fr', '1 234 567 euros', ['1234567']],
    ['fr', '1\u202f234 euros', ['1234']],
    ['de', '3,5 Millionen', ['3500000']],
    ['ru', '3,5 млн', ['3500000']],
    ['el', '2,5 εκατομμύρια', ['2500000']],
    ['pt', '2,5 milhões', ['2500000']],
    ['vi', '2 triệu', ['2000000']],
    ['ko', '3만 명', ['30000']],
    ['th', '3 ล้านคน', ['3000000']],
    ['ja', '350万人', ['3500000']],
    ['ar', '١٢٣٤٫٥', ['1234.5']],
    ['hi', '१२,३४,५६७', ['1234567']],
  ])('%s: %s', (language, text, expected) => {
    expect(reported(text, language)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['fr', 'quatre-vingt-dix', ['90']],
    ['fr', 'soixante-quinze', ['75']],
    ['es', 'tres', ['3']],
    ['es', 'treinta y cinco', ['35']],
    ['pt', 'vinte e três', ['23']],
    ['de', 'dreiundzwanzig', ['23']],
    ['de', 'zweihundertfünfzig', ['250']],
    ['ru', 'двадцать пять тысяч', ['25000']],
    ['el', 'δεκαπέντε', ['15']],
    ['es', 'dos', ['2']],
    ['nl', 'vijfentwintig', ['25']],
    ['it', 'duecentotre', ['203']],
    ['vi', 'mười hai', ['12']],
  ])('%s words are reported from two on: %s', (language, text, expected) => {
    expect(values(text, language)).toEqual(expected);
    expect(reported(text, language)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['fr', 'un', ['1']],
    ['de', 'dritte', ['3']],
    ['es', 'tercero', ['3']],
  ])('%s words only confirm: %s', (language, text, expected) => {
    expect(values(text, language).slice(0, 1)).toEqual(expected);
    expect(reported(text, language)).toEqual([]);
  });

  test.each<[string, string]>([
    ['zh', '一些人十分满意，唯一的问题是统一'],
    ['zh', '周三和星期五'],
    ['zh', '美国陆军'],
    ['zh', '五千米'],
    ['id', 'kedua belah pihak, satu sama lain'],
    ['en', 'one of them, first of all, a third party no longer'],
    ['en', 'World War II'],
  ])('%s idioms state no number: %s', (language, text) => {
    expect(reported(text, language).filter((key) => Number(key) !== 3 && Number(key) !== 5000)).toEqual([]);
  });
});

describe('twins: what a speaker spells is read back', () => {
  test.each([
    ['en', spellEnglish],
    ['id', spellIndonesian],
    ['zh', spellChinese],
  ] as const)('%s', (language, spell) => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 2, max: 2000 }), fc.integer({ min: 2, max: 999_999_999_999 })), (value) => {
        expect(values(spell(value), language)).toEqual([String(value)]);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  test('digits of every script are those of ASCII', () => {
    const zeros: number[] = [];
    for (let codePoint = 0x30; codePoint < 0x1fc00; codePoint++) {
      if (/^\p{Nd}$/u.test(String.fromCodePoint(codePoint)) && digitValue(codePoint) === 0) zeros.push(codePoint);
    }
    expect(zeros.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(fc.constantFrom(...zeros), fc.integer({ min: 0, max: 999_999_999 }), (zero, value) => {
        const text = Array.from(String(value), (digit) => String.fromCodePoint(zero + Number(digit))).join('');
        expect(values(text, 'en')).toEqual([String(value)]);
      }),
      { seed: SEED },
    );
  });

  test('thousands and decimals of each convention are read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('en', 'id', 'de', 'fr'),
        (whole, cents, language) => {
          const [group, decimal] = ({ en: [',', '.'], id: ['.', ','], de: ['.', ','], fr: ['\u202f', ','] } as const)[language];
          const text = String(whole).replace(/\B(?=(\d{3})+$)/g, group) + decimal + String(cents).padStart(2, '0');
          expect(values(text, language)).toEqual(
            [String(Number(`${whole}.${String(cents).padStart(2, '0')}`).toPrecision(12)).replace(/\.?0+$/, '')].map(Number).map(String),
          );
        },
      ),
      { seed: SEED },
    );
  });
});

describe('numbers of two texts are matched', () => {
  const rest = (source: [string, string], target: [string, string]): [string[], string[]] => {
    const { source: left, target: right } = matchNumbers(findNumbers(source[1], source[0]), findNumbers(target[1], target[0]));
    const texts = (mentions: typeof left): string[] => mentions.filter((one) => one.strength !== 'loose').map((one) => one.text);
    return [texts(left), texts(right)];
  };

  test.each<[string, [string, string], [string, string]]>([
    ['a fraction and a percentage', ['en', 'one fifth of it'], ['id', '20 persen darinya']],
    ['the hour of the evening', ['id', 'pukul 20.46'], ['en', '8:46 p.m.']],
    ['a military hour', ['en', '1200 GMT'], ['id', 'pukul 12.00 GMT']],
    ['the hour in Chinese', ['zh', '晚上8点46分'], ['en', '8:46 p.m.']],
    ['a decade', ['zh', '20世纪70年代'], ['en', 'the 1970s']],
    ['a century', ['zh', '十五世纪'], ['en', 'the 15th century']],
    ['centuries that are counted', ['id', 'selama dua abad'], ['en', 'for two hundred years']],
    ['centuries that are counted, in Chinese', ['zh', '三个世纪以来'], ['en', 'for three hundred years']],
    ['many centuries in figures', ['zh', '15个世纪以来'], ['en', 'for 1,500 years']],
    ['a fraction in one word', ['id', 'seperempat penduduk'], ['en', '25% of the population']],
    ['one in five, in one word', ['id', 'seperlima siswa'], ['en', 'one in five students']],
    ['eighty in French', ['fr', 'quatre-vingts personnes'], ['en', 'eighty people']],
    ['a range of years', ['en', '1939-45'], ['id', '1939 sampai 1945']],
    ['a magnitude over a range', ['en', '4.2-3.9 million years'], ['zh', '420 万至 390 万年']],
    ['the two readings of one mark', ['id', '1.500 orang'], ['en', '1,500 people']],
    ['Roman numerals', ['en', 'World War II'], ['zh', '第二次世界大战']],
    ['a Thai year', ['th', 'พ.ศ. 2513'], ['en', 'in 1970']],
    ['months in digits', ['zh', '2021 年 8 月 24 日'], ['en', '24 August 2021']],
    ['a half more', ['en', 'three and a half years'], ['id', 'tiga setengah tahun']],
    ['one in five', ['en', 'one in five students'], ['zh', '五分之一的学生']],
    ['a rate', ['id', '0,31/100.000'], ['en', '0.31/100,000']],
    ['a date in digits', ['en', '3/4/2020'], ['id', '3/4/2020']],
    ['a share', ['zh', '732/1,037'], ['en', '732 of 1,037']],
    ['at least so much', ['en', '$300+ billion'], ['id', 'lebih dari $300 miliar']],
    ['a number said twice', ['en', 'two and two'], ['id', 'dua']],
  ])('and agree: %s', (_, source, target) => {
    const [left, right] = rest(source, target);
    expect(Math.min(left.length, right.length)).toBe(0);
  });

  test.each<[string, [string, string], [string, string], [string[], string[]]]>([
    ['another ordinal', ['id', 'tahun keempat'], ['en', 'fifth year'], [['keempat'], ['fifth']]],
    ['another fraction', ['id', 'dua pertiga wilayah'], ['en', 'three quarters of it'], [['dua pertiga'], ['three quarters']]],
    ['another fraction in one word', ['id', 'seperlima wilayah'], ['en', 'one quarter of it'], [['seperlima'], ['one quarter']]],
    ['another fraction of one denominator', ['zh', '三分之一'], ['en', 'two thirds'], [['三分之一'], ['two thirds']]],
    ['centuries that are counted', ['id', 'selama tiga abad'], ['en', 'for two centuries'], [['tiga'], ['two']]],
    ['another century', ['id', 'abad ke-18'], ['en', 'the 19th century'], [['18'], ['19']]],
    ['a billion for a thousand', ['id', 'seribu orang'], ['en', 'a billion people'], [['seribu'], ['billion']]],
    ['another magnitude', ['zh', '103.7亿美元'], ['en', '$103.7 million'], [['103.7亿'], ['103.7 million']]],
    ['another minute', ['en', '10:08'], ['id', 'pukul 10.09'], [['08'], ['09']]],
    ['another decimal', ['id', '2,4 Ghz dan 5,0 Ghz'], ['en', '2.4Ghz and 5.3Ghz'], [['5,0'], ['5.3']]],
  ])('and differ: %s', (_, source, target, expected) => {
    expect(rest(source, target)).toEqual(expected);
  });

  test('matching is symmetric in what is left over', () => {
    const texts = fc.array(fc.constantFrom('3', '1.5 million', '20%', 'two', 'one fifth', '8:46', '1939-45', 'the 1970s', '1,234'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const left = findNumbers(one.join(' , '), 'en');
        const right = findNumbers(other.join(' , '), 'en');
        const there = matchNumbers(left, right);
        const back = matchNumbers(right, left);
        expect(there.source.length).toBe(back.target.length);
        expect(there.target.length).toBe(back.source.length);
      }),
      { seed: SEED },
    );
  });
});

describe('odd input is read in linear time', () => {
  test('a number of 10,000 digits is one number, and its last digit counts', () => {
    const long = '9'.repeat(10_000);
    expect(values(long, 'en')).toEqual([long]);
    expect(matchNumbers(findNumbers(long, 'en'), findNumbers(`${long.slice(1)}8`, 'en')).source).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['groups', `${'123.'.repeat(20_000)}123`],
    ['characters', '三百五十万'.repeat(10_000)],
    ['words', 'two hundred thousand '.repeat(10_000)],
    ['one word', 'a'.repeat(100_000)],
    ['marks', '1,'.repeat(50_000)],
  ])('long %s take time in proportion', (_, text) => {
    const time = (input: string): number => {
      const start = process.cpuUsage().user;
      findNumbers(input, 'en');
      findNumbers(input, 'zh');
      return process.cpuUsage().user - start;
    };
    time(text.slice(0, text.length / 4));
    const quarter = time(text.slice(0, text.length / 4));
    // Four times the text: sixteen times the time would be quadratic. The least of three, for the processor has other work.
    expect(Math.min(time(text), time(text), time(text))).toBeLessThan(10 * Math.max(quarter, 10_000));
  });

  test('digits of five scripts in one number are read as they stand', () => {
    expect(values('1٢३๔５', 'en')).toEqual(['12345']);
  });
});
