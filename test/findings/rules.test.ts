import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import { RULE_NAMES } from '../../src/findings/rule-names.ts';
import type { Bead, Finding } from '../../src/types.ts';
import { beadOf, documentOf } from '../support/bead-of.ts';

type Side = [language: string, text: string];

/** What fires, with what it points at. */
function fired(source: Side, target: Side, options: Parameters<typeof beadOf>[2] & { rules?: string[] } = {}): string[] {
  const { rules, ...rest } = options;
  return findDivergences(beadOf(source, target, rest), rules ? { rules } : {}).map(
    ({ rule, witnesses }) => `${rule}: ${witnesses.map(({ text }) => text).join(' | ')}`,
  );
}

function oneToOne(count: number): Bead[] {
  return Array.from({ length: count }, (_, at) => ({ source: [at, at + 1], target: [at, at + 1], similarity: 0.8, confidence: 0.9 }));
}

/** Examples of a rule page: lines such as `en: He came. | id: Dia tidak datang.` under the two headings. */
function examplesOf(rule: string): { fires: [Side, Side][]; silent: [Side, Side][] } {
  const page = readFileSync(new URL(`../../docs-src/rules/${rule}.md`, import.meta.url), 'utf8');
  const under = (heading: string): [Side, Side][] => {
    const part = page.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
    return [...part.matchAll(/^\| (\w\w) \| (.*?) \| (\w\w) \| (.*?) \|$/gm)].map((match) => [
      [match[1]!, match[2]!],
      [match[3]!, match[4]!],
    ]);
  };
  return { fires: under('It finds'), silent: under('It is silent about') };
}

describe.each(RULE_NAMES)('the page of %s', (rule) => {
  const { fires, silent } = examplesOf(rule);

  test('has examples of both kinds', () => {
    expect(Math.min(fires.length, silent.length)).toBeGreaterThan(0);
  });
  test.each(fires)('is right that %s and %s disagree', (source, target) => {
    expect(findDivergences(beadOf(source, target)).map((finding) => finding.rule)).toEqual([rule]);
  });
  test.each(silent)('is right that %s and %s do not', (source, target) => {
    expect(findDivergences(beadOf(source, target))).toEqual([]);
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
    ['es', ['es', 'La reunión en Moscú duró tres horas.'], ['en', 'The meeting in Moscow lasted five hours.'], 1],
    ['fr', ['fr', 'La réunion a duré quatre heures.'], ['en', 'The meeting lasted six hours.'], 1],
    ['fr, half a scale', ['fr', 'Elle compte deux millions et demi d’habitants.'], ['en', 'It has 2.5 million inhabitants.'], 0],
    ['de', ['de', 'Dreiundzwanzig Menschen starben bei dem Unglück.'], ['en', 'Thirty-two people died in the accident.'], 1],
    ['ru', ['ru', 'Встреча длилась три часа.'], ['en', 'The meeting lasted four hours.'], 1],
    ['ru, one and a half', ['ru', 'Полтора миллиона человек.'], ['en', '1.5 million people.'], 0],
    ['el', ['el', 'Η συνάντηση διήρκεσε τρεις ώρες.'], ['en', 'The meeting lasted five hours.'], 1],
    ['pt', ['pt', 'Quinze pessoas morreram.'], ['en', 'Sixteen people died.'], 1],
    ['pt, agreeing', ['pt', 'R$ 3,5 bilhões para vinte e três cidades'], ['en', '3.5 billion reais for 23 cities'], 0],
  ])('in words of %s', (_, source, target, count) => {
    expect(fired(source, target, { rules: ['number'] })).toHaveLength(count);
  });

  test.each<[string, Side, Side, string[]]>([
    ['another year', ['id', 'Perang itu dimulai pada 2022.'], ['en', 'The war began in 2012.'], ['number: 2022 | 2012']],
    [
      'another magnitude',
      ['zh', '该项目耗资103.7亿美元。'],
      ['en', 'The project cost $103.7 million.'],
      ['number: 103.7亿 | 103.7 million'],
    ],
    ['the second of three', ['en', '5 men, 7 women, 9 dogs'], ['de', '5 Männer, 8 Frauen, 9 Hunde'], ['number: 7 women | 8 Frauen']],
    ['feet for metres', ['id', 'berjarak 152 meter'], ['en', '500 feet away'], []],
    ['another time zone', ['id', 'pukul 22.00 WIB'], ['en', '15.00 UTC'], []],
    ['an idiom', ['zh', '一个巴掌拍不响'], ['en', 'it takes two to tango'], []],
    ['a fraction for a percentage', ['id', 'menguasai 20% wilayah'], ['en', 'controls one fifth of it'], []],
    ['three quarters of an hour', ['id', 'menunggu tiga perempat jam'], ['en', 'waited for 45 minutes'], []],
    ['three quarters of an hour, in Chinese', ['zh', '他等了四分之三小时'], ['en', 'he waited for 45 minutes'], []],
    ['a number that one side leaves out', ['id', 'pertemuan tiga jam di Moskow'], ['en', 'the meeting in Moscow'], []],
    ['a plural of a translator', ['uk', 'Ремонт коштував 2,1 мільярда гривень.'], ['en', 'The repair cost 2,1 billions hryvnia.'], []],
    ['blanks between thousands', ['fr', 'Il faut réunir 50 000 signatures.'], ['en', 'It must collect 50 000 signatures.'], []],
  ])('%s', (_, source, target, expected) => {
    const found = fired(source, target, { rules: ['number'] });
    expect(found).toHaveLength(expected.length);
    for (const [k, one] of expected.entries()) expect(found[k]).toContain(one.split(' | ')[0]);
  });
});

describe('dates', () => {
  test.each<[string, Side, Side, string[]]>([
    ['another weekday', ['id', 'Mereka bertemu pada hari Kamis.'], ['en', 'They met on Friday.'], ['date: Kamis | Friday']],
    ['another month', ['zh', '该桥于2011年8月完工。'], ['en', 'The bridge was completed in July 2011.'], ['date: 8月 | July']],
    ['another week', ['zh', '他们上周会面。'], ['en', 'They meet next week.'], ['date: 上周 | next week']],
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
});

describe('polarity', () => {
  test.each<[string, Side, Side]>([
    ['not only', ['zh', '这不仅是沼泽。'], ['en', 'They are swamps.']],
    ['not until', ['id', 'Jembatan itu baru dibuka pada Maret.'], ['en', "The bridge didn't open until March."]],
    ['fail', ['id', 'Dia tidak berhasil.'], ['en', 'He failed.']],
    ['un-', ['zh', '目前还不清楚。'], ['en', 'It is unclear.']],
    ['without', ['en', 'without a word'], ['id', 'tanpa sepatah kata']],
    ['number 5', ['en', 'No. 5 is here.'], ['id', 'Nomor 5 ada di sini.']],
    ['a question tag', ['id', 'Tom itu temanmu, kan?'], ['en', 'Tom is a friend of yours, isn’t he?']],
    ['a language without a table', ['xx', 'abc def.'], ['en', 'He does not come.']],
  ])('is silent about %s', (_, source, target) => {
    expect(fired(source, target, { rules: ['polarity'] })).toEqual([]);
  });
});

describe('findDivergences', () => {
  const hours: [Side, Side] = [
    ['id', 'Pertemuan itu berlangsung tiga jam.'],
    ['en', 'The meeting lasted four hours.'],
  ];

  test('runs the rules that are asked for', () => {
    const source: Side = ['id', 'Rusia bertemu pada hari Kamis selama tiga jam.'];
    const target: Side = ['en', 'Russia met on Friday for four hours.'];
    expect(fired(source, target).length).toBe(2);
    for (const rule of ['number', 'date']) expect(fired(source, target, { rules: [rule] })).toHaveLength(1);
    expect(fired(source, target, { rules: [] })).toEqual([]);
  });

  test('refuses what it does not know', () => {
    const alignment = beadOf(['en', 'a'], ['id', 'b']);
    const code = (code: string) => expect.objectContaining({ code });
    expect(() => findDivergences(alignment, { rules: ['numbers'] })).toThrow(code('OPTION_INVALID'));
    expect(() => findDivergences(alignment, { rules: 'number' as unknown as string[] })).toThrow(code('OPTION_INVALID'));
    expect(() => findDivergences(alignment, { minConfidence: 2 })).toThrow(code('OPTION_INVALID'));
    expect(() => findDivergences(alignment, { rule: ['number'] } as object)).toThrow(code('OPTION_UNKNOWN'));
    expect([...RULE_NAMES].sort()).toEqual(['count-noun', 'date', 'number', 'polarity']);
  });

  test('says where in the text, in which sentence, and what', () => {
    const alignment = beadOf(
      ['id', ['Mereka bertemu di Moskow.', 'Pertemuan itu berlangsung tiga jam.']],
      ['en', 'They met in Moscow. The meeting lasted four hours.'],
    );
    const [finding, ...others] = findDivergences(alignment);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'number',
      beads: [[0, 0]],
      witnesses: [
        { document: 'source', sentence: 1, text: 'tiga jam', value: '3 hour' },
        { document: 'target', sentence: 0, text: 'four hours', value: '4 hour' },
      ],
      message: 'Different numbers: “tiga jam” (source), “four hours” (target).',
    });
    for (const { document, start, end, text } of finding!.witnesses)
      expect(alignment.documents.find(({ id }) => id === document)!.text.slice(start, end)).toBe(text);
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });

  test('words that a text lacks are an empty place in its sentence', () => {
    const [finding] = findDivergences(beadOf(['id', 'Rusia tidak menerima kesepakatan itu.'], ['en', 'Russia accepts the agreement.']));
    const [, lacking] = finding!.witnesses;
    expect(lacking).toMatchObject({ document: 'target', sentence: 0, text: '' });
    expect(lacking!.start).toBe(lacking!.end);
  });

  test('one entry for all documents, the odd one marked', () => {
    const texts = { a: 'At least 17 people were killed.', b: 'Sedikitnya 17 orang tewas.', c: '至少21人死亡。' };
    const documents = [documentOf('a', 'en', texts.a), documentOf('b', 'id', texts.b), documentOf('c', 'zh', texts.c)];
    const pairs = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ].map(([source, target]) => ({
      source: source!,
      target: target!,
      relation: 'parallel' as const,
      relationConfidence: 1,
      sameEvent: 1,
      beads: oneToOne(1),
    }));
    const findings = findDivergences({ documents, pairs, names: [] });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.witnesses.map(({ document, odd }) => [document, odd])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', true],
    ]);
    expect(findings[0]!.beads).toHaveLength(2);
    expect(findings[0]!.message).toMatch(/“17 people” \(a, b\), “21人[^”]*” \(c\)/);
  });

  test('a changed document is read anew', () => {
    const alignment = beadOf(...hours);
    const before = findDivergences(alignment);
    const target = alignment.documents[1]!;
    const text = target.text.replace('four', 'three');
    alignment.documents[1] = { ...target, text, sentences: [{ ...target.sentences[0]!, end: text.length, text }] };
    expect(before).toHaveLength(1);
    expect(findDivergences(alignment)).toEqual([]);
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
    alignment.pairs[0]!.beads = oneToOne(1);
    const [finding] = findDivergences(alignment);
    expect(finding!.witnesses.map(({ start, end }) => text.slice(start, end))).toEqual([expect.stringMatching(/^三/), 'four hours']);
  });

  test('leaves out skips, doubtful beads and unrelated pairs', () => {
    expect(findDivergences(beadOf(...hours))).toHaveLength(1);
    expect(findDivergences(beadOf(...hours, { confidence: 0.2 }))).toEqual([]);
    expect(findDivergences(beadOf(...hours, { relation: 'unrelated' }))).toEqual([]);
    const skip = beadOf(...hours);
    skip.pairs[0]!.beads = [{ source: [0, 1], target: [1, 1], similarity: 0, confidence: 0.9 }];
    expect(findDivergences(skip)).toEqual([]);
  });

  test('minConfidence opens what is hidden, and hides what is shown', () => {
    const doubtful = beadOf(...hours, { relation: 'comparable', confidence: 0.35 });
    const confidenceOf = (findings: readonly Finding[]): number => findings[0]!.confidence;
    const [sure] = [confidenceOf(findDivergences(beadOf(...hours)))];
    expect(confidenceOf(findDivergences(doubtful, { minConfidence: 0 }))).toBeLessThan(sure);
    expect(findDivergences(beadOf(...hours), { minConfidence: 1 })).toEqual([]);
  });

  test.each<[string, Side | ['en', string[]], Side]>([
    ['a number of 10,000 digits', ['en', '7'.repeat(10_000)], ['id', '7'.repeat(10_000)]],
    ['five scripts in one number', ['en', '1٢३๔５ people'], ['id', '12345 orang']],
    ['unbalanced quotes', ['en', '"““”«a"'.repeat(200)], ['id', '”“»"'.repeat(200)]],
    ['no letters', ['en', '!!! --- ...'], ['zh', '。。。']],
    ['lone surrogates', ['en', 'a \ud800 3'], ['zh', '\udc00 3']],
    ['empty sentences', ['en', ''], ['id', '']],
  ])('gets through %s without a finding', (_, source, target) => {
    expect(findDivergences(beadOf(source, target))).toEqual([]);
  });

  test('keeps up with 5,000 beads', () => {
    const build = (id: string, language: string, line: (at: number) => string) =>
      documentOf(
        id,
        language,
        Array.from({ length: 5000 }, (_, at) => line(at)),
      );
    const alignment = beadOf(['id', 'x'], ['en', 'y']);
    alignment.documents = [
      build('source', 'id', (at) => `Pada tahun ${at} mereka bertemu selama tiga jam dan “tidak sepakat”.`),
      build('target', 'en', (at) => `In ${at} they met for three hours and did not “agree”.`),
    ];
    alignment.pairs[0]!.beads = oneToOne(5000);
    const start = process.cpuUsage().user;
    expect(findDivergences(alignment)).toEqual([]);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(4000);
  });
});
