import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from '../../../src/embed/create-embedder.ts';
import { findDivergences } from '../../../src/trace/findings/find-divergences.ts';
import { linkTokens, type TokenRange } from '../../../src/trace/findings/link-tokens.ts';
import { contentRule } from '../../../src/trace/findings/rules/content-rule.ts';
import type { AdditiveEmbedder, TextPieces } from '../../../src/types.ts';
import { beadOf } from '../../support/bead-of.ts';

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
    expect(findDivergences(beadOf(source, target), { rules: ['content'] })).toEqual([]);
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
