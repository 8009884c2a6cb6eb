/**
 * Another person or place: a name of the source that the target has nowhere, and in its stead one that the source has nowhere.
 *
 * Only names whose spellings are linked across the two documents are compared, so that an unlinked transliteration is no finding. Reports of one event
 * name different people, so comparable texts are left out.
 */
import type { BeadSide } from '../bead-side.ts';
import { textName } from '../language-name.ts';
import type { NameHere } from '../mentions-in.ts';
import type { Rule, Stretch } from '../rule.ts';

const CONFIDENCE = 0.8;

/** One name in the place of another. */
export const nameRule: Rule = {
  name: 'name',
  summary: 'A name of one side is missing on the other, where another name stands in its place.',
  fires: { source: ['zh', '普京会见了威特科夫。'], target: ['en', 'Putin met Lavrov.'] },
  silent: { source: ['zh', '普京会见了他。'], target: ['en', 'Putin met Witkoff.'] },
  check(beads, at) {
    const bead = beads[at]!;
    if (!bead.parallel) return [];
    const ours = bead.names.in(bead.source);
    const theirs = bead.names.in(bead.target);
    const left = ours.filter((here) => !theirs.some((other) => other.name === here.name));
    const right = theirs.filter((here) => !ours.some((other) => other.name === here.name));
    if (left.length !== 1 || right.length !== 1) return [];
    const [one, other] = [left[0]!, right[0]!];
    if (
      one.name.type !== other.name.type ||
      !bead.names.isLinked(one.name, bead.source, bead.target) ||
      !bead.names.isLinked(other.name, bead.source, bead.target)
    )
      return [];
    return [
      {
        source: stretchOf(one, bead.source),
        target: stretchOf(other, bead.target),
        actual: other.mention.text,
        expected: one.mention.text,
        message: `The ${textName(bead.source, bead.target)} names ${one.name.canonical} (“${one.mention.text}”), the ${textName(bead.target, bead.source)} ${other.name.canonical} (“${other.mention.text}”).`,
        confidence: CONFIDENCE,
      },
    ];
  },
};

function stretchOf(here: NameHere, side: BeadSide): Stretch {
  const offset = side.place({ start: 0, end: 0 }).start;
  return { start: here.mention.start - offset, end: here.mention.end - offset };
}
