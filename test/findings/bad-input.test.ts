import { beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import type { AdditiveEmbedder, Alignment, Bead, Finding, TextPieces } from '../../src/types.ts';
import { beadOf, documentOf } from '../support/bead-of.ts';

type Side = [language: string, text: string | string[]];

let embedder: AdditiveEmbedder;
beforeAll(async () => {
  embedder = (await createEmbedder()) as AdditiveEmbedder;
});

async function piecesOf({ documents }: Pick<Alignment, 'documents'>): Promise<Map<string, TextPieces>> {
  return new Map(
    await Promise.all(documents.map(async ({ id, sentences }) => [id, await embedder.pieces(sentences.map(({ text }) => text))] as const)),
  );
}

async function findAll(alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>): Promise<Finding[]> {
  return findDivergences(alignment, { pieces: await piecesOf(alignment) });
}

const DIGITS = '0123456789'.repeat(1000);

describe('bad input makes no finding', () => {
  test.each<[string, Side, Side]>([
    ['one number of 10,000 digits, the same on both sides', ['zh', DIGITS], ['en', DIGITS]],
    ['digits of five scripts in one number', ['ar', '١٢३४๕๖۷۸９０'], ['en', '1234567890']],
    ['digits of five scripts in five numbers', ['hi', 'जून १२, ٣٤, ๕๖, ۷۸, ９０'], ['en', 'June 12, 34, 56, 78, 90']],
    ['the 31st of February on both sides', ['id', 'Pada 31 Februari 2024 mereka bertemu.'], ['en', 'They met on 31 February 2024.']],
    ['month 13', ['id', 'Pada 45/13/2024 mereka bertemu.'], ['en', 'They met on 45/13/2024.']],
    [
      'an opening mark that nothing closes',
      ['id', '“Kami akan datang besok pagi ke kota itu, katanya.'],
      ['en', '"We will come to the city tomorrow morning, he said.'],
    ],
    ['a closing mark that nothing opens', ['zh', '我们明天早上会来这座城市。”'], ['en', 'We will come to the city tomorrow morning."']],
    ['a heap of marks', ['id', '“““"""«»«»””” “'], ['en', '"“”„«»"”“"']],
    ['only punctuation', ['id', '… — ?! ;;; ((( )))'], ['en', '... -- ?! ,,, [[[ ]]]']],
    ['lone surrogates and control characters', ['id', '\ud800 \u0000 \udfff kata \u0007'], ['en', '\udc00 word \u0001 \ud83d']],
    ['blanks', ['zh', ' \u3000\u00a0 '], ['en', '\t ']],
  ])('%s', async (_, source, target) => {
    expect(await findAll(beadOf(source, target))).toEqual([]);
  });

  test('empty beads and beads of nothing', async () => {
    const alignment = beadOf(['id', 'Satu kalimat.'], ['en', 'A sentence.']);
    const empty: Bead[] = [
      { source: [0, 0], target: [0, 1], similarity: 0, confidence: 1 },
      { source: [0, 1], target: [1, 1], similarity: 0, confidence: 1 },
      { source: [1, 1], target: [1, 1], similarity: 0, confidence: 1 },
    ];
    expect(await findAll({ ...alignment, pairs: [{ ...alignment.pairs[0]!, beads: empty }] })).toEqual([]);
  });

  test('a bead of eight sentences, translated well', async () => {
    const source = [
      'Presiden tiba pada hari Senin.',
      'Ia bertemu tiga menteri.',
      'Mereka berbicara selama dua jam.',
      '“Kami sepakat,” katanya.',
    ];
    const target = ['The president arrived on Monday.', 'He met three ministers.', 'They talked for two hours.', '"We agree," he said.'];
    expect(await findAll(beadOf(['id', source], ['en', target]))).toEqual([]);
  });
});

describe('bad input hides nothing', () => {
  test('another number of 10,000 digits is one finding, told in a few words', async () => {
    const [finding, ...others] = await findAll(beadOf(['zh', `共${DIGITS}人`], ['en', `${DIGITS.replace('5', '6')} people`]));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'number' });
    expect(finding!.message.length).toBeLessThan(300);
  });

  test('a bead of eight sentences with one wrong number', async () => {
    const source = [
      'Presiden tiba pada hari Senin.',
      'Ia bertemu tiga menteri.',
      'Mereka berbicara selama dua jam.',
      'Kesepakatan itu disambut baik.',
    ];
    const target = ['The president arrived on Monday.', 'He met three ministers.', 'They talked for five hours.', 'The deal was welcomed.'];
    const findings = await findAll(beadOf(['id', source], ['en', target]));
    expect(findings.map(({ rule, witnesses }) => [rule, ...witnesses.map(({ text }) => text)])).toEqual([
      ['number', 'dua jam', 'five hours'],
    ]);
  });
});

describe('time grows no faster than the text', () => {
  const ID = 'Pada hari Kamis 12 menteri tidak menerima “rencana baru yang mahal itu” di Moskow selama tiga jam. ';
  const EN = 'On Thursday 12 ministers did not accept the "new and expensive plan" in Moscow for three hours. ';

  /** Milliseconds of work of this process, the least of three: other processes must not count. */
  function timeOf(run: () => void): number {
    const times = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage().user;
      run();
      return (process.cpuUsage().user - start) / 1000;
    });
    return Math.min(...times);
  }

  test.each<[string, (size: number) => Pick<Alignment, 'documents' | 'pairs' | 'names'>, number]>([
    ['digits in one number', (size) => beadOf(['zh', '7'.repeat(size)], ['en', '7'.repeat(size)]), 8_000],
    ['sentences run together in one bead', (size) => beadOf(['id', ID.repeat(size / 100)], ['en', EN.repeat(size / 100)]), 8_000],
    ['quote marks', (size) => beadOf(['id', '“a '.repeat(size / 3)], ['en', '"b '.repeat(size / 3)]), 8_000],
    ['punctuation', (size) => beadOf(['id', '… ?! '.repeat(size / 5)], ['en', '-- ;; '.repeat(size / 5)]), 8_000],
    [
      'beads',
      (size) => {
        const count = size / 100;
        const beads = Array.from(
          { length: count },
          (_, at): Bead => ({ source: [at, at + 1], target: [at, at + 1], similarity: 0.8, confidence: 0.95 }),
        );
        return {
          documents: [documentOf('source', 'id', Array(count).fill(ID)), documentOf('target', 'en', Array(count).fill(EN))],
          pairs: [{ source: 'source', target: 'target', relation: 'parallel', relationConfidence: 1, sameEvent: 1, beads }],
          names: [],
        };
      },
      8_000,
    ],
  ])('%s', async (_, make, size) => {
    const withTokens = async (length: number): Promise<() => void> => {
      const alignment = make(length);
      const pieces = await piecesOf(alignment);
      return () => findDivergences(alignment, { pieces });
    };
    const small = await withTokens(size);
    const large = await withTokens(4 * size);
    small();
    const once = timeOf(small);
    const fourTimes = timeOf(large);
    expect(fourTimes, `${once} ms, four times the text ${fourTimes} ms`).toBeLessThan(Math.max(80, 10 * once));
  });
});
