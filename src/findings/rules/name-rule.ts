/**
 * Another person or place: a name of the source that the target has nowhere, and in its stead one that the source has nowhere; or a well-known one
 * that one side has and the other has not.
 *
 * Only names whose spellings are linked across the two documents are compared, so that an unlinked transliteration is no finding. Reports of one event
 * name different people, so comparable texts are left out.
 */
import { type MissingName, missingNames } from '../find-missing-names.ts';
import { textName } from '../language-name.ts';
import type { BeadView, Draft, Rule } from '../rule.ts';

const CONFIDENCE = 0.8;
const LOST_CONFIDENCE = 0.7;
/** How far apart, in parts of the text, two names may stand that are exchanged; what another type counts for. */
const MAX_DISTANCE = 0.6;
const OTHER_TYPE = 0.2;

/** One name in the place of another. */
export const nameRule: Rule = {
  name: 'name',
  summary: 'A name of one side is missing on the other, where another name stands in its place, or none does.',
  fires: { source: ['zh', '普京会见了威特科夫。'], target: ['en', 'Putin met Lavrov.'] },
  silent: { source: ['zh', '普京会见了他。'], target: ['en', 'Putin met Witkoff.'] },
  check(beads, at) {
    const bead = beads[at]!;
    if (!bead.parallel) return [];
    const left = missingNames(bead.source, bead.target, bead.names);
    const right = missingNames(bead.target, bead.source, bead.names);
    const pair = nearest(bead, left, right);
    if (!pair) return [...lost(bead, left, true), ...lost(bead, right, false)];
    const [one, other] = pair;
    const expected = bead.source.text.slice(one.start, one.end);
    const actual = bead.target.text.slice(other.start, other.end);
    return [
      {
        source: one,
        target: other,
        actual,
        expected,
        message: `The ${textName(bead.source, bead.target)} names ${one.canonical} (“${expected}”), the ${textName(bead.target, bead.source)} ${other.canonical} (“${actual}”).`,
        confidence: CONFIDENCE,
      },
    ];
  },
};

/** A name that the other side would show, had it one; one is enough to look at. */
function lost(bead: BeadView, names: readonly MissingName[], inSource: boolean): Draft[] {
  const [side, other] = inSource ? [bead.source, bead.target] : [bead.target, bead.source];
  return names
    .filter(({ isPlain }) => isPlain)
    .slice(0, 1)
    .map(({ start, end, canonical }) => {
      const text = side.text.slice(start, end);
      const place = { start, end };
      return {
        ...(inSource ? { source: place } : { target: place }),
        actual: inSource ? '' : text,
        expected: inSource ? text : '',
        message: `The ${textName(side, other)} names ${canonical}${canonical === text ? '' : ` (“${text}”)`}, the ${textName(other, side)} does not.`,
        confidence: LOST_CONFIDENCE,
      };
    });
}

/** The two that stand most nearly at one place, of one type before others. */
function nearest(bead: BeadView, left: readonly MissingName[], right: readonly MissingName[]): [MissingName, MissingName] | undefined {
  let best: [MissingName, MissingName] | undefined;
  let least = MAX_DISTANCE;
  for (const one of left) {
    for (const other of right) {
      if (one.isSeat !== other.isSeat && one.type === other.type) continue; // the plan of Washington is that of the United States
      const away =
        Math.abs(one.start / bead.source.text.length - other.start / bead.target.text.length) + (one.type === other.type ? 0 : OTHER_TYPE);
      if (away < least) [best, least] = [[one, other], away];
    }
  }
  return best;
}
