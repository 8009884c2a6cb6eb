/**
 * Quotations that become reported speech, and quotations given to another speaker.
 *
 * Marks are compared over the whole document, so a quotation that runs over several sentences is known in each of them. Reports of one event quote and
 * paraphrase as they like: in comparable texts only the speaker is compared.
 */
import type { TracedName } from '../../types.ts';
import type { BeadSide } from '../bead-side.ts';
import { driftDrafts } from '../drift-drafts.ts';
import { mayQuote, quotesOf } from '../find-quotes.ts';
import { textName } from '../language-name.ts';
import { areApart, suspectOf } from '../lexicon/find-drifts.ts';
import type { NameHere } from '../mentions-in.ts';
import type { BeadView, Draft, Rule } from '../rule.ts';
import type { Stretch } from '../stretch.ts';

const CONFIDENCE = { unmarked: 0.75, speaker: 0.75, term: 0.6 };
/** Most words of a quoted term. */
const MAX_TERM = 2;
/** Fewer words in marks are a term or a title, which other languages set in italics or not at all. */
const MIN_WORDS = 5;
const MIN_HAN = 10;

/** Quotations that lose their marks or change their speaker. */
export const quotationRule: Rule = {
  name: 'quotation',
  summary: 'Words in quote marks on one side are reported speech on the other, or another person’s words.',
  fires: {
    source: ['zh', '他表示,保持这一进程符合普京的利益。'],
    target: ['en', 'He said it was in Putin’s “interest just to keep the process going and on.”'],
  },
  silent: {
    source: ['zh', '“我们会找到答案的，我可以告诉你，”他说。'],
    target: ['en', '"We are going to find out, I can tell you that," he said.'],
  },
  check(beads, at) {
    const bead = beads[at]!;
    const ours = quotesOf(bead.source);
    const theirs = quotesOf(bead.target);
    const drafts: Draft[] = [];
    if (bead.parallel) {
      const lost = longest(ours, bead.source);
      const added = longest(theirs, bead.target);
      if (lost && theirs.length === 0 && !mayQuote(bead.target)) drafts.push(unmarked(bead.source, lost, bead.target, 'source'));
      if (added && ours.length === 0 && !mayQuote(bead.source)) drafts.push(unmarked(bead.target, added, bead.source, 'target'));
    }
    if (ours.length > 0 && theirs.length > 0) {
      const drifts = driftDrafts(bead, true, (expected, actual) => quotesOtherwise(bead, expected, actual));
      drafts.push(...otherSpeaker(bead, ours, theirs), ...(drifts.length > 0 ? drifts : otherTerm(bead, ours, theirs)));
    }
    return drafts;
  },
};

/** The longest quotation that is long enough to be speech. */
function longest(quotes: readonly Stretch[], side: BeadSide): Stretch | undefined {
  const best = [...quotes].sort((one, other) => other.end - other.start - (one.end - one.start))[0];
  if (!best) return undefined;
  const text = side.text.slice(best.start, best.end);
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return han >= MIN_HAN || (han === 0 && words >= MIN_WORDS) ? best : undefined;
}

function unmarked(side: BeadSide, quote: Stretch, other: BeadSide, which: 'source' | 'target'): Draft {
  const words = side.text.slice(quote.start, quote.end);
  return {
    ...(which === 'source'
      ? { source: quote, target: { start: 0, end: other.text.length } }
      : { target: quote, source: { start: 0, end: other.text.length } }),
    actual: which === 'source' ? 'no quotation' : `“${words}”`,
    expected: which === 'source' ? `“${words}”` : 'no quotation',
    message: `Words quoted in the ${textName(side, other)} (“${clip(words)}”) are not in quote marks in the ${textName(other, side)}.`,
    confidence: CONFIDENCE.unmarked,
  };
}

/** One quotation on each side and one person outside it, and the two are not the same. */
function otherSpeaker(bead: BeadView, ours: readonly Stretch[], theirs: readonly Stretch[]): Draft[] {
  if (ours.length !== 1 || theirs.length !== 1) return [];
  const source = speakers(bead.source, ours, bead);
  const target = speakers(bead.target, theirs, bead);
  if (source.length !== 1 || target.length !== 1 || source[0]!.name === target[0]!.name) return [];
  const [one, other] = [source[0]!, target[0]!];
  if (!bead.names.isLinked(one.name, bead.source, bead.target) || !bead.names.isLinked(other.name, bead.source, bead.target)) return [];
  const stands = (name: TracedName, side: BeadSide): boolean => bead.names.in(side).some((here) => here.name === name);
  if (stands(one.name, bead.target) || stands(other.name, bead.source)) return [];
  return [
    {
      source: stretchOf(one, bead.source),
      target: stretchOf(other, bead.target),
      actual: other.mention.text,
      expected: one.mention.text,
      message: `The quotation is ${one.name.canonical}’s in the ${textName(bead.source, bead.target)}, and ${other.name.canonical}’s in the ${textName(bead.target, bead.source)}.`,
      confidence: CONFIDENCE.speaker,
    },
  ];
}

/** Persons who stand outside the quotations. */
function speakers(side: BeadSide, quotes: readonly Stretch[], bead: BeadView): NameHere[] {
  return bead.names.in(side).filter((here) => {
    const { start } = stretchOf(here, side);
    return here.name.type === 'person' && !quotes.some((quote) => start >= quote.start && start < quote.end);
  });
}

function stretchOf(here: NameHere, side: BeadSide): Stretch {
  const offset = side.place({ start: 0, end: 0 }).start;
  return { start: here.mention.start - offset, end: here.mention.end - offset };
}

function quotesOtherwise(bead: BeadView, expected: string, actual: string): string {
  return `The quotation has “${expected}” in the ${textName(bead.source, bead.target)} where the ${textName(bead.target, bead.source)} has “${actual}”.`;
}

/** One short term in quote marks on each side, and the two have nothing in common, where a document is known to garble. */
function otherTerm(bead: BeadView, ours: readonly Stretch[], theirs: readonly Stretch[]): Draft[] {
  if (suspectOf(bead) === undefined) return [];
  const source = onlyTerm(ours, bead.source);
  const target = onlyTerm(theirs, bead.target);
  if (!source || !target || !areApart(bead, source, target)) return [];
  const expected = bead.source.text.slice(source.start, source.end);
  const actual = bead.target.text.slice(target.start, target.end);
  return [
    {
      source,
      target,
      actual,
      expected,
      message: `The ${textName(bead.source, bead.target)} quotes “${expected}”, the ${textName(bead.target, bead.source)} “${actual}”.`,
      confidence: CONFIDENCE.term,
    },
  ];
}

/** The one quotation of a side that is no more than a word or two. */
function onlyTerm(quotes: readonly Stretch[], side: BeadSide): Stretch | undefined {
  const short = quotes.filter((quote) => {
    const text = side.text.slice(quote.start, quote.end);
    return (text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) <= MAX_TERM && !/\p{Lu}|[!?]/u.test(text);
  });
  return short.length === 1 ? short[0] : undefined;
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
