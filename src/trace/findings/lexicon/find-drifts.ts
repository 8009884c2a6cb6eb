/**
 * Words that another word stands for: pairs at one place of both sides that neither the lexicon nor the vectors join.
 *
 * In a right translation such pairs happen too, where the translator was free; so each is weighed, by a logistic regression on errors put into development
 * texts (`bench/findings.ts`). Texts in which names are garbled went through a machine that garbles words as well, and are believed less.
 */
import { exp } from '../../../exact-math.ts';
import type { BeadSide } from '../bead-side.ts';
import type { BeadView, Stretch } from '../rule.ts';
import { countTokens, tokenRangeOf } from '../token-ranges.ts';
import { findSubstitutions, isContent, type Substitution } from './find-substitutions.ts';
import { type JoinedWords, joinWords } from './join-words.ts';
import type { SideWord } from './side-words.ts';
import { type WordVectors, wordCosine, wordVectors } from './word-vectors.ts';

/** A word and the one that stands in its place, with the log odds that they do not mean the same. */
export interface Drift {
  readonly source: Stretch;
  readonly target: Stretch;
  readonly score: number;
  readonly features: readonly number[];
}

/** Words of one side times words of the other; longer beads are left out. */
const MAX_PRODUCT = 40_000;
/** What the vectors can add to a score: words are seldom more unlike than this makes them. */
const MOST_BY_MEANING = 2;
/** More reliance is not believed. */
const MOST_RELIANCE = 10;

const drifts = new WeakMap<BeadView, readonly Drift[]>();

/** All pairs of words that might be drifts, likeliest first. */
export function driftsOf(bead: BeadView): readonly Drift[] {
  const known = drifts.get(bead);
  if (known) return known;
  const found = findDrifts(bead);
  drifts.set(bead, found);
  return found;
}

function findDrifts(bead: BeadView): Drift[] {
  const { source, target } = bead;
  if (bead.confidence < LEAST_CONFIDENCE) return [];
  const ourRange = tokenRangeOf(source, bead);
  const theirRange = tokenRangeOf(target, bead);
  if (!ourRange || !theirRange || countTokens(ourRange) * countTokens(theirRange) > MAX_PRODUCT) return [];
  const links = linksOf(bead);
  const named = { source: namesOf(bead, source), target: namesOf(bead, target) };
  const found = findSubstitutions(links, (which, word) => isOpen(which === 'source' ? source : target, word, named[which])).filter((one) =>
    isPossible(bead, one, links),
  );
  if (found.length === 0) return [];
  const ours = wordVectors(ourRange, links.source);
  const theirs = wordVectors(theirRange, links.target);
  return found
    .map((one) => {
      const features = [...placeFeatures(one, links), ...meaningFeatures(one, links, ours, theirs)];
      return { source: links.source[one.source]!, target: links.target[one.target]!, score: scoreOf(features), features };
    })
    .sort((one, other) => other.score - one.score);
}

/** Whether the place is sure enough, and the score could be: vectors are dear. */
function isPossible(bead: BeadView, one: Substitution, links: JoinedWords): boolean {
  if (one.context < LEAST_CONTEXT[bead.parallel ? 'parallel' : 'comparable']) return false;
  if (bead.confidence < SURE_CONFIDENCE && one.agreement < LEAST_AGREEMENT) return false;
  return weighed(bead, scoreOf(placeFeatures(one, links)) + MOST_BY_MEANING) >= LEAST_SCORE;
}

/** Names and numbers have rules of their own; single characters mean too much. */
function isOpen(side: BeadSide, word: SideWord, names: readonly Stretch[]): boolean {
  if (!isContent(word) || word.end - word.start < 2) return false;
  const within = (stretch: Stretch): boolean => stretch.start < word.end && stretch.end > word.start;
  return !side.numbers.some(within) && !names.some(within);
}

function namesOf(bead: BeadView, side: BeadSide): Stretch[] {
  const offset = side.place({ start: 0, end: 0 }).start;
  return bead.names.in(side).map(({ mention }) => ({ start: mention.start - offset, end: mention.end - offset }));
}

/** How far the two words and their place can be trusted. Which of the two is wrong nobody knows: the features are alike in both directions. */
function placeFeatures(one: Substitution, { source, target }: JoinedWords): number[] {
  const ours = Math.min(MOST_RELIANCE, source[one.source]!.reliance);
  const theirs = Math.min(MOST_RELIANCE, target[one.target]!.reliance);
  return [Math.min(ours, theirs), Math.max(ours, theirs), one.context, one.distance, one.agreement, one.loose];
}

/** How near the two words are to one another and to any other word of the other side. */
function meaningFeatures(one: Substitution, { source, target }: JoinedWords, ours: WordVectors, theirs: WordVectors): number[] {
  let ourBest = -1;
  let theirBest = -1;
  for (let j = 0; j < target.length; j++) if (j !== one.target) ourBest = Math.max(ourBest, wordCosine(ours, one.source, theirs, j));
  for (let i = 0; i < source.length; i++) if (i !== one.source) theirBest = Math.max(theirBest, wordCosine(ours, i, theirs, one.target));
  return [
    wordCosine(ours, one.source, theirs, one.target),
    Math.min(ourBest, theirBest),
    Math.max(ourBest, theirBest),
    isParaphrase(source[one.source]!, target[one.target]!) ? 1 : 0,
  ];
}

/** Whether the lists of two words meet: one stands for a paraphrase of the other. */
function isParaphrase(one: SideWord, other: SideWord): boolean {
  const theirs = new Set(other.meaning?.english);
  return one.meaning?.english.some((rank) => theirs.has(rank)) ?? false;
}

/** Bias first. */
const WEIGHTS = [1.487, 0.191, 0.14, 0.501, 0.117, -1.023, -0.117, -6.842, -8.851, -2.069, -1.472];

function scoreOf(features: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * WEIGHTS[at + 1]!, WEIGHTS[0]!);
}

/** From which score on a drift is reported; `bench/record/findings.txt` has what that finds, and whom it accuses. */
const LEAST_SCORE = 2.45;
/** What garbled names in a document add to the score of its drifts: twenty times the odds; less where the other text is its very translation, and would show more. */
const GARBLED = { parallel: 0.6, comparable: 3 };
/** In comparable texts the place must be sure. */
const LEAST_CONTEXT = { parallel: 0.3, comparable: 1 };
/** A bead that is less likely to be right has other words anyway; */
const LEAST_CONFIDENCE = 0.5;
/** one below this must show by its other words, so many of them joined, that it is right. */
const SURE_CONFIDENCE = 0.85;
const LEAST_AGREEMENT = 0.5;

function weighed(bead: BeadView, score: number): number {
  return score + (isGarbled(bead) ? GARBLED[bead.parallel ? 'parallel' : 'comparable'] : 0);
}

function isGarbled({ names, source, target }: BeadView): boolean {
  return names.isGarbled(source.document.id) || names.isGarbled(target.document.id);
}

/** The drifts of a bead that are sure enough to be reported; of a doubtful bead the surest. */
export function sureDrifts(bead: BeadView): readonly Drift[] {
  const sure = driftsOf(bead).filter((drift) => isSure(bead, drift));
  return bead.confidence < SURE_CONFIDENCE ? sure.slice(0, 1) : sure;
}

function isSure(bead: BeadView, drift: Drift): boolean {
  if (weighed(bead, drift.score) < LEAST_SCORE) return false;
  return !isJoinedElsewhere(bead, bead.source, drift.source) && !isJoinedElsewhere(bead, bead.target, drift.target);
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
export function confidenceOf(bead: BeadView, drift: Drift): number {
  return Math.min(bead.parallel ? 0.95 : 0.8, 1 / (1 + exp(-(weighed(bead, drift.score) - 2))));
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
