/** Says what links and events are worth. */
import { logistic } from '../src/align/free/event-features.ts';
import { calibrate } from '../src/align/learned/calibration.ts';
import { fitCalibration, type Judged, reliability } from './align-calibration.ts';
import type { Outcome } from './links-cross-validate.ts';
import { isTranslation, type MeasuredPair } from './links-measure.ts';

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

/** Wrong links of a pair that is known to report two events. */
const mostWrong = 0.4;

/** What is too small a difference to be one. */
const noise = 0.0025;

/** Calibration, and thresholds: one that serves stories and real news alike, in the middle of those as good as the best, and one from which on links between different events are sure. */
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
  const make = (threshold: number): Chosen => ({ threshold, sureThreshold: 0.6, calibration });
  const steps = Array.from({ length: 20 }, (_, k) => (10 + 2 * k) / 100);
  const means = steps.map((least) => meanOf(make(least)));
  const good = steps.filter((_, k) => means[k]! >= Math.max(...means) - noise);
  const first = make(good[good.length >> 1]!);
  const other = of('related').filter(({ event }) => event < 0);
  const isSure = (sureThreshold: number) => count(other, { ...first, sureThreshold }).wrongPerPair <= mostWrong;
  return { ...first, sureThreshold: [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8].find(isSure) ?? 0.85 };
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
