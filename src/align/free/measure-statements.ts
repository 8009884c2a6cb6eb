/**
 * Measures how far statements of two documents say the same: the one measure that free alignment, pairing of documents and findings go by.
 *
 *                 target sentences
 *     source     . . x . .        x: a pair, measured
 *     sentences  x . . x .        short documents: all pairs; long ones: each sentence with its nearest
 *
 * Time: pairs × words of a pair. Memory: pairs × features.
 */
import { exp, log1p } from '../../exact-math.ts';
import type { PairKernel } from '../kernel/build-kernel.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { compareFigures, type Figure } from '../statement-facts.ts';
import { placeInPage, type TokenPairs } from '../token-pairs.ts';
import type { TokenRows } from '../token-rows.ts';
import { countTypes } from '../token-similarities.ts';
import { findNearest, type Nearest } from './nearest-sentences.ts';
import { type Places, placeSentences } from './sentence-places.ts';
import { statementIndex as index, statementFeatures } from './statement-features.ts';
import { coverIndex, measureCover, measureSpecificity, weighWords } from './weigh-words.ts';

/** Pairs of sentences with what was measured of them. */
export interface StatementPairs {
  readonly source: PreparedDocument;
  readonly target: PreparedDocument;
  /** Sentences of pair k, ordered by source, then by target. */
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  /** Features of pair k from `k × statementFeatures.length` on. */
  readonly features: Float64Array;
  /** Pairs of source sentence s are `starts[s]` to `starts[s + 1]`. */
  readonly starts: Int32Array;
  /** The words of both; none without tokens. */
  readonly rows: { readonly source: TokenRows; readonly target: TokenRows } | undefined;
  /** Best cosine of each distinct word with any sentence measured. */
  readonly covers: { readonly source: Float32Array; readonly target: Float32Array } | undefined;
}

/** Pairs up to which all are measured. */
const mostInGrid = 16_384;
const nearestKept = 8;
const nearestCounted = 4;
const pairsPerStep = 50;
const background = 0.1;
/** Target sentences between those that are measured, one of them included, up to which products of all take less time than of each. */
const mostApart = 8;
/** Sentences that open a document. */
const opening = 2;

/** Measure the pairs worth it. Yields every few milliseconds of work. */
export function* measureStatements(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
): Generator<void, StatementPairs> {
  const nearest = yield* findNearest(kernel, source, target, nearestKept, background);
  const { sources, targets, starts } = yield* choosePairs(source, target, nearest);
  if (kernel.pairs) yield* kernel.pairs.expect(sources.length);
  const words = kernel.pairs && (yield* createWordMeasure(kernel.pairs));
  const places = { source: placeSentences(source), target: placeSentences(target) };
  const facts = { source: source.facts(), target: target.facts() };
  yield;
  const crossLanguage = isOneLanguage(facts.source.language, facts.target.language) ? 0 : 1;
  const products = new Float32Array(target.texts.length); // of the source sentence at hand
  const width = statementFeatures.length;
  const features = new Float64Array(sources.length * width);
  for (let k = 0; k < sources.length; k++) {
    const s = sources[k]!;
    const t = targets[k]!;
    const out = features.subarray(k * width, (k + 1) * width);
    out[index.constant] = 1;
    if (k === starts[s]) productsOf(kernel, s, targets.subarray(k, starts[s + 1]), products);
    measureCosine(products[t]!, source, target, nearest, s, t, out);
    measurePlace(places.source, places.target, s, t, out);
    measureFigures(facts.source.figuresOf(s), facts.target.figuresOf(t), out);
    out[index.crossLanguage] = crossLanguage;
    if (words) words.measure(s, t, out);
    else measureLengths(source.lengths[s + 1]! - source.lengths[s]!, target.lengths[t + 1]! - target.lengths[t]!, out);
    if (k % pairsPerStep === pairsPerStep - 1) yield;
  }
  writeRareNear(sources, targets, features, source.texts.length, target.texts.length);
  return {
    source,
    target,
    sources,
    targets,
    features,
    starts,
    covers: words?.covers,
    rows: kernel.pairs && { source: kernel.pairs.sourceTokens, target: kernel.pairs.targetTokens },
  };
}

/** All pairs of short documents; of long ones each sentence with its nearest, both ways. */
function* choosePairs(
  source: PreparedDocument,
  target: PreparedDocument,
  nearest: { readonly source: Nearest; readonly target: Nearest },
): Generator<void, Pick<StatementPairs, 'sources' | 'targets' | 'starts'>> {
  const [n, m] = [source.texts.length, target.texts.length];
  const met: number[][] = Array.from({ length: n }, () => []);
  if (n * m <= mostInGrid) {
    for (let s = 0; s < n; s++) for (let t = 0; t < m; t++) if (!source.barred[s] && !target.barred[t]) met[s]!.push(t);
  } else {
    for (let s = 0; s < n; s++)
      met[s] = [...nearest.source.sentences.subarray(s * nearestKept, (s + 1) * nearestKept)].filter((t) => t >= 0);
    yield;
    nearest.target.sentences.forEach((s, place) => {
      if (s >= 0) met[s]!.push(Math.floor(place / nearestKept));
    });
    yield;
    for (let s = 0; s < n; s++) met[s] = [...new Set(met[s]!)].sort((x, y) => x - y);
    yield;
  }
  const starts = new Int32Array(n + 1);
  for (let s = 0; s < n; s++) starts[s + 1] = starts[s]! + met[s]!.length;
  const sources = new Int32Array(starts[n]!);
  const targets = new Int32Array(starts[n]!);
  for (let s = 0; s < n; s++) {
    sources.fill(s, starts[s], starts[s + 1]);
    targets.set(met[s]!, starts[s]);
  }
  return { sources, targets, starts };
}

/** Products of a source sentence with some target sentences: all at once where these lie close together. */
function productsOf(kernel: PairKernel, s: number, targets: Int32Array, out: Float32Array): void {
  const first = targets[0]!;
  const count = targets[targets.length - 1]! - first + 1;
  if (count <= mostApart * targets.length) out.set(kernel.sentenceProducts(s, first, count).subarray(0, count), first);
  else for (const t of targets) out[t] = kernel.sentenceProducts(s, t, 1)[0]!;
}

function measureCosine(
  product: number,
  source: PreparedDocument,
  target: PreparedDocument,
  nearest: { readonly source: Nearest; readonly target: Nearest },
  s: number,
  t: number,
  out: Float64Array,
): void {
  const norm = source.norms[s * source.longestRun]! * target.norms[t * target.longestRun]!;
  const cosine = norm > 0 ? product / norm : 0;
  const own = cosine - rivalOf(nearest.source, s, t);
  const other = cosine - rivalOf(nearest.target, t, s);
  out[index.cosine] = cosine;
  out[index.near] = (nearest.source.means[s]! + nearest.target.means[t]!) / 2;
  out[index.rivalLow] = Math.min(own, other);
  out[index.rivalHigh] = Math.max(own, other);
}

/** Cosine of the nearest sentence of `own` that is not `other`. */
function rivalOf({ sentences, cosines, count }: Nearest, own: number, other: number): number {
  const first = own * count;
  const at = sentences[first] === other ? first + 1 : first;
  return sentences[at]! >= 0 ? cosines[at]! : background;
}

function measurePlace(sources: Places, targets: Places, s: number, t: number, out: Float64Array): void {
  const source = { rank: sources.ranks[s]!, count: sources.count };
  const target = { rank: targets.ranks[t]!, count: targets.count };
  const leading = (source.rank < opening ? 1 : 0) + (target.rank < opening ? 1 : 0);
  out[index.offset] = Math.abs(source.rank / Math.max(source.count - 1, 1) - target.rank / Math.max(target.count - 1, 1));
  out[index.leads] = leading === 2 ? 1 : 0;
  out[index.oneLeads] = leading === 1 ? 1 : 0;
  out[index.early] = exp(-source.rank / 2) + exp(-target.rank / 2);
  out[index.earlyBoth] = exp(-(source.rank + target.rank) / 3);
  out[index.depth] = source.rank / source.count + target.rank / target.count;
}

function measureFigures(source: readonly Figure[], target: readonly Figure[], out: Float64Array): void {
  if (source.length === 0 || target.length === 0) return;
  const own = compareFigures(source, target);
  const other = compareFigures(target, source);
  out[index.sharedFigures] = log1p(Math.max(own.shared, other.shared));
  out[index.otherFigures] = log1p(Math.min(own.missed, other.missed));
  out[index.onlyOtherFigures] = out[index.sharedFigures]! > 0 ? 0 : out[index.otherFigures]!;
}

/** Without words the lengths say which is the shorter. */
function measureLengths(source: number, target: number, out: Float64Array): void {
  const [short, long] = [log1p(Math.min(source, target)), log1p(Math.max(source, target))];
  out[index.shortMass] = short;
  out[index.massRatio] = long - short;
}

interface WordMeasure {
  measure(s: number, t: number, out: Float64Array): void;
  readonly covers: { readonly source: Float32Array; readonly target: Float32Array };
}

/** Prepare to measure the words of pairs. Where the documents are too long for tables of all words, rare words are taken for specific ones. */
function* createWordMeasure(pairs: TokenPairs): Generator<void, WordMeasure> {
  const { sourceTokens, targetTokens, similarities } = pairs;
  const n = sourceTokens.offsets.length - 1;
  const m = targetTokens.offsets.length - 1;
  const [sourceTypes, targetTypes] = [countTypes(sourceTokens), countTypes(targetTokens)];
  const specificity = {
    source: similarities ? measureSpecificity(sourceTypes, m, similarities.bySource, similarities.sourceWidth) : sourceTokens.rarity,
    target: similarities ? measureSpecificity(targetTypes, n, similarities.byTarget, similarities.targetWidth) : targetTokens.rarity,
  };
  yield;
  const source = weighWords(sourceTokens, specificity.source);
  const target = weighWords(targetTokens, specificity.target);
  const covers = { source: new Float32Array(sourceTypes), target: new Float32Array(targetTypes) };
  const own = new Float64Array(Object.keys(coverIndex).length);
  const other = new Float64Array(own.length);
  return {
    covers,
    measure(s, t, out) {
      const place = pairs.measure(s, t);
      const page = pairs.page(place);
      const from = placeInPage(place) - sourceTokens.offsets[s]!;
      const between = from + sourceTokens.offsets[s + 1]! - targetTokens.offsets[t]!;
      measureCover(source, s, page, from, covers.source, own);
      measureCover(target, t, page, between, covers.target, other);
      writeCovers(source.logPlain[s]!, own, target.logPlain[t]!, other, out);
    },
  };
}

/** Masses are logarithms. */
function writeCovers(sourceMass: number, source: Float64Array, targetMass: number, target: Float64Array, out: Float64Array): void {
  const [short, long] = sourceMass <= targetMass ? [source, target] : [target, source];
  out[index.shortMass] = Math.min(sourceMass, targetMass);
  out[index.massRatio] = Math.max(sourceMass, targetMass) - out[index.shortMass]!;
  out[index.coveredShort] = short[coverIndex.covered]!;
  out[index.coveredLong] = long[coverIndex.covered]!;
  out[index.coveredBoth] = short[coverIndex.covered]! * long[coverIndex.covered]!;
  out[index.rareShort] = short[coverIndex.rare]!;
  out[index.rareLong] = long[coverIndex.rare]!;
  out[index.rareBoth] = short[coverIndex.rare]! * long[coverIndex.rare]!;
  out[index.rareLow] = Math.min(short[coverIndex.rare]!, long[coverIndex.rare]!);
  out[index.sharpShort] = short[coverIndex.sharp]!;
  out[index.sharpLong] = long[coverIndex.sharp]!;
  out[index.sharpBoth] = short[coverIndex.sharp]! * long[coverIndex.sharp]!;
  out[index.specificShort] = short[coverIndex.specific]!;
  out[index.specificLong] = long[coverIndex.specific]!;
  out[index.specificBoth] = Math.sqrt(short[coverIndex.specific]! * long[coverIndex.specific]!);
  out[index.matchedMass] = log1p(Math.min(short[coverIndex.matchedMass]!, long[coverIndex.matchedMass]!));
  out[index.rareMass] = log1p(Math.min(short[coverIndex.rareMass]!, long[coverIndex.rareMass]!));
  out[index.missingMass] = log1p(Math.min(short[coverIndex.missingMass]!, long[coverIndex.missingMass]!));
}

/** Mean of the four highest rareBoth of either sentence, written to each pair. */
function writeRareNear(sources: Int32Array, targets: Int32Array, features: Float64Array, n: number, m: number): void {
  const width = statementFeatures.length;
  const best = { source: new Float64Array(n * nearestCounted), target: new Float64Array(m * nearestCounted) };
  const insert = (list: Float64Array, own: number, value: number) => {
    const start = own * nearestCounted;
    let place = start + nearestCounted - 1;
    if (value <= list[place]!) return;
    for (; place > start && list[place - 1]! < value; place--) list[place] = list[place - 1]!;
    list[place] = value;
  };
  for (let k = 0; k < sources.length; k++) {
    const value = features[k * width + index.rareBoth]!;
    insert(best.source, sources[k]!, value);
    insert(best.target, targets[k]!, value);
  }
  const mean = (list: Float64Array, own: number) => {
    let sum = 0;
    for (let k = own * nearestCounted; k < (own + 1) * nearestCounted; k++) sum += list[k]!;
    return sum / nearestCounted;
  };
  for (let k = 0; k < sources.length; k++)
    features[k * width + index.rareNear] = (mean(best.source, sources[k]!) + mean(best.target, targets[k]!)) / 2;
}

/** Texts of unknown language count as being in two languages. */
function isOneLanguage(language: string, other: string): boolean {
  const baseOf = (tag: string): string => tag.split('-')[0]!;
  return language !== 'und' && baseOf(language) === baseOf(other);
}
