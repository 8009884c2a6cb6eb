import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkTokens, type TokenRange } from '../../src/align/words/link-tokens.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import { contentRule } from '../../src/findings/rules/content-rule.ts';
import type { AdditiveEmbedder, DocumentPair, TextPieces, TracedName } from '../../src/types.ts';
import { beadOf, documentOf } from '../support/bead-of.ts';

let embedder: AdditiveEmbedder;
beforeAll(async () => {
  embedder = (await createEmbedder()) as AdditiveEmbedder;
});

const rangeOf = async (text: string): Promise<TokenRange> => ({ pieces: await embedder.pieces([text]), first: 0, last: 1, starts: [0] });

/** Linked words, source first. */
async function linked(source: string, target: string, fixed: Parameters<typeof linkTokens>[2] = []): Promise<string[]> {
  const { source: ours, target: theirs, links } = linkTokens(await rangeOf(source), await rangeOf(target), fixed);
  return links.map(
    (link) =>
      `${source.slice(ours[link.source]!.start, ours[link.source]!.end)}=${target.slice(theirs[link.target]!.start, theirs[link.target]!.end)}`,
  );
}

describe('linkTokens', () => {
  test('joins the words that stand for each other', async () => {
    const links = await linked(
      'Trump menulis di media sosial sebelum serangan Rusia',
      'Trump wrote on social media before the Russian attacks',
    );
    expect(links).toEqual(
      expect.arrayContaining(['Trump=Trump', 'media=media', 'sosial=social', 'sebelum=before', 'serangan=attacks', 'Rusia=Russian']),
    );
  });

  test('keeps what is known: numbers and names', async () => {
    const source = 'Witcaf bertemu 3 orang';
    const target = 'Three people met Whitkov';
    const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const links = await linked(source, target, [
      { source: at(source, 'Witcaf'), target: at(target, 'Whitkov') },
      { source: at(source, '3'), target: at(target, 'Three') },
    ]);
    expect(links).toEqual(expect.arrayContaining(['Witcaf=Whitkov', '3=Three']));
  });

  test('of two equal words takes the nearer', async () => {
    const text = 'peace now , and then there is war , and then peace';
    const { source, links } = linkTokens(await rangeOf(text), await rangeOf(text));
    expect(links.every((link) => link.source === link.target)).toBe(true);
    expect(links).toHaveLength(source.length);
  });

  test('of nothing is nothing', async () => {
    expect(linkTokens(await rangeOf(''), await rangeOf('a word')).links).toEqual([]);
    expect(linkTokens(await rangeOf(''), await rangeOf('')).links).toEqual([]);
  });

  test('its slow twin: each is the other’s best by cosine less distance', () => {
    const vectors = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(vectors, vectors, (one, other) => {
        const left = piecesOf(one);
        const right = piecesOf(other);
        const { links } = linkTokens({ pieces: left, first: 0, last: 1, starts: [0] }, { pieces: right, first: 0, last: 1, starts: [0] });
        const score = (i: number, j: number): number => {
          let cosine = 0;
          for (let k = 0; k < 3; k++) cosine += left.vectors[i * 3 + k]! * right.vectors[j * 3 + k]!;
          return Math.fround(cosine) < 0.3
            ? -9
            : cosine - 0.15 * Math.abs(left.starts[i]! / left.ends.at(-1)! - right.starts[j]! / right.ends.at(-1)!);
        };
        for (const { source: i, target: j } of links) {
          for (let k = 0; k < one.length; k++) expect(score(k, j)).toBeLessThanOrEqual(score(i, j) + 1e-6);
          for (let k = 0; k < other.length; k++) expect(score(i, k)).toBeLessThanOrEqual(score(i, j) + 1e-6);
        }
        expect(new Set(links.map((link) => link.source)).size).toBe(links.length);
        expect(new Set(links.map((link) => link.target)).size).toBe(links.length);
      }),
      { seed: 20_261_123 },
    );
  });
});

/** One text of tokens with the given vectors, made unit rows. */
function piecesOf(rows: readonly number[][]): TextPieces {
  return {
    offsets: Int32Array.of(0, rows.length),
    ids: Int32Array.from(rows.keys()),
    weights: new Float32Array(rows.length).fill(2),
    vectors: Float32Array.from(rows.flatMap((row) => row.map((value) => value / (Math.hypot(...row) || 1)))),
    starts: Int32Array.from(rows.keys(), (at) => at * 4),
    ends: Int32Array.from(rows.keys(), (at) => at * 4 + 3),
  };
}

describe('clauses without counterpart', () => {
  async function found(
    source: readonly [string, string],
    target: readonly [string, string],
    options: Parameters<typeof beadOf>[2] = {},
  ): Promise<string[]> {
    const alignment = beadOf(source, target, options);
    const pieces = new Map([
      ['source', await embedder.pieces([source[1]])],
      ['target', await embedder.pieces([target[1]])],
    ]);
    return findDivergences(alignment, { rules: ['content'], pieces }).map((finding) => finding.source?.text ?? `+${finding.target!.text}`);
  }

  test('its example is reported, its counterexample is not', async () => {
    const [missing] = await found(contentRule.fires.source, contentRule.fires.target);
    expect(missing).toContain('demonstrasi');
    expect(await found(contentRule.silent.source, contentRule.silent.target)).toEqual([]);
  });

  test('a clause too many on the other side is reported there', async () => {
    const [added] = await found(contentRule.fires.target, contentRule.fires.source);
    expect(added).toContain('+');
    expect(added).toContain('demonstrasi');
  });

  test('is silent in comparable texts, in doubtful beads and without tokens', async () => {
    const { source, target } = contentRule.fires;
    expect(await found(source, target, { relation: 'comparable' })).toEqual([]);
    expect(await found(source, target, { confidence: 0.7 })).toEqual([]);
    expect(findDivergences(beadOf(source, target), { rules: ['content'], pieces: new Map() })).toEqual([]);
  });

  test('tokens of another segmentation are not used', async () => {
    const { source, target } = contentRule.fires;
    const pieces = new Map([
      ['source', await embedder.pieces([source[1], 'x'])],
      ['target', await embedder.pieces([target[1]])],
    ]);
    expect(findDivergences(beadOf(source, target), { rules: ['content'], pieces })).toEqual([]);
  });
});

describe('words in the place of others', () => {
  async function found(
    source: readonly [string, string],
    target: readonly [string, string],
    { garbled = [], ...options }: Parameters<typeof beadOf>[2] & { garbled?: string[] } = {},
  ): Promise<string[]> {
    const names = garbled.map((canonical): TracedName => {
      const mention = { document: 'source', sentence: 0, start: 0, end: 1, text: source[1][0]!, kind: 'garbled' as const };
      return { canonical, type: 'person', mentions: [{ ...mention, romanized: canonical, similarity: 0.8, beads: [] }] };
    });
    const pieces = new Map([
      ['source', await embedder.pieces([source[1]])],
      ['target', await embedder.pieces([target[1]])],
    ]);
    return findDivergences(beadOf(source, target, { names, ...options }), { rules: ['content', 'quotation'], pieces }).map(
      (finding) => `${finding.rule}: ${finding.source?.text ?? ''} | ${finding.target?.text ?? ''}`,
    );
  }

  test.each<[string, string, string[]]>([
    ['Dokter itu memberi obat kepada pasien di rumah sakit.', 'The doctor gave medicine to the patients in the hospital.', []],
    [
      'Dokter itu memberi obat kepada pasien di rumah sakit.',
      'The doctor gave medicine to the prisoners in the hospital.',
      ['content: pasien | prisoners'],
    ],
    [
      'Perusahaan itu membeli tiga kapal baru dari Jepang tahun lalu.',
      'The company bought three new bridges from Japan last year.',
      ['content: kapal | bridges'],
    ],
    ['Perusahaan itu membeli tiga kapal baru dari Jepang tahun lalu.', 'The company bought three new ships from Japan last year.', []],
    ['Para ilmuwan menemukan bahan baru yang menyimpan energi.', 'Scientists discovered a new material that stores energy.', []],
  ])('%s | %s', async (source, target, expected) => {
    expect(await found(['id', source], ['en', target])).toEqual(expected);
    expect(await found(['en', target], ['id', source])).toHaveLength(expected.length);
  });

  test('in comparable texts are reported where names are garbled too, and then on the garbled side alone', async () => {
    const source = ['id', 'Dokter itu memberi obat kepada pasien di rumah sakit.'] as const;
    const target = ['en', 'The doctor gave medicine to the prisoners in the hospital.'] as const;
    const garbled = ['Witkoff', 'Ushakov'];
    expect(await found(source, target, { relation: 'comparable', garbled })).toEqual(['content: pasien | ']);
    expect(await found(source, target, { relation: 'comparable', garbled, confidence: 0.4 })).toEqual([]);
  });

  test('inside quotations on both sides are the drift of a quotation', async () => {
    const source = ['id', '“Dokter itu memberi obat kepada pasien di rumah sakit,” katanya.'] as const;
    const target = ['en', '"The doctor gave medicine to the prisoners in the hospital," he said.'] as const;
    expect(await found(source, target)).toEqual(['quotation: pasien | prisoners']);
  });

  test('two quoted terms that have nothing in common are told apart where names are garbled', async () => {
    const source = ['id', 'Pertemuan itu “murah”, kata utusan tersebut.'] as const;
    const target = ['en', 'The meeting was "useful", the envoy said.'] as const;
    const garbled = ['Witkoff', 'Ushakov'];
    expect(await found(source, target, { relation: 'comparable', garbled })).toEqual(['quotation: murah | ']);
    expect(await found(source, target, { relation: 'comparable' })).toEqual([]);
    const english = ['en', 'Talks with the delegation were “cheap”, he said.'] as const;
    expect(await found(english, target, { relation: 'comparable', garbled })).toEqual(['quotation: cheap | useful']);
    expect(await found(english, target, { relation: 'comparable' })).toEqual([]);
    expect(await found(['id', 'Pertemuan itu “berguna”, kata utusan tersebut.'], target, { relation: 'comparable', garbled })).toEqual([]);
  });

  test('exchanged alike in two beads are a habit of the translator', async () => {
    const source = [
      'id',
      ['Dokter itu memberi obat kepada pasien di rumah sakit.', 'Dokter muda memberi obat kepada pasien di kota itu.'],
    ] as const;
    const target = [
      'en',
      ['The doctor gave medicine to the prisoners in the hospital.', 'The young doctor gave medicine to the prisoners in the city.'],
    ] as const;
    const alignment = beadOf(source, target);
    alignment.pairs[0]!.beads = [0, 1].map((at) => ({ source: [at, at + 1], target: [at, at + 1], similarity: 0.8, confidence: 0.95 }));
    const pieces = new Map([
      ['source', await embedder.pieces(source[1])],
      ['target', await embedder.pieces(target[1])],
    ]);
    expect(findDivergences(alignment, { rules: ['content'], pieces })).toEqual([]);
    alignment.pairs[0]!.beads.pop();
    expect(findDivergences(alignment, { rules: ['content'], pieces })).toHaveLength(1);
  });

  test('a word that a third document supports is left alone', async () => {
    const sides = [
      ['source', 'id', 'Dokter itu memberi obat kepada pasien di rumah sakit.'],
      ['target', 'en', 'The doctor gave medicine to the prisoners in the hospital.'],
      ['third', 'en', 'The doctor gave the patients their medicine in the hospital.'],
    ] as const;
    const documents = sides.map(([id, language, text]) => documentOf(id, language, text));
    const pieces = new Map(await Promise.all(sides.map(async ([id, , text]) => [id, await embedder.pieces([text])] as const)));
    const pairOf = (source: string, target: string): DocumentPair => ({
      source,
      target,
      relation: 'parallel',
      relationConfidence: 1,
      beads: [{ source: [0, 1], target: [0, 1], similarity: 0.8, confidence: 0.95 }],
    });
    const find = (pairs: DocumentPair[]) => findDivergences({ documents, pairs, names: [] }, { rules: ['content'], pieces });
    expect(find([pairOf('source', 'target')])).toHaveLength(1);
    expect(find([pairOf('source', 'target'), pairOf('source', 'third')])).toEqual([]);
  });
});
