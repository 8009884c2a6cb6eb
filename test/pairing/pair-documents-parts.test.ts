/** The parts behind pairDocuments, against slow and obvious twins. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishSteps } from '../../src/align/run-steps.ts';
import { collectMatches, type ItemMatch } from '../../src/pairing/collect-matches.ts';
import { readPile } from '../../src/pairing/document-pile.ts';
import { addSentences, centreByLanguage, normOf } from '../../src/pairing/document-vectors.ts';
import { ItemCache } from '../../src/pairing/item-cache.ts';
import { findNearestDocuments, type SearchedDocuments } from '../../src/pairing/nearest-documents.ts';
import { chooseCandidates, orderByNeighbourhood } from '../../src/pairing/pair-candidates.ts';
import { addBeads, evidenceOfVectors, judgePair } from '../../src/pairing/pair-evidence.ts';
import { findThirds, weighThirds } from '../../src/pairing/pair-support.ts';
import { compareSegments, cutIntoSegments } from '../../src/pairing/sentence-evidence.ts';
import { findNearestByIndex, loadUsearch } from '../../src/pairing/usearch-documents.ts';
import { prepare, seededRandom } from '../align/support.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

const seed = 20261123;

/** Random unit rows, every third near to another. */
function makeRows(random: () => number, count: number, dimensions: number, languageCount: number): SearchedDocuments {
  const rows = new Float32Array(count * dimensions);
  for (let k = 0; k < count; k++) {
    const model = k % 3 === 2 ? Math.floor(random() * k) : -1;
    for (let d = 0; d < dimensions; d++) {
      rows[k * dimensions + d] = random() - 0.5 + (model >= 0 ? 2 * rows[model * dimensions + d]! : 0);
    }
    const norm = normOf(rows, k * dimensions, dimensions);
    for (let d = 0; d < dimensions; d++) rows[k * dimensions + d]! /= norm;
  }
  return { rows, dimensions, languages: Int32Array.from({ length: count }, () => Math.floor(random() * languageCount)), languageCount };
}

/** The nearest, by sorting all. */
function sortAll({ rows, dimensions, languages, languageCount }: SearchedDocuments, kept: number): number[] {
  const count = languages.length;
  const lists: number[] = [];
  for (let i = 0; i < count; i++) {
    for (let language = 0; language < languageCount; language++) {
      const others = [...languages.keys()]
        .filter((j) => j !== i && languages[j] === language)
        .map((j) => {
          let cosine = 0;
          for (let d = 0; d < dimensions; d++) cosine += rows[i * dimensions + d]! * rows[j * dimensions + d]!;
          return { j, cosine };
        })
        .sort((x, y) => y.cosine - x.cosine)
        .slice(0, kept);
      for (let k = 0; k < kept; k++) lists.push(others[k]?.j ?? -1);
    }
  }
  return lists;
}

describe('nearest documents', () => {
  test('are those that sorting all of them gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (own, count, languages) => {
          const searched = makeRows(seededRandom(own), count, 24, languages);
          expect([...finishSteps(findNearestDocuments(searched, 3)).items]).toEqual(sortAll(searched, 3));
        },
      ),
      { seed, numRuns: 40 },
    );
  });

  test('are found across the borders of blocks', () => {
    const searched = makeRows(seededRandom(1), 1100, 16, 2);
    expect([...finishSteps(findNearestDocuments(searched, 2)).items]).toEqual(sortAll(searched, 2));
  });

  test('are the same by an index', async () => {
    const library = await loadUsearch();
    const searched = makeRows(seededRandom(2), 700, 32, 3);
    const exact = finishSteps(findNearestDocuments(searched, 4));
    expect([...finishSteps(findNearestByIndex(searched, 4, library)).items]).toEqual([...exact.items]);
  });
});

describe('vectors of documents', () => {
  test('are means of the directions of the sentences, by weight', () => {
    const into = new Float32Array(4);
    addSentences(Float32Array.of(3, 0, 0, 5, 0, 0), Float32Array.of(2, 1, 9), into, 2, 2);
    expect([...into].map((value) => Number(value.toFixed(4)))).toEqual([0, 0, 0.8944, 0.4472]);
  });

  test('lose what all documents of a language have in common, the more so the more documents there are', () => {
    const common = (count: number) => {
      const rows = Float32Array.from({ length: count * 3 }, (_, k) =>
        k % 3 === 0 ? 0.8 : k % 3 === 1 + (Math.floor(k / 3) % 2) ? 0.6 : 0,
      );
      finishSteps(centreByLanguage({ rows, dimensions: 3 }, new Int32Array(count)));
      return rows[0]!;
    };
    expect(common(2)).toBeGreaterThan(0.5);
    expect(common(200)).toBeLessThan(0.35);
    expect(common(20)).toBeLessThan(common(2));
  });

  test('of nothing stay zero', () => {
    const rows = Float32Array.of(0, 0, 1, 0, 0, 1);
    finishSteps(centreByLanguage({ rows, dimensions: 2 }, new Int32Array(3)));
    expect([rows[0], rows[1]]).toEqual([0, 0]);
    expect(normOf(rows, 2, 2)).toBeCloseTo(1, 5);
  });
});

describe('reading a pile', () => {
  const options = { splitLanguages: true, maxCharacters: 1e6 };

  test('documents with the same sentences are one item', () => {
    const pile = finishSteps(
      readPile(['One report. It is short.', 'Another report.', 'One  report.\nIt is short.'.replace('  ', ' ')], options),
    );
    expect(pile.holders).toEqual([[0, 2], [1]]);
  });

  test('what every document of a language says weighs nothing, and what one says weighs most', () => {
    const texts = Array.from({ length: 40 }, (_, k) => ({
      text: `Story number ${'abcdefghij'[k % 10]}${'klmnop'[k % 6]} tells of a very long journey by train. Page ${k} of our magazine.`,
      language: 'en',
    }));
    const { items } = finishSteps(readPile(texts, options));
    for (const { weights } of items) {
      expect(weights[0]).toBeGreaterThan(0.8);
      expect(weights[1]).toBe(0);
    }
  });

  test('a pile of near copies keeps its sentences', () => {
    const texts = Array.from(
      { length: 12 },
      (_, k) => `The bridge fell on Sunday. Nobody was hurt. The mayor wept. Edition ${'abcdefghijkl'[k]}.`,
    );
    for (const { weights } of finishSteps(readPile(texts, options)).items)
      expect([...weights].filter((weight) => weight > 0)).toHaveLength(4);
  });

  test('numbers and names are marks, first words and small words are not', () => {
    const [one, other] = finishSteps(
      readPile(['Yesterday Otieno sold 1,250 goats.', 'A man called Otieno, said Yesterday, has 1250.'], {
        ...options,
        splitLanguages: false,
      }),
    ).items;
    const shared = [...one!.marks].filter((mark) => other!.marks.includes(mark));
    expect(one!.marks).toHaveLength(2);
    expect(shared).toHaveLength(2);
  });
});

describe('sentences of two items', () => {
  test('recur or not', async () => {
    const one = await prepare(['alpha beta gamma', 'delta epsilon zeta', 'eta theta iota']);
    const half = await prepare(['delta epsilon zeta', 'nothing of that']);
    const equal = Float32Array.of(1, 1, 1);
    const evidence = compareSegments(cutIntoSegments(one, equal), cutIntoSegments(half, Float32Array.of(1, 1)));
    expect(evidence.high).toBeGreaterThan(0.5);
    expect(evidence.low).toBeLessThan(0.5);
    expect(evidence.top).toBeGreaterThan(0.5);
    const same = compareSegments(cutIntoSegments(one, equal), cutIntoSegments(one, equal));
    expect([same.low, same.high, same.top].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([1, 1, 1]);
  });

  test('give the means by mass of either item, and of the two best of the item with fewer', () => {
    const three = { rows: Float32Array.of(1, 0, 0, 1, 1, 0), masses: Float32Array.of(1, 1, 2), dimensions: 2 };
    const two = { rows: Float32Array.of(1, 0, 0.6, 0.8), masses: Float32Array.of(1, 3), dimensions: 2 };
    const evidence = compareSegments(three, two);
    expect(evidence.high).toBeCloseTo((1 + 0.8 + 2 * 1) / 4, 6);
    expect(evidence.low).toBeCloseTo((1 + 3 * 0.8) / 4, 6);
    expect(evidence.top).toBeCloseTo((1 + 0.8) / 2, 6);
    expect(compareSegments(two, three)).toEqual(evidence);
  });

  test('without weight count for nothing', async () => {
    const one = await prepare(['alpha beta gamma', 'delta epsilon zeta']);
    expect(cutIntoSegments(one, Float32Array.of(0, 0)).masses).toHaveLength(0);
    expect(compareSegments(cutIntoSegments(one, Float32Array.of(0, 0)), cutIntoSegments(one, Float32Array.of(1, 1)))).toEqual({
      low: 0,
      high: 0,
      top: 0,
    });
  });

  test('are put together where there are very many', async () => {
    const long = await prepare(Array.from({ length: 150 }, (_, k) => `word${k} number${k}`));
    const segments = cutIntoSegments(long, new Float32Array(150).fill(1));
    expect(segments.masses).toHaveLength(64);
    expect(segments.masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(long.wordWeights[150]!, 2);
  });
});

describe('candidates', () => {
  const languages = ['en', 'en', 'id', 'id', 'zh'];
  const items = languages.map((language, document) => ({
    document: document === 4 ? 3 : document,
    language,
    texts: [],
    furniture: [],
    weights: new Float32Array(0),
    marks: new Int32Array(0),
  }));
  const searched = { ...makeRows(seededRandom(9), 5, 16, 3), languages: Int32Array.of(0, 0, 1, 1, 2) };
  const nearest = finishSteps(findNearestDocuments(searched, 6));
  const choose = (most: number, sameLanguage: boolean) =>
    finishSteps(chooseCandidates(items, searched, nearest, { most, sameLanguage })).map(({ source, target }) => `${source}-${target}`);

  test('are all pairs of a small pile, but for parts of one document', () => {
    expect(choose(32, true)).toEqual(['0-1', '0-2', '0-3', '0-4', '1-2', '1-3', '1-4', '2-3', '2-4']);
  });

  test('may be kept to different languages, and to a number', () => {
    expect(choose(32, false)).toEqual(['0-2', '0-3', '0-4', '1-2', '1-3', '1-4', '2-4']);
    expect(choose(1, true).length).toBeLessThanOrEqual(5);
  });

  test('are behind by how much nearer one of the two has another in that language', () => {
    const found = finishSteps(chooseCandidates(items, searched, nearest, { most: 32, sameLanguage: true }));
    const cosineOf = (one: number, other: number) => {
      let sum = 0;
      for (let d = 0; d < 16; d++) sum += searched.rows[one * 16 + d]! * searched.rows[other * 16 + d]!;
      return sum;
    };
    for (const { source, target, cosine, behind } of found) {
      const nearestTo = (item: number, language: number) =>
        Math.max(
          ...languages.flatMap((_, other) => (other !== item && searched.languages[other] === language ? [cosineOf(item, other)] : [])),
        );
      const best = Math.max(nearestTo(source, searched.languages[target]!), nearestTo(target, searched.languages[source]!));
      expect(behind).toBeCloseTo(best - cosine, 4);
    }
  });

  test('have margins over the mean of the neighbours after the nearest, shrunk towards 0.1', () => {
    const none = [-1, -1, -1];
    const lists = {
      kept: 3,
      items: Int32Array.from([...none, 1, 2, 3, 0, -1, -1, ...none, 0, -1, -1, ...none, 0, -1, -1, ...none]),
      cosines: Float32Array.from([...none, 0.8, 0.5, 0.3, 0.8, -1, -1, ...none, 0.5, -1, -1, ...none, 0.3, -1, -1, ...none]),
    };
    const pile = ['en', 'id', 'id', 'id'].map((language, document) => ({ ...items[0]!, document, language }));
    const four = { rows: new Float32Array(8), dimensions: 2, languages: Int32Array.of(0, 1, 1, 1), languageCount: 2 };
    const [nearestTwo, second] = finishSteps(chooseCandidates(pile, four, lists, { most: 8, sameLanguage: true }));
    const [usual, alone] = [(2 * 0.1 + 0.5 + 0.3) / 4, 0.1];
    expect(nearestTwo!.margin).toBeCloseTo(0.8 - (usual + alone) / 2, 6);
    expect(nearestTwo!.marginLow).toBeCloseTo(0.8 - usual, 6);
    expect(nearestTwo!.behind).toBe(0);
    expect(second!.margin).toBeCloseTo(0.5 - (usual + alone) / 2, 6);
    expect(second!.behind).toBeCloseTo(0.3, 6);
  });

  test('come in an order in which neighbours are close', () => {
    const pair = (source: number, target: number) => ({ source, target, cosine: 0, margin: 0, marginLow: 0, behind: 0 });
    const mixed = [pair(0, 5), pair(1, 3), pair(2, 5), pair(3, 4), pair(0, 2), pair(1, 4)];
    const ordered = orderByNeighbourhood(mixed, 6).map(({ source }) => (source === 0 || source === 2 ? 'a' : 'b'));
    expect(ordered.join('')).toBe('aaabbb');
  });
});

/** A prepared English item and an Indonesian one, with the marks of their pile. */
const itemsOf = async (english: string, indonesian: string) => {
  const { items, markCounts } = finishSteps(
    readPile(
      [
        { text: english, language: 'en' },
        { text: indonesian, language: 'id' },
      ],
      { splitLanguages: true, maxCharacters: 1e6 },
    ),
  );
  const cache = new ItemCache(items, createHashingEmbedder(16), undefined);
  return { source: await cache.get(0), target: await cache.get(1), markCounts };
};
const candidate = { source: 0, target: 1, cosine: 0.6, margin: 0.4, marginLow: 0.2, behind: 0.1 };

describe('numbers and names', () => {
  const evidenceOf = async (english: string, indonesian: string) => {
    const { source, target, markCounts } = await itemsOf(english, indonesian);
    return evidenceOfVectors(candidate, source, target, { low: 0, high: 0, top: 0 }, { items: 2, markCounts });
  };
  const report = 'The president met John Smith in London on 14 May with 350 guests.';

  test('speak for a pair where most are shared, and against it where none is', async () => {
    const same = await evidenceOf(report, 'Presiden bertemu John Smith di London pada 14 Mei dengan 350 tamu.');
    const other = await evidenceOf(report, 'Presiden bertemu Mary Jones di Madrid pada 27 Juni dengan 910 tamu.');
    expect(same.marks).toBeGreaterThan(0.3);
    expect(same.strangeMarks).toBe(0);
    expect(other.marks).toBe(0);
    expect(other.strangeMarks).toBeGreaterThan(1);
  });

  test('are the same name with different endings, from the eighth letter on', async () => {
    const { marks } = await evidenceOf('They met Lukashenko there.', 'Mereka bertemu Lukashenka di sana.');
    expect(marks).toBeGreaterThan(0);
    expect((await evidenceOf('They met Lukashenko there.', 'Mereka bertemu Lukasova di sana.')).marks).toBe(0);
  });

  test('say nothing where there are none', async () => {
    expect(await evidenceOf('The cat sleeps.', 'Kucing itu tidur.')).toMatchObject({ marks: 0, strangeMarks: 0 });
  });
});

describe('the evidence of a pair', () => {
  const pairOf = () => itemsOf('The ship arrived. The crew left.', 'Kapal itu tiba. Awaknya pergi.');
  const sentences = { low: 0.1, high: 0.2, top: 0.3 };

  test('counts document vectors by half in a pile of twenty', async () => {
    const { source, target, markCounts } = await pairOf();
    const evidence = evidenceOfVectors(candidate, source, target, sentences, { items: 20, markCounts });
    expect(evidence).toMatchObject({ pile: 0.5, cosine: 0.3, margin: 0.2, marginLow: 0.1, behind: 0.05, sameLanguage: 0 });
    expect(evidence).toMatchObject({ sentenceLow: 0.1, sentenceHigh: 0.2, sentenceTop: 0.3, lessSize: Math.log(2), size: Math.log(4) });
  });

  test('takes from the aligner the share in beads, their odds, and the probability that the two are unrelated', async () => {
    const { source, target, markCounts } = await pairOf();
    const before = evidenceOfVectors(candidate, source, target, sentences, { items: 20, markCounts });
    const bead = (start: number, confidence: number) => ({
      source: [start, start + 1] as [number, number],
      target: [start, start + 1] as [number, number],
      similarity: 0.5,
      confidence,
    });
    const add = (beads: ReturnType<typeof bead>[], relation: 'parallel' | 'unrelated' = 'parallel') =>
      addBeads(before, { relation, relationConfidence: 0.9, sameEvent: 0.7, beads }, source, target);
    expect(add([bead(0, 0.8), bead(1, 0.8)]).linkLow).toBeCloseTo(0.8, 5);
    expect(add([bead(0, 0.8), bead(0, 0.3), bead(1, 0.8)]).linkHigh).toBeCloseTo(0.8, 5);
    const odds = Math.log(0.8 / 0.2);
    expect(add([bead(0, 0.8)]).linkOdds).toBeCloseTo(Math.log(1 + odds * source.item.weights[0]!), 5);
    expect(add([bead(0, 0.8), bead(1, 0.4)]).linkOdds).toBe(add([bead(0, 0.8)]).linkOdds);
    expect(add([], 'unrelated')).toMatchObject({ unrelated: 0.9, sameEvent: 0.7, linkHigh: 0, linkOdds: 0 });
    expect(add([]).unrelated).toBeCloseTo(0.1, 9);
  });

  test('excludes strangers before they are aligned', async () => {
    const { source, target, markCounts } = await pairOf();
    const far = { ...candidate, cosine: 0, margin: -0.2, marginLow: -0.2, behind: 0.5 };
    expect(finishSteps(judgePair(far, source, target, { items: 1000, markCounts }))).toBeUndefined();
    expect(
      finishSteps(judgePair({ ...candidate, cosine: 1, margin: 1, marginLow: 1, behind: 0 }, source, target, { items: 1000, markCounts })),
    ).toBeDefined();
  });
});

describe('items held', () => {
  test('are given out as they were made', async () => {
    const { items } = finishSteps(readPile(['One report. It is short.', 'Another one.'], { splitLanguages: true, maxCharacters: 1e6 }));
    const cache = new ItemCache(items, createHashingEmbedder(16), undefined);
    expect(await cache.get(0)).toBe(await cache.get(0));
    expect((await cache.get(1)).item).toBe(items[1]);
  });
});

describe('third documents', () => {
  const pair = (source: number, target: number, confidence: number) => ({ source, target, confidence });
  const always = () => true;

  test('support a pair by the likeliest way over one of them', () => {
    const pairs = [pair(0, 1, 0.5), pair(0, 2, 0.5), pair(1, 2, 1), pair(0, 3, 1), pair(1, 3, 0.75)];
    expect(findThirds(pairs, always)[0]).toEqual({ support: 0.75, contradiction: 0.25 * ((0.25 + 0.5) / 2) });
  });

  test('contradict a pair of which only one belongs with them', () => {
    const pairs = [pair(0, 1, 0.5), pair(0, 2, 1), pair(1, 3, 0.5)];
    expect(findThirds(pairs, always)[0]).toEqual({ support: 0, contradiction: 0.75 });
  });

  test('contradict nothing where the two could not meet', () => {
    const pairs = [pair(0, 1, 0.5), pair(0, 2, 1)];
    expect(findThirds(pairs, always)[0]!.contradiction).toBe(0.5);
    expect(findThirds(pairs, (one, other) => one + other !== 3)[0]!.contradiction).toBe(0);
  });

  test('lift a pair of a group, lower one between groups, and leave the order of pairs without effect', () => {
    const pairs = [pair(0, 1, 0.95), pair(1, 2, 0.95), pair(0, 2, 0.4), pair(3, 4, 0.95), pair(2, 3, 0.6)];
    const weighed = weighThirds(pairs, always);
    expect(weighed[2]!.confidence).toBeGreaterThan(0.5);
    expect(weighed[4]!.confidence).toBeLessThan(0.5);
    expect(weighThirds([...pairs].reverse(), always).reverse()).toEqual(weighed);
  });
});

describe('matches', () => {
  const item = (document: number, language: string) => ({
    document,
    language,
    texts: [],
    furniture: [],
    weights: new Float32Array(0),
    marks: new Int32Array(0),
  });
  const match = (source: number, target: number, confidence: number): ItemMatch => ({
    source,
    target,
    confidence,
    relation: 'parallel',
    relationConfidence: 1,
    similarity: 0.5,
  });
  const options = { candidates: 8, sameLanguage: true, oneToOne: false };
  const show = (matches: readonly { source: string; target: string; confidence: number }[]) =>
    matches.map(({ source, target, confidence }) => `${source}${target} ${confidence}`);

  test('name documents, with the surest of their parts', () => {
    const pile = { items: [item(0, 'en'), item(0, 'zh'), item(1, 'id')], holders: [[0], [0], [1]] };
    expect(show(collectMatches(pile, [match(0, 2, 0.6), match(1, 2, 0.9)], ['a', 'b'], options))).toEqual(['ab 0.9']);
  });

  test('hold every copy', () => {
    const pile = {
      items: [item(0, 'en'), item(1, 'id')],
      holders: [
        [0, 3],
        [1, 2],
      ],
    };
    const found = show(collectMatches(pile, [match(0, 1, 0.7)], ['a', 'b', 'c', 'd'], options));
    expect(found).toEqual(['ab 0.7', 'ac 0.7', 'ad 1', 'bc 1', 'bd 0.7', 'cd 0.7']);
    const apart = show(collectMatches(pile, [match(0, 1, 0.7)], ['a', 'b', 'c', 'd'], { ...options, sameLanguage: false }));
    expect(apart).toEqual(['ab 0.7', 'ac 0.7', 'bd 0.7', 'cd 0.7']);
  });

  test('one to one leaves the surest in each language', () => {
    const pile = { items: [item(0, 'en'), item(1, 'id'), item(2, 'id'), item(3, 'zh')], holders: [[0], [1], [2], [3]] };
    const found = [match(0, 1, 0.8), match(0, 2, 0.9), match(0, 3, 0.6), match(1, 3, 0.7)];
    expect(show(collectMatches(pile, found, ['a', 'b', 'c', 'd'], { ...options, oneToOne: true }))).toEqual(['ac 0.9', 'ad 0.6', 'bd 0.7']);
  });
});
