/**
 * Differing numbers of two documents for the same quantity.
 *
 * Numbers that agree are matched first, in linked sentences. The rest of both sides of a link are candidates, and so are two numbers anywhere in two
 * reports that each have no better counterpart in the other text, by what stands around them. Time: numbers of one document × numbers of the other × dimensions.
 */
import { log } from '../../exact-math.ts';
import { matchNumbers } from '../../text/numbers/match-numbers.ts';
import type { NumberMention } from '../../text/numbers/number-mention.ts';
import { cosine } from '../facts/context-vectors.ts';
import type { InSentence, SentenceFacts } from '../facts/sentence-facts.ts';
import type { ComparedDates } from './compare-dates.ts';
import { compareKinds, countedAt, roleOf, victimsAt, victimsIn } from './compare-kinds.ts';
import type { Candidate, Link, PairView } from './pair-view.ts';

/** A number and its sentence. */
export type NumberFact = InSentence<NumberMention>;

/** Numbers of one side of a link beyond which it is a table, in which nobody can tell what belongs together. */
const MOST_IN_LINK = 24;
/** Numbers of a document beyond which only linked sentences are compared. */
const MOST_ANYWHERE = 400;
/** So few numbers, or links, tell nothing of the habits of a pair. */
export const FEW = 8;
/** A rounded figure is off by no more than that share. */
const NEARLY = 0.1;
/** How many others may fit better than a number that is not linked, both sides together. */
const MOST_BETTER = 4;

/** What speaks for two numbers standing for one thing. All weights are fitted. */
export interface NumberEvidence {
  bias: number;
  /** How many numbers and dates of linked sentences agree, as logarithms, and how many dates do not: another event has others. */
  sharedNumbers: number;
  sharedDates: number;
  otherDates: number;
  /** Log odds of the bead; 0 without one. */
  bead: number;
  unlinked: number;
  /** How alike their contexts are, and how much more alike than those of any other number of either text. */
  context: number;
  near: number;
  before: number;
  after: number;
  /** How many other numbers fit better, both sides together. */
  better: number;
  sameVictims: number;
  otherVictims: number;
  someVictims: number;
  /** Whether both are the first of their texts that count these victims, whether others agree about them, whether only the sentence of one names them. */
  firstVictims: number;
  knownVictims: number;
  namedVictims: number;
  /** How few numbers count the same thing, and whether some of these agree. */
  rarity: number;
  knownUnit: number;
  small: number;
  /** Whether one could be the other, rounded. */
  rounded: number;
  byOne: number;
  margin: number;
  sentences: number;
  /** How much better a number of the same value elsewhere in the other text fits, for the side where it fits better. */
  answered: number;
  bothAnswered: number;
  sameCounted: number;
  otherCounted: number;
  samePercent: number;
  mixed: number;
  ordinal: number;
  clock: number;
  year: number;
  magnitude: number;
  powerOfTen: number;
  words: number;
  /** Numbers left over in the link beside these two. */
  left: number;
  agreedNear: number;
  /** Share of the numbers of the link that agree. */
  agreement: number;
  /** Share of the numbers in linked sentences of this pair that do not agree. */
  habit: number;
}

/** Numbers that agree, and candidates for those that do not. */
export interface ComparedNumbers {
  readonly agreed: readonly { readonly source: NumberFact; readonly target: NumberFact; readonly link: Link }[];
  readonly candidates: readonly Candidate<NumberEvidence>[];
}

/** Compares the numbers of two documents. */
export function compareNumbers(view: PairView, dates: ComparedDates): ComparedNumbers {
  const agreed: { source: NumberFact; target: NumberFact; link: Link }[] = [];
  const settled = new Set<string>();
  const open: { link: Link; source: NumberFact[]; target: NumberFact[]; agreed: number }[] = [];
  let all = 0;
  let unmatched = 0;
  for (const link of view.links) {
    const ours = link.source.flatMap((sentence) => sentence.numbers);
    const theirs = link.target.flatMap((sentence) => sentence.numbers);
    const match = matchNumbers(ours, theirs);
    for (const [source, target] of match.agreed as [NumberFact, NumberFact][]) {
      agreed.push({ source, target, link });
      settled.add(keyOf(source)).add(keyOf(target));
    }
    all += ours.length + theirs.length;
    unmatched += match.source.length + match.target.length;
    open.push({ link, source: match.source as NumberFact[], target: match.target as NumberFact[], agreed: match.agreed.length });
  }
  const fits = new Fits(view);
  const habit = unmatched / (all + FEW);
  const shared = new Set(agreed.flatMap(({ source }) => (isReportable(source) && roleOf(source) === 'count' ? [source.readings[0]!] : [])))
    .size;
  const candidates = new Map<string, Candidate<NumberEvidence>>();
  const add = (source: NumberFact, target: NumberFact, link: Link | undefined, about: LinkState): void => {
    const key = `${keyOf(source)}|${keyOf(target)}`;
    if (candidates.has(key)) return;
    const evidence = weigh(view, fits, dates, source, target, link, about);
    if (evidence) candidates.set(key, { source: claimOf(source), target: claimOf(target), link, evidence, reportedAs: ruleOf(source) });
  };
  for (const { link, source, target, agreed: count } of open) {
    const left = source.filter((one) => !settled.has(keyOf(one)) && isReportable(one));
    const right = target.filter((one) => !settled.has(keyOf(one)) && isReportable(one));
    if (left.length > MOST_IN_LINK || right.length > MOST_IN_LINK) continue;
    for (const ours of left)
      for (const theirs of right)
        add(ours, theirs, link, {
          left: left.length + right.length - 2,
          agreed: count,
          total: source.length + target.length + 2 * count,
          habit,
          shared,
        });
  }
  if (!view.isParallel)
    for (const [source, target] of fits.near()) add(source, target, undefined, { left: 0, agreed: 0, total: 0, habit, shared });
  return { agreed, candidates: [...candidates.values()] };
}

/** The state of the link in which a candidate stands. */
interface LinkState {
  readonly left: number;
  readonly agreed: number;
  readonly total: number;
  readonly habit: number;
  /** Numbers of the pair that agree, each value once. */
  readonly shared: number;
}

function keyOf(fact: NumberFact): string {
  return `${fact.sentence.document.id} ${fact.sentence.index} ${fact.start}`;
}

function claimOf(fact: NumberFact) {
  return { sentence: fact.sentence, start: fact.start, end: fact.end, value: numberValue(fact) };
}

/** The value with its unit, without language: `22000 ton`, `12 %`. */
export function numberValue(fact: NumberFact): string {
  const role = roleOf(fact);
  const unit = role === 'percent' ? '%' : role === 'count' ? (countedAt(fact)[0] ?? '') : role;
  return `${fact.readings[0]} ${unit}`.trim();
}

/** The rule under which a number is reported: days of the month are dates. */
export function ruleOf(fact: NumberFact): 'number' | 'date' {
  return roleOf(fact) === 'day' ? 'date' : 'number';
}

function isReportable({ strength }: NumberFact): boolean {
  return strength !== 'loose';
}

/** What the numbers of a text count: how many do, the first that does, the values. */
type Counts = Map<string, { count: number; readonly first: string; readonly values: Set<string> }>;

function countsOf(facts: readonly NumberFact[]): Counts {
  const counts: Counts = new Map();
  for (const fact of facts)
    for (const name of new Set([...countedAt(fact).slice(0, 1), ...victimsAt(fact), ...(fact.sort === 'percent' ? ['%'] : [])])) {
      const known = counts.get(name) ?? { count: 0, first: keyOf(fact), values: new Set() };
      known.count++;
      known.values.add(fact.readings[0]!);
      counts.set(name, known);
    }
  return counts;
}

/** How well the numbers of two documents fit each other, by their contexts. */
class Fits {
  readonly source: readonly NumberFact[];
  readonly target: readonly NumberFact[];
  readonly #cosines: Float32Array;
  /** All views together. */
  readonly #likeness: Float32Array;
  readonly #counts: readonly [Counts, Counts];
  readonly #sourceAt = new Map<string, number>();
  readonly #targetAt = new Map<string, number>();

  constructor(view: PairView) {
    const read = (sentences: readonly SentenceFacts[]): NumberFact[] => sentences.flatMap(({ numbers }) => numbers.filter(isReportable));
    const [source, target] = [read(view.source.sentences()), read(view.target.sentences())];
    const isLarge = source.length > MOST_ANYWHERE || target.length > MOST_ANYWHERE;
    this.source = isLarge ? [] : source;
    this.target = isLarge ? [] : target;
    this.#cosines = new Float32Array(this.source.length * this.target.length);
    this.#likeness = new Float32Array(this.#cosines.length);
    this.#counts = [countsOf(this.source), countsOf(this.target)];
    for (const [i, fact] of this.source.entries()) this.#sourceAt.set(keyOf(fact), i);
    for (const [j, fact] of this.target.entries()) this.#targetAt.set(keyOf(fact), j);
    for (const view of ['wide', 'near', 'after'] as const) {
      const theirs = this.target.map((fact) => fact.sentence.context.around(fact.start, fact.end, view));
      this.source.forEach((fact, i) => {
        const ours = fact.sentence.context.around(fact.start, fact.end, view);
        theirs.forEach((vector, j) => {
          const at = i * this.target.length + j;
          const likeness = cosine(ours, vector);
          if (view === 'wide') this.#cosines[at] = likeness;
          this.#likeness[at]! += likeness;
        });
      });
    }
  }

  /** The best fit of the other numbers of the other text, and the best of those with the same value. */
  rivals(source: NumberFact, target: NumberFact): { best: number; sameOfSource: number; sameOfTarget: number } {
    const i = this.#sourceAt.get(keyOf(source)) ?? -1;
    const j = this.#targetAt.get(keyOf(target)) ?? -1;
    const width = this.target.length;
    let best = 0;
    let sameOfSource = 0;
    let sameOfTarget = 0;
    if (i >= 0)
      for (let k = 0; k < width; k++) {
        if (k === j) continue;
        const fit = this.#cosines[i * width + k]!;
        if (fit > best) best = fit;
        if (fit > sameOfSource && shares(source, this.target[k]!)) sameOfSource = fit;
      }
    if (j >= 0)
      for (let k = 0; k < this.source.length; k++) {
        if (k === i) continue;
        const fit = this.#cosines[k * width + j]!;
        if (fit > best) best = fit;
        if (fit > sameOfTarget && shares(this.source[k]!, target)) sameOfTarget = fit;
      }
    return { best, sameOfSource, sameOfTarget };
  }

  /** How few numbers of both texts count the same thing: 1 where it is one of either. */
  rarity(name: string): number {
    const [ours, theirs] = this.#counts.map((counts) => counts.get(name)?.count ?? 0) as [number, number];
    return ours === 0 || theirs === 0 ? 0 : 1 / Math.sqrt(ours * theirs);
  }

  /** Whether both are the first of their texts that count these victims. */
  areFirst(source: NumberFact, target: NumberFact, name: string): boolean {
    return this.#counts[0].get(name)?.first === keyOf(source) && this.#counts[1].get(name)?.first === keyOf(target);
  }

  /** Whether the texts share a value of what is counted. */
  sharesValue(name: string): boolean {
    const [ours, theirs] = [this.#counts[0].get(name), this.#counts[1].get(name)];
    return ours !== undefined && theirs !== undefined && [...ours.values].some((value) => theirs.values.has(value));
  }

  /** How many numbers of the other text fit better than this one, for both. */
  ranks(source: NumberFact, target: NumberFact): readonly [source: number, target: number] {
    const i = this.#sourceAt.get(keyOf(source));
    const j = this.#targetAt.get(keyOf(target));
    if (i === undefined || j === undefined) return [MOST_BETTER, MOST_BETTER];
    const width = this.target.length;
    const own = this.#likeness[i * width + j]!;
    let [better, others] = [0, 0];
    for (let k = 0; k < width; k++) if (this.#likeness[i * width + k]! > own) better++;
    for (let k = 0; k < this.source.length; k++) if (this.#likeness[k * width + j]! > own) others++;
    return [better, others];
  }

  /** Pairs of numbers with different values of which either fits one of the other text well. */
  *near(): Generator<[NumberFact, NumberFact]> {
    for (const source of this.source)
      for (const target of this.target) {
        if (shares(source, target)) continue;
        const [better, others] = this.ranks(source, target);
        if (better + others <= MOST_BETTER) yield [source, target];
      }
  }
}

/** Whether two numbers can be one: by any reading, or as the part of a date (24/5 and 24). */
function shares(one: NumberMention, other: NumberMention): boolean {
  const readingsOf = ({ readings, parts = [] }: NumberMention) => [...readings, ...parts.flatMap((part) => part.readings)];
  if (one.sort === 'clock' && other.sort === 'clock') return one.readings.some((key) => other.readings.includes(key));
  const ours = readingsOf(one);
  return readingsOf(other).some((key) => ours.includes(key));
}

function weigh(
  view: PairView,
  fits: Fits,
  dates: ComparedDates,
  source: NumberFact,
  target: NumberFact,
  link: Link | undefined,
  state: LinkState,
): NumberEvidence | undefined {
  const kinds = compareKinds(source, target);
  // In a translation a year may have become a number that no year is; two reports do not compare a year with a count.
  const roles = [roleOf(source), roleOf(target)];
  const isMixed = roles[0] !== roles[1];
  if (kinds === 'other' || (isMixed && (!view.isParallel || roles.includes('day')))) return undefined;
  const likeness = (side: 'wide' | 'near' | 'before' | 'after'): number =>
    cosine(source.sentence.context.around(source.start, source.end, side), target.sentence.context.around(target.start, target.end, side));
  const context = likeness('wide');
  const whole = cosine(source.sentence.context.whole, target.sentence.context.whole);
  const near = likeness('near');
  const [better, others] = fits.ranks(source, target);
  const victims = [victimsAt(source), victimsAt(target)] as const;
  const shared = victims[0].find((name) => victims[1].includes(name));
  const sameVictims = shared !== undefined;
  const around = [victimsIn(source.sentence), victimsIn(target.sentence)] as const;
  const named = shared ?? victims[0].find((name) => around[1].includes(name)) ?? victims[1].find((name) => around[0].includes(name));
  const unit = kinds === 'same' ? (source.sort === 'percent' ? '%' : countedAt(source)[0]) : undefined;
  const { best, sameOfSource, sameOfTarget } = fits.rivals(source, target);
  const [ours, theirs] = [Number(source.readings[0]), Number(target.readings[0])];
  const isRounded = isRounding(ours, theirs) || isRounding(theirs, ours);
  // Two reports that round the same figure do not contradict each other.
  if (isRounded && !view.isParallel) return undefined;
  const ratio = ours > 0 && theirs > 0 && Number.isFinite(ours / theirs) ? Math.abs(log(ours / theirs)) * Math.LOG10E : 0;
  const counted = [countedAt(source)[0], countedAt(target)[0]];
  const confidence = link ? Math.min(0.99, Math.max(0.01, link.confidence)) : 0.5;
  return {
    bias: 1,
    sharedNumbers: log(1 + state.shared),
    sharedDates: log(1 + dates.agreed.length),
    otherDates: log(1 + dates.candidates.length),
    bead: log(confidence / (1 - confidence)),
    unlinked: Number(link === undefined),
    context,
    near,
    before: likeness('before'),
    after: likeness('after'),
    better: Math.min(4, better + others),
    sameVictims: Number(sameVictims),
    otherVictims: Number(!sameVictims && victims[0].length > 0 && victims[1].length > 0),
    someVictims: Number(victims[0].length > 0 !== victims[1].length > 0),
    firstVictims: Number(shared !== undefined && fits.areFirst(source, target, shared)),
    knownVictims: Number(shared !== undefined && fits.sharesValue(shared)),
    namedVictims: Number(!sameVictims && named !== undefined),
    rarity: unit === undefined ? 0 : fits.rarity(unit),
    knownUnit: Number(unit !== undefined && fits.sharesValue(unit)),
    small: Number(Math.min(ours, theirs) < 10),
    rounded: Number(isRounded),
    byOne: Number(Math.abs(ours - theirs) === 1),
    margin: context - best,
    sentences: whole,
    answered: Math.max(sameOfSource, sameOfTarget) === 0 ? 0 : Math.max(sameOfSource, sameOfTarget) - context + 0.5,
    bothAnswered: Number(sameOfSource > 0 && sameOfTarget > 0),
    sameCounted: Number(kinds === 'same'),
    otherCounted: Number(counted[0] !== undefined && counted[1] !== undefined && counted[0] !== counted[1]),
    samePercent: Number(source.sort === 'percent' && target.sort === 'percent'),
    mixed: Number(isMixed),
    ordinal: Number(source.sort === 'ordinal' || target.sort === 'ordinal'),
    clock: Number(source.sort === 'clock' || target.sort === 'clock'),
    year: Number(isYear(source) || isYear(target)),
    magnitude: Math.min(3, ratio),
    powerOfTen: Number(ratio > 0.5 && Math.abs(ratio - Math.round(ratio)) < 1e-9),
    words: Number(source.strength === 'words') + Number(target.strength === 'words'),
    left: Math.min(4, state.left),
    agreedNear: Math.min(3, state.agreed),
    agreement: state.total === 0 ? 0 : (2 * state.agreed) / state.total,
    habit: state.habit,
  };
}

/** Whether `rough` is `exact` with fewer digits, rounded either way, and nearly the same: 12,000 for 11,870, 11 for 11.3. */
function isRounding(rough: number, exact: number): boolean {
  if (!(rough > 0 && exact > 0)) return false;
  let unit = 1;
  while (unit < 1e15 && Number.isInteger(rough / (unit * 10)) && rough >= unit * 10) unit *= 10;
  if (Number.isInteger(exact / unit)) return false;
  return Math.abs(rough - exact) < unit && Math.abs(rough - exact) < NEARLY * exact;
}

function isYear(fact: NumberFact): boolean {
  return /^(?:1[89]|20)\d\d$/.test(fact.readings[0]!) && /^\d{4}$/.test(fact.text);
}
