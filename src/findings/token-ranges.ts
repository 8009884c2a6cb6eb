import type { TokenRange } from '../align/words/link-tokens.ts';
import type { BeadSide } from './bead-side.ts';
import type { BeadView } from './rule.ts';

/** The tokens of a side, with its sentences where they stand in its text; undefined without tokens, or with those of another segmentation. */
export function tokenRangeOf(side: BeadSide, bead: BeadView): TokenRange | undefined {
  const pieces = bead.piecesOf(side.document.id);
  if (!pieces || pieces.offsets.length !== side.document.sentences.length + 1) return undefined;
  const sentences = side.document.sentences.slice(side.first, side.last);
  return { pieces, first: side.first, last: side.last, starts: sentences.map((sentence) => sentence.start - sentences[0]!.start) };
}

/** How many tokens a run has. */
export function countTokens({ pieces, first, last }: TokenRange): number {
  return pieces.offsets[last]! - pieces.offsets[first]!;
}
