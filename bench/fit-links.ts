/** Fits the two looks at links to comparable pairs made from FLORES, and measures them on pairs from other articles. Part of `fit-bead-score`. */

import { findLinkBeads, findLinkPairs, scoreOf, takeFirstLook } from '../src/align/free/comparable-alignment.ts';
import { type LinkFeature, type LinkGauge, linkFeatures } from '../src/align/free/link-features.ts';
import type { LinkCandidate, LinkModel } from '../src/align/free/link-model.ts';
import { pickBeads } from '../src/align/free/pick-beads.ts';
import { createDotKernel } from '../src/align/kernel/build-kernel.ts';
import { prepareDocument } from '../src/align/prepare-document.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { scoreLinks } from '../src/evaluate/score-links.ts';
import type { Embedder } from '../src/types.ts';
import { fitCalibration, type Judged, reliability } from './align-calibration.ts';
import { climb } from './align-crf.ts';
import { type DevPair, type Flores, readGoldFolder, retellings, retoldPairs, strangerPairs, tinyPairs } from './align-dev-sets.ts';

const count = linkFeatures.length;
const background = 0.1;
const maxBeadSize = 8;
const penalty = 1;
const uncalibrated = { slope: 1, shift: 0 };

interface Loaded {
  readonly pair: DevPair;
  readonly gauge: LinkGauge;
  readonly pairs: LinkCandidate[];
}

interface Choices {
  readonly loaded: Loaded;
  readonly candidates: LinkCandidate[];
  /** For each sentence, the candidates that hold it and which of them is right, -1 for none. */
  readonly groups: { members: number[]; right: number }[];
}

const trainLanguages = ['id-en', 'zh-en', 'id-zh', 'ru-en', 'de-fr', 'ja-en', 'ar-es', 'vi-th', 'en-en', 'ms-id'];
const testLanguages = ['id-en', 'zh-en', 'id-zh', 'ko-fr', 'hi-en', 'es-en', 'tr-it'];

/** Features that need tokens. */
const wordFeatures: readonly LinkFeature[] = [
  'coverageLow',
  'coverageHigh',
  'rareLow',
  'rareHigh',
  'rareBoth',
  'rareMargin',
  'coverageGain',
];

/** Fit both looks with and without tokens; or, with weights that are `kept`, only the threshold and the calibration. */
export async function fitLinks(
  flores: Flores,
  embedder: Embedder,
  kept?: { readonly model: LinkModel; readonly wordless: LinkModel },
): Promise<{ model: LinkModel; wordless: LinkModel; report: unknown }> {
  const make = (languages: readonly string[], range: readonly [number, number], perKind: number, seed: number) =>
    languages.flatMap((name, k) => {
      const [source, target] = name.split('-') as [string, string];
      return retoldPairs(flores, source, target, range, perKind, seed + k, 'retold');
    });
  const load = async (pairs: readonly DevPair[]): Promise<Loaded[]> => {
    const loaded: Loaded[] = [];
    for (const pair of pairs) {
      const source = await prepareDocument(pair.source, embedder);
      const target = await prepareDocument(pair.target, embedder);
      loaded.push({ pair, ...finishSteps(findLinkPairs(createDotKernel(source, target), source, target, background)) });
    }
    return loaded;
  };
  const strangers = trainLanguages.flatMap((name, k) => {
    const [source, target] = name.split('-') as [string, string];
    return [
      ...strangerPairs(flores, source, target, [0, 141], 8, 300 + k),
      ...tinyPairs(flores, source, target, [0, 141], 12, 400 + k).unrelated,
    ];
  });
  const train = await load([...make(trainLanguages, [0, 141], 5, 10), ...strangers]);
  const test = await load(make(testLanguages, [141, 281], 5, 60));

  const seeds = await load(readGoldFolder('seeds/gold', 'seeds').filter((pair) => pair.name.includes('000')));
  const withWords = fitModel(train, test, seeds, new Set(), kept?.model);
  const wordless = fitModel(train, test, seeds, new Set(wordFeatures), kept?.wordless);
  return { model: withWords.model, wordless: wordless.model, report: { ...withWords.report, wordless: wordless.report } };
}

/** Both looks without some features, and what they are worth. */
function fitModel(
  train: readonly Loaded[],
  test: readonly Loaded[],
  seeds: readonly Loaded[],
  without: ReadonlySet<LinkFeature>,
  kept: LinkModel | undefined,
) {
  const active = linkFeatures.map((name) => !without.has(name));
  const first = kept?.first ?? fitFirst(train, active);
  const choices = train.map((loaded) => listChoices(loaded, first));
  const second = kept?.second ?? fitSecond(choices, active);
  return finishModel({ first, second }, choices, test, seeds);
}

/** Threshold and calibration for the weights of both looks, and what they are worth. */
function finishModel(
  { first, second }: Pick<LinkModel, 'first' | 'second'>,
  choices: readonly Choices[],
  test: readonly Loaded[],
  seeds: readonly Loaded[],
) {
  const testChoices = test.map((loaded) => listChoices(loaded, first));
  const uncalibratedModel = { first, second, background, threshold: 0, calibration: uncalibrated };
  const threshold = bestThreshold(choices, uncalibratedModel);
  // calibrated on every other document, checked on the rest
  const chosen = { ...uncalibratedModel, threshold };
  const calibration = fitCalibration(testChoices.filter((_, k) => k % 2 === 0).flatMap((each) => judge(each, chosen)));
  const checked = reliability(
    testChoices.filter((_, k) => k % 2 === 1).flatMap((each) => judge(each, chosen)),
    calibration,
  );
  const model: LinkModel = { ...chosen, calibration };
  const seedChoices = seeds.map((loaded) => listChoices(loaded, first));
  const report = {
    threshold,
    calibration,
    test: scoreKinds(testChoices, model),
    seeds: scoreKinds(seedChoices, model),
    reliability: checked,
  };
  return { model, report };
}

function keyOf(source: readonly number[], target: readonly number[]): string {
  return `${source.join()}:${target.join()}`;
}

function range([start, end]: readonly [number, number]): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}

function listChoices(loaded: Loaded, first: Float64Array): Choices {
  finishSteps(takeFirstLook(loaded.gauge, loaded.pairs, first));
  const candidates = finishSteps(findLinkBeads(loaded.gauge, loaded.pairs, maxBeadSize));
  const gold = new Set(loaded.pair.gold.map((bead) => keyOf(bead.source, bead.target)));
  const groups: Choices['groups'] = [];
  for (const side of ['source', 'target'] as const) {
    const bySentence = new Map<number, number[]>();
    candidates.forEach((candidate, k) => {
      for (const sentence of range(candidate[side])) bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), k]);
    });
    const linked = new Set(loaded.pair.gold.flatMap((bead) => [...bead[side]]));
    for (const [sentence, members] of bySentence) {
      const right = members.findIndex((k) => gold.has(keyOf(range(candidates[k]!.source), range(candidates[k]!.target))));
      // a gold bead that is no candidate teaches nothing
      if (right >= 0 || !linked.has(sentence)) groups.push({ members, right });
    }
  }
  return { loaded, candidates, groups };
}

/** Logistic regression: which sentence pairs are linked. */
function fitFirst(train: readonly Loaded[], active: readonly boolean[]): Float64Array {
  const rows: Float64Array[] = [];
  const labels: number[] = [];
  for (const { pair, pairs } of train) {
    const links = new Set(pair.gold.flatMap((bead) => bead.source.flatMap((s) => bead.target.map((t) => `${s}:${t}`))));
    for (const { source, target, features } of pairs) {
      rows.push(features);
      labels.push(links.has(`${source[0]}:${target[0]}`) ? 1 : 0);
    }
  }
  return climbScaled(rows, active, (score, gradientOf) => {
    let loss = 0;
    rows.forEach((_, n) => {
      const z = score[n]!;
      const signed = labels[n]! > 0 ? z : -z;
      loss += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
      gradientOf[n] = 1 / (1 + Math.exp(-z)) - labels[n]!;
    });
    return loss;
  });
}

/** For each sentence a softmax over the beads that may hold it, and none. */
function fitSecond(choices: readonly Choices[], active: readonly boolean[]): Float64Array {
  const rows = choices.flatMap(({ candidates }) => candidates.map(({ features }) => features));
  return climbScaled(rows, active, (score, gradientOf) => {
    let loss = 0;
    let start = 0;
    for (const { candidates, groups } of choices) {
      for (const { members, right } of groups) {
        let top = 0;
        for (const k of members) top = Math.max(top, score[start + k]!);
        let sum = Math.exp(-top);
        for (const k of members) sum += Math.exp(score[start + k]! - top);
        loss += Math.log(sum) + top - (right >= 0 ? score[start + members[right]!]! : 0);
        for (const k of members) gradientOf[start + k] = gradientOf[start + k]! + Math.exp(score[start + k]! - top) / sum;
        if (right >= 0) gradientOf[start + members[right]!] = gradientOf[start + members[right]!]! - 1;
      }
      start += candidates.length;
    }
    return loss;
  });
}

/** Climb over weights of features brought to one size. */
function climbScaled(
  rows: readonly Float64Array[],
  active: readonly boolean[],
  lossOf: (scores: Float64Array, gradient: Float64Array) => number,
): Float64Array {
  const scale = new Float64Array(count);
  for (const row of rows) for (let k = 0; k < count; k++) scale[k] = scale[k]! + row[k]! ** 2;
  for (let k = 0; k < count; k++) scale[k] = Math.sqrt(scale[k]! / rows.length) || 1;
  const scores = new Float64Array(rows.length);
  const slopes = new Float64Array(rows.length);
  const x = climb(
    (point) => {
      rows.forEach((row, n) => {
        let score = 0;
        for (let k = 0; k < count; k++) score += (row[k]! / scale[k]!) * point[k]!;
        scores[n] = score;
      });
      slopes.fill(0);
      let loss = lossOf(scores, slopes);
      const gradient = new Float64Array(count);
      rows.forEach((row, n) => {
        const slope = slopes[n]!;
        if (Math.abs(slope) > 1e-9) for (let k = 0; k < count; k++) gradient[k] = gradient[k]! + (slope * row[k]!) / scale[k]!;
      });
      for (let k = 0; k < count; k++) {
        loss += 0.5 * penalty * point[k]! ** 2;
        gradient[k] = active[k] ? gradient[k]! + penalty * point[k]! : 0;
      }
      return { loss, gradient };
    },
    new Float64Array(count),
    150,
  );
  return x.map((value, k) => value / scale[k]!);
}

function pick({ loaded, candidates }: Choices, model: LinkModel) {
  const scores = candidates.map(({ features }) => scoreOf(features, model.second));
  return finishSteps(pickBeads(loaded.gauge, candidates, scores, model));
}

function judge(choices: Choices, model: LinkModel): Judged[] {
  const gold = new Set(choices.loaded.pair.gold.map((bead) => keyOf(bead.source, bead.target)));
  return pick(choices, model).map((bead) => ({ stated: bead.confidence, right: gold.has(keyOf(range(bead.source), range(bead.target))) }));
}

/** Kinds whose sentences are whole: those that a threshold is chosen on, and that figures are promised for. The others show how far it holds. */
const wholeKinds = Object.entries(retellings).flatMap(([kind, { thinning }]) => (thinning === 0 ? [`retold-${kind}`] : []));

/** What is too small a difference to be one. */
const noise = 0.0025;

/** Of the thresholds that are as good as the best, by the mean of the figures of the kinds with whole sentences, the most careful: a wrong link misleads. */
function bestThreshold(choices: readonly Choices[], model: LinkModel): number {
  const tried = Array.from({ length: 13 }, (_, k) => Math.round(10 + 5 * k) / 100);
  const means = tried.map((threshold) => {
    const scores = scoreKinds(choices, { ...model, threshold });
    return wholeKinds.reduce((sum, kind) => sum + scores[kind]!.f1, 0) / wholeKinds.length;
  });
  const least = Math.max(...means) - noise;
  return tried[means.findLastIndex((mean) => mean >= least)]!;
}

function scoreKinds(
  choices: readonly Choices[],
  model: LinkModel,
): Record<string, { precision: number; recall: number; f1: number; links: number }> {
  const sums: Record<string, { hits: number; predicted: number; gold: number }> = {};
  for (const each of choices) {
    const { pair } = each.loaded;
    const score = scoreLinks(pair.gold, pick(each, model), { possible: pair.possible });
    const hits = score.recall * score.count;
    const languages = pair.name.split('/')[1]!.split('-').slice(0, 2).join('-');
    const kind = pair.set === 'seeds' ? pair.name : pair.set;
    for (const name of [kind, languages, 'all', ...(wholeKinds.includes(kind) ? ['whole sentences'] : [])]) {
      sums[name] ??= { hits: 0, predicted: 0, gold: 0 };
      sums[name].hits += hits;
      sums[name].predicted += score.precision > 0 ? hits / score.precision : pick(each, model).length;
      sums[name].gold += score.count;
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return Object.fromEntries(
    Object.entries(sums).map(([name, { hits, predicted, gold }]) => [
      name,
      {
        precision: round(hits / Math.max(predicted, 1)),
        recall: round(hits / Math.max(gold, 1)),
        f1: round((2 * hits) / Math.max(predicted + gold, 1)),
        links: Math.round(gold),
      },
    ]),
  );
}
