/**
 * Words that another word stands for: pairs at one place of both sides that neither the lexicon nor the vectors join.
 *
 * In a right translation such pairs happen too, where the translator was free; so each is weighed, first by its place, and if that lets it pass with the
 * vectors of its words. The weights are log odds learned from texts in which words were exchanged (`bench/fit-drifts.ts`): from translations, and from
 * reports of one event of which one garbles names and words.
 */
import { exp } from '../../exact-math.ts';
import type { BeadSide } from '../bead-side.ts';
import { type BeadView, doubt } from '../rule.ts';
import type { Stretch } from '../stretch.ts';
import { tokenRangeOf } from '../token-ranges.ts';
import { type DriftEvidence, type PlaceEvidence, weighDrift } from './drift-evidence.ts';
import { driftWeights } from './drift-weights.ts';
import { findSubstitutions, isContent, type Substitution } from './find-substitutions.ts';
import { type JoinedWords, joinWords } from './join-words.ts';
import type { SideWord } from './side-words.ts';
import { type WordVectors, wordCosine, wordVectors } from './word-vectors.ts';

/** A word and the one that stands in its place, with the log odds that they do not mean the same. */
export interface Drift {
  readonly source: Stretch;
  readonly target: Stretch;
  readonly score: number;
}

/** The same with all that is known of it. */
export interface DriftCandidate {
  readonly source: Stretch;
  readonly target: Stretch;
  readonly evidence: DriftEvidence;
}

/** Characters of one side times characters of the other; longer beads are left out. */
const MAX_PRODUCT = 1_500_000;
/** More reliance is not believed. */
const MOST_RELIANCE = 10;
/** A bead that is less likely to be right has other words anyway. */
const LEAST_CONFIDENCE = 0.5;
/** Log odds from which on a place gets a second look: vectors are dear. */
const LEAST_AT_FIRST = { parallel: -3, comparable: -1.6 };
/** From which confidence on a drift is reported, that of its bead counted in; `bench/record/findings.txt` has what that finds, and whom it accuses. */
const LEAST_REPORTED = { parallel: 0.33, comparable: 0.25 };
/** What names tell of words, in log odds: judgements, not measured. The weights of comparable texts come from garbled ones, those of translations from clean ones. */
const PRIOR = { parallel: { clean: 0, garbled: 0.6 }, comparable: { clean: -3, garbled: 0 } };

/** Indonesian and Malay numeral classifiers. The Chinese ones are single characters, which are left out anyway. */
const CLASSIFIERS = new Set(['orang', 'buah', 'ekor', 'lembar', 'helai', 'butir', 'batang', 'biji', 'pucuk']);

const drifts = new WeakMap<BeadView, readonly Drift[]>();

/** The pairs of words of a bead that are sure enough to be reported, likeliest first. Two rules ask for them. */
export function sureDrifts(bead: BeadView): readonly Drift[] {
  const known = drifts.get(bead);
  if (known) return known;
  const kind = kindOf(bead);
  const prior = PRIOR[kind][isGarbled(bead) ? 'garbled' : 'clean'];
  const found = driftCandidates(bead, LEAST_AT_FIRST[kind] - prior)
    .map(({ source, target, evidence }) => ({ source, target, score: weighDrift(evidence, driftWeights[kind].second) + prior }))
    .filter(
      (drift) =>
        doubt(confidenceOf(drift), bead) >= LEAST_REPORTED[kind] &&
        !isJoinedElsewhere(bead, bead.source, drift.source) &&
        !isJoinedElsewhere(bead, bead.target, drift.target),
    )
    .sort((one, other) => other.score - one.score);
  drifts.set(bead, found);
  return found;
}

/** The pairs of words of a bead that a first look gives at least these log odds. */
export function driftCandidates(bead: BeadView, leastAtFirst: number): DriftCandidate[] {
  const { source, target } = bead;
  if (bead.confidence < LEAST_CONFIDENCE) return [];
  if (source.text.length * target.text.length > MAX_PRODUCT) return [];
  const links = linksOf(bead);
  const closed = { source: closedOf(bead, source), target: closedOf(bead, target) };
  const { first } = driftWeights[kindOf(bead)];
  const found = findSubstitutions(links, (which, word) => isOpen(which === 'source' ? source : target, word, closed[which]))
    .map((pair) => ({ pair, place: placeOf(pair, links, bead) }))
    .filter(({ place }) => weighDrift(place, first) >= leastAtFirst);
  if (found.length === 0) return [];
  const ourRange = tokenRangeOf(source, bead);
  const theirRange = tokenRangeOf(target, bead);
  if (!ourRange || !theirRange) return [];
  const ours = wordVectors(ourRange, links.source);
  const theirs = wordVectors(theirRange, links.target);
  return found.map(({ pair, place }) => ({
    source: links.source[pair.source]!,
    target: links.target[pair.target]!,
    evidence: { ...place, ...meaningOf(pair, links, ours, theirs) },
  }));
}

/** Titles (Menteri Luar Negeri) vary with their names; single characters mean too much. */
function isOpen(side: BeadSide, word: SideWord, closed: readonly Stretch[]): boolean {
  if (!isContent(word) || word.end - word.start < 2 || isCapital(side, word)) return false;
  const within = (stretch: Stretch): boolean => stretch.start < word.end && stretch.end > word.start;
  return !isClassifier(side, word) && !closed.some(within);
}

/** Whether a word only stands between a number and what it counts, or for persons (dua belas orang tewas): other languages have none. */
function isClassifier(side: BeadSide, word: SideWord): boolean {
  return (
    (side.base === 'id' || side.base === 'ms') &&
    CLASSIFIERS.has(side.lower.slice(word.start, word.end)) &&
    side.numbers.some(({ end }) => word.start === end + 1)
  );
}

/** Whether a word has a capital, be it that of its sentence: then it may be a name. In German all nouns have. */
function isCapital(side: BeadSide, { start }: SideWord): boolean {
  return side.base !== 'de' && side.text[start] !== side.lower[start];
}

/** Names, numbers and dates, which have rules of their own. */
function closedOf(bead: BeadView, side: BeadSide): Stretch[] {
  const offset = side.place({ start: 0, end: 0 }).start;
  const names = bead.names.in(side).map(({ mention }) => ({ start: mention.start - offset, end: mention.end - offset }));
  return [...names, ...side.numbers, ...side.dates];
}

function placeOf(pair: Substitution, { source, target }: JoinedWords, bead: BeadView): PlaceEvidence {
  const ours = Math.min(MOST_RELIANCE, source[pair.source]!.reliance);
  const theirs = Math.min(MOST_RELIANCE, target[pair.target]!.reliance);
  const { context, distance, agreement, loose } = pair;
  return {
    constant: 1,
    relianceLow: Math.min(ours, theirs),
    relianceHigh: Math.max(ours, theirs),
    context,
    distance,
    agreement,
    loose,
    bead: bead.confidence,
  };
}

/** How near the two words are to one another and to any other word of the other side. */
function meaningOf(
  pair: Substitution,
  { source, target }: JoinedWords,
  ours: WordVectors,
  theirs: WordVectors,
): Omit<DriftEvidence, keyof PlaceEvidence> {
  let ourBest = -1;
  let theirBest = -1;
  for (let j = 0; j < target.length; j++) if (j !== pair.target) ourBest = Math.max(ourBest, wordCosine(ours, pair.source, theirs, j));
  for (let i = 0; i < source.length; i++) if (i !== pair.source) theirBest = Math.max(theirBest, wordCosine(ours, i, theirs, pair.target));
  return {
    cosine: wordCosine(ours, pair.source, theirs, pair.target),
    elsewhereLow: Math.min(ourBest, theirBest),
    elsewhereHigh: Math.max(ourBest, theirBest),
    paraphrase: isParaphrase(source[pair.source]!, target[pair.target]!) ? 1 : 0,
  };
}

/** Whether the lists of two words meet. */
function isParaphrase(one: SideWord, other: SideWord): boolean {
  const theirs = new Set(other.meaning?.english);
  return one.meaning?.english.some((rank) => theirs.has(rank)) ?? false;
}

function kindOf(bead: BeadView): 'parallel' | 'comparable' {
  return bead.parallel ? 'parallel' : 'comparable';
}

function isGarbled({ names, source, target }: BeadView): boolean {
  return names.isGarbled(source.document.id) || names.isGarbled(target.document.id);
}

/** The side of a drift whose document garbles names while the other does not, if there is such a side: then the other's word need not be its counterpart. */
export function suspectOf({ names, source, target }: BeadView): 'source' | 'target' | undefined {
  const [ours, theirs] = [names.isGarbled(source.document.id), names.isGarbled(target.document.id)];
  return ours === theirs ? undefined : ours ? 'source' : 'target';
}

/** Whether a third document supports the word: then it is this bead that is free. */
function isJoinedElsewhere(bead: BeadView, side: BeadSide, word: Stretch): boolean {
  const { document, sentence, start } = side.place(word);
  return bead.beadsOf(document, sentence).some((other) => {
    if (other.pair === bead.pair || other.confidence < LEAST_CONFIDENCE || other.source.base === other.target.base) return false;
    const links = linksOf(other);
    const [words, link, here] =
      other.source.document.id === document
        ? [links.source, links.sourceLink, other.source]
        : [links.target, links.targetLink, other.target];
    const at = words.findIndex((one) => here.place(one).start === start);
    return at >= 0 && link[at]! >= 0;
  });
}

const linked = new WeakMap<BeadView, JoinedWords>();

function linksOf(bead: BeadView): JoinedWords {
  const known = linked.get(bead);
  if (known) return known;
  const made = joinWords(bead.source, bead.target);
  linked.set(bead, made);
  return made;
}

/** Share of such drifts that were true on development texts. */
export function confidenceOf({ score }: Drift): number {
  return 1 / (1 + exp(-score));
}

/** Whether the lexicon knows words of two stretches and joins none of the one to any word of the other side, nor the reverse. */
export function areApart(bead: BeadView, source: Stretch, target: Stretch): boolean {
  const links = linksOf(bead);
  const isOut = (words: readonly SideWord[], link: Int32Array, stretch: Stretch): boolean => {
    const inside = words.flatMap((word, at) => (word.start >= stretch.start && word.end <= stretch.end && isContent(word) ? [at] : []));
    return inside.length > 0 && inside.every((at) => link[at]! < 0);
  };
  return isOut(links.source, links.sourceLink, source) && isOut(links.target, links.targetLink, target);
}
