/** Whole piles, with the built-in model. */
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/align-random.ts';
import { type DocumentMatch, pairDocuments } from '../../src/index.ts';
import type { DocumentInput } from '../../src/types.ts';
import { seedDocuments } from '../support/seeds.ts';
import { syntheticPair } from '../support/synthetic-corpus.ts';
import { stories, storyDocument } from './pair-documents-stories.ts';

const names = Object.keys(stories);
const languages = ['en', 'id', 'es', 'zh'] as const;
const pile = languages.flatMap((language) => names.map((story) => storyDocument(story, language)));
const show = (matches: readonly DocumentMatch[]) => matches.map(({ source, target }) => `${source} ${target}`);
const storyOf = (id: string) => id.split('.')[0];

describe('a pile in several languages', () => {
  test('pairs the documents that translate each other, in input order, and no others', async () => {
    const matches = await pairDocuments(pile);
    const expected = pile.flatMap((one, k) =>
      pile.slice(k + 1).flatMap((other) => (storyOf(one.id) === storyOf(other.id) ? [`${one.id} ${other.id}`] : [])),
    );
    expect(show(matches)).toEqual(expected);
    for (const match of matches) {
      expect(match.relation).toBe('parallel');
      expect(match.confidence).toBeGreaterThan(0.5);
      expect(match.confidence).toBeLessThanOrEqual(1);
      expect(match.relationConfidence).toBeGreaterThan(0.3);
      expect(match.relationConfidence).toBeLessThanOrEqual(1);
      expect(Math.abs(match.similarity)).toBeLessThanOrEqual(1);
    }
    expect(JSON.parse(JSON.stringify(matches))).toEqual(matches);
  });

  test('finds the same pairs in any order, and when called again', async () => {
    const byName = (matches: readonly DocumentMatch[]) =>
      matches
        .map(({ source, target, confidence }) => ({ ids: [source, target].sort().join(' '), confidence }))
        .sort((x, y) => (x.ids < y.ids ? -1 : 1));
    const first = byName(await pairDocuments(pile));
    const shuffled = byName(await pairDocuments(createRandom(3).shuffle(pile)));
    expect(shuffled.map(({ ids }) => ids)).toEqual(first.map(({ ids }) => ids));
    for (const [k, { confidence }] of shuffled.entries()) expect(confidence).toBeCloseTo(first[k]!.confidence, 3);
    expect(await pairDocuments(pile)).toEqual(await pairDocuments(pile));
  });

  test('finds an abridged report in other order, with other matter, to be comparable', async () => {
    const { ferry, vaccine, chess, ship } = stories as Required<typeof stories>;
    const documents = [
      { id: 'whole', text: [...ferry!.en, ...vaccine!.en].join(' ') },
      { id: 'turned', text: [vaccine!.id[2], chess!.id[0], ferry!.id[3], ferry!.id[0], ship!.id[1], vaccine!.id[0]].join(' ') },
      { id: 'other', text: chess!.es.join(' ') },
    ];
    const matches = await pairDocuments(documents, { minConfidence: 0.3 });
    const found = matches.find(({ source, target }) => source === 'whole' && target === 'turned');
    expect(found?.relation).toBe('comparable');
  });

  test('leaves stories alone that have nothing to do with each other', async () => {
    const alone = names.map((story, k) => storyDocument(story, languages[k % languages.length]!));
    expect(await pairDocuments(alone)).toEqual([]);
  });

  test('tells invented articles of one kind apart by who did what', async () => {
    const pairs = Array.from({ length: 40 }, (_, k) => syntheticPair(500 + k, 6));
    const documents = pairs.flatMap(({ id, source, target }, k) =>
      k % 4 === 3
        ? [{ id: `${id}.en`, ...source }]
        : [
            { id: `${id}.en`, ...source },
            { id: `${id}.id`, ...target },
          ],
    );
    const matches = await pairDocuments(documents);
    const right = matches.filter(({ source, target }) => storyOf(source) === storyOf(target)).length;
    expect(right).toBeGreaterThanOrEqual(29);
    expect(matches.length - right).toBeLessThanOrEqual(1);
  });
});

describe('options', () => {
  const two = ['en', 'id'].flatMap((language) => names.map((story) => storyDocument(story, language as 'en' | 'id')));
  const twice = [
    ...two,
    { ...storyDocument('chess', 'en'), id: 'chess.again', text: `${storyDocument('chess', 'en').text} The hall applauded.` },
  ];

  test('sameLanguage: false leaves out pairs in one language', async () => {
    expect(show(await pairDocuments(twice))).toContain('chess.en chess.again');
    const matches = show(await pairDocuments(twice, { sameLanguage: false }));
    expect(matches).not.toContain('chess.en chess.again');
    expect(matches).toContain('chess.id chess.again');
  });

  test('oneToOne: true leaves each document its surest partner in each language', async () => {
    const matches = await pairDocuments(twice, { oneToOne: true, sameLanguage: false });
    expect(show(matches).filter((pair) => pair.includes('chess.id'))).toEqual(['chess.en chess.id']);
  });

  test('minConfidence and relation filter', async () => {
    const all = await pairDocuments(two);
    const sure = all.map(({ confidence }) => confidence).sort((x, y) => x - y)[1]!;
    expect(await pairDocuments(two, { minConfidence: sure })).toEqual(all.filter(({ confidence }) => confidence >= sure));
    expect(await pairDocuments(two, { relation: 'comparable' })).toEqual(all.filter(({ relation }) => relation === 'comparable'));
  });

  test('search: usearch finds what exact search finds', async () => {
    const [byIndex, exact] = [await pairDocuments(pile, { search: 'usearch' }), await pairDocuments(pile, { search: 'exact' })];
    expect(show(byIndex)).toEqual(show(exact));
    for (const [k, { confidence }] of byIndex.entries()) expect(confidence).toBeCloseTo(exact[k]!.confidence, 5);
  });

  test('onProgress: each stage begins at 0, never falls and ends at its total', async () => {
    const events: { stage: string; done: number; total: number }[] = [];
    await pairDocuments(two, { onProgress: (event) => events.push(event) });
    expect([...new Set(events.map(({ stage }) => stage))]).toEqual(['load', 'split', 'embed', 'search', 'align']);
    for (const stage of ['load', 'split', 'embed', 'search', 'align']) {
      const own = events.filter((event) => event.stage === stage);
      expect(own[0]!.done).toBe(0);
      expect(own.at(-1)!.done).toBe(own.at(-1)!.total);
      for (const [k, { done }] of own.entries()) expect(done).toBeGreaterThanOrEqual(own[k - 1]?.done ?? 0);
    }
  });

  test('signal: stops the call with its reason', async () => {
    for (const stage of ['split', 'embed', 'align'] as const) {
      const controller = new AbortController();
      const reason = new Error(`stopped in ${stage}`);
      const call = pairDocuments(pile, {
        signal: controller.signal,
        onProgress: (event) => event.stage === stage && controller.abort(reason),
      });
      await expect(call).rejects.toBe(reason);
    }
    await expect(pairDocuments(pile, { signal: AbortSignal.abort('before') })).rejects.toBe('before');
  });

  test.each([
    [{ candidates: 0 }, 'OPTION_INVALID', 'candidates'],
    [{ candidates: 1.5 }, 'OPTION_INVALID', 'candidates'],
    [{ minConfidence: Number.NaN }, 'OPTION_INVALID', 'minConfidence'],
    [{ relation: 'unrelated' }, 'OPTION_INVALID', 'relation'],
    [{ search: 'fast' }, 'OPTION_INVALID', 'search'],
    [{ embedder: {} }, 'OPTION_INVALID', 'embedder'],
    [{ oneToOne: 1 }, 'OPTION_INVALID', 'oneToOne'],
    [{ signal: 'no' }, 'OPTION_INVALID', 'signal'],
    [{ neighbours: 3 }, 'OPTION_UNKNOWN', 'neighbours'],
    [[], 'OPTION_INVALID', 'options'],
    [null, 'OPTION_INVALID', 'options'],
  ])('%j is refused with %s', async (options, code, name) => {
    await expect(pairDocuments(pile, options as never)).rejects.toMatchObject({ code, message: expect.stringContaining(name) });
  });
});

describe('odd piles', () => {
  test.each<[name: string, documents: readonly DocumentInput[], code: string]>([
    ['no documents', [], 'NO_DOCUMENTS'],
    ['an empty document', ['One report.', ''], 'EMPTY_DOCUMENT'],
    ['a blank document', ['One report.', ' \n'], 'EMPTY_DOCUMENT'],
    ['binary junk', ['One report.', '\u0000\u0001\u0000\u0002'.repeat(100)], 'NOT_TEXT'],
    [
      'one id twice',
      [
        { id: 'a', text: 'One.' },
        { id: 'a', text: 'Two.' },
      ],
      'DUPLICATE_ID',
    ],
    ['something else than documents', [5 as never], 'OPTION_INVALID'],
  ])('%s is refused', async (_, documents, code) => {
    await expect(pairDocuments(documents)).rejects.toMatchObject({ code });
  });

  test('too many or too long documents are refused before any work', async () => {
    await expect(pairDocuments(pile, { maxDocuments: 3 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await expect(pairDocuments(pile, { maxCharacters: 20 })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  test('one document has no partner', async () => {
    expect(await pairDocuments(['One report, about one event.'])).toEqual([]);
  });

  test('copies of a document match each other, and what one of them matches', async () => {
    const [one, other] = [storyDocument('ferry', 'en'), storyDocument('ferry', 'id')];
    const matches = await pairDocuments([one, { id: 'copy', text: one.text }, other, storyDocument('chess', 'en')]);
    expect(show(matches)).toEqual(['ferry.en copy', 'ferry.en ferry.id', 'copy ferry.id']);
    expect(matches[0]).toMatchObject({ relation: 'parallel', relationConfidence: 1, similarity: 1, confidence: 1 });
    expect(matches[1]!.confidence).toBe(matches[2]!.confidence);
  });

  test('a thousand copies of one document give no more pairs than candidates allow', async () => {
    const matches = await pairDocuments(
      Array.from({ length: 1000 }, () => 'The same report again. It has two sentences.'),
      { candidates: 4 },
    );
    expect(matches.length).toBe(4 * 1000 - (1 + 2 + 3 + 4));
    expect(show(matches)[0]).toBe('0 1');
  });

  test('a document in two languages is found by either half, and its halves make no pair', async () => {
    const both = {
      id: 'both',
      text: `${[...stories.ferry!.zh, ...stories.vaccine!.zh].join('')}\n\n${[...stories.ferry!.en, ...stories.vaccine!.en].join(' ')}`,
    };
    const matches = await pairDocuments([
      both,
      { id: 'one', text: [...stories.ferry!.id, ...stories.vaccine!.id].join(' ') },
      storyDocument('chess', 'es'),
    ]);
    expect(show(matches)).toEqual(['both one']);
  });

  test('documents of one sentence, without letters or in a language that the model does not know break nothing', async () => {
    const odd = [
      'ok.',
      '…',
      '12 345',
      'Serikali ilitangaza mpango mpya wa elimu. Walimu wengi waliunga mkono.',
      'სახელმწიფომ ახალი გეგმა გამოაცხადა.',
      '👍🏽',
    ];
    const matches = await pairDocuments([...odd, ...pile]);
    expect(matches.filter(({ source }) => Number(source) < odd.length)).toEqual([]);
    expect(matches.length).toBeGreaterThanOrEqual(22);
  });

  test('what is said on every page does not bring pages together', async () => {
    const appeal = ' Subscribe to our newsletter and never miss a story. Follow us on all channels. All rights reserved by the publisher.';
    const alone = names.map((story) => storyDocument(story, 'en')).map((document) => ({ ...document, text: document.text + appeal }));
    const more = Array.from({ length: 12 }, (_, k) => ({ id: `more${k}`, text: syntheticPair(900 + k, 4).source.text + appeal }));
    expect(await pairDocuments([...alone, ...more])).toEqual([]);
  });
});

test('two reports of one meeting are brought together, and those of other meetings are said to be that', async () => {
  const matches = await pairDocuments(seedDocuments);
  const relationOf = (one: string, other: string) => matches.find(({ source, target }) => source === one && target === other)?.relation;
  expect(relationOf('000', '001')).toBe('comparable');
  for (const { source, target, relation } of matches) expect([source, target, relation]).not.toContain('parallel');
  expect(relationOf('002', '004') ?? 'related').toBe('related');
});
