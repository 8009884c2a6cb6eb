/** Fits the scores of links and events, each set judged by what has not seen it. */
import { leastAtFirst, lookFirst } from '../src/align/free/comparable-alignment.ts';
import { eventFeatures, logistic, measureEvent } from '../src/align/free/event-features.ts';
import { linkFeatures, measureLinks } from '../src/align/free/link-features.ts';
import { weigh } from '../src/align/free/link-model.ts';
import { type StatementFeature, statementFeatures } from '../src/align/free/statement-features.ts';
import { hearThirds } from '../src/align/relation/same-events.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { fitRows } from './fit-logistic.ts';
import { foldCount, isTranslation, type Measured, type MeasuredPair } from './links-measure.ts';

const penalties = { statement: 3, event: 3, link: 3 };
/** Among documents that a reader puts side by side nearly half of the pairs are taken to report different events; the sets hold fewer. */
const otherEventWeight = 2.5;
/** How much a pair of documents of two sets counts, which have a subject in common at most. */
const strangerWeight = 0.15;
/** How much a pair of real articles counts. */
const realWeight = 3;

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

interface EventEvidence {
  readonly folds: readonly number[];
  readonly values: Float64Array;
  readonly sameEvent: boolean;
  readonly weight: number;
}

function fitEvent(evidence: readonly EventEvidence[], active: Active): Float64Array {
  const width = eventFeatures.length;
  const rows = gather(
    width,
    evidence.map(({ values, sameEvent, weight }) => ({ values, labels: Uint8Array.of(sameEvent ? 1 : 0), weight })),
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

/** Log-odds of the events as the aligner has them: of each pair its own unless third documents turn it. */
function hearSets(measured: readonly MeasuredPair[], ownOf: (k: number) => number): Float64Array {
  const heard = Float64Array.from(measured, (_, k) => ownOf(k));
  for (const set of new Set(measured.map((own) => own.set))) {
    const places = [...measured.keys()].filter((k) => measured[k]!.set === set);
    const pairs = places.map((k) => ({ ...measured[k]!.pair, sameEvent: isTranslation(measured[k]!.pair) ? 1 : logistic(heard[k]!) }));
    for (const [at, odds] of finishSteps(hearThirds(pairs)).entries()) heard[places[at]!] = odds ?? heard[places[at]!]!;
  }
  return heard;
}

/** Everything, each set judged by what has not seen it; and weights fitted to all of them. */
export function crossValidate({ measured, strangers }: Measured, active: Active, folds = foldCount) {
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
  const evidence = measured.map((own, k) => measureEvent(own.pairs, sights[k]!.probabilities));
  const known = [
    ...measured.flatMap((own, k): EventEvidence[] => {
      const { sameEvent } = own.pair;
      const weight = sameEvent ? 1 : otherEventWeight;
      return isTranslation(own.pair) ? [] : [{ folds: [own.fold], values: evidence[k]!, sameEvent, weight }];
    }),
    ...strangers.map((own): EventEvidence => {
      const sight = finishSteps(lookFirst(own.pairs, { statement: statements[own.folds[0]]!, event: none }));
      return { folds: own.folds, values: measureEvent(own.pairs, sight.probabilities), sameEvent: false, weight: strangerWeight };
    }),
  ];
  const events = allFolds.map((fold) =>
    fitEvent(
      known.filter((own) => !own.folds.includes(fold)),
      active,
    ),
  );
  const heard = hearSets(measured, (k) => weigh(evidence[k]!, 0, events[measured[k]!.fold]!));
  const seconds = measured.map((own, k): Second => {
    const event = heard[k]!;
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

export const everything: Active = { statement: () => true, event: () => true, link: () => true };
const nearestOnly: readonly StatementFeature[] = ['near', 'rivalLow', 'rivalHigh'];
/** With words, what the cosines of neighbours say is said better by coverage. */
export const withWords: Active = { ...everything, statement: (k) => !nearestOnly.includes(statementFeatures[k]!) };

const ofWords = /^(covered|rare|sharp|specific|matched|missing)/;
const ofCoveredWords = /^(coveredHigh|openingLost)$/;
export const wordlessOnly: Active = {
  statement: (k) => !ofWords.test(statementFeatures[k]!),
  event: (k) => !ofCoveredWords.test(eventFeatures[k]!),
  link: (k) => linkFeatures[k] !== 'specificBoth',
};
