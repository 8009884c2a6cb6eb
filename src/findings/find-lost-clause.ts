/**
 * Clauses that one side lacks.
 *
 *     source   Apia didirikan pada 1850-an  dan menjadi ibu kota resmi Samoa sejak 1959.
 *                   .8         .9    1          .1     .2  .1    .2    .9
 *     target   The president met the ministers in Moscow. …            └── nothing near ──┘
 *
 * For every token of a side the nearest token of the other is known (cosine of the model's vectors). The stretch whose tokens fall short of a threshold most, in
 * weighted sum, is found in one pass (Kadane 1984, by way of Bentley's Programming Pearls). It counts when the side is also longer than its counterpart, by
 * the usual ratio of the two documents, and would fit better without the stretch.
 */
import { measureLength } from '../align/text-measures.ts';
import { linkTokens, type Token } from '../align/words/link-tokens.ts';
import { log } from '../exact-math.ts';
import type { BeadSide } from './bead-side.ts';
import type { BeadView } from './rule.ts';
import type { Stretch } from './stretch.ts';
import { countTokens, tokenRangeOf } from './token-ranges.ts';

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

/** A clause of one side that nothing on the other supports. */
export interface LostClause {
  readonly stretch: Stretch;
  readonly inSource: boolean;
}

/** The clause that one side of a bead lacks, if it lacks one. Needs tokens, and a parallel pair. */
export function findLostClause(beads: readonly BeadView[], at: number): LostClause | undefined {
  const bead = beads[at]!;
  if (!bead.parallel || bead.confidence < MIN_CONFIDENCE) return undefined;
  const excess = log(measureLength(bead.source.text) / measureLength(bead.target.text)) - usualExcess(beads);
  if (!(Math.abs(excess) >= MIN_EXCESS && Math.abs(excess) < 8)) return undefined;
  const source = tokenRangeOf(bead.source, bead);
  const target = tokenRangeOf(bead.target, bead);
  if (!source || !target || countTokens(source) * countTokens(target) > MAX_PRODUCT) return undefined;
  const links = linkTokens(source, target);
  const inSource = excess > 0;
  const side = inSource ? bead.source : bead.target;
  const stretch = inSource ? unsupported(side, links.source, links.sourceBest) : unsupported(side, links.target, links.targetBest);
  if (!stretch) return undefined;
  const rest = measureLength(side.text) - measureLength(side.text.slice(stretch.start, stretch.end));
  if (Math.abs(log(Math.max(1, rest) / measureLength(side.text)) + Math.abs(excess)) > Math.abs(excess)) return undefined;
  return { stretch, inSource };
}

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
