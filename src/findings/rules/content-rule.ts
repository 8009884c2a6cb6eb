/**
 * Content that one side has and the other has not: clauses without a counterpart, and words that another word stands for.
 *
 * What is quoted on both sides belongs to the `quotation` rule.
 */
import { driftDrafts } from '../drift-drafts.ts';
import { findLostClause, type LostClause } from '../find-lost-clause.ts';
import { textName } from '../language-name.ts';
import type { BeadView, Draft, Rule } from '../rule.ts';

const CLAUSE_CONFIDENCE = 0.85;

/** Clauses of one side that nothing on the other supports, and words in the place of others. */
export const contentRule: Rule = {
  name: 'content',
  summary: 'A clause of one side has no counterpart on the other, in words or in length; or a word stands where another word should stand.',
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
    const clause = findLostClause(beads, at);
    const drafts = clause ? [lost(bead, clause)] : [];
    if (bead.source.base === bead.target.base) return drafts;
    return [...drafts, ...driftDrafts(bead, false, (expected, actual) => saysOtherwise(bead, expected, actual))];
  },
};

function lost(bead: BeadView, { stretch, inSource }: LostClause): Draft {
  const [side, other] = inSource ? [bead.source, bead.target] : [bead.target, bead.source];
  const words = side.text.slice(stretch.start, stretch.end);
  const shown = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  return {
    ...(inSource ? { source: stretch } : { target: stretch }),
    actual: inSource ? '' : words,
    expected: inSource ? words : '',
    message: `Nothing in the ${textName(other, side)} stands for “${shown}” in the ${textName(side, other)}.`,
    confidence: CLAUSE_CONFIDENCE,
  };
}

function saysOtherwise(bead: BeadView, expected: string, actual: string): string {
  return `“${expected}” in the ${textName(bead.source, bead.target)} stands where the ${textName(bead.target, bead.source)} has “${actual}”, and nothing there means the same.`;
}
