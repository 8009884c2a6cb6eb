/** Features of a link beyond its two statements: their neighbours, competing links, and the whole pair of documents. */
import type { PreparedDocument } from '../prepare-document.ts';
import type { StatementPairs } from './measure-statements.ts';
import { type StatementFeature, statementFeatures, statementIndex } from './statement-features.ts';

/** Measured of the statements, and weighed once more with the rest. */
const repeated = [
  'offset',
  'leads',
  'oneLeads',
  'early',
  'sharedFigures',
  'otherFigures',
  'crossLanguage',
  'specificBoth',
  'shortMass',
] as const satisfies readonly StatementFeature[];

/** Names of the features, in the order of their weights. */
export const linkFeatures = [
  'constant',
  'score', // log-odds at first sight
  'event', // log-odds that both documents report one event
  'otherEvent', // … where they are below 0
  'eventScore', // … times the probability at first sight
  'diagonal', // how likely the sentences before both and after both are linked
  'besideMost', // how likely one of them is linked with a neighbour of the other
  'besideAll',
  'rivalMost', // likeliest other link of either sentence; of the one that has the likelier
  'rivalLeast',
  'echo', // how likely one of them is linked with a sentence much like the other
  ...repeated,
] as const;

/** Name of a feature of a link. */
export type LinkFeature = (typeof linkFeatures)[number];

/** What is known of all links of a pair at first sight. */
export interface FirstSight {
  readonly pairs: StatementPairs;
  readonly scores: Float64Array;
  readonly probabilities: Float64Array;
  /** Log-odds that both documents report one event. */
  readonly event: number;
}

const pairsPerStep = 500;
const surestEvent = 4;
/** Links less likely than that say nothing of sentences like theirs. */
const leastEcho = 0.05;
/** Number of links of one sentence among which an echo is looked for. */
const mostEchoes = 16;

/** Measure the links that are worth it: `out` gets the features of pair k from `k × linkFeatures.length` on. Yields every few milliseconds of work. */
export function* measureLinks(sight: FirstSight, least: number): Generator<void, { places: Int32Array; features: Float64Array }> {
  const { pairs, scores, probabilities, event } = sight;
  const { source, target, sources, targets, features } = pairs;
  const rows = rankRivals(sources, probabilities, source.texts.length);
  const columns = rankRivals(targets, probabilities, target.texts.length);
  const at = createLookUp(pairs, probabilities);
  const places = Int32Array.from(probabilities.keys()).filter((k) => probabilities[k]! >= least);
  const echoes = createEchoes(pairs, probabilities);
  yield;
  const width = linkFeatures.length;
  const out = new Float64Array(places.length * width);
  for (const [row, k] of places.entries()) {
    const [s, t] = [sources[k]!, targets[k]!];
    const probability = probabilities[k]!;
    const rivals = [rivalOf(rows, s, probability), rivalOf(columns, t, probability)];
    const beside = [at(s - 1, t), at(s + 1, t), at(s, t - 1), at(s, t + 1)];
    const bounded = Math.min(Math.max(event, -surestEvent), surestEvent);
    const values = [
      1,
      scores[k]!,
      bounded,
      Math.min(bounded, 0),
      bounded * probability,
      at(s - 1, t - 1) + at(s + 1, t + 1),
      Math.max(...beside),
      beside[0]! + beside[1]! + beside[2]! + beside[3]!,
      Math.max(...rivals),
      Math.min(...rivals),
      echoes(s, t),
      ...repeated.map((name) => features[k * statementFeatures.length + statementIndex[name]]!),
    ];
    out.set(values, row * width);
    if (row % pairsPerStep === pairsPerStep - 1) yield;
  }
  return { places, features: out };
}

/** The two highest probabilities of each sentence. */
function rankRivals(sentences: Int32Array, probabilities: Float64Array, count: number): Float64Array {
  const best = new Float64Array(2 * count);
  for (let k = 0; k < sentences.length; k++) {
    const place = 2 * sentences[k]!;
    const probability = probabilities[k]!;
    if (probability > best[place]!) {
      best[place + 1] = best[place]!;
      best[place] = probability;
    } else if (probability > best[place + 1]!) best[place + 1] = probability;
  }
  return best;
}

function rivalOf(best: Float64Array, sentence: number, own: number): number {
  return own >= best[2 * sentence]! ? best[2 * sentence + 1]! : best[2 * sentence]!;
}

/** Probability at first sight by sentences; 0 for pairs that were not measured. */
function createLookUp({ targets, starts, source }: StatementPairs, probabilities: Float64Array): (s: number, t: number) => number {
  return (s, t) => {
    if (s < 0 || s >= source.texts.length) return 0;
    let low = starts[s]!;
    let high = starts[s + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (targets[middle]! < t) low = middle + 1;
      else high = middle;
    }
    return low < starts[s + 1]! && targets[low] === t ? probabilities[low]! : 0;
  };
}

/** Of two sentences, how likely one of them is linked with a sentence that is much like the other: reports say their main point in headline, lead and body. */
function createEchoes({ sources, targets, source, target }: StatementPairs, probabilities: Float64Array): (s: number, t: number) => number {
  const byTarget: number[][] = target.texts.map(() => []);
  const bySource: number[][] = source.texts.map(() => []);
  for (let k = 0; k < sources.length; k++) {
    if (probabilities[k]! < leastEcho) continue;
    byTarget[targets[k]!]!.push(k);
    bySource[sources[k]!]!.push(k);
  }
  // the likeliest few: a document that repeats one sentence thousands of times stays linear
  const likeliest = (list: number[]): number[] =>
    list.length <= mostEchoes ? list : list.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b).slice(0, mostEchoes);
  byTarget.forEach((list, t) => {
    byTarget[t] = likeliest(list);
  });
  bySource.forEach((list, s) => {
    bySource[s] = likeliest(list);
  });
  const likeness = [createLikeness(source), createLikeness(target)] as const;
  return (s, t) => {
    let best = 0;
    for (const k of byTarget[t]!) if (sources[k] !== s) best = Math.max(best, probabilities[k]! * likeness[0](s, sources[k]!));
    for (const k of bySource[s]!) if (targets[k] !== t) best = Math.max(best, probabilities[k]! * likeness[1](t, targets[k]!));
    return best;
  };
}

/** Squared cosine of two sentences of one document, each measured once. */
function createLikeness({ sums, norms, longestRun, dimensions }: PreparedDocument): (one: number, other: number) => number {
  const known = new Map<number, number>();
  const count = norms.length / Math.max(longestRun, 1);
  return (one, other) => {
    const key = Math.min(one, other) * count + Math.max(one, other);
    let likeness = known.get(key);
    if (likeness === undefined) {
      let dot = 0;
      for (let d = 0, x = one * dimensions, y = other * dimensions; d < dimensions; d++) dot += sums[x + d]! * sums[y + d]!;
      const norm = norms[one * longestRun]! * norms[other * longestRun]!;
      const cosine = norm > 0 ? Math.max(dot / norm, 0) : 0;
      likeness = cosine * cosine;
      known.set(key, likeness);
    }
    return likeness;
  };
}
