/** Numbers of several parts, dates in figures, years of an era, half past an hour: a table of language, text and value. */
import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../src/text/numbers/find-numbers.ts';
import { matchNumbers } from '../../src/text/numbers/match-numbers.ts';

const values = (text: string, language: string): string[] => findNumbers(text, language).map((mention) => mention.readings[0]!);

describe('a number of several parts is one number', () => {
  test.each<[string, string, number]>([
    ['id', '3 juta 500 ribu rupiah', 3_500_000],
    ['id', '2 miliar 300 juta', 2_300_000_000],
    ['id', 'tiga juta 500 ribu rupiah', 3_500_000],
    ['ms', '4 juta 250 ribu ringgit', 4_250_000],
    ['en', '3 million 500 thousand people', 3_500_000],
    ['en', '2 billion 40 million', 2_040_000_000],
    ['en', '5 thousand 300', 5300],
    ['de', '3 Millionen 500 Tausend Euro', 3_500_000],
    ['de', '2 Mio. 300 Tsd.', 2_300_000],
    ['nl', '3 miljoen 500 duizend', 3_500_000],
    ['fr', '3 millions 500 mille euros', 3_500_000],
    ['es', '2 mil 500', 2500],
    ['es', '3 millones 200 mil', 3_200_000],
    ['es', '2 mil 500 millones', 2_500_000_000],
    ['pt', '3 mil e 500', 3500],
    ['pt', '2 milhões e 300 mil', 2_300_000],
    ['it', '2 milioni e 500 mila', 2_500_000],
    ['ru', '2 млн 500 тыс. рублей', 2_500_000],
    ['ru', '2 млн. 500 тыс. рублей', 2_500_000],
    ['ru', '3 миллиона 200 тысяч', 3_200_000],
    ['uk', '2 млн 500 тис. гривень', 2_500_000],
    ['uk', '4 мільйони 100 тисяч', 4_100_000],
    ['pl', '2 mln 500 tys.', 2_500_000],
    ['pl', '3 miliony 250 tysięcy', 3_250_000],
    ['el', '3 εκατομμύρια 500 χιλιάδες', 3_500_000],
    ['tr', '2 milyon 500 bin', 2_500_000],
    ['vi', '3 nghìn 500', 3500],
    ['vi', '3 triệu 500 nghìn', 3_500_000],
    ['hi', '3 लाख 50 हजार', 350_000],
    ['hi', '2 करोड़ 5 लाख', 20_500_000],
    ['th', '3 แสน 5 หมื่น', 350_000],
    ['th', '2 ล้าน 5 แสน', 2_500_000],
    ['ar', '3 آلاف و500', 3500],
    ['ar', '3 ملايين و500 ألف', 3_500_000],
    ['ko', '1만 2천', 12_000],
    ['ko', '3만 5000', 35_000],
    ['ko', '2조 3천억 원', 2_300_000_000_000],
    ['ko', '4천500명', 4500],
    ['ja', '1千3百万', 13_000_000],
    ['ja', '3千5百', 3500],
    ['ja', '3億5千万', 350_000_000],
    ['ja', '1万2000人', 12_000],
    ['zh', '3亿5000万', 350_000_000],
    ['zh', '3亿五千万', 350_000_000],
    ['zh', '2万3千人', 23_000],
    ['en', '3 million five hundred thousand people', 3_500_000],
    ['en', '2 thousand five hundred', 2500],
    ['de', '2 Millionen fünfhunderttausend', 2_500_000],
    ['de', 'zwei Millionen 300.000', 2_300_000],
    ['fr', '4 millions trois cent mille', 4_300_000],
    ['es', '2 mil quinientos', 2500],
    ['pt', '3 mil e quinhentos', 3500],
    ['it', '2 milioni cinquecentomila', 2_500_000],
    ['ru', '3 миллиона пятьсот тысяч', 3_500_000],
    ['tr', '2 milyon beş yüz bin', 2_500_000],
    ['th', '2 ล้าน 300,000', 2_300_000],
    ['el', '2 εκατομμύρια πεντακόσιες χιλιάδες', 2_500_000],
    ['hi', 'तीन लाख पाँच हज़ार', 305_000],
    ['hi', 'एक करोड़ 25 लाख', 12_500_000],
    ['ar', 'ثلاثة ملايين و200 ألف', 3_200_000],
    ['ar', 'مليونان و300 ألف', 2_300_000],
    ['ar', '25 مليونا', 25_000_000],
    ['ar', '25 ألفا', 25_000],
    ['en', '2.3 crore', 23_000_000],
    ['en', '3 lakh 50 thousand', 350_000],
    ['ja', '2割5分', 25],
  ])('%s: %s', (language, text, value) => {
    expect(values(text, language)).toEqual([String(value)]);
  });

  test.each<[string, string, number]>([
    ['vi', '2 triệu rưỡi', 2_500_000],
    ['tr', '2 buçuk milyon', 2_500_000],
    ['ru', '2 с половиной миллиона', 2_500_000],
    ['en', 'half a million', 500_000],
    ['de', 'anderthalb Millionen', 1_500_000],
    ['id', 'setengah juta', 500_000],
    ['hi', 'डेढ़ लाख', 150_000],
    ['fr', '3 millions et demi', 3_500_000],
    ['th', '2 ล้านครึ่ง', 2_500_000],
    ['en', 'two and a half million', 2_500_000],
    ['tr', 'iki buçuk milyon', 2_500_000],
    ['pl', 'dwa i pół miliona', 2_500_000],
    ['ru', 'два с половиной миллиона', 2_500_000],
    ['id', 'tiga setengah juta', 3_500_000],
    ['nl', 'tweeënhalf miljoen', 2_500_000],
    ['el', 'δυόμισι εκατομμύρια', 2_500_000],
    ['hi', 'साढ़े तीन लाख', 350_000],
    ['ar', 'مليونان ونصف', 2_500_000],
  ])('with a half, %s: %s', (language, text, value) => {
    expect(values(text, language)).toEqual([String(value)]);
  });

  test.each<[string, string, string[]]>([
    ['en', 'between 3 million and 5 million', ['3000000', '5000000']],
    ['en', 'of the 3 million 5 were children', ['3000000', '5']],
    ['en', '3 million, 500 thousand', ['3000000', '500000']],
    ['en', 'In 2 thousand 2024 was not reached', ['2000', '2024']],
    ['es', '3 mil millones', ['3000000000']],
    ['en', 'of the 3 million five were children', ['3000000', '5']],
    ['en', 'of 3 million 300 were children', ['3000000', '300']],
    ['ko', '3만 2024년', ['30000', '2024']],
  ])('two numbers stay two, %s: %s', (language, text, expected) => {
    expect(values(text, language)).toEqual(expected);
  });
});

const disagree = (one: [string, string], other: [string, string]): string[] => {
  const { source, target } = matchNumbers(findNumbers(one[1], one[0]), findNumbers(other[1], other[0]));
  return [...source, ...target].filter(({ strength }) => strength !== 'loose').map(({ text }) => text);
};

describe('a date in figures', () => {
  test.each(['25/06/2024', '25.06.2024', '5.6.2024', '2024/06/25', '2024.6.5', '5/6/24', '25-06-2024', '2024-06-25'])(
    '%s is a date',
    (text) => {
      const [date, ...rest] = findNumbers(`Rapat itu pada ${text}.`, 'id');
      expect(rest).toEqual([]);
      expect(date!.dates).toContainEqual({ year: 2024, month: 6, day: text.includes('25') ? 25 : 5 });
      const day = text.includes('25') ? 25 : 5;
      expect(disagree(['en', `The meeting is on ${day} June 2024.`], ['id', `Rapat itu pada ${text}.`])).toEqual([]);
    },
  );

  test('that can be two days is both', () => {
    expect(findNumbers('12/08/2025', 'en')[0]!.dates).toEqual([
      { year: 2025, month: 8, day: 12 },
      { year: 2025, month: 12, day: 8 },
    ]);
  });

  test.each(['3/4', '192.168.10.1', '1.234.567', '2024/25', '45/99/2024', '10.000.000', '1.2.3'])('%s is none', (text) => {
    expect(findNumbers(text, 'de').filter(({ dates }) => dates)).toEqual([]);
  });

  test('of the Buddhist era', () => {
    expect(findNumbers('25/6/2567', 'th')[0]!.dates).toEqual([{ year: 2024, month: 6, day: 25 }]);
  });

  test('of another day disagrees', () => {
    expect(disagree(['en', 'on 25 June 2024'], ['de', 'am 26.06.2024'])).toEqual(['25', '26']);
  });
});

describe('a year of an era', () => {
  test.each<[string, string, string]>([
    ['ja', 'この橋は令和6年に開通した。', '2024'],
    ['ja', '令和元年に', '2019'],
    ['ja', '昭和64年', '1989'],
    ['ja', '平成二十六年', '2014'],
    ['ja', '明治４５年', '1912'],
    ['zh-Hant', '民國113年', '2024'],
    ['zh', '民国三十八年', '1949'],
    ['th', 'พ.ศ. 2568', '2025'],
    ['th', 'พ.ศ. ๒๕๖๗', '2024'],
    ['en', 'in Heisei 26', '2014'],
    ['zh', '光绪二十六年', '1900'],
    ['zh-Hant', '宣統元年', '1909'],
    ['ja', '慶応三年', '1867'],
    ['ko', '단기 4331년', '1998'],
  ])('%s: %s', (language, text, year) => {
    expect(values(text, language)).toEqual([year]);
  });
});

test('an era without a year is none', () => {
  expect(values('乾隆三子来了。', 'zh')).not.toContain('1738');
});

describe('half past', () => {
  test.each<[string, string, number]>([
    ['en', 'at half past three', 3],
    ['de', 'um halb vier', 3],
    ['de', 'um halb acht', 7],
    ['nl', 'om half vier', 3],
    ['id', 'pukul setengah delapan', 7],
    ['ms', 'pukul tujuh setengah', 7],
    ['fr', 'à trois heures et demie', 3],
    ['es', 'a las tres y media', 3],
    ['pt', 'às três e meia', 3],
    ['it', 'alle tre e mezza', 3],
    ['ru', 'в половине восьмого', 7],
    ['ru', 'половина четвёртого', 3],
    ['ru', 'в полчетвёртого', 3],
    ['uk', 'о пів на восьму', 7],
    ['pl', 'o wpół do ósmej', 7],
    ['el', 'στις τρεις και μισή', 3],
    ['tr', 'saat üç buçukta', 3],
    ['vi', '3 giờ rưỡi', 3],
    ['zh', '下午三点半', 3],
    ['ja', '7時半', 7],
    ['ja', '午後七時半', 7],
    ['ko', '오후 세 시 반', 3],
    ['ko', '3시 반', 3],
    ['ar', 'الساعة الثالثة والنصف', 3],
    ['hi', 'साढ़े तीन बजे', 3],
    ['th', 'บ่ายสามโมงครึ่ง', 3],
  ])('%s: %s', (language, text, hour) => {
    expect(disagree(['en', `at half past ${['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'][hour]}`], [language, text])).toEqual(
      [],
    );
    expect(disagree(['en', `at ${hour}:30 p.m.`], [language, text])).toEqual([]);
    expect(disagree(['en', 'at 5:30'], [language, text])).not.toEqual([]);
  });
});
