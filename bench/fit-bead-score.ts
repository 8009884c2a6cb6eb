/**
 * Fits everything the aligner has learned to the current model, and reports what it is worth on documents it was not fitted to:
 *
 *     node bench/run.mjs bench/fit-bead-score.ts [--eliminate]
 *
 * Writes `src/align/learned/bead-weights.ts` and `bench/record/fit-bead-score.json`; with `--eliminate` only
 * `bench/record/bead-score-elimination.json`, whose `left` are the features of the full score that its sets miss.
 *
 * Protocol. MAC-dev: three folds by chapter, the other chapters, Text+Berg and news in training. Text+Berg: weights from MAC-dev and news alone.
 * News (damaged FLORES documents): fitted to articles 0–140, measured on articles 141–280, in language pairs seen and unseen.
 * The weights that are written are then fitted to all of it.
 */
import { writeFileSync } from 'node:fs';
import { createDotKernel } from '../src/align/kernel/build-kernel.ts';
import type { Calibration } from '../src/align/learned/calibration.ts';
import { inOrder } from '../src/align/learned/learned-model.ts';
import { type BeadFeature, beadFeatures, cosineOf, measureShapeAndLength } from '../src/align/ordered/bead-features.ts';
import { type BeadWeights, measureEdges } from '../src/align/ordered/build-lattice.ts';
import { findBestChain, measureMarginals, visitEdges } from '../src/align/ordered/lattice.ts';
import { findCandidates, searchPlainly, sumSkips } from '../src/align/ordered/parallel-alignment.ts';
import { type PreparedDocument, prepareDocument } from '../src/align/prepare-document.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { type AlignmentScore, scoreAlignment } from '../src/evaluate/score-alignment.ts';
import { fitCalibration, type Judged, reliability } from './align-calibration.ts';
import { decode, type Example, featureCount, featureScale, fitWeights, markGolden, scoreEdges } from './align-crf.ts';
import { type DevPair, damagedPairs, devFolder, newsDamage, readFlores, readGoldFolder, runDamage } from './align-dev-sets.ts';
import { writeWeights } from './align-weights-file.ts';

const embedder = await createEmbedder();
const flores = readFlores();
const maxBeadSize = 8;
const penalty = 0.3;
const folds = [
  [0, 3],
  [1, 4],
  [2, 5],
];
const wordFeatures: readonly BeadFeature[] = ['coverageLow', 'coverageLeak', 'edgesNear', 'edgesFar'];
const plainFeatures: readonly BeadFeature[] = ['cosine', 'cosineLength', 'length', 'misfit', 'manyMany', 'skip', 'skipOpen'];
/** The formula of the study that the learned score may not lose to: cosine × log2(1 + shorter / longer), a tenth off for a skip. */
const handWeights = inOrder(beadFeatures, { cosine: 1, skip: -0.1 });
const firstGuess = inOrder(beadFeatures, { cosine: 8, cosineLength: 3, length: -1.5, misfit: -1.5, manyMany: -1.3, skip: -3 });

interface Pair extends DevPair {
  readonly prepared: readonly [PreparedDocument, PreparedDocument];
}

async function prepare(pairs: readonly DevPair[]): Promise<Pair[]> {
  const ready: Pair[] = [];
  for (const pair of pairs)
    ready.push({ ...pair, prepared: [await prepareDocument(pair.source, embedder), await prepareDocument(pair.target, embedder)] });
  return ready;
}

const seen = ['id-en', 'zh-en', 'id-zh', 'ru-en', 'de-fr', 'ja-en', 'ar-es', 'vi-th'];
const unseen = ['ko-fr', 'hi-en', 'tr-it', 'uk-pl', 'el-pt'];
const languagesOf = (name: string) => name.split('-') as [string, string];
const news = (languages: readonly string[], range: readonly [number, number], perKind: number, seed: number) =>
  languages.flatMap((name, k) => {
    const [source, target] = languagesOf(name);
    return [
      ...damagedPairs(flores, source, target, range, newsDamage, 45, seed + k, 'news').slice(0, perKind),
      ...damagedPairs(flores, source, target, range, runDamage, 45, seed + 50 + k, 'runs').slice(0, perKind),
    ];
  });

console.error('reading');
const mac = await prepare(readGoldFolder(`${devFolder}/mac-dev`, 'mac'));
const berg = await prepare(readGoldFolder(`${devFolder}/textberg-dev`, 'textberg'));
const newsTrain = await prepare(news(seen, [0, 141], 3, 1));
const newsTest = await prepare(news([...seen, ...unseen], [141, 281], 3, 500));
const seeds = await prepare(readGoldFolder('seeds/gold', 'seeds').filter((pair) => pair.name.includes('002')));

// ── the plain score ─────────────────────────────────────────────────────────

function plainExample(pair: Pair): Example {
  const [source, target] = pair.prepared;
  const { gauge, lattice } = finishSteps(searchPlainly(createDotKernel(source, target), source, target, firstGuess, maxBeadSize));
  const features = new Float32Array(lattice.shapes.length * featureCount);
  const row = new Float64Array(featureCount);
  finishSteps(
    visitEdges(lattice, (edge, p, i, q, j) => {
      row.fill(0);
      if (i > p && j > q) measureShapeAndLength(gauge, p, i, q, j, cosineOf(gauge, p, i, q, j), row);
      else row[beadFeatures.indexOf('skip')] = 1;
      features.set(row, edge * featureCount);
    }),
  );
  return {
    name: pair.name,
    lattice,
    features,
    ...markGolden(lattice, pair.gold, source.texts.length, target.texts.length),
    gold: pair.gold,
    weight: 1,
  };
}

console.error('plain score');
const plainActive = beadFeatures.map((name) => plainFeatures.includes(name));
const plainExamples = [...mac.filter((_, k) => k % 2 === 0), ...berg, ...newsTrain.filter((_, k) => k % 3 === 0)].map(plainExample);
const plainWeights = fitWeights(plainExamples, { active: plainActive, penalty, start: firstGuess, steps: 40 }).weights;

// ── the full score ──────────────────────────────────────────────────────────

interface FullExample extends Example {
  /** Of each edge: cosine × log2(1 + shorter / longer). */
  readonly likeness: Float32Array;
}

function fullExample(pair: Pair): FullExample {
  const [source, target] = pair.prepared;
  const { gauge, lattice } = finishSteps(findCandidates(createDotKernel(source, target), source, target, plainWeights, maxBeadSize));
  const features = new Float32Array(lattice.shapes.length * featureCount);
  finishSteps(measureEdges(gauge, lattice, (edge, row) => features.set(row, edge * featureCount)));
  const likeness = new Float32Array(lattice.shapes.length);
  finishSteps(
    visitEdges(lattice, (edge, p, i, q, j) => {
      if (i === p || j === q) return;
      const x = (source.lengths[i]! - source.lengths[p]!) * gauge.statistics.ratio;
      const y = target.lengths[j]! - target.lengths[q]!;
      likeness[edge] = cosineOf(gauge, p, i, q, j) * Math.log2(1 + Math.min(x, y) / Math.max(x, y, 1e-9));
    }),
  );
  return {
    name: pair.name,
    lattice,
    features,
    likeness,
    ...markGolden(lattice, pair.gold, source.texts.length, target.texts.length),
    gold: pair.gold,
    weight: 1,
  };
}

console.error('features');
const examples = {
  mac: mac.map(fullExample),
  berg: berg.map(fullExample),
  newsTrain: newsTrain.map(fullExample),
  newsTest: newsTest.map(fullExample),
  seeds: seeds.map(fullExample),
};

/** Counts that add up over documents. */
class Tally {
  private hits = 0;
  private predicted = 0;
  private found = 0;
  private gold = 0;
  add(score: { precision: number; recall: number; count: number }, predicted: number): void {
    this.hits += score.precision * predicted;
    this.predicted += predicted;
    this.found += score.recall * score.count;
    this.gold += score.count;
  }
  f1(): number {
    const precision = this.predicted > 0 ? this.hits / this.predicted : 0;
    const recall = this.gold > 0 ? this.found / this.gold : 0;
    return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  }
}

interface Outcome {
  readonly example: Example;
  readonly score: AlignmentScore;
  readonly predicted: number;
  readonly judged: Judged[];
}

function judge(example: Example, weights: BeadWeights): Outcome {
  const lattice = scoreEdges(example, weights);
  const beads = decode(example, weights);
  const chain = finishSteps(findBestChain(lattice));
  const { probabilities } = finishSteps(measureMarginals(lattice));
  const skipped = finishSteps(sumSkips(lattice, probabilities));
  const goldKeys = new Set(example.gold.map((bead) => `${bead.source.join()}:${bead.target.join()}`));
  const judged = beads.map((bead, k) => {
    const isMatch = bead.source.length > 0 && bead.target.length > 0;
    const stated = isMatch
      ? probabilities[chain.edges[k]!]!
      : bead.source.length > 0
        ? skipped.source[bead.source[0]!]!
        : skipped.target[bead.target[0]!]!;
    return { stated: Math.min(stated, 1), right: goldKeys.has(`${bead.source.join()}:${bead.target.join()}`) };
  });
  return { example, score: scoreAlignment(example.gold, beads), predicted: beads.length, judged };
}

function strictOf(outcomes: readonly Outcome[], kind: 'strict' | 'lax' = 'strict'): number {
  const tally = new Tally();
  for (const { score, predicted } of outcomes) tally.add(score[kind], predicted);
  return round(tally.f1());
}

const round = (value: number) => Math.round(value * 1000) / 1000;

interface Protocol {
  readonly mac: Outcome[];
  readonly berg: Outcome[];
  readonly news: Outcome[];
  readonly seeds: Outcome[];
}

/** Everything measured on documents that the weights were not fitted to. `starts` has weights near those sought, by training set, and gets those found. */
function crossValidate(active: readonly boolean[], starts: BeadWeights[] = []): Protocol {
  let sets = 0;
  const train = (training: readonly Example[]) => {
    const set = sets++;
    starts[set] = fitWeights(training, { active, penalty, start: starts[set] ?? plainWeights }).weights;
    return starts[set];
  };
  const folded: Outcome[] = [];
  for (const fold of folds) {
    const weights = train([...examples.mac.filter((_, k) => !fold.includes(k)), ...examples.berg, ...examples.newsTrain]);
    for (const k of fold) folded.push(judge(examples.mac[k]!, weights));
  }
  const withoutBerg = train([...examples.mac, ...examples.newsTrain]);
  const all = train([...examples.mac, ...examples.berg, ...examples.newsTrain]);
  return {
    mac: folded,
    berg: examples.berg.map((example) => judge(example, withoutBerg)),
    news: examples.newsTest.map((example) => judge(example, all)),
    seeds: examples.seeds.map((example) => judge(example, all)),
  };
}

function withWeights(weights: BeadWeights, prepare = (example: FullExample): Example => example): Protocol {
  const run = (list: readonly FullExample[]) => list.map((example) => judge(prepare(example), weights));
  return { mac: run(examples.mac), berg: run(examples.berg), news: run(examples.newsTest), seeds: run(examples.seeds) };
}

/** An example in which the cosine is that of the hand formula. */
function byHand(example: FullExample): Example {
  const features = Float32Array.from(example.features);
  for (const [edge, value] of example.likeness.entries()) features[edge * featureCount + beadFeatures.indexOf('cosine')] = value;
  return { ...example, features };
}

function summarise({ mac: ofMac, berg: ofBerg, news: ofNews, seeds: ofSeeds }: Protocol): Record<string, number> {
  const part = (kind: string, languages: readonly string[]) =>
    ofNews.filter(({ example }) => example.name.startsWith(kind) && languages.some((name) => example.name.includes(`/${name}-`)));
  return {
    mac: strictOf(ofMac),
    textberg: strictOf(ofBerg),
    'news id-en zh-en id-zh': strictOf(part('news', ['id-en', 'zh-en', 'id-zh'])),
    'news other': strictOf(part('news', [...seen.slice(3), ...unseen])),
    'news unseen pairs': strictOf(part('news', unseen)),
    'runs id-en zh-en id-zh': strictOf(part('runs', ['id-en', 'zh-en', 'id-zh'])),
    'runs other': strictOf(part('runs', [...seen.slice(3), ...unseen])),
    seeds: strictOf(ofSeeds),
    'mac lax': strictOf(ofMac, 'lax'),
    'textberg lax': strictOf(ofBerg, 'lax'),
  };
}

function shapeTable(outcomes: readonly Outcome[]): Record<string, { gold: number; recall: number }> {
  const table: Record<string, { gold: number; found: number }> = {};
  for (const { score } of outcomes) {
    for (const [shape, { recall, count }] of Object.entries(score.shapes)) {
      table[shape] ??= { gold: 0, found: 0 };
      table[shape].gold += count;
      table[shape].found += recall * count;
    }
  }
  const rows = Object.entries(table)
    .filter(([, { gold }]) => gold > 0)
    .sort((x, y) => y[1].gold - x[1].gold);
  return Object.fromEntries(rows.map(([shape, { gold, found }]) => [shape, { gold, recall: round(found / gold) }]));
}

console.error('cross-validation');
// what these say, the words say better
const full = beadFeatures.map((name) => name !== 'cosine' && name !== 'skipOpen');
const protocol = crossValidate(full);
const wordless = beadFeatures.map((name) => !wordFeatures.includes(name));
const judged = [...protocol.mac, ...protocol.berg, ...protocol.news].flatMap((outcome) => outcome.judged);
// calibrated on every other bead, checked on the rest
const calibration: Calibration = fitCalibration(judged.filter((_, k) => k % 2 === 0));
const checked = reliability(
  judged.filter((_, k) => k % 2 === 1),
  calibration,
);
const skipScores = (outcomes: readonly Outcome[]) => {
  const tally = new Tally();
  for (const { score } of outcomes)
    tally.add(score.skips, score.skips.precision > 0 ? (score.skips.recall * score.skips.count) / score.skips.precision : 0);
  return round(tally.f1());
};
const report: Record<string, unknown> = {
  model: { id: embedder.id, revision: embedder.revision },
  strict: {
    learned: summarise(protocol),
    'without words': summarise(crossValidate(wordless)),
    'plain score': summarise(withWeights(plainWeights)),
    'hand formula': summarise(withWeights(handWeights, byHand)),
  },
  skips: { mac: skipScores(protocol.mac), textberg: skipScores(protocol.berg), news: skipScores(protocol.news) },
  reachable: Object.fromEntries(
    Object.entries(examples).map(([name, list]) => [
      name,
      round(
        list.reduce((sum, { reachable }) => sum + reachable, 0) /
          list.reduce((sum, { gold }) => sum + gold.filter((bead) => bead.source.length > 0 && bead.target.length > 0).length, 0),
      ),
    ]),
  ),
  macShapes: shapeTable(protocol.mac),
  textbergShapes: shapeTable(protocol.berg),
  calibration,
  reliability: checked,
};
console.log(JSON.stringify(report, null, 1));

if (process.argv.includes('--eliminate')) eliminate();

/**
 * Backward elimination: features are tried from the one that moves scores least. One goes for good when no development set then falls by more than `mostLost` below what
 * all features reach, and MAC and Text+Berg together by no more than `mostFallen` below the best seen so far.
 */
function eliminate(): void {
  const mostLost = 0.0025;
  const mostFallen = 0.004;
  const scale = featureScale(Object.values(examples).flat());
  const active = [...full];
  let starts: BeadWeights[] = [];
  const all = summarise(crossValidate(active, starts));
  const sets = Object.keys(all).filter((name) => !name.endsWith('lax'));
  const gold = (row: Record<string, number>) => (row.mac! + row.textberg!) / 2;
  let best = gold(all);
  const rows: Record<string, unknown>[] = [{ features: active.filter(Boolean).length, ...all }];
  for (let wentOn = true; wentOn; ) {
    wentOn = false;
    const weight = (k: number) => Math.abs(starts.at(-1)![k]!) * scale[k]!;
    const order = [...active.keys()].filter((k) => active[k]).sort((x, y) => weight(x) - weight(y));
    for (const k of order) {
      const tried = active.map((flag, other) => flag && other !== k);
      const next = starts.map((weights) => weights.map((value, other) => (other === k ? 0 : value)));
      const row = summarise(crossValidate(tried, next));
      const isKept = sets.some((name) => row[name]! < all[name]! - mostLost) || gold(row) < best - mostFallen;
      rows.push({ [isKept ? 'kept' : 'gone']: beadFeatures[k], features: tried.filter(Boolean).length, ...row });
      console.error(JSON.stringify(rows.at(-1)));
      if (isKept) continue;
      active[k] = false;
      starts = next;
      best = Math.max(best, gold(row));
      wentOn = true;
    }
  }
  const left = beadFeatures.filter((_, k) => active[k]);
  writeFileSync('bench/record/bead-score-elimination.json', `${JSON.stringify({ left, rows }, null, 1)}\n`);
  process.exit(0);
}

// ── what ships ──────────────────────────────────────────────────────────────

console.error('final weights');
const final = [...examples.mac, ...examples.berg, ...examples.newsTrain, ...examples.newsTest];
const fullWeights = fitWeights(final, { active: full, penalty, start: plainWeights }).weights;
const wordlessWeights = fitWeights(final, { active: wordless, penalty, start: plainWeights }).weights;
writeWeights('src/align/learned/bead-weights.ts', { plain: plainWeights, full: fullWeights, wordless: wordlessWeights, calibration });
writeFileSync('bench/record/fit-bead-score.json', `${JSON.stringify(report, null, 1)}\n`);
