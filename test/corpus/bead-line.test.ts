import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignedLine, type BeadFilter, beadLine, filterLine, writeBeadLine } from '../../src/corpus/bead-line.ts';
import type { AlignedPair } from '../../src/corpus/corpus-pair.ts';
import type { AlignedDocument, Bead, Relation } from '../../src/types.ts';

const seed = 8_101;

function document(id: string, language: string, sentences: readonly string[]): AlignedDocument {
  const text = sentences.join('\n');
  const starts = sentences.map((_, index) => sentences.slice(0, index).join('\n').length + (index > 0 ? 1 : 0));
  return {
    id,
    language,
    languageConfidence: 1,
    text,
    sentences: sentences.map((words, index) => ({ index, start: starts[index]!, end: starts[index]! + words.length, text: words })),
  };
}

function result(
  beads: Bead[],
  source = ['one', 'two', 'three'],
  target = ['satu', 'dua', 'tiga'],
  relation: Relation = 'parallel',
): AlignedPair {
  return {
    status: 'aligned',
    index: 4,
    id: 'x',
    alignment: {
      documents: [document('s', 'en', source), document('t', 'zh-Hant', target)],
      pairs: [{ source: 's', target: 't', relation, relationConfidence: 0.98765432, sameEvent: 1, beads }],
      groups: [],
      names: [],
      findings: [],
      lineage: [],
      warnings: ['TRUNCATED', 'LANGUAGE_UNKNOWN', 'TRUNCATED'].map((code) => ({ code, message: '' })),
      model: { id: 'm', revision: '1', dimensions: 1 },
    },
  };
}

const bead = (source: [number, number], target: [number, number], confidence = 0.9): Bead => ({
  source,
  target,
  similarity: 0.5,
  confidence,
});

describe('a line of beads.jsonl', () => {
  test('says of an aligned pair what it is and what its beads say', () => {
    const line = writeBeadLine(
      result([{ source: [0, 2], target: [0, 1], similarity: -0.00001, confidence: 0.123456 }, bead([2, 2], [1, 3])]),
    );
    expect(line.endsWith('}\n')).toBe(true);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual({
      id: 'x',
      index: 4,
      status: 'aligned',
      source: { id: 's', language: 'en', sentences: 3 },
      target: { id: 't', language: 'zh-Hant', sentences: 3 },
      relation: 'parallel',
      relationConfidence: 0.9877,
      warnings: ['LANGUAGE_UNKNOWN', 'TRUNCATED'],
      filtered: 0,
      beads: [
        { source: [0, 2], target: [0, 1], sourceSentences: ['one', 'two'], targetSentences: ['satu'], similarity: 0, confidence: 0.1235 },
        { source: [2, 2], target: [1, 3], sourceSentences: [], targetSentences: ['dua', 'tiga'], similarity: 0.5, confidence: 0.9 },
      ],
    });
  });

  test('has no negative zero', () => {
    const line = beadLine(result([{ ...bead([0, 1], [0, 1]), similarity: -0.00001 }])) as AlignedLine;
    expect(line.beads[0]!.similarity).toBe(0);
  });

  test('says of a failed pair why', () => {
    const error = { code: 'EMPTY_DOCUMENT', message: 'nothing\nin it' } as const;
    expect(writeBeadLine({ status: 'failed', index: 0, id: 'a', error }, { minConfidence: 1 })).toBe(
      '{"id":"a","index":0,"status":"failed","error":{"code":"EMPTY_DOCUMENT","message":"nothing\\nin it"}}\n',
    );
  });

  test.each<[string, BeadFilter, string[]]>([
    ['nothing', {}, ['0-1:0-1', '1-2:1-2', '2-3:2-2', '2-2:2-3']],
    ['beads below a confidence', { minConfidence: 0.7 }, ['0-1:0-1', '2-3:2-2']],
    ['a bead at the confidence is not below it', { minConfidence: 0.6 }, ['0-1:0-1', '1-2:1-2', '2-3:2-2', '2-2:2-3']],
    ['beads with an empty side', { skips: false }, ['0-1:0-1', '1-2:1-2']],
    ['beads of unequal length, and skips', { lengthRatio: 2 }, ['1-2:1-2']],
    ['a ratio that is reached is kept', { lengthRatio: 3 }, ['0-1:0-1', '1-2:1-2']],
    ['all at once', { minConfidence: 0.7, lengthRatio: 2 }, []],
  ])('leaves out %s', (_, filter, kept) => {
    const beads = [bead([0, 1], [0, 1], 0.9), bead([1, 2], [1, 2], 0.6), bead([2, 3], [2, 2], 0.8), bead([2, 2], [2, 3], 0.6)];
    const line = beadLine(result(beads, ['abc', 'abcd', 'abc'], ['abcdefghi', 'abcdefgh', 'abc']), filter) as AlignedLine;
    expect(line.beads.map(({ source, target }) => `${source.join('-')}:${target.join('-')}`)).toEqual(kept);
    expect(line.filtered).toBe(4 - kept.length);
  });

  test('weighs scripts by what a character says: 3 Han characters are about as long as 10 letters', () => {
    const line = (lengthRatio: number) =>
      beadLine(result([bead([0, 1], [0, 1])], ['ten letter'], ['三個字']), { lengthRatio }) as AlignedLine;
    expect(line(1.1).beads).toHaveLength(1);
    const reversed = beadLine(result([bead([0, 1], [0, 1])], ['三個字'], ['ten letter']), { lengthRatio: 1.1 }) as AlignedLine;
    expect(reversed.beads).toHaveLength(1);
  });

  test.each<[string, BeadFilter, string | undefined]>([
    ['both languages listed', { languages: ['zh', 'en'] }, undefined],
    ['the very tag', { languages: ['EN', 'zh-Hant'] }, undefined],
    ['another script', { languages: ['en', 'zh-Hans'] }, 'language'],
    ['one language missing', { languages: ['en'] }, 'language'],
    ['a tag that only begins alike', { languages: ['enx', 'zh'] }, 'language'],
    ['its relation', { relations: ['comparable', 'parallel'] }, undefined],
    ['another relation', { relations: ['comparable'] }, 'relation'],
  ])('a filter of pairs with %s', (_, filter, reason) => {
    const line = beadLine(result([bead([0, 1], [0, 1])]), filter);
    if (reason === undefined) expect(line.status).toBe('aligned');
    else {
      expect(line).toMatchObject({ id: 'x', index: 4, status: 'filtered', reason, relation: 'parallel' });
      expect(line).not.toHaveProperty('beads');
    }
  });

  test(`is the same after a second time through its filter, and never gains beads (seed ${seed})`, () => {
    const confidence = fc.double({ min: 0, max: 1, noNaN: true });
    const some = fc.array(fc.record({ source: fc.nat(3), target: fc.nat(3), confidence }), { maxLength: 12 });
    const filters = fc.record(
      {
        minConfidence: confidence,
        lengthRatio: fc.double({ min: 1, max: 5, noNaN: true }),
        skips: fc.boolean(),
        languages: fc.constantFrom(['en', 'zh'], ['en']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, filters, (shapes, filter) => {
        const beads = shapes.map(({ source, target, confidence }) => bead([3 - source, 3], [0, target], confidence));
        const whole = beadLine(result(beads)) as AlignedLine;
        const once = beadLine(result(beads), filter);
        expect(filterLine(once, filter)).toEqual(once);
        expect(filterLine(whole, filter)).toEqual(once);
        expect(filterLine(JSON.parse(JSON.stringify(whole)), filter)).toEqual(once);
        if (once.status === 'aligned')
          expect(once.beads.every((kept) => whole.beads.some((other) => JSON.stringify(other) === JSON.stringify(kept)))).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  test.each<[string, object, string]>([
    ['minConfidence', { minConfidence: 1.1 }, 'OPTION_INVALID'],
    ['minConfidence', { minConfidence: Number.NaN }, 'OPTION_INVALID'],
    ['lengthRatio', { lengthRatio: 0.5 }, 'OPTION_INVALID'],
    ['lengthRatio', { lengthRatio: Number.POSITIVE_INFINITY }, 'OPTION_INVALID'],
    ['skips', { skips: 'no' }, 'OPTION_INVALID'],
    ['languages', { languages: 'en' }, 'OPTION_INVALID'],
    ['languages', { languages: [] }, 'OPTION_INVALID'],
    ['languages', { languages: ['English'] }, 'OPTION_INVALID'],
    ['relations', { relations: ['same'] }, 'OPTION_INVALID'],
    ['ratio', { ratio: 2 }, 'OPTION_UNKNOWN'],
    ['__proto__', JSON.parse('{"__proto__": 2}'), 'OPTION_UNKNOWN'],
  ])('refuses a filter with a bad %s', (name, filter, code) => {
    expect(() => beadLine(result([]), filter)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(`\`${name}\``) }));
  });
});
