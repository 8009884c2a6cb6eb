/**
 * Clauses that one side lacks.
 *
 *     source   Apia didirikan pada 1850-an  dan menjadi ibu kota resmi Samoa sejak 1959.
 *                   .8         .9    1          .1     .2  .1    .2    .9
 *     target   The president met the ministers in Moscow. …            └── nothing near ──┘
 *
 * For every token of a side the nearest token of the other is known (cosine of the model's vectors). The stretch whose tokens fall short of a threshold most, in
 * weighted sum, is found in one pass (Kadane 1984, by way of Bentley's Programming Pearls). It is reported when the side is also longer than its counterpart, by
 * the usual ratio of the two documents, and would fit better without the stretch: single words are often translated in ways that the vectors do not know,
 * and are not reported.
 */

import { measureLength } from '../../../align/text-measures.ts';
import { log } from '../../../exact-math.ts';
import type { BeadSide } from '../bead-side.ts';
import { textName } from '../language-name.ts';
import { linkTokens, type Token, type TokenRange } from '../link-tokens.ts';
import type { BeadView, Draft, Rule, Stretch } from '../rule.ts';

const CONFIDENCE = 0.85;
/** Tokens nearer than this are supported. */
const SUPPORT = 0.4;
/** Function words are shorter, and stand everywhere. */
const MIN_WEIGHT = 1.5;
/** Least sum of `(SUPPORT - similarity) × weight` over the stretch: some six content words without counterpart. */
const MIN_SHORTFALL = 4;
/** Least logarithm of length over expected length. */
const MIN_EXCESS = 0.2;
/** A bead that is less likely to be right may lack a sentence. */
const MIN_CONFIDENCE = 0.8;
/** Tokens of one side times tokens of the other; beads of whole pages are left out. */
const MAX_PRODUCT = 250_000;
/** Fewer beads do not tell the usual ratio of two documents; then lengths are taken as they are. */
const MIN_BEADS = 8;

/** Clauses of one side that nothing on the other supports. */
export const contentRule: Rule = {
  name: 'content',
  summary: 'A clause of one side has no counterpart on the other, in words or in length.',
  fires: {
    source: [
      'id',
      'Presiden bertemu dengan para menteri di Moskow, dan polisi menangkap tiga puluh orang setelah demonstrasi besar di depan gedung parlemen.',
    ],
    target: ['en', 'The president met the ministers in Moscow.'],
  },
  silent: {
    source: [
      'id',
      'Presiden bertemu dengan para menteri di Moskow, dan polisi menangkap tiga puluh orang setelah demonstrasi besar di depan gedung parlemen.',
    ],
    target: [
      'en',
      'The president met the ministers in Moscow, and police arrested thirty people after a large demonstration in front of the parliament building.',
    ],
  },
  check(beads, at) {
    const bead = beads[at]!;
    if (!bead.parallel || bead.confidence < MIN_CONFIDENCE || !bead.pieces) return [];
    const excess = log(measureLength(bead.source.text) / measureLength(bead.target.text)) - usualExcess(beads);
    if (!(Math.abs(excess) >= MIN_EXCESS && Math.abs(excess) < 8)) return [];
    const source = rangeOf(bead.source, bead);
    const target = rangeOf(bead.target, bead);
    if (!source || !target || count(source) * count(target) > MAX_PRODUCT) return [];
    const links = linkTokens(source, target);
    const side = excess > 0 ? bead.source : bead.target;
    const stretch = excess > 0 ? unsupported(side, links.source, links.sourceBest) : unsupported(side, links.target, links.targetBest);
    if (!stretch) return [];
    const rest = measureLength(side.text) - measureLength(side.text.slice(stretch.start, stretch.end));
    if (Math.abs(log(Math.max(1, rest) / measureLength(side.text)) + Math.abs(excess)) > Math.abs(excess)) return [];
    return [draft(bead, stretch, excess > 0)];
  },
};

const usual = new WeakMap<readonly BeadView[], number>();

/** Logarithm of source length over target length in the middle of all beads. */
function usualExcess(beads: readonly BeadView[]): number {
  const known = usual.get(beads);
  if (known !== undefined) return known;
  const ratios = beads
    .map((bead) => log(measureLength(bead.source.text) / measureLength(bead.target.text)))
    .filter((ratio) => Number.isFinite(ratio))
    .sort((one, other) => one - other);
  const middle = ratios.length >= MIN_BEADS ? ratios[ratios.length >> 1]! : 0;
  usual.set(beads, middle);
  return middle;
}

/** The stretch whose content words are least supported, if they are little enough. */
function unsupported(side: BeadSide, tokens: readonly Token[], best: Float32Array): Stretch | undefined {
  let sum = 0;
  let from = 0;
  let most = 0;
  let stretch: Stretch | undefined;
  tokens.forEach((token, index) => {
    if (token.weight < MIN_WEIGHT || !/\p{L}/u.test(side.text.slice(token.start, token.end))) return;
    if (sum <= 0) {
      sum = 0;
      from = token.start;
    }
    sum += (SUPPORT - best[index]!) * token.weight;
    if (sum > most) {
      most = sum;
      stretch = { start: from, end: token.end };
    }
  });
  return most >= MIN_SHORTFALL ? stretch : undefined;
}

/** The tokens of a side, with its sentences where they stand in its text. */
function rangeOf(side: BeadSide, bead: BeadView): TokenRange | undefined {
  const pieces = bead.pieces?.get(side.document.id);
  if (!pieces || pieces.offsets.length !== side.document.sentences.length + 1) return undefined;
  const sentences = side.document.sentences.slice(side.first, side.last);
  return { pieces, first: side.first, last: side.last, starts: sentences.map((sentence) => sentence.start - sentences[0]!.start) };
}

function count({ pieces, first, last }: TokenRange): number {
  return pieces.offsets[last]! - pieces.offsets[first]!;
}

function draft(bead: BeadView, stretch: Stretch, inSource: boolean): Draft {
  const [side, other] = inSource ? [bead.source, bead.target] : [bead.target, bead.source];
  const words = side.text.slice(stretch.start, stretch.end);
  const shown = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  return {
    ...(inSource ? { source: stretch } : { target: stretch }),
    actual: inSource ? '' : words,
    expected: inSource ? words : '',
    message: `Nothing in the ${textName(other, side)} stands for “${shown}” in the ${textName(side, other)}.`,
    confidence: CONFIDENCE,
  };
}
