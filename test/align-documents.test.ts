/** The one call, end to end, with the built-in model: what goes in, what comes out, and what bad input gets. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Alignment, alignDocuments, type DocumentInput, type ProgressEvent, scoreAlignment, scoreLinks } from '../src/index.ts';
import { scoreNames } from './support/score-names.ts';
import { readGoldPair, seedDocuments } from './support/seeds.ts';

const english = 'The president met the envoy in Moscow on Friday. They talked about the war for three hours. No agreement was signed.';
const indonesian =
  'Presiden bertemu utusan itu di Moskow pada hari Jumat. Mereka berbicara tentang perang selama tiga jam. Tidak ada perjanjian yang ditandatangani.';
const two: DocumentInput[] = [
  { id: 'en', text: english },
  { id: 'id', text: indonesian },
];

describe('the five seed articles', () => {
  let alignment: Alignment;
  const events: ProgressEvent[] = [];
  beforeAll(async () => {
    alignment = await alignDocuments(seedDocuments, { onProgress: (event) => events.push(event) });
  });

  test('become six documents, the mixed one in two parts', () => {
    expect(alignment.documents.map(({ id, parent, language }) => [id, parent, language])).toEqual([
      ['000', undefined, 'id'],
      ['001', undefined, 'en'],
      ['002:zh', '002', 'zh'],
      ['002:en', '002', 'en'],
      ['003', undefined, 'en'],
      ['004', undefined, 'en'],
    ]);
  });

  test('are aligned once for every pair, in input order', () => {
    expect(alignment.pairs).toHaveLength(15);
    const ids = alignment.documents.map(({ id }) => id);
    for (const { source, target } of alignment.pairs) expect(ids.indexOf(source)).toBeLessThan(ids.indexOf(target));
  });

  test('keep sentences, offsets and gaps true to the text', () => {
    for (const { text, sentences } of alignment.documents) {
      let end = 0;
      for (const sentence of sentences) {
        expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
        expect(sentence.text.trim()).toBe(sentence.text);
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        end = sentence.end;
      }
    }
    const whole = alignment.documents.find(({ id }) => id === '003')!;
    const gaps = whole.sentences.map(({ start }, index) => whole.text.slice(whole.sentences[index - 1]?.end ?? 0, start));
    expect(gaps.join('').trim()).toBe('');
  });

  test('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(alignment))).toEqual(alignment);
  });

  test('cover both documents once in parallel pairs, skips included', () => {
    const pair = alignment.pairs.find(({ source, target }) => source === '002:zh' && target === '002:en')!;
    expect(pair.relation).toBe('parallel');
    for (const [side, id] of [
      ['source', '002:zh'],
      ['target', '002:en'],
    ] as const) {
      const covered = pair.beads.flatMap((bead) => Array.from({ length: bead[side][1] - bead[side][0] }, (_, k) => bead[side][0] + k));
      const { sentences } = alignment.documents.find((document) => document.id === id)!;
      expect(covered.sort((a, b) => a - b)).toEqual(sentences.map(({ index }) => index));
    }
  });

  test('leave furniture in no bead but skips', () => {
    const furniture = new Map(
      alignment.documents.map(({ id, sentences }) => [id, new Set(sentences.filter((s) => s.furniture).map((s) => s.index))]),
    );
    expect(furniture.get('003')!.size).toBeGreaterThan(3);
    for (const { source, target, beads } of alignment.pairs) {
      for (const bead of beads) {
        if (bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]) continue;
        for (let k = bead.source[0]; k < bead.source[1]; k++) expect(furniture.get(source)!.has(k)).toBe(false);
        for (let k = bead.target[0]; k < bead.target[1]; k++) expect(furniture.get(target)!.has(k)).toBe(false);
      }
    }
  });

  test('have their names traced as the hand-made list has them', () => {
    const score = scoreNames(alignment.names, alignment.documents);
    expect(score.count).toBeGreaterThan(200);
    expect(score.linked, score.problems.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.wrong, score.problems.join('\n')).toBeLessThanOrEqual(0.03);
    expect(score.kinds, score.problems.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  test('report progress that never falls and ends each stage at its total', () => {
    const stages = ['load', 'split', 'embed', 'align', 'trace'] as const;
    expect([...new Set(events.map(({ stage }) => stage))]).toEqual(stages);
    for (const stage of stages) {
      const done = events.filter((event) => event.stage === stage);
      expect(done.map((event) => event.done)).toEqual(done.map((event) => event.done).sort((a, b) => a - b));
      expect(done.at(-1)!.done).toBe(done.at(-1)!.total);
    }
  });

  test('give the same result again', async () => {
    expect(await alignDocuments(seedDocuments)).toEqual(alignment);
  });
});

describe("on gold's own sentences", () => {
  test.each([
    ['002.zh-002.en', 'parallel', 0.95],
    ['000-001', 'comparable', 0.55],
    ['000-003', 'comparable', 0.45],
  ] as const)('%s comes out as %s with an F1 of at least %d', async (name, relation, floor) => {
    const gold = readGoldPair(name);
    const side = (part: typeof gold.source) => ({ id: part.document, sentences: part.sentences });
    const { pairs } = await alignDocuments([side(gold.source), side(gold.target)], { trace: false });
    expect(pairs[0]!.relation).toBe(relation);
    const { f1 } =
      relation === 'parallel' ? scoreAlignment(gold.beads, pairs[0]!.beads).strict : scoreLinks(gold.beads, pairs[0]!.beads, gold);
    expect(f1).toBeGreaterThanOrEqual(floor);
  });
});

describe('bad input', () => {
  const cases: [title: string, documents: unknown, options: unknown, code: string, says: RegExp][] = [
    ['no documents', [], {}, 'NO_DOCUMENTS', /at least one/],
    ['no list of documents', 'text', {}, 'OPTION_INVALID', /documents.*list/],
    ['one document in one language', [english], {}, 'ONE_LANGUAGE', /en/],
    ['an empty document', [english, { id: 'x', text: '' }], {}, 'EMPTY_DOCUMENT', /x/],
    ['a blank document', [english, { id: 'x', text: ' \n\t ' }], {}, 'EMPTY_DOCUMENT', /x/],
    ['a document without sentences', [english, { id: 'x', sentences: [] }], {}, 'EMPTY_DOCUMENT', /x/],
    ['binary junk', [english, { id: 'x', text: '\u0000\u0001PK\u0003\u0004\u0000\u0000' }], {}, 'NOT_TEXT', /x/],
    [
      'two equal ids',
      [
        { id: 'a', text: english },
        { id: 'a', text: indonesian },
      ],
      {},
      'DUPLICATE_ID',
      /a/,
    ],
    ['an id equal to a position', [english, { id: '0', text: indonesian }], {}, 'DUPLICATE_ID', /0/],
    ['a document that is a number', [english, 42], {}, 'OPTION_INVALID', /documents\[1\].*42/],
    ['a document without text', [english, { id: 'x' }], {}, 'OPTION_INVALID', /documents\[1\]/],
    ['an unknown field', [english, { txt: indonesian }], {}, 'OPTION_UNKNOWN', /txt/],
    ['a language that is no tag', [english, { text: indonesian, language: 'in donesian' }], {}, 'OPTION_INVALID', /language/],
    ['sentences not in the text', [english, { text: indonesian, sentences: ['Tidak ada.'] }], {}, 'OPTION_INVALID', /sentence/],
    ['a document over the limit', two, { maxCharacters: 20 }, 'TOO_LARGE', /20/],
    ['an unknown option', two, { maxBeads: 3 }, 'OPTION_UNKNOWN', /maxBeads.*known options/],
    ['a bead size out of range', two, { maxBeadSize: 13 }, 'OPTION_INVALID', /maxBeadSize.*2 to 12.*13/],
    ['a bead size that is text', two, { maxBeadSize: '8' }, 'OPTION_INVALID', /maxBeadSize.*'8'/],
    ['NaN', two, { minConfidence: Number.NaN }, 'OPTION_INVALID', /minConfidence.*NaN/],
    ['an infinite skip cost', two, { skipCost: Number.POSITIVE_INFINITY }, 'OPTION_INVALID', /skipCost/],
    ['an unknown pivot', two, { pivot: 'fr' }, 'OPTION_INVALID', /pivot.*en, id/],
    ['an unknown trace', two, { trace: { name: true } }, 'OPTION_INVALID', /trace/],
    ['anchors about other documents', two, { anchors: [{ source: 'en', target: 'fr', beads: [] }] }, 'OPTION_INVALID', /anchors/],
    [
      'anchors past the end',
      two,
      { anchors: [{ source: 'en', target: 'id', beads: [{ source: [0, 9], target: [0, 1] }] }] },
      'OPTION_INVALID',
      /anchors/,
    ],
    ['an embedder that is none', two, { embedder: {} }, 'OPTION_INVALID', /embedder/],
    ['options that are no object', two, 'fast', 'OPTION_INVALID', /options/],
  ];

  test.each(cases)('%s is refused', async (_, documents, options, code, says) => {
    const call = alignDocuments(documents as DocumentInput[], options as never);
    await expect(call).rejects.toMatchObject({ name: 'AlignmentError', code, message: expect.stringMatching(says) });
  });

  test('unusual characters are kept, with a warning', async () => {
    const odd = `\ufeff${indonesian} \ud800 Selesai\u0007.`;
    const { documents, warnings } = await alignDocuments([english, odd], { trace: false });
    expect(documents[1]!.text).toBe(odd);
    expect(warnings.map(({ code, document }) => [code, document])).toContainEqual(['UNUSUAL_CHARACTERS', '1']);
  });

  test('a language the model does not know gets a warning', async () => {
    const { warnings } = await alignDocuments([english, { text: indonesian, language: 'jv' }], { trace: false });
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'LANGUAGE_UNTRAINED', document: '1' }));
  });

  test('text of unknown pieces gets a warning with their share', async () => {
    const { warnings } = await alignDocuments([english, 'ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ ᛇᛈᛉᛊᛏᛒ. ᛖᛗᛚᛜᛞᛟ ᚠᚢᚦ.'], { trace: false });
    expect(warnings.find(({ code }) => code === 'UNKNOWN_PIECES')?.message).toMatch(/\d+ %/);
  });

  test('a text too short to tell its language is `und`, with a warning', async () => {
    const { documents, warnings } = await alignDocuments([english, '12 345. 67.'], { trace: false });
    expect(documents[1]!.language).toBe('und');
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'LANGUAGE_UNKNOWN', document: '1' }));
  });

  test('a line of 5 MB is aligned', async () => {
    const line = 'lorem ipsum dolor '.repeat(280_000);
    const { documents } = await alignDocuments([line, english], { trace: false });
    expect(documents[0]!.text).toHaveLength(line.length);
  });

  test('an aborted call rejects with the reason', async () => {
    const reason = new Error('enough');
    await expect(alignDocuments(two, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    for (const stage of ['split', 'embed', 'align', 'trace'] as const) {
      const controller = new AbortController();
      const onProgress = (event: ProgressEvent) => event.stage === stage && controller.abort(reason);
      await expect(alignDocuments(two, { signal: controller.signal, onProgress })).rejects.toBe(reason);
    }
  });

  test('a throw from onProgress ends the call', async () => {
    const reason = new Error('no more');
    const onProgress = () => {
      throw reason;
    };
    await expect(alignDocuments(two, { onProgress })).rejects.toBe(reason);
  });
});

describe('options', () => {
  test('pivot aligns every document with one only', async () => {
    const { pairs } = await alignDocuments([...two, { id: 'en2', text: english }], { pivot: 'id', trace: false });
    expect(pairs.map(({ source, target }) => [source, target])).toEqual([
      ['en', 'id'],
      ['id', 'en2'],
    ]);
  });

  test('relation is taken as given', async () => {
    const [parallel, unrelated] = await Promise.all(
      (['parallel', 'unrelated'] as const).map((relation) => alignDocuments(two, { relation, trace: false })),
    );
    expect(parallel!.pairs[0]).toMatchObject({ relation: 'parallel', beads: [{}, {}, {}] });
    expect(unrelated!.pairs[0]).toMatchObject({ relation: 'unrelated', beads: [] });
  });

  test('minConfidence turns beads of a parallel pair into skips', async () => {
    const { pairs } = await alignDocuments(two, { relation: 'parallel', minConfidence: 1, trace: false });
    expect(
      pairs[0]!.beads.every(({ source, target, confidence }) => confidence === 1 || source[0] === source[1] || target[0] === target[1]),
    ).toBe(true);
  });

  test("the caller's sentences are kept as they are", async () => {
    const sentences = ['One. Two.', ' three ', 'four'];
    const { documents } = await alignDocuments(
      [
        { sentences, language: 'en' },
        { sentences: ['Satu. Dua.', 'tiga', 'empat'], language: 'id' },
      ],
      { trace: false },
    );
    expect(documents[0]!.sentences.map(({ text }) => text)).toEqual(sentences);
    expect(documents[0]!.text).toBe(sentences.join('\n'));
  });

  test('anchors are kept, given in either order', async () => {
    const bead = { source: [0, 1], target: [2, 3] } as const;
    for (const anchor of [
      { source: 'en', target: 'id', beads: [{ source: [...bead.source], target: [...bead.target] }] },
      { source: 'id', target: 'en', beads: [{ source: [...bead.target], target: [...bead.source] }] },
    ] as { source: string; target: string; beads: { source: [number, number]; target: [number, number] }[] }[]) {
      const { pairs } = await alignDocuments(two, { relation: 'parallel', anchors: [anchor], trace: false });
      expect(pairs[0]!.beads).toContainEqual(expect.objectContaining({ source: [0, 1], target: [2, 3] }));
    }
  });

  test('url and date are carried through', async () => {
    const { documents } = await alignDocuments([{ text: english, url: 'https://example.org/a', date: '2025-04-25' }, indonesian], {
      trace: false,
    });
    expect(documents[0]).toMatchObject({ url: 'https://example.org/a', date: '2025-04-25' });
  });

  test('splitLanguages: false keeps a mixed document whole', async () => {
    const mixed = seedDocuments.find(({ id }) => id === '002')!;
    await expect(alignDocuments([mixed], { splitLanguages: false })).rejects.toMatchObject({ code: 'ONE_LANGUAGE' });
    const { documents } = await alignDocuments([mixed], { trace: false });
    expect(documents.map(({ id }) => id)).toEqual(['002:zh', '002:en']);
  });

  test('trace: false leaves names, findings and lineage empty', async () => {
    expect(await alignDocuments(two, { trace: false })).toMatchObject({ names: [], findings: [], lineage: [] });
  });
});
