import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import { RULE_NAMES } from '../../src/findings/rule-names.ts';
import { RULES } from '../../src/findings/rules.ts';
import { traceNames } from '../../src/names/trace-names.ts';
import type { Bead, Mention, TracedName } from '../../src/types.ts';
import { beadOf, documentOf } from '../support/bead-of.ts';

type Side = [language: string, text: string];

/** Rules that fire, with what they point at. */
function fired(source: Side, target: Side, options: Parameters<typeof beadOf>[2] & { rules?: string[] } = {}): string[] {
  const { rules, ...rest } = options;
  return findDivergences(beadOf(source, target, rest), rules ? { rules } : {}).map(
    (finding) => `${finding.rule}: ${finding.source?.text ?? ''} | ${finding.target?.text ?? ''}`,
  );
}

/** A person who is named in the given sentences of documents whose sentences are joined by blanks. */
function nameIn(
  text: string,
  ...places: readonly (readonly [sentences: readonly string[], document: string, sentence: number, form?: string])[]
): TracedName {
  return {
    canonical: text,
    type: 'person',
    mentions: places.map(([sentences, document, sentence, form = text]): Mention => {
      const offset = sentences.slice(0, sentence).join(' ').length + (sentence > 0 ? 1 : 0);
      const start = offset + sentences[sentence]!.indexOf(form);
      return { document, sentence, start, end: start + form.length, text: form, kind: 'exact', romanized: text, similarity: 1, beads: [] };
    }),
  };
}

function oneToOne(count: number): Bead[] {
  return Array.from({ length: count }, (_, at) => ({ source: [at, at + 1], target: [at, at + 1], similarity: 0.8, confidence: 0.9 }));
}

describe('every rule', () => {
  // Names and content need more than two texts; they have their own tests.
  const named = RULES.filter((rule) => rule.name !== 'name' && rule.name !== 'content');
  test.each(named.map((rule) => [rule.name, rule] as const))('%s reports its example and is silent on its counterexample', (name, rule) => {
    expect(findDivergences(beadOf(rule.fires.source, rule.fires.target)).map((finding) => finding.rule)).toContain(name);
    expect(findDivergences(beadOf(rule.silent.source, rule.silent.target))).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.name, rule] as const))('%s has a page with its examples', (name, rule) => {
    const page = readFileSync(new URL(`../../docs-src/rules/${name}.md`, import.meta.url), 'utf8');
    for (const text of [rule.summary, rule.fires.source[1], rule.fires.target[1], rule.silent.source[1], rule.silent.target[1]])
      expect(page).toContain(text);
  });

  test('can be switched on alone', () => {
    const source: Side = ['id', 'Rusia tidak bertemu pada hari Kamis selama tiga jam.'];
    const target: Side = ['en', 'Russia met on Friday for four hours.'];
    expect(fired(source, target).length).toBe(3);
    for (const rule of ['number', 'date', 'polarity']) expect(fired(source, target, { rules: [rule] })).toHaveLength(1);
    expect(fired(source, target, { rules: [] })).toEqual([]);
  });
});

describe('numbers', () => {
  test.each<[string, Side, Side]>([
    ['yuan and dollars', ['zh', '合同价值100万元。'], ['en', 'The contract is worth $140,000.']],
    ['rupiah and dollars', ['id', 'Proyek itu menelan Rp 15 triliun.'], ['en', 'The project cost $1 billion.']],
    ['kilometres and miles', ['id', 'Jaraknya 10 kilometer.'], ['en', 'The distance is 6.2 miles.']],
  ])('converted are not compared: %s', (_, source, target) => {
    expect(fired(source, target, { rules: ['number'] })).toEqual([]);
  });

  test.each<[string, Side, Side, number]>([
    ['es', ['es', 'La reunión duró tres horas.'], ['en', 'The meeting lasted five hours.'], 1],
    ['fr', ['fr', 'La réunion a duré quatre heures.'], ['en', 'The meeting lasted six hours.'], 1],
    ['fr, half a scale', ['fr', 'Elle compte deux millions et demi d’habitants.'], ['en', 'It has 2.5 million inhabitants.'], 0],
    ['de', ['de', 'Dreiundzwanzig Menschen starben.'], ['en', 'Thirty-two people died.'], 1],
    ['ru', ['ru', 'Встреча длилась три часа.'], ['en', 'The meeting lasted four hours.'], 1],
    ['ru, one and a half', ['ru', 'Полтора миллиона человек.'], ['en', '1.5 million people.'], 0],
    ['el', ['el', 'Η συνάντηση διήρκεσε τρεις ώρες.'], ['en', 'The meeting lasted five hours.'], 1],
    ['pt', ['pt', 'Quinze pessoas morreram.'], ['en', 'Sixteen people died.'], 1],
    ['pt, agreeing', ['pt', 'R$ 3,5 bilhões para vinte e três cidades'], ['en', '3.5 billion reais for 23 cities'], 0],
  ])('in words of %s', (_, source, target, count) => {
    expect(fired(source, target, { rules: ['number'] })).toHaveLength(count);
  });

  test.each<[string, Side, Side, string[]]>([
    ['another year', ['id', 'Dimulai pada 2022.'], ['en', 'It began in 2012.'], ['number: 2022 | 2012']],
    ['another magnitude', ['zh', '耗资103.7亿美元。'], ['en', 'It cost $103.7 million.'], ['number: 103.7亿 | 103.7 million']],
    ['words for words', ['zh', '有两个孩子'], ['en', 'with thirty children'], ['number: 两 | thirty']],
    ['the second of three', ['en', '5 men, 7 women, 9 dogs'], ['de', '5 Männer, 8 Frauen, 9 Hunde'], ['number: 7 | 8']],
    ['feet for metres', ['id', 'berjarak 152 meter'], ['en', '500 feet away'], []],
    ['another time zone', ['id', 'pukul 22.00 WIB'], ['en', '15.00 UTC'], []],
    ['an idiom', ['zh', '一个巴掌拍不响'], ['en', 'it takes two to tango'], []],
    ['a fraction for another', ['id', 'menguasai 30% wilayah'], ['en', 'controls one fifth of it'], ['number: 30 | one fifth']],
    ['a fraction for a percentage', ['id', 'menguasai 20% wilayah'], ['en', 'controls one fifth of it'], []],
    ['three quarters of an hour', ['id', 'menunggu tiga perempat jam'], ['en', 'waited for 45 minutes'], []],
    ['three quarters of an hour, in Chinese', ['zh', '他等了四分之三小时'], ['en', 'he waited for 45 minutes'], []],
    ['a number that one side leaves out', ['id', 'pertemuan tiga jam di Moskow'], ['en', 'the meeting in Moscow'], []],
  ])('%s', (_, source, target, expected) => {
    expect(fired(source, target, { rules: ['number'] })).toEqual(expected);
  });

  test.each<[string, Side, Side, string[]]>([
    ['four for one', ['id', 'Dia membeli satu rumah di kota.'], ['en', 'She bought four houses in town.'], ['number: satu | four']],
    ['third for first', ['zh', '这是第一次会议。'], ['en', 'This was the third meeting.'], ['number: 一 | third']],
    ['third for the first time', ['zh', '这是首次会议。'], ['en', 'This was the third meeting.'], ['number: 首 | third']],
    ['second for third', ['zh', '这是第二次会议。'], ['en', 'This was the third meeting.'], ['number: 二 | third']],
    ['both', ['id', 'kedua pihak dalam pertemuan'], ['en', 'the parties of the third meeting'], []],
    ['first for third', ['en', 'This was the first meeting.'], ['id', 'Ini pertemuan ketiga.'], ['number: first | ketiga']],
    ['an article', ['es', 'Una investigación del siglo XX.'], ['en', 'Twentieth century research.'], []],
    ['one and an ordinal', ['id', 'satu pertemuan lagi'], ['en', 'the third meeting'], []],
    ['seven or eight', ['zh', '每七八个人里就有一艘船。'], ['en', 'There is a boat to every seven or eight people.'], []],
    [
      'one far away',
      ['en', 'One of them said that the old plan had failed in the end.'],
      ['id', 'Menurut rencana lama itu, ada empat.'],
      [],
    ],
  ])('one and first are compared with a number of the same thing: %s', (_, source, target, expected) => {
    expect(fired(source, target, { rules: ['number'] })).toEqual(expected);
  });

  test('in comparable texts must count the same thing', () => {
    const options = { relation: 'comparable' as const, rules: ['number'] };
    expect(fired(['id', 'selama tiga jam di Moskow'], ['en', 'in 40 minutes of talks'], options)).toEqual([]);
    expect(fired(['id', 'selama tiga jam di Moskow'], ['en', 'for four hours in Moscow'], options)).toHaveLength(1);
  });

  test('an ordinal is compared with the sentences next to the bead', () => {
    const alignment = beadOf(
      ['id', ['Mereka bertemu.', 'Perang sekarang memasuki tahun keempat.']],
      ['en', 'They met on the war, now in its fifth year.'],
      {
        relation: 'comparable',
      },
    );
    alignment.pairs[0]!.beads[0]!.source = [0, 1];
    const [finding] = findDivergences(alignment);
    expect(finding).toMatchObject({ rule: 'number', source: { text: 'keempat', sentence: 1 }, target: { text: 'fifth', sentence: 0 } });
  });
});

describe('dates', () => {
  test.each<[string, Side, Side, string[]]>([
    ['another weekday', ['id', 'pada hari Kamis'], ['en', 'on Friday'], ['date: Kamis | Friday']],
    ['a possessive', ['zh', '周三的比赛'], ['en', 'Tuesday’s event'], ['date: 周三 | Tuesday’s']],
    ['another month', ['zh', '2011 年 8 月完工'], ['en', 'completed in July 2011'], ['date: 8 月 | July']],
    ['a month that no year has', ['zh', '2011 年 80 月完工'], ['en', 'completed in August 2011'], ['date: 80 月 | August']],
    ['another day', ['id', 'Dia tiba kemarin.'], ['en', 'He arrives tomorrow.'], ['date: kemarin | tomorrow']],
    ['another week', ['zh', '上周会面'], ['en', 'meet next week'], ['date: 上周 | next week']],
    ['two that agree', ['ru', 'в среду и в пятницу'], ['en', 'on Wednesday and Friday'], []],
    ['three times a week', ['zh', '一周三次'], ['en', 'on Friday, three times'], []],
    ['a week, not a Sunday', ['id', 'selama dua minggu'], ['en', 'for two weeks from Monday'], []],
    ['may, not May', ['en', 'They may come in June.'], ['id', 'Mereka boleh datang pada bulan Juni.'], []],
    ['a second, not a Monday', ['pt', 'a segunda reunião'], ['en', 'the second meeting on Friday'], []],
    ['31 February', ['id', 'pada 31 Februari'], ['en', 'on 31 February'], []],
    ['a Vietnamese yesterday', ['vi', 'sáng hôm qua'], ['en', 'yesterday morning'], []],
  ])('%s', (_, source, target, expected) => {
    expect(fired(source, target, { rules: ['date'] })).toEqual(expected);
  });

  test('of two reports are compared only where each names one', () => {
    const options = { relation: 'comparable' as const, rules: ['date'] };
    expect(fired(['id', 'pada hari Kamis'], ['en', 'on Monday and Friday'], options)).toEqual([]);
    expect(fired(['id', 'pada hari Kamis'], ['en', 'on Friday'], options)).toHaveLength(1);
    expect(fired(['id', 'pada hari Kamis'], ['en', 'on Friday'], { ...options, confidence: 0.7 })).toEqual([]);
  });
});

describe('what is counted', () => {
  test.each<[string, Side, Side, number]>([
    ['attacks for dead', ['id', 'setelah 12 serangan Rusia'], ['en', 'Russian attacks that resulted in 12 fatalities'], 1],
    ['months for weeks', ['zh', '在波士顿待三个月'], ['en', 'in Boston for three weeks'], 1],
    ['dollars for euros', ['en', '300 dollars'], ['de', '300 Euro'], 1],
    ['dead and dead', ['id', 'Serangan itu menewaskan 12 orang.'], ['en', 'The attack left 12 dead.'], 0],
    ['a decade in years', ['zh', '过去二十年'], ['en', 'the past two decades'], 0],
    ['a year', ['zh', '2007 年台北资讯月'], ['en', '2007 Taipei IT Month'], 0],
  ])('%s', (_, source, target, count) => {
    expect(fired(source, target, { rules: ['count-noun'] })).toHaveLength(count);
  });
});

describe('polarity', () => {
  test.each<[string, Side, Side, string[]]>([
    ['a lost negation', ['id', 'Itu tidak dalam kepentingan mereka.'], ['en', 'It is in their interest.'], ['polarity: tidak | ']],
    ['an added negation', ['zh', '他会来。'], ['en', 'He will not come.'], ['polarity:  | not']],
    ['not only', ['zh', '这不仅是沼泽。'], ['en', 'They are swamps.'], []],
    [
      'a list negated once',
      ['zh', '他在一个没有教养、没有关爱的环境中成长。'],
      ['en', 'He grew up in a place that was not nurturing and caring.'],
      [],
    ],
    ['a set phrase that goes on', ['zh', '这座桥不安全。'], ['en', 'The bridge is safe.'], ['polarity: 不安全 | ']],
    ['not until', ['id', 'Jembatan itu baru dibuka pada Maret.'], ['en', "The bridge didn't open until March."], []],
    [
      'the hint elsewhere',
      ['id', 'Pengangguran meningkat tahun lalu, kata menteri itu, dan pemerintah tidak akan menaikkan pajak.'],
      ['en', 'Unemployment rose last year, the minister said, and the government will raise taxes.'],
      ['polarity: tidak | '],
    ],
    ['harmless', ['zh', '消费者对新产品非常感兴趣。'], ['en', 'Consumers are not interested in the new product.'], ['polarity:  | not']],
    ['not only become only', ['zh', '这不仅仅是一片沼泽。'], ['en', 'This is just a swamp.'], ['polarity: 不仅仅 | ']],
    ['not only said otherwise', ['zh', '这不仅是一片沼泽，而且很美。'], ['en', 'This is a swamp, and it is beautiful too.'], []],
    ['a hint that has its own counterpart', ['zh', '遗憾的是，他不能来。'], ['en', 'Unfortunately, he can come.'], ['polarity: 不 | ']],
    ['under an age', ['zh', '那里有不到18岁的孩子。'], ['en', 'There are children under the age of 18.'], []],
    ['either or', ['zh', '建筑不是一级就是二级。'], ['en', 'The buildings are either grade one or two.'], []],
    ['one of two lost', ['en', 'It is not safe and it is not clean.'], ['id', 'Itu tidak aman dan bersih.'], ['polarity: not | ']],
    ['fail', ['id', 'Dia tidak berhasil.'], ['en', 'He failed.'], []],
    ['un-', ['zh', '目前还不清楚。'], ['en', 'It is unclear.'], []],
    ['without', ['en', 'without a word'], ['id', 'tanpa sepatah kata'], []],
    ['number 5', ['en', 'No. 5 is here.'], ['id', 'Nomor 5 ada di sini.'], []],
    ['an idiom', ['zh', '我不能告诉你，因为一个巴掌拍不响。'], ['en', "I can't tell you, because it takes two to tango."], []],
    ['a choice', ['zh', '不管你知不知道那是他们的印象'], ['en', 'whether or not you know that was their impression'], []],
    ['none for all', ['id', 'Semua pihak setuju.'], ['en', 'None of the parties agreed.'], ['polarity: Semua | None']],
    ['at most for at least', ['zh', '至少有12人死亡。'], ['en', 'At most 12 people died.'], ['polarity: 至少 | At most']],
    ['south for north', ['id', 'Korea Utara menembakkan rudal.'], ['en', 'South Korea fired a missile.'], ['polarity: Utara | South']],
    ['ended for begun', ['id', 'Perang telah berakhir.'], ['en', 'The war has begun.'], ['polarity: berakhir | begun']],
    ['begun and ended', ['zh', '战争开始了，昨天才停。'], ['en', 'The war has ended.'], []],
    ['against for with', ['zh', '他们支持该计划。'], ['en', 'They opposed the plan.'], ['polarity: 支持 | opposed']],
    ['lost for won', ['id', 'Timnya memenangkan pertandingan.'], ['en', 'His team lost the match.'], ['polarity: memenangkan | lost']],
    ['both and', ['id', 'Tidak hanya Rusia tetapi juga Ukraina setuju.'], ['en', 'Both Russia and Ukraine agreed.'], []],
    [
      'only for not only',
      ['id', 'Tidak hanya Rusia yang setuju.'],
      ['en', 'Only Russia agreed, and also Ukraine.'],
      ['polarity: Tidak | '],
    ],
    ['fall for rise', ['zh', '去年出口增长了。'], ['en', 'Exports fell last year.'], ['polarity: 增长 | fell']],
    [
      'a rise of one thing and a fall of another',
      ['zh', '经济增长对减贫的影响。'],
      ['en', 'The effect of economic growth on poverty reduction.'],
      [],
    ],
    ['a question tag', ['id', 'Tom itu temanmu, kan?'], ['en', 'Tom is a friend of yours, isn’t he?'], []],
    [
      'not only beside another negation',
      ['zh', '这不仅证实了这一理论，而且还提供了化石无法提供的细节。'],
      ['en', 'This not only confirms the theory, but provides details that fossils cannot.'],
      [],
    ],
    [
      'a negation beside not only',
      ['zh', '这不仅没有证实这一理论，而且还提供了化石无法提供的细节。'],
      ['en', 'This not only confirms the theory, but provides details that fossils cannot.'],
      ['polarity: 没 | '],
    ],
    [
      'instead of',
      ['zh', '这些法国人不反抗侵略者，而是和他们合作。'],
      ['en', 'These French people worked with the invaders instead of fighting them.'],
      [],
    ],
    ['both poles on one side', ['id', 'dari utara ke selatan'], ['en', 'from the north down'], []],
    ['a language without a table', ['ja', '彼は来ない。'], ['en', 'He comes.'], []],
  ])('%s', (_, source, target, expected) => {
    expect(fired(source, target, { rules: ['polarity'] })).toEqual(expected);
  });

  test('is not compared in comparable texts or doubtful beads', () => {
    const sides: [Side, Side] = [
      ['id', 'Rusia tidak menerima kesepakatan itu.'],
      ['en', 'Russia accepts the agreement.'],
    ];
    expect(fired(...sides, { relation: 'comparable' })).toEqual([]);
    expect(fired(...sides, { confidence: 0.7 })).toEqual([]);
    expect(fired(...sides)).toHaveLength(1);
  });
});

describe('dates', () => {
  test.each<[string, Side, Side, string[]]>([
    ['another weekday', ['id', 'pada hari Kamis'], ['en', 'on Friday'], ['date: Kamis | Friday']],
    ['a possessive', ['zh', '周三的比赛'], ['en', 'Tuesday’s event'], ['date: 周三 | Tuesday’s']],
    ['another month', ['zh', '2011 年 8 月完工'], ['en', 'completed in July 2011'], ['date: 8 月 | July']],
    ['a month that no year has', ['zh', '2011 年 80 月完工'], ['en', 'completed in August 2011'], ['date: 80 月 | August']],
    ['another day', ['id', 'Dia tiba kemarin.'], ['en', 'He arrives tomorrow.'], ['date: kemarin | tomorrow']],
    ['another week', ['zh', '上周会面'], ['en', 'meet next week'], ['date: 上周 | next week']],
    ['two that agree', ['ru', 'в среду и в пятницу'], ['en', 'on Wednesday and Friday'], []],
    ['three times a week', ['zh', '一周三次'], ['en', 'on Friday, three times'], []],
    ['a week, not a Sunday', ['id', 'selama dua minggu'], ['en', 'for two weeks from Monday'], []],
    ['may, not May', ['en', 'They may come in June.'], ['id', 'Mereka boleh datang pada bulan Juni.'], []],
    ['a second, not a Monday', ['pt', 'a segunda reunião'], ['en', 'the second meeting on Friday'], []],
    ['31 February', ['id', 'pada 31 Februari'], ['en', 'on 31 February'], []],
    ['a Vietnamese yesterday', ['vi', 'sáng hôm qua'], ['en', 'yesterday morning'], []],
  ])('%s', (_, source, target, expected) => {
    expect(fired(source, target, { rules: ['date'] })).toEqual(expected);
  });

  test('of two reports are compared only where each names one', () => {
    const options = { relation: 'comparable' as const, rules: ['date'] };
    expect(fired(['id', 'pada hari Kamis'], ['en', 'on Monday and Friday'], options)).toEqual([]);
    expect(fired(['id', 'pada hari Kamis'], ['en', 'on Friday'], options)).toHaveLength(1);
  });
});

describe('what is counted', () => {
  test.each<[string, Side, Side, number]>([
    ['attacks for dead', ['id', 'setelah 12 serangan Rusia'], ['en', 'Russian attacks that resulted in 12 fatalities'], 1],
    ['months for weeks', ['zh', '在波士顿待三个月'], ['en', 'in Boston for three weeks'], 1],
    ['dollars for euros', ['en', '300 dollars'], ['de', '300 Euro'], 1],
    ['dead and dead', ['id', 'Serangan itu menewaskan 12 orang.'], ['en', 'The attack left 12 dead.'], 0],
    ['a decade in years', ['zh', '过去二十年'], ['en', 'the past two decades'], 0],
    ['a year', ['zh', '2007 年台北资讯月'], ['en', '2007 Taipei IT Month'], 0],
  ])('%s', (_, source, target, count) => {
    expect(fired(source, target, { rules: ['count-noun'] })).toHaveLength(count);
  });
});

describe('polarity', () => {
  test.each<[string, Side, Side, string[]]>([
    ['a lost negation', ['id', 'Itu tidak dalam kepentingan mereka.'], ['en', 'It is in their interest.'], ['polarity: tidak | ']],
    ['an added negation', ['zh', '他会来。'], ['en', 'He will not come.'], ['polarity:  | not']],
    ['not only', ['zh', '这不仅是沼泽。'], ['en', 'They are swamps.'], []],
    [
      'a list negated once',
      ['zh', '他在一个没有教养、没有关爱的环境中成长。'],
      ['en', 'He grew up in a place that was not nurturing and caring.'],
      [],
    ],
    ['a set phrase that goes on', ['zh', '这座桥不安全。'], ['en', 'The bridge is safe.'], ['polarity: 不安全 | ']],
    ['not until', ['id', 'Jembatan itu baru dibuka pada Maret.'], ['en', "The bridge didn't open until March."], []],
    [
      'the hint elsewhere',
      ['id', 'Pengangguran meningkat tahun lalu, kata menteri itu, dan pemerintah tidak akan menaikkan pajak.'],
      ['en', 'Unemployment rose last year, the minister said, and the government will raise taxes.'],
      ['polarity: tidak | '],
    ],
    ['harmless', ['zh', '消费者对新产品非常感兴趣。'], ['en', 'Consumers are not interested in the new product.'], ['polarity:  | not']],
    ['not only become only', ['zh', '这不仅仅是一片沼泽。'], ['en', 'This is just a swamp.'], ['polarity: 不仅仅 | ']],
    ['not only said otherwise', ['zh', '这不仅是一片沼泽，而且很美。'], ['en', 'This is a swamp, and it is beautiful too.'], []],
    ['a hint that has its own counterpart', ['zh', '遗憾的是，他不能来。'], ['en', 'Unfortunately, he can come.'], ['polarity: 不 | ']],
    ['under an age', ['zh', '那里有不到18岁的孩子。'], ['en', 'There are children under the age of 18.'], []],
    ['either or', ['zh', '建筑不是一级就是二级。'], ['en', 'The buildings are either grade one or two.'], []],
    ['one of two lost', ['en', 'It is not safe and it is not clean.'], ['id', 'Itu tidak aman dan bersih.'], ['polarity: not | ']],
    ['fail', ['id', 'Dia tidak berhasil.'], ['en', 'He failed.'], []],
    ['un-', ['zh', '目前还不清楚。'], ['en', 'It is unclear.'], []],
    ['without', ['en', 'without a word'], ['id', 'tanpa sepatah kata'], []],
    ['number 5', ['en', 'No. 5 is here.'], ['id', 'Nomor 5 ada di sini.'], []],
    ['an idiom', ['zh', '我不能告诉你，因为一个巴掌拍不响。'], ['en', "I can't tell you, because it takes two to tango."], []],
    ['a choice', ['zh', '不管你知不知道那是他们的印象'], ['en', 'whether or not you know that was their impression'], []],
    ['none for all', ['id', 'Semua pihak setuju.'], ['en', 'None of the parties agreed.'], ['polarity: Semua | None']],
    ['at most for at least', ['zh', '至少有12人死亡。'], ['en', 'At most 12 people died.'], ['polarity: 至少 | At most']],
    ['south for north', ['id', 'Korea Utara menembakkan rudal.'], ['en', 'South Korea fired a missile.'], ['polarity: Utara | South']],
    ['fall for rise', ['zh', '去年出口增长了。'], ['en', 'Exports fell last year.'], ['polarity: 增长 | fell']],
    [
      'a rise of one thing and a fall of another',
      ['zh', '经济增长对减贫的影响。'],
      ['en', 'The effect of economic growth on poverty reduction.'],
      [],
    ],
    ['a question tag', ['id', 'Tom itu temanmu, kan?'], ['en', 'Tom is a friend of yours, isn’t he?'], []],
    [
      'not only beside another negation',
      ['zh', '这不仅证实了这一理论，而且还提供了化石无法提供的细节。'],
      ['en', 'This not only confirms the theory, but provides details that fossils cannot.'],
      [],
    ],
    [
      'a negation beside not only',
      ['zh', '这不仅没有证实这一理论，而且还提供了化石无法提供的细节。'],
      ['en', 'This not only confirms the theory, but provides details that fossils cannot.'],
      ['polarity: 没 | '],
    ],
    [
      'instead of',
      ['zh', '这些法国人不反抗侵略者，而是和他们合作。'],
      ['en', 'These French people worked with the invaders instead of fighting them.'],
      [],
    ],
    ['both poles on one side', ['id', 'dari utara ke selatan'], ['en', 'from the north down'], []],
    ['a language without a table', ['ja', '彼は来ない。'], ['en', 'He comes.'], []],
  ])('%s', (_, source, target, expected) => {
    expect(fired(source, target, { rules: ['polarity'] })).toEqual(expected);
  });

  test('is not compared in comparable texts or doubtful beads', () => {
    const sides: [Side, Side] = [
      ['id', 'Rusia tidak menerima kesepakatan itu.'],
      ['en', 'Russia accepts the agreement.'],
    ];
    expect(fired(...sides, { relation: 'comparable' })).toEqual([]);
    expect(fired(...sides, { confidence: 0.7 })).toEqual([]);
    expect(fired(...sides)).toHaveLength(1);
  });
});

describe('fractions', () => {
  test.each<[string, Side, Side, string[]]>([
    [
      'against another percentage',
      ['id', 'Moskow menguasai 30% wilayah Ukraina.'],
      ['en', 'Moscow controls one fifth of Ukraine.'],
      ['number: 30 | one fifth'],
    ],
    ['against the same percentage', ['id', 'Moskow menguasai 20% wilayah Ukraina.'], ['en', 'Moscow controls one fifth of Ukraine.'], []],
    ['of an hour against minutes', ['id', 'Ia menunggu tiga perempat jam.'], ['en', 'He waited for 45 minutes.'], []],
    ['of an hour, in Chinese', ['zh', '他等了四分之三小时。'], ['en', 'He waited for 45 minutes.'], []],
  ])('%s', (_, source, target, expected) => {
    expect(fired(source, target, { rules: ['number'] })).toEqual(expected);
  });
});

describe('dates', () => {
  test('are not reported as words a second time', () => {
    expect(fired(['id', 'Mereka bertemu kemarin.'], ['en', 'They met tomorrow.'])).toEqual(['date: kemarin | tomorrow']);
  });
});

describe('quotations', () => {
  test.each<[string, Side, Side, number]>([
    [
      'reported speech for a quote',
      ['zh', '他说这符合普京的利益。'],
      ['en', 'He said it was in Putin’s “interest just to keep the process going.”'],
      1,
    ],
    ['a term in marks', ['en', 'the “invisible team” is here'], ['id', 'tim siluman ada di sini'], 0],
    ['single marks', ['en', '“I do not know what the Kremlin is doing.”'], ['de', '‚Ich weiß nicht, was der Kreml tut.‘'], 0],
    ['speech after a dash', ['en', '“I do not know what the Kremlin is doing.”'], ['es', '— No sé qué hace el Kremlin.'], 0],
    [
      'an unbalanced mark',
      ['en', 'He wanted lasting peace" in Ukraine and no more than that.'],
      ['id', 'Dia ingin perdamaian abadi di Ukraina.'],
      0,
    ],
  ])('%s', (_, source, target, count) => {
    expect(fired(source, target, { rules: ['quotation'] })).toHaveLength(count);
  });

  test('that run over several sentences are known in each of them', () => {
    const alignment = beadOf(
      ['en', ['"I do not know.', 'We will find an answer.', 'It is war," he said.']],
      ['zh', ['“我不知道。', '我们会找到答案的。', '这是战争，”他说。']],
    );
    alignment.pairs[0]!.beads = oneToOne(3);
    expect(findDivergences(alignment, { rules: ['quotation'] })).toEqual([]);
  });

  test('given to another speaker are reported when both names are linked', () => {
    const source = ['Putin met Lavrov.', '“We agreed on some things,” Putin said.'];
    const target = ['Putin bertemu Lavrov.', '“Kami menyetujui beberapa hal,” kata Lavrov.'];
    const putin = nameIn('Putin', [source, 'source', 0], [source, 'source', 1], [target, 'target', 0]);
    const lavrov = nameIn('Lavrov', [source, 'source', 0], [target, 'target', 0], [target, 'target', 1]);
    const alignment = { ...beadOf(['en', source], ['id', target]), names: [putin, lavrov] };
    alignment.pairs[0]!.beads = oneToOne(2);
    const findings = findDivergences(alignment, { rules: ['quotation'] });
    expect(findings.map(({ bead, expected, actual }) => [bead, expected, actual])).toEqual([[1, 'Putin', 'Lavrov']]);
    expect(findDivergences({ ...alignment, names: [putin] }, { rules: ['quotation'] })).toEqual([]);
  });
});

describe('names', () => {
  const source = ['普京会见了威特科夫和拉夫罗夫。', '普京会见了威特科夫。'];
  const target = ['Putin met Witkoff and Lavrov.', 'Putin met Lavrov.'];
  const putin = nameIn('Putin', [source, 'source', 0, '普京'], [source, 'source', 1, '普京'], [target, 'target', 0], [target, 'target', 1]);
  const witkoff = nameIn('Witkoff', [source, 'source', 0, '威特科夫'], [source, 'source', 1, '威特科夫'], [target, 'target', 0]);
  const lavrov = nameIn('Lavrov', [source, 'source', 0, '拉夫罗夫'], [target, 'target', 0], [target, 'target', 1]);
  const alignmentWith = (names: TracedName[]): ReturnType<typeof beadOf> => {
    const alignment = beadOf(['zh', source], ['en', target], { names });
    alignment.pairs[0]!.beads = oneToOne(2);
    return alignment;
  };

  test('one in the place of another is reported', () => {
    const findings = findDivergences(alignmentWith([putin, witkoff, lavrov]));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'name',
      bead: 1,
      expected: '威特科夫',
      actual: 'Lavrov',
      source: { text: '威特科夫' },
      target: { text: 'Lavrov' },
    });
  });

  test('one that was never linked across the languages is not', () => {
    const unlinked = { ...witkoff, mentions: witkoff.mentions.filter((mention) => mention.document === 'source') };
    expect(findDivergences(alignmentWith([putin, unlinked, lavrov]))).toEqual([]);
  });

  test.each<[string, [string, string], string, string[]]>([
    ['lost', ['id', 'Ottawa adalah ibu kota negara yang menawan.'], 'Ottawa is the charming capital of Canada.', ['Canada']],
    ['there as an adjective', ['de', 'Die kanadische Hauptstadt Ottawa ist schön.'], 'Ottawa is the charming capital of Canada.', []],
    ['of a people by another word', ['id', 'Orang Inggris tinggal di Ottawa.'], 'People from Britain live in Ottawa.', []],
    ['said of a government', ['zh', '这是美国的计划。'], 'This is the plan of Washington.', []],
    ['lost in Chinese', ['zh', '这座首都很有魅力。'], 'The charming capital is that of Canada.', ['Canada']],
    [
      'there among the signs of countries, or as its people',
      ['zh', '1979 年苏联入侵阿富汗，美中关系正常化。'],
      'The Soviet invasion in Afghanistan, 1979; US–China relations were normalized.',
      [],
    ],
    ['there by one character', ['zh', '也可以用美元付款。'], 'You may pay in the currency of the United States.', []],
  ])('a well-known place is %s', (_, given, english, expected) => {
    const alignment = beadOf(given, ['en', english]);
    const names = traceNames(alignment);
    const findings = findDivergences({ ...alignment, names }, { rules: ['name'] });
    expect(findings.map(({ actual, expected: wanted }) => actual || wanted)).toEqual(expected);
  });

  test('one that the other side calls he is not', () => {
    const silent = { ...lavrov, mentions: lavrov.mentions.filter((mention) => mention.sentence === 0) };
    expect(findDivergences(alignmentWith([putin, witkoff, silent]))).toEqual([]);
  });
});

describe('findDivergences', () => {
  test('refuses a rule it does not know', () => {
    const alignment = beadOf(['en', 'a'], ['id', 'b']);
    expect(() => findDivergences(alignment, { rules: ['numbers'] })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
    expect(() => findDivergences(alignment, { rules: 'number' as unknown as string[] })).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID' }),
    );
    expect(() => findDivergences(alignment, { rule: ['number'] } as object)).toThrow(expect.objectContaining({ code: 'OPTION_UNKNOWN' }));
    expect(RULE_NAMES).toEqual(RULES.map(({ name }) => name));
  });

  test('says where in the text, in which sentence, and what', () => {
    const alignment = beadOf(
      ['id', ['Mereka bertemu di Moskow.', 'Pertemuan itu berlangsung tiga jam.']],
      ['en', 'They met in Moscow. The meeting lasted four hours.'],
    );
    const [finding] = findDivergences(alignment);
    const [source, target] = alignment.documents;
    expect(finding).toMatchObject({
      rule: 'number',
      pair: 0,
      bead: 0,
      source: { document: 'source', sentence: 1, text: 'tiga' },
      target: { document: 'target', sentence: 0, text: 'four' },
    });
    expect(source!.text.slice(finding!.source!.start, finding!.source!.end)).toBe('tiga');
    expect(target!.text.slice(finding!.target!.start, finding!.target!.end)).toBe('four');
    expect(finding!.message).toContain('Indonesian');
    expect(finding!.confidence).toBeGreaterThan(0.5);
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });

  test('tells two texts of one language apart by their ids', () => {
    const [finding] = findDivergences(beadOf(['en', 'They met for three hours.'], ['en', 'They met for four hours.']));
    expect(finding!.message).toBe('The English text source says “three hours”, the English text target “four hours”.');
  });

  test('reads parts of a mixed document at their offsets in the whole', () => {
    const text = '会谈持续了三个小时。 The talks lasted four hours.';
    const part = (id: string, language: string, start: number, end: number) => ({
      id,
      parent: 'mixed',
      language,
      languageConfidence: 1,
      text,
      sentences: [{ index: 0, start, end, text: text.slice(start, end) }],
    });
    const alignment = beadOf(['zh', 'x'], ['en', 'y']);
    alignment.documents = [part('source', 'zh', 0, 10), part('target', 'en', 11, text.length)];
    alignment.pairs[0]!.beads = [{ source: [0, 1], target: [0, 1], similarity: 0.8, confidence: 0.9 }];
    const [finding] = findDivergences(alignment);
    expect([finding!.source!, finding!.target!].map(({ start, end }) => text.slice(start, end))).toEqual(['三', 'four']);
  });

  test('leaves out skips, doubtful beads and unrelated pairs', () => {
    const sides = [
      ['id', 'Pertemuan itu berlangsung tiga jam.'],
      ['en', 'The meeting lasted four hours.'],
    ] as const;
    expect(findDivergences(beadOf(...sides))).toHaveLength(1);
    expect(findDivergences(beadOf(...sides, { confidence: 0.2 }))).toEqual([]);
    expect(findDivergences(beadOf(...sides, { relation: 'comparable', confidence: 0.45 }))).toEqual([]);
    expect(findDivergences(beadOf(...sides, { relation: 'unrelated' }))).toEqual([]);
    const skip = beadOf(...sides);
    skip.pairs[0]!.beads = [{ source: [0, 1], target: [1, 1], similarity: 0, confidence: 0.9 }];
    expect(findDivergences(skip)).toEqual([]);
  });

  test('is surer of a sure bead', () => {
    const confidence = (bead: number): number =>
      findDivergences(beadOf(['id', 'tiga jam'], ['en', 'four hours'], { confidence: bead }))[0]!.confidence;
    expect(confidence(0.5)).toBeLessThan(confidence(0.95));
  });

  test('a rule that fires all over is believed less', () => {
    const build = (share: number): number[] => {
      const source = Array.from({ length: 50 }, (_, at) => (at < share ? 'Dia tidak datang.' : 'Dia datang.'));
      const alignment = beadOf(['id', source], ['en', source.map(() => 'He came.')]);
      alignment.pairs[0]!.beads = oneToOne(50);
      return findDivergences(alignment).map((finding) => finding.confidence);
    };
    expect(build(2)).toHaveLength(2);
    expect(build(20)).toHaveLength(20);
    expect(build(20)[0]).toBeLessThan(build(2)[0]!);
  });

  test.each<[string, Side | ['en', string[]], Side]>([
    ['a number of 10,000 digits', ['en', '7'.repeat(10_000)], ['id', '7'.repeat(10_000)]],
    ['five scripts in one number', ['en', '1٢३๔５ people'], ['id', '12345 orang']],
    ['unbalanced quotes', ['en', '"““”«a"'.repeat(200)], ['id', '”“»"'.repeat(200)]],
    [
      'eight sentences',
      ['en', Array.from({ length: 8 }, (_, at) => `Sentence ${at} has not one but ${at + 2} words.`)],
      ['id', 'Kalimat.'],
    ],
    ['no letters', ['en', '!!! --- ...'], ['zh', '。。。']],
    ['lone surrogates', ['en', 'a \ud800 3'], ['zh', '\udc00 3']],
    ['empty sentences', ['en', ''], ['id', '']],
  ])('gets through %s without a finding', (_, source, target) => {
    expect(findDivergences(beadOf(source, target), { rules: ['number', 'date', 'count-noun', 'quotation'] })).toEqual([]);
  });

  test('keeps up with 5,000 beads', () => {
    const sentence = documentOf(
      'source',
      'id',
      Array.from({ length: 5000 }, (_, at) => `Pada tahun ${at} mereka bertemu selama tiga jam dan “tidak sepakat”.`),
    );
    const other = documentOf(
      'target',
      'en',
      Array.from({ length: 5000 }, (_, at) => `In ${at} they met for three hours and did not “agree”.`),
    );
    const alignment = beadOf(['id', 'x'], ['en', 'y']);
    alignment.documents = [sentence, other];
    alignment.pairs[0]!.beads = oneToOne(5000);
    const start = process.cpuUsage().user;
    expect(findDivergences(alignment)).toEqual([]);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(4000);
  });
});
