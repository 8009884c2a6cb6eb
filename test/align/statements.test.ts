import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPair } from '../../src/align/align-pairs.ts';
import { joinLinks, keepSurest } from '../../src/align/free/link-beads.ts';
import { measureStatements, type StatementPairs } from '../../src/align/free/measure-statements.ts';
import { type StatementFeature, statementFeatures, statementIndex } from '../../src/align/free/statement-features.ts';
import { createDotKernel } from '../../src/align/kernel/build-kernel.ts';
import { linkModel } from '../../src/align/learned/learned-model.ts';
import { readFacts } from '../../src/align/read-facts.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { compareFigures, readDigits } from '../../src/align/statement-facts.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import type { Bead } from '../../src/types.ts';
import { makeSentence, prepare, seededRandom, seeds, show } from './support.ts';

const story = Array.from({ length: 8 }, (_, k) => makeSentence(seededRandom(k + 1), 10));

const readerOf = (language: string) => (texts: readonly string[], barred: Uint8Array) => readFacts(texts, barred, language);

async function measure(source: readonly string[], target: readonly string[]): Promise<StatementPairs> {
  const english = { readFacts: readerOf('en') };
  const [left, right] = [await prepare(source, english), await prepare(target, english)];
  return finishSteps(measureStatements(createDotKernel(left, right), left, right));
}

function value({ sources, targets, features }: StatementPairs, s: number, t: number, name: StatementFeature): number {
  const k = sources.findIndex((own, at) => own === s && targets[at] === t);
  return features[k * statementFeatures.length + statementIndex[name]]!;
}

describe('what is measured of two statements', () => {
  it('all pairs of short documents are measured, and no furniture', async () => {
    const pairs = await measure(story, story.slice(0, 5));
    expect(pairs.sources).toHaveLength(40);
    const barred = await prepare(story, { furniture: story.map((_, s) => s === 2) });
    const other = await prepare(story);
    const { sources } = finishSteps(measureStatements(createDotKernel(barred, other), barred, other));
    expect(sources).not.toContain(2);
    expect(sources).toHaveLength(56);
  });

  it('long documents: each sentence meets its nearest, and the right one is among them', async () => {
    const many = Array.from({ length: 150 }, (_, k) => makeSentence(seededRandom(k + 50), 8));
    const { sources, targets } = await measure(many, [...many].reverse());
    expect(sources.length).toBeLessThan(150 * 20);
    for (let s = 0; s < 150; s++) expect(sources.some((own, k) => own === s && targets[k] === 149 - s)).toBe(true);
  });

  it('a sentence that another contains is covered, the other is not', async () => {
    const half = story[3]!.split(' ').slice(0, 5).join(' ');
    const pairs = await measure([...story.slice(0, 3), half], story);
    expect(value(pairs, 3, 3, 'coveredShort')).toBeGreaterThan(0.99);
    expect(value(pairs, 3, 3, 'coveredLong')).toBeLessThan(0.75);
    expect(value(pairs, 3, 4, 'coveredShort')).toBeLessThan(0.4);
    expect(value(pairs, 0, 0, 'coveredBoth')).toBeCloseTo(1, 2);
  });

  it('words that the whole other document covers do not make two statements alike', async () => {
    const common = 'minister talks summit';
    const [source, target] = [story.slice(0, 4), story.slice(4)].map((side) => side.map((text) => `${common} ${text}`));
    const pairs = await measure(source!, target!);
    expect(value(pairs, 0, 0, 'coveredBoth')).toBeGreaterThan(2 * value(pairs, 0, 0, 'specificBoth') ** 2);
  });

  it('cosine and best cover are those of the vectors', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const texts = Array.from({ length: 4 }, (_, k) => makeSentence(seededRandom(seed + k), 7));
        const source = await prepare(texts.slice(0, 2));
        const target = await prepare(texts.slice(1));
        const pairs = finishSteps(measureStatements(createDotKernel(source, target), source, target));
        const { dimensions } = source;
        const dot = (x: Float32Array, at: number, y: Float32Array, to: number) => {
          let sum = 0;
          for (let d = 0; d < dimensions; d++) sum += x[at * dimensions + d]! * y[to * dimensions + d]!;
          return sum;
        };
        const norm = (x: Float32Array, at: number) => Math.sqrt(dot(x, at, x, at));
        expect(value(pairs, 0, 1, 'cosine')).toBeCloseTo(
          dot(source.sums, 0, target.sums, 1) / norm(source.sums, 0) / norm(target.sums, 1),
          3,
        );
        const own = source.tokens!;
        const other = target.tokens!;
        let covered = 0;
        let mass = 0;
        for (let x = own.offsets[0]!; x < own.offsets[1]!; x++) {
          let best = 0;
          for (let y = other.offsets[1]!; y < other.offsets[2]!; y++)
            best = Math.max(best, dot(own.vectors, own.ids[x]!, other.vectors, other.ids[y]!));
          covered += own.weights[x]! * best;
          mass += own.weights[x]!;
        }
        const shares = [value(pairs, 0, 1, 'coveredShort'), value(pairs, 0, 1, 'coveredLong')];
        expect(Math.min(...shares.map((share) => Math.abs(share - covered / mass)))).toBeLessThan(0.01);
      }),
      { seed: 5, numRuns: 20 },
    );
  });

  it('figures: written in words or digits, with any separators, they agree; a telling one weighs more than a common one', () => {
    const read = (text: string, language: string) => readFacts([text], new Uint8Array(1), language).figuresOf(0);
    const english = read('The loan of 214 million dollars runs for eight years.', 'en');
    const indonesian = read('Pinjaman 214 juta dolar itu berjangka delapan tahun.', 'id');
    expect(english.map(({ weight }) => weight)).toEqual([expect.closeTo(Math.log(215), 6), expect.closeTo(Math.log(9), 6)]);
    expect(compareFigures(english, indonesian)).toEqual({ shared: expect.closeTo(Math.log(215) + Math.log(9), 6), missed: 0 });
    expect(compareFigures(english, read('The loan of 300 million dollars runs for eight years.', 'en')).missed).toBeCloseTo(
      Math.log(215),
      6,
    );
    expect(compareFigures(english, indonesian, 3)).toEqual({ shared: expect.closeTo(Math.log(215), 6), missed: 0 });
  });

  it('figures of a text whose language nobody knows: those in digits, of whatever script', () => {
    const { language, figuresOf } = readDigits(['Two of 1,250 ships; ١٢ more in 2024.']);
    expect(language).toBe('und');
    expect(figuresOf(0).map(({ readings }) => readings[0])).toEqual(['1250', '12', '2024']);
  });

  it('days: of the sentences that open a document, furniture left out', () => {
    const texts = [
      'Read also: what happened on Monday',
      'They met on Thursday.',
      'Talks last until Friday.',
      'x',
      'y',
      'On Sunday they rest.',
    ];
    expect([...readFacts(texts, Uint8Array.of(1, 0, 0, 0, 0, 0), 'en').openingDays]).toEqual([3, 4]);
    expect([...readFacts(['会议周三结束。'], new Uint8Array(1), 'zh').openingDays]).toEqual([2]);
  });
});

describe('from links to beads', () => {
  it('holds the links and no other pair of sentences, whatever is joined', async () => {
    const [source, target] = [await prepare(story), await prepare([...story].reverse())];
    const links = fc.uniqueArray(
      fc.record({ source: fc.nat(7), target: fc.nat(7), confidence: fc.double({ min: 0.3, max: 1, noNaN: true }) }),
      {
        selector: ({ source: s, target: t }) => s * 8 + t,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(links, (given) => {
        const held = joinLinks(source, target, given, 8).flatMap(({ source: [p, i], target: [q, j] }) =>
          Array.from({ length: (i - p) * (j - q) }, (_, k) => `${p + Math.floor(k / (j - q))}:${q + (k % (j - q))}`),
        );
        expect(held.sort()).toEqual(given.map(({ source: s, target: t }) => `${s}:${t}`).sort());
      }),
      { seed: 9 },
    );
  });

  it('joins the halves of a sentence, and leaves apart what says the same twice', async () => {
    const [head, tail] = [story[0]!.split(' ').slice(0, 5).join(' '), story[0]!.split(' ').slice(5).join(' ')];
    const whole = await prepare([story[0]!]);
    const links = [
      { source: 0, target: 0, confidence: 0.9 },
      { source: 0, target: 1, confidence: 0.7 },
    ];
    const [bead, ...others] = joinLinks(whole, await prepare([head, tail]), links, 8);
    expect([show([bead!]), others]).toEqual([['0-1:0-2'], []]);
    expect(bead!.confidence).toBeCloseTo(0.8, 6);
    expect(show(joinLinks(whole, await prepare([story[0]!, story[0]!]), links, 8))).toEqual(['0-1:0-1', '0-1:1-2']);
    expect(show(joinLinks(whole, await prepare([head, tail]), links, 2))).toEqual(['0-1:0-1', '0-1:1-2']);
  });

  it('of beads that share a sentence the surest is kept', () => {
    const make = (s: number, t: number, confidence: number): Bead => ({
      source: [s, s + 1],
      target: [t, t + 1],
      similarity: 0.5,
      confidence,
    });
    const kept = keepSurest([make(0, 0, 0.5), make(0, 3, 0.9), make(1, 3, 0.8), make(2, 0, 0.4)]);
    expect(show(kept)).toEqual(['0-1:3-4', '2-3:0-1']);
  });
});

const fire = [
  'Fire in Karsava flour mill kills nine',
  'Nine workers died on Tuesday when fire swept through a flour mill in Karsava, eastern Latvia.',
  'The blaze broke out shortly after 6 a.m. in a silo that held 240 tonnes of grain.',
  'Forty firefighters needed seven hours to put it out.',
  'Interior Minister Aija Berzina said that the mill had been inspected in March.',
  'The death toll of nine makes it the worst factory fire in Latvia since 1993.',
];
const kebakaran = [
  'Sembilan pekerja tewas pada Selasa ketika kebakaran melanda pabrik tepung di Karsava, Latvia timur.',
  'Api muncul sesaat setelah pukul 6 pagi di sebuah silo berisi 240 ton gandum.',
  'Warga sekitar mengatakan asap hitam terlihat dari kejauhan.',
  'Menteri Dalam Negeri Aija Berzina mengatakan pabrik itu diperiksa pada bulan Maret.',
];
const flood = [
  'Interior Minister Aija Berzina visited Daugavpils on Friday, where the river Daugava has flooded 130 houses.',
  'Some 412 people spent the night in two schools.',
  'Divers searched for a man of 71 whose boat capsized on Thursday evening.',
  'Berzina promised 3.5 million euros for new dams.',
  'Forecasters expect the water to rise by another 60 centimetres until Sunday.',
];

describe('reports', () => {
  const read = async (texts: readonly string[], language: string) =>
    prepare(texts, { readFacts: readerOf(language) }, await createEmbedder());
  const align = async (source: readonly string[], target: readonly string[], languages: [string, string]) =>
    finishSteps(alignPair(await read(source, languages[0]), await read(target, languages[1])));

  it('a sentence may be in several beads: headline, lead and a later sentence say what one sentence of the other says', async () => {
    const { sameEvent } = await align(fire, kebakaran, ['en', 'id']);
    expect(sameEvent).toBeGreaterThan(0.5);
    const { beads } = finishSteps(alignPair(await read(fire, 'en'), await read(kebakaran, 'id'), { relation: 'comparable' }));
    expect(show(beads)).toEqual(expect.arrayContaining(['0-1:0-1', '1-2:0-1', '2-3:1-2', '4-5:3-4']));
    expect(beads.every(({ target: [start, end] }) => end <= 2 || start > 2)).toBe(true);
  });

  it('of another event of the same people: related, and only sure links', async () => {
    const { relation, sameEvent, beads } = await align(flood, kebakaran, ['en', 'id']);
    expect(['related', 'unrelated']).toContain(relation);
    expect(sameEvent).toBeLessThan(0.5);
    expect(beads).toEqual([]);
  });

  it('what the caller says is so: related keeps only what comparable is sure of', async () => {
    const [source, target] = [await read(fire, 'en'), await read(kebakaran, 'id')];
    const comparable = finishSteps(alignPair(source, target, { relation: 'comparable' }));
    const related = finishSteps(alignPair(source, target, { relation: 'related' }));
    expect([comparable.sameEvent, related.sameEvent]).toEqual([1, 0]);
    expect(related.beads.length).toBeGreaterThan(0);
    const sure = comparable.beads.filter(({ confidence }) => confidence >= linkModel.sureThreshold);
    expect(show(related.beads)).toEqual(show(sure));
    expect(linkModel.sureThreshold).toBeGreaterThan(2 * linkModel.threshold);
  });
});
