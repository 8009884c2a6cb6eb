import type { BeadSide } from './bead-side.ts';
import { quotesOf } from './find-quotes.ts';
import { confidenceOf, type Drift, sureDrifts, suspectOf } from './lexicon/find-drifts.ts';
import type { BeadView, Draft } from './rule.ts';
import type { Stretch } from './stretch.ts';

/** The sure drifts of a bead that lie within quotations, or all others, ready to be reported. */
export function driftDrafts(bead: BeadView, quoted: boolean, message: (expected: string, actual: string) => string): Draft[] {
  const suspect = suspectOf(bead);
  return sureDrifts(bead)
    .filter((drift) => isQuotedDrift(bead, drift) === quoted)
    .map((drift) => {
      const { source, target } = drift;
      const expected = bead.source.text.slice(source.start, source.end);
      const actual = bead.target.text.slice(target.start, target.end);
      return {
        ...(suspect === 'target' ? {} : { source }),
        ...(suspect === 'source' ? {} : { target }),
        actual,
        expected,
        message: message(expected, actual),
        confidence: confidenceOf(drift),
      };
    });
}

/** Whether both words of a drift are quoted. */
function isQuotedDrift(bead: BeadView, drift: Drift): boolean {
  return isQuoted(bead.source, drift.source) && isQuoted(bead.target, drift.target);
}

function isQuoted(side: BeadSide, word: Stretch): boolean {
  return quotesOf(side).some((quote) => quote.start <= word.start && quote.end >= word.end);
}
