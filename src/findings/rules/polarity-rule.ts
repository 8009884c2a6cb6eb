/**
 * A negation on one side only.
 *
 * Also words exchanged for their opposite: all for none, at least for at most, before for after.
 *
 * Negation is said in many ways (fail, lack, unlike, few), so a finding needs a sure negator on one side and nothing that could stand for one on the other.
 */
import type { BeadSide } from '../bead-side.ts';
import { findNegations, type Hint, type Negations } from '../find-negations.ts';
import { findOpposites, type Opposition } from '../find-opposites.ts';
import { textName } from '../language-name.ts';
import { WordPlaces } from '../lexicon/word-places.ts';
import type { BeadView, Draft, Rule } from '../rule.ts';
import type { Stretch } from '../stretch.ts';

const CONFIDENCE = { counted: 0.8, other: 0.55, opposite: 0.8 };
const MIN_CONFIDENCE = 0.8;
/** Negators and hints of a bead beyond which nobody can tell which answers which. */
const MOST_PLACES = 100;
/** Languages in which one negator negates once, and whose hints were measured. */
const COUNTED = new Set(['en', 'id', 'ms', 'zh', 'de']);
/** How far apart two hints may stand to answer each other, and a hint to answer a negator: in words, where the lexicon tells what stands around them. */
const HINT_WORDS = 6;
const NEGATOR_WORDS = 3;
/** Else in parts of the text. */
const HINT_REACH = 0.4;
const NEGATOR_REACH = 0.35;
/** Words between a negator and the counterpart of a hint: beyond, it is negative for reasons of its own. What is negative by its form may stand a little further. */
const BACK_WORDS = 2;
const STRONG_BACK_WORDS = 3;
/** A negator around which nothing is joined is as far from any other as these words. */
const UNKNOWN_WORDS = 6;
/** How far from its place a word for only may stand that not only has become. */
const ONLY_WORDS = 3;

/** Negation on one side only. */
export const polarityRule: Rule = {
  name: 'polarity',
  summary: 'One side negates a statement, the other does not; or a word stands for its opposite, as none for all.',
  fires: { source: ['id', 'Rusia tidak menerima kesepakatan itu.'], target: ['en', 'Russia accepts the agreement.'] },
  silent: { source: ['zh', '他没有接受协议。'], target: ['en', 'He refused the agreement.'] },
  check(beads, at) {
    const bead = beads[at]!;
    // Another report of the same event has other clauses, and negates other things.
    // So has a sentence too many in a doubtful bead.
    if (!bead.parallel || bead.confidence < MIN_CONFIDENCE) return [];
    const ours = findNegations(bead.source, bead.target.base);
    const theirs = ours && findNegations(bead.target, bead.source.base);
    if (!ours || !theirs || countPlaces(ours) + countPlaces(theirs) > MOST_PLACES) return [];
    const drafts = findOpposites(bead.source, bead.target)
      .filter((one) => isPlain(one.source, ours) && isPlain(one.target, theirs))
      .map((one) => opposed(bead, one));
    if (drafts.length > 0) return drafts;
    const confidence = isCounted(bead.source, bead.target) ? CONFIDENCE.counted : CONFIDENCE.other;
    const unanswered = unansweredBy(ours, bead.source, theirs, bead.target);
    if (unanswered)
      drafts.push({
        source: unanswered,
        actual: '',
        expected: around(bead.source, unanswered),
        message: message(bead.source, unanswered, bead.target),
        confidence,
      });
    const unasked = unansweredBy(theirs, bead.target, ours, bead.source);
    if (unasked)
      drafts.push({
        target: unasked,
        actual: around(bead.target, unasked),
        expected: '',
        message: message(bead.target, unasked, bead.source),
        confidence,
      });
    return drafts;
  },
};

/**
 * The negator of one side that nothing on the other answers, if there is one.
 *
 * Negators answer negators first, wherever they stand. Then hints answer hints (fail, gagal), nearest first; only a hint that is left over and stands at about the
 * same place can answer the negator.
 */
function unansweredBy(here: Negations, side: BeadSide, there: Negations, other: BeadSide): Stretch | undefined {
  const ours = unpaired(here, there);
  const theirs = unpaired(there, here);
  if (ours.length <= theirs.length) return ours.length < theirs.length ? undefined : turnedOnly(here, side, there, other);
  // Languages that negate twice (ne … pas, никто не) cannot be counted against others: there only none against some is told apart.
  if (!isCounted(side, other)) {
    const first = ours.find((one) => side.lower.slice(one.start, one.end) !== 'without');
    return theirs.length === 0 && there.hints.length === 0 ? first : undefined;
  }
  const at = (stretch: Stretch): number => stretch.start / side.text.length;
  const opposite = (stretch: Stretch): number => stretch.start / other.text.length;
  const places = new WordPlaces(side, other);
  // in words where the lexicon tells, else in parts of the text
  const isNear = (one: Stretch, answer: Stretch, words: number, parts: number): boolean => {
    const distance = places.distance(one, answer);
    return distance === undefined ? Math.abs(at(one) - opposite(answer)) <= parts : distance <= words;
  };
  const open = [...ours];
  for (const answer of theirs)
    open.splice(
      nearest(open, (one) => (places.distance(one, answer) ?? UNKNOWN_WORDS) + Math.abs(at(one) - opposite(answer))),
      1,
    );
  const free = [...there.hints];
  for (const hint of here.hints) {
    const index = nearest(free, (one) => Math.abs(at(hint) - opposite(one)));
    if (index >= 0 && !free[index]!.strong && isNear(hint, free[index]!, HINT_WORDS, HINT_REACH)) free.splice(index, 1);
  }
  const reach = theirs.length > 0 ? 1 : NEGATOR_REACH;
  // a hint whose own counterpart stands elsewhere stands for that; else what is negative by its form answers wherever it stands
  const mayAnswer = (hint: Hint, negator: Stretch): boolean =>
    (hint.negates && Math.abs(at(negator) - opposite(hint)) <= HINT_REACH) ||
    ((places.distanceBack(negator, hint) ?? 0) <= (hint.strong ? STRONG_BACK_WORDS : BACK_WORDS) &&
      (hint.strong || isNear(negator, hint, NEGATOR_WORDS, reach)));
  return open.find((negator) => !free.some((hint) => mayAnswer(hint, negator)));
}

/** The negators of one side, but for those of not only that the other side says in one phrase, or turns into both … and. */
function unpaired(here: Negations, there: Negations): readonly Stretch[] {
  const more = there.also ? Math.max(0, here.beforeOnly.length - there.beforeOnly.length) : 0;
  const answered = new Set(here.beforeOnly.slice(0, Math.max(there.notOnly.length, more)));
  return answered.size === 0 ? here.sure : here.sure.filter((one) => !answered.has(one));
}

/** A phrase for not only in whose place the other side says only. */
function turnedOnly(here: Negations, side: BeadSide, there: Negations, other: BeadSide): Stretch | undefined {
  if (here.notOnly.length === 0 || there.only.length === 0) return undefined;
  const places = new WordPlaces(side, other);
  return here.notOnly.find((phrase) => there.only.some((word) => (places.distance(phrase, word) ?? UNKNOWN_WORDS) <= ONLY_WORDS));
}

function countPlaces({ sure, hints }: Negations): number {
  return sure.length + hints.length;
}

/** Whether nothing negates the pole (not accept is refuse) but the pole itself (none). */
function isPlain(pole: Stretch, { sure }: Negations): boolean {
  return sure.every((negator) => negator.start < pole.end && negator.end > pole.start);
}

function opposed(bead: BeadView, { name, source, target }: Opposition): Draft {
  const expected = bead.source.text.slice(source.start, source.end);
  const actual = bead.target.text.slice(target.start, target.end);
  return {
    source,
    target,
    actual,
    expected,
    message: `Opposites (${name}): “${expected}” in the ${textName(bead.source, bead.target)}, “${actual}” in the ${textName(bead.target, bead.source)}.`,
    confidence: CONFIDENCE.opposite,
  };
}

function isCounted(source: BeadSide, target: BeadSide): boolean {
  return COUNTED.has(source.base) && COUNTED.has(target.base);
}

function nearest<T>(list: readonly T[], distance: (one: T) => number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  list.forEach((one, index) => {
    const away = distance(one);
    if (away < least) {
      least = away;
      best = index;
    }
  });
  return best;
}

function message(side: BeadSide, word: { start: number; end: number }, other: BeadSide): string {
  return `The ${textName(side, other)} negates (“${around(side, word)}”), the ${textName(other, side)} does not.`;
}

/** The negator and what follows it. */
function around(side: BeadSide, word: { start: number; end: number }): string {
  const after = side.text.slice(word.end, word.end + 40);
  const tail = /^[\p{Script=Han}\p{Script=Thai}]{1,4}|^(?:\s[\p{L}\p{M}'’-]+){1,2}/u.exec(after)?.[0] ?? '';
  return side.text.slice(word.start, word.end) + tail;
}
