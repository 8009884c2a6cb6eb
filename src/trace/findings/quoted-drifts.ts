import type { BeadSide } from './bead-side.ts';
import { quotesOf } from './find-quotes.ts';
import type { Drift } from './lexicon/find-drifts.ts';
import type { BeadView, Stretch } from './rule.ts';

/** Whether both words of a drift are quoted. */
export function isQuotedDrift(bead: BeadView, drift: Drift): boolean {
  return isQuoted(bead.source, drift.source) && isQuoted(bead.target, drift.target);
}

function isQuoted(side: BeadSide, word: Stretch): boolean {
  return quotesOf(side).some((quote) => quote.start <= word.start && quote.end >= word.end);
}
