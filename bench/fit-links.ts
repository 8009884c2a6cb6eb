/**
 * Fits what decides between statements of reports, and whether two report one event, to the stories and to real news, and writes `src/align/learned/link-weights.ts`:
 *
 *     node bench/run.mjs bench/fit-links.ts [--check | --study]      --check: measure only; --study: what each kind of evidence is worth
 *
 * All figures are cross-validated by set: what judges a story or a set of articles has seen nothing of it. The second score is fitted to first scores that were made the
 * same way. Figures go to `bench/record/links.json`.
 */
import { writeFileSync } from 'node:fs';
import { leastAtFirst, lookFirst } from '../src/align/free/comparable-alignment.ts';
import { eventFeatures, logistic, measureEvent } from '../src/align/free/event-features.ts';
import { linkFeatures, measureLinks } from '../src/align/free/link-features.ts';
import { type LinkModel, weigh } from '../src/align/free/link-model.ts';
import { measureStatements, type StatementPairs } from '../src/align/free/measure-statements.ts';
import { type StatementFeature, statementFeatures } from '../src/align/free/statement-features.ts';
import { createDotKernel } from '../src/align/kernel/build-kernel.ts';
import { calibrate } from '../src/align/learned/calibration.ts';
import { type PreparedDocument, prepareDocument } from '../src/align/prepare-document.ts';
import { readFacts } from '../src/align/read-facts.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { readDocument } from '../src/text/read-document.ts';
import type { Embedder } from '../src/types.ts';
import { fitCalibration, type Judged, reliability } from './align-calibration.ts';
import { fitRows } from './fit-logistic.ts';
import { writeLinkWeights } from './link-weights-file.ts';
import { linkKey, type NewsPair, type NewsSet, readNewsSets } from './news-sets.ts';

export interface MeasuredPair {
  readonly set: NewsSet;
  readonly fold: number;
  readonly pair: NewsPair;
  readonly languages: string;
  readonly pairs: StatementPairs;
  /** By pair of sentences: 1 linked, 0 not, 2 counts neither way. */
  readonly labels: Uint8Array;
}

export const foldCount = 6;
const penalties = { statement: 3, event: 3, link: 3 };
/** How much a pair of real articles counts. */
const realWeight = 1.5;

export const isTranslation = ({ kind }: NewsPair) => kind === 'translation' || kind === 'mt';

/** Measure the statements of all pairs. Sets are dealt out to folds in turn, stories and real ones alike. */
export async function measureAll(sets: readonly NewsSet[], embedder: Embedder): Promise<MeasuredPair[]> {
  const measured: MeasuredPair[] = [];
  for (const [k, set] of sets.entries()) {
    const prepared: PreparedDocument[] = [];
    for (const { id, language, sentences } of set.documents) {
      const { parts } = readDocument({ id, language, sentences }, id, { splitLanguages: false, maxCharacters: 1e7 });
      const furniture = parts[0]!.sentences.map((sentence) => sentence.furniture === true);
      prepared.push(
        await prepareDocument(sentences, embedder, {
          readFacts: (texts, barred) => readFacts(texts, barred, language),
          furniture,
          maxBeadSize: 3,
        }),
      );
    }
    for (const pair of set.pairs) {
      const [source, target] = [prepared[pair.source]!, prepared[pair.target]!];
      const kernel = createDotKernel(source, target);
      const pairs = finishSteps(measureStatements(kernel, source, target));
      const labels = Uint8Array.from(pairs.sources, (s, at) => {
        const key = linkKey(s, pairs.targets[at]!);
        return pair.sure.has(key) ? 1 : pair.possible.has(key) ? 2 : 0;
      });
      const languages = [pair.source, pair.target].map((at) => set.documents[at]!.language.split('-')[0]!).sort();
      measured.push({ set, fold: k % foldCount, pair, languages: languages.join('–'), pairs, labels });
    }
  }
  return measured;
}

const weightOf = ({ set }: MeasuredPair) => (set.isReal ? realWeight : 1);

interface Rows {
  readonly values: Float64Array;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

/** Rows that teach: those that count neither way are left out. */
function gather(width: number, parts: readonly { values: Float64Array; labels: Uint8Array; weight: number }[]): Rows {
  const count = parts.reduce((sum, { labels }) => sum + labels.filter((label) => label < 2).length, 0);
  const rows = { values: new Float64Array(count * width), labels: new Uint8Array(count), weights: new Float64Array(count) };
  let at = 0;
  for (const { values, labels, weight } of parts) {
    for (let k = 0; k < labels.length; k++) {
      if (labels[k] === 2) continue;
      rows.values.set(values.subarray(k * width, (k + 1) * width), at * width);
      rows.labels[at] = labels[k]!;
      rows.weights[at++] = weight;
    }
  }
  return rows;
}

export type Active = {
  readonly statement: (k: number) => boolean;
  readonly event: (k: number) => boolean;
  readonly link: (k: number) => boolean;
};

function fitStatement(train: readonly MeasuredPair[], active: Active): Float64Array {
  const width = statementFeatures.length;
  const rows = gather(
    width,
    train.map((own) => ({ values: own.pairs.features, labels: own.labels, weight: weightOf(own) })),
  );
  return fitRows(rows.values, width, rows.labels, rows.weights, penalties.statement, active.statement);
}

function fitEvent(evidence: readonly { pair: MeasuredPair; values: Float64Array }[], active: Active): Float64Array {
  const width = eventFeatures.length;
  const rows = gather(
    width,
    evidence.map(({ pair, values }) => ({ values, labels: Uint8Array.of(pair.pair.sameEvent ? 1 : 0), weight: 1 })),
  );
  return fitRows(rows.values, width, rows.labels, rows.weights, penalties.event, active.event);
}

export interface Second {
  readonly own: MeasuredPair;
  readonly event: number;
  readonly places: Int32Array;
  readonly features: Float64Array;
  readonly labels: Uint8Array;
}

function fitSecond(train: readonly Second[], active: Active): Float64Array {
  const width = linkFeatures.length;
  const rows = gather(
    width,
    train.map(({ own, features, labels }) => ({ values: features, labels, weight: weightOf(own) })),
  );
  return fitRows(rows.values, width, rows.labels, rows.weights, penalties.link, active.link);
}

export interface Outcome extends Second {
  readonly probabilities: Float64Array;
  readonly sight: Float64Array;
}

/** Everything, each set judged by what has not seen it; and weights fitted to all of them. */
export function crossValidate(measured: readonly MeasuredPair[], active: Active, folds = foldCount) {
  const teaching = measured.filter(({ pair }) => !isTranslation(pair));
  const without = <One>(list: readonly One[], fold: number, foldOf: (one: One) => number) => list.filter((one) => foldOf(one) !== fold);
  const allFolds = Array.from({ length: folds }, (_, fold) => fold);
  const statements = allFolds.map((fold) =>
    fitStatement(
      without(teaching, fold, (own) => own.fold),
      active,
    ),
  );
  const none = new Float64Array(eventFeatures.length);
  const sights = measured.map((own) => finishSteps(lookFirst(own.pairs, { statement: statements[own.fold]!, event: none })));
  const evidence = measured.map((own, k) => ({ pair: own, values: measureEvent(own.pairs, sights[k]!.probabilities) }));
  const known = evidence.filter(({ pair }) => !isTranslation(pair.pair));
  const events = allFolds.map((fold) =>
    fitEvent(
      without(known, fold, ({ pair }) => pair.fold),
      active,
    ),
  );
  const seconds = measured.map((own, k): Second => {
    const event = weigh(evidence[k]!.values, 0, events[own.fold]!);
    const { places, features } = finishSteps(measureLinks({ ...sights[k]!, event }, leastAtFirst));
    return { own, event, places, features, labels: Uint8Array.from(places, (place) => own.labels[place]!) };
  });
  const taught = seconds.filter(({ own }) => !isTranslation(own.pair));
  const links = allFolds.map((fold) =>
    fitSecond(
      without(taught, fold, ({ own }) => own.fold),
      active,
    ),
  );
  const outcomes = seconds.map((second, k): Outcome => {
    const { own, places, features } = second;
    const probabilities = Float64Array.from(places, (_, row) => logistic(weigh(features, row * linkFeatures.length, links[own.fold]!)));
    return { ...second, probabilities, sight: sights[k]!.probabilities };
  });
  const weights = () => ({ statement: fitStatement(teaching, active), event: fitEvent(known, active), link: fitSecond(taught, active) });
  return { outcomes, weights };
}

/** Kinds whose figures count as one: reports not made from one another. */
const farKinds: readonly string[] = ['independent', 'rewrite-far', 'related'];

export interface Chosen {
  readonly threshold: number;
  readonly sureThreshold: number;
  readonly calibration: { slope: number; shift: number };
}

export function count(outcomes: readonly Outcome[], { threshold, sureThreshold, calibration }: Chosen) {
  let [hits, said, gold, wrong] = [0, 0, 0, 0];
  for (const { own, event, probabilities, labels } of outcomes) {
    gold += own.pair.sure.size;
    const least = event >= 0 ? threshold : sureThreshold;
    for (let k = 0; k < labels.length; k++) {
      if (labels[k] === 2 || calibrate(probabilities[k]!, calibration) < least) continue;
      said++;
      if (labels[k] === 1) hits++;
      else wrong++;
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    f1: round((2 * hits) / Math.max(said + gold, 1)),
    precision: round(hits / Math.max(said, 1)),
    recall: round(hits / Math.max(gold, 1)),
    links: gold,
    wrongPerPair: round(wrong / Math.max(outcomes.length, 1)),
  };
}

export const groups: Readonly<Record<string, (own: MeasuredPair) => boolean>> = {
  far: ({ pair }) => farKinds.includes(pair.kind),
  independent: ({ pair }) => pair.kind === 'independent',
  rewrite: ({ pair }) => pair.kind === 'rewrite',
  'rewrite-far': ({ pair }) => pair.kind === 'rewrite-far',
  related: ({ pair }) => pair.kind === 'related',
  real: ({ pair }) => pair.kind === 'real',
  'real-other-event': ({ pair }) => pair.kind === 'real-other-event',
};

/** What is too small a difference to be one. */
const noise = 0.0025;

/** Calibration, and thresholds that serve stories and real news alike: of those as good as the best the most careful, since a wrong link misleads. */
export function choose(outcomes: readonly Outcome[]): Chosen {
  const judged = (list: readonly Outcome[]): Judged[] =>
    list.flatMap(({ probabilities, labels }) =>
      [...labels].flatMap((label, k) =>
        label === 2 || probabilities[k]! < 0.1 ? [] : [{ stated: probabilities[k]!, right: label === 1 }],
      ),
    );
  const calibration = fitCalibration(judged(outcomes.filter(({ own }) => !isTranslation(own.pair))));
  const of = (name: string) => outcomes.filter(({ own }) => groups[name]!(own));
  const [far, real] = [of('far'), [...of('real'), ...of('real-other-event')]];
  const meanOf = (chosen: Chosen) => (count(far, chosen).f1 + count(real, chosen).f1) / 2;
  const careful = (make: (least: number) => Chosen, steps: readonly number[]): Chosen => {
    const means = steps.map((least) => meanOf(make(least)));
    return make(steps[means.findLastIndex((mean) => mean >= Math.max(...means) - noise)]!);
  };
  const steps = Array.from({ length: 17 }, (_, k) => Math.round(10 + 2.5 * k) / 100);
  const first = careful((threshold) => ({ threshold, sureThreshold: 0.6, calibration }), steps);
  return careful((sureThreshold) => ({ ...first, sureThreshold }), [0.5, 0.6, 0.7, 0.8]);
}

export function judgeEvents(outcomes: readonly Outcome[]) {
  const known = outcomes.filter(({ own }) => !isTranslation(own.pair));
  const table = (list: readonly Outcome[]) => ({
    other: `${list.filter(({ own, event }) => !own.pair.sameEvent && event < 0).length} of ${list.filter(({ own }) => !own.pair.sameEvent).length}`,
    same: `${list.filter(({ own, event }) => own.pair.sameEvent && event >= 0).length} of ${list.filter(({ own }) => own.pair.sameEvent).length}`,
    calibration: reliability(
      list.map(({ own, event }) => ({ stated: logistic(event), right: own.pair.sameEvent })),
      { slope: 1, shift: 0 },
    ).error,
    loss:
      Math.round(
        (1000 * list.reduce((sum, { own, event }) => sum - Math.log(logistic(own.pair.sameEvent ? event : -event)), 0)) / list.length,
      ) / 1000,
  });
  return {
    stories: table(known.filter(({ own }) => !own.set.isReal)),
    real: table(known.filter(({ own }) => own.set.isReal)),
    all: table(known),
  };
}

export const everything: Active = { statement: () => true, event: () => true, link: () => true };
const nearestOnly: readonly StatementFeature[] = ['near', 'rivalLow', 'rivalHigh'];
/** With words, what the cosines of neighbours say is said better by coverage. */
export const withWords: Active = { ...everything, statement: (k) => !nearestOnly.includes(statementFeatures[k]!) };

const ofWords = /^(covered|rare|sharp|specific|matched|missing)/;
const ofCoveredWords = /^(covered|rare|lead|subject)/;
export const wordlessOnly: Active = {
  statement: (k) => !ofWords.test(statementFeatures[k]!),
  event: (k) => !ofCoveredWords.test(eventFeatures[k]!),
  link: (k) => linkFeatures[k] !== 'specificBoth',
};

export function countGroups(outcomes: readonly Outcome[], chosen: Chosen) {
  return Object.fromEntries(
    Object.entries(groups).map(([name, holds]) => [
      name,
      count(
        outcomes.filter(({ own }) => holds(own)),
        chosen,
      ),
    ]),
  );
}

export function stated(outcomes: readonly Outcome[], { threshold, sureThreshold }: Chosen): Judged[] {
  return outcomes.flatMap(({ event, probabilities, labels }) =>
    [...labels].flatMap((label, k) =>
      label === 2 || probabilities[k]! < (event >= 0 ? threshold : sureThreshold)
        ? []
        : [{ stated: probabilities[k]!, right: label === 1 }],
    ),
  );
}

/** Fit all of it with an embedder, and say what it is worth. */
export async function fitLinks(
  measured: readonly MeasuredPair[],
  active: Active,
): Promise<{ model: LinkModel; report: Record<string, unknown> }> {
  const { outcomes, weights } = crossValidate(measured, active);
  const chosen = choose(outcomes);
  const ofSets = (isReal: boolean) => outcomes.filter(({ own }) => own.set.isReal === isReal && !isTranslation(own.pair));
  const check = (isReal: boolean) => reliability(stated(ofSets(isReal), chosen), chosen.calibration);
  const report = {
    ...chosen,
    crossValidated: countGroups(outcomes, chosen),
    events: judgeEvents(outcomes),
    reliability: { stories: check(false), real: check(true) },
  };
  return { model: { ...weights(), ...chosen }, report };
}

/** Kinds of evidence, by what each is without. */
const evidence: Readonly<Record<string, Active>> = {
  'words by rarity': { ...withWords, statement: (k) => withWords.statement(k) && !/^(rare|matched|missing)/.test(statementFeatures[k]!) },
  'words by what the other side covers': {
    ...withWords,
    statement: (k) => withWords.statement(k) && !/^(specific|matched)/.test(statementFeatures[k]!),
    link: (k) => linkFeatures[k] !== 'specificBoth',
  },
  figures: {
    statement: (k) => withWords.statement(k) && !/Figures/.test(statementFeatures[k]!),
    event: (k) => !/^figures/.test(eventFeatures[k]!),
    link: (k) => !/Figures/.test(linkFeatures[k]!),
  },
  'days of the week': { ...withWords, event: (k) => eventFeatures[k] !== 'daysAgree' },
  place: {
    ...withWords,
    statement: (k) => withWords.statement(k) && !/^(offset|leads|oneLeads|early|depth)/.test(statementFeatures[k]!),
    link: (k) => !/^(offset|leads|oneLeads|early)/.test(linkFeatures[k]!),
  },
  'one event or another': { ...withWords, link: (k) => !/event|otherEvent/i.test(linkFeatures[k]!) },
  'neighbours, rivals, repetitions': { ...withWords, link: (k) => !/^(diagonal|beside|rival|echo)/.test(linkFeatures[k]!) },
};

/** One feature and one threshold, the best for either: what anything learned must beat. */
function measureBaseline(measured: readonly MeasuredPair[], name: StatementFeature): Record<string, number> {
  const at = statementFeatures.indexOf(name);
  const best = (list: readonly MeasuredPair[]) => {
    const gold = list.reduce((sum, { pair }) => sum + pair.sure.size, 0);
    const rows = list.flatMap(({ pairs, labels }) =>
      [...labels].flatMap((label, k) => (label === 2 ? [] : [[pairs.features[k * statementFeatures.length + at]!, label] as const])),
    );
    rows.sort((x, y) => y[0] - x[0]);
    let [hits, most] = [0, 0];
    for (const [k, [, label]] of rows.entries()) {
      hits += label;
      most = Math.max(most, (2 * hits) / (k + 1 + gold));
    }
    return Math.round(most * 1000) / 1000;
  };
  return { far: best(measured.filter(groups.far!)), real: best(measured.filter(groups.real!)) };
}

/** What each kind of evidence is worth, how much more sets would bring, and how languages differ. */
function study(measured: readonly MeasuredPair[]) {
  const figuresOf = (list: readonly MeasuredPair[], active: Active, judged: (own: MeasuredPair) => boolean = () => true) => {
    const outcomes = crossValidate(list, active).outcomes.filter(({ own }) => judged(own));
    const { far, real, related } = countGroups(outcomes, choose(outcomes));
    return { far: far!.f1, real: real!.f1, wrongPerRelated: related!.wrongPerPair };
  };
  const sets = [...new Set(measured.map(({ set }) => set.id))];
  const share = (part: number) => new Set(sets.filter((_, k) => (k * 7) % 12 < part * 12));
  const without = Object.fromEntries(Object.entries(evidence).map(([name, active]) => [name, figuresOf(measured, active)]));
  const curve = [0.25, 0.5, 1].map((part) => {
    const kept = share(part);
    return {
      sets: kept.size,
      ...figuresOf(
        measured.filter(({ set }) => kept.has(set.id)),
        withWords,
      ),
    };
  });
  const { outcomes } = crossValidate(measured, withWords);
  const chosen = choose(outcomes);
  const told = outcomes.filter(({ own }) => groups.far!(own) || own.set.isReal);
  const languages = [...new Set(told.map(({ own }) => own.languages))].sort();
  const byLanguages = languages.flatMap((name) => {
    const own = count(
      told.filter((outcome) => outcome.own.languages === name),
      chosen,
    );
    return own.links >= 25 ? [[name, own] as const] : [];
  });
  return {
    baseline: { cosine: measureBaseline(measured, 'cosine'), rareBoth: measureBaseline(measured, 'rareBoth') },
    without,
    curve,
    byLanguages: Object.fromEntries(byLanguages),
  };
}

if (process.argv.includes('--study')) {
  const measured = await measureAll(readNewsSets(), await createEmbedder());
  const result = study(measured);
  console.table(result.baseline);
  console.table(result.without);
  console.table(result.curve);
  console.table(result.byLanguages);
  writeFileSync('bench/record/links-study.json', `${JSON.stringify(result, null, 1)}\n`);
} else {
  const embedder = await createEmbedder();
  const measured = await measureAll(readNewsSets(), embedder);
  const { model, report } = await fitLinks(measured, withWords);
  // the same vectors without sums and tokens: what other models give
  const plain: Embedder = { ...embedder, id: 'wordless', additive: false, embed: (texts, options) => embedder.embed(texts, options) };
  const wordless = await fitLinks(await measureAll(readNewsSets(), plain), wordlessOnly);
  show(report);
  show(wordless.report);
  if (!process.argv.includes('--check')) {
    writeLinkWeights({ links: model, wordlessLinks: wordless.model });
    const sets = [...new Set(measured.map(({ set }) => set.id))];
    writeFileSync('bench/record/links.json', `${JSON.stringify({ sets, words: report, wordless: wordless.report }, null, 1)}\n`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a report of several shapes
function show({ crossValidated, events, threshold, sureThreshold, calibration, reliability: { stories, real } }: any): void {
  console.log({ threshold, sureThreshold, calibration, error: { stories: stories.error, real: real.error } });
  console.table(crossValidated);
  console.table(events);
}
