import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutMixedDocument, splitByLanguage } from '../../src/text/split-by-language.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const readSeed = (id: string) => readFileSync(new URL(readdirSync(seeds).find((name) => name.startsWith(id))!, seeds), 'utf8');

const english = [
  'The talks went on for three hours.',
  'They said that it was a good meeting.',
  'Nobody knows what comes next.',
  'The president left on Friday.',
  'He was not happy with it.',
  'The war goes on.',
];
const chinese = [
  '谈判进行了三个小时。',
  '他们说会面很好。',
  '没有人知道接下来会发生什么。',
  '总统周五离开。',
  '他对此不满意。',
  '战争仍在继续。',
];
const spanish = [
  'Las conversaciones duraron tres horas.',
  'Dijeron que fue una buena reunión.',
  'Nadie sabe lo que viene después.',
  'El presidente se fue el viernes.',
  'No estaba contento con eso.',
  'La guerra sigue.',
];

describe('splitByLanguage', () => {
  it('finds two runs in 002, and the second begins where its English line begins', () => {
    const text = readSeed('002');
    const runs = splitByLanguage(text);
    expect(runs.map((run) => run.language)).toEqual(['zh', 'en']);
    expect(runs[1]!.start).toBe(text.indexOf('Trump says Witkoff'));
    expect(text.slice(runs[0]!.end, runs[1]!.start)).toBe('\n');
  });

  it.each([
    ['000', 'id'],
    ['001', 'en'],
    ['004', 'en'],
  ])('finds one run in %s', (id, language) => {
    expect(splitByLanguage(readSeed(id)).map((run) => run.language)).toEqual([language]);
  });

  it('tells languages of one script apart', () => {
    const text = [...spanish, ...english].join('\n');
    expect(splitByLanguage(text).map(({ language, start }) => [language, start])).toEqual([
      ['es', 0],
      ['en', text.indexOf('The talks')],
    ]);
  });

  it('names the member of a family that a run is in', () => {
    const malay = 'Presiden berkata bahawa rundingan itu boleh berlangsung kerana kedua-dua pihak telah bersetuju.';
    const traditional = '總統表示，談判進展順利，雙方將繼續對話。';
    expect(splitByLanguage(`${malay}\n`.repeat(3) + `${traditional}\n`.repeat(3)).map((run) => run.language)).toEqual(['ms', 'zh-Hant']);
  });

  it('takes neither a name nor one foreign sentence for a run', () => {
    const text = [
      ...chinese.slice(0, 3),
      'Steve Witkoff, Jared Kushner',
      ...chinese.slice(3),
      'It was a good meeting, he said.',
      ...chinese,
    ].join('\n');
    expect(splitByLanguage(text).map((run) => run.language)).toEqual(['zh']);
  });

  it('takes four foreign sentences for a run, and two for none', () => {
    const among = (count: number) => [...english, ...chinese.slice(0, count), ...english].join('\n');
    expect(splitByLanguage(among(2)).map((run) => run.language)).toEqual(['en']);
    expect(splitByLanguage(among(4)).map((run) => run.language)).toEqual(['en', 'zh', 'en']);
  });

  it('gives nothing for blank text, and one run without a language for digits', () => {
    expect(splitByLanguage(' \n ')).toEqual([]);
    expect(splitByLanguage('12\n34').map((run) => run.language)).toEqual(['und']);
  });

  it('is the same for a long text as for its parts', () => {
    const text = `${english.join(' ').repeat(400)}\n${chinese.join('').repeat(400)}`;
    const runs = splitByLanguage(text);
    expect(runs.map(({ language, start }) => [language, start])).toEqual([
      ['en', 0],
      ['zh', text.indexOf('谈')],
    ]);
  });
});

describe('cutMixedDocument', () => {
  const languages = (lines: readonly string[]) => cutMixedDocument(lines.join('\n')).map((part) => `${part.language}:${part.runs.length}`);

  it.each([
    ['one after the other', [...chinese, ...english], ['zh:1', 'en:1']],
    ['three languages', [...chinese, ...english, ...spanish], ['zh:1', 'en:1', 'es:1']],
    ['runs of a language in several places', [...english, ...chinese, ...english], ['en:2', 'zh:1']],
    ['four sentences are no part', [...english, ...chinese.slice(0, 4)], ['en:1']],
    ['less than a fifth is no part', [...english, ...english, ...english, ...english, ...english, ...chinese.slice(0, 5)], ['en:1']],
    ['lines that alternate are no long runs', english.flatMap((line, index) => [line, chinese[index]!]), ['en:1']],
  ])('%s', (_name, lines, parts) => {
    expect(languages(lines)).toEqual(parts);
  });

  it('leaves a few lines of another language at the end of 003 where they are', () => {
    expect(cutMixedDocument(readSeed('003')).map((part) => part.language)).toEqual(['en']);
  });

  it('covers every sentence once, short runs with the part before them', () => {
    const lines = [...spanish.slice(0, 2), ...chinese, ...spanish.slice(2, 5), ...english];
    const text = lines.join('\n');
    const parts = cutMixedDocument(text);
    const runs = parts.flatMap((part) => part.runs).sort((first, second) => first.start - second.start);
    expect(parts.map((part) => part.language)).toEqual(['zh', 'en']);
    expect(runs.map((run) => text.slice(run.start, run.end).split('\n').length)).toEqual([11, 6]);
  });
});
