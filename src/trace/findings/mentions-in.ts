import type { Mention, TracedName } from '../../types.ts';
import type { BeadSide } from './bead-side.ts';

/** A name with a mention that stands in a side of a bead. */
export interface NameHere {
  readonly name: TracedName;
  readonly mention: Mention;
}

/** The traced names that stand in a side, with their first mention there. */
export function namesIn(side: BeadSide, names: readonly TracedName[]): NameHere[] {
  const found: NameHere[] = [];
  for (const name of names) {
    const mention = name.mentions.find(
      (one) => one.document === side.document.id && one.sentence >= side.first && one.sentence < side.last,
    );
    if (mention) found.push({ name, mention });
  }
  return found;
}

/** Whether a name has mentions in both documents, so that its spellings are known to be linked across the two languages. */
export function isLinked(name: TracedName, source: BeadSide, target: BeadSide): boolean {
  return (
    name.mentions.some((one) => one.document === source.document.id) && name.mentions.some((one) => one.document === target.document.id)
  );
}
