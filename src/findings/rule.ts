import type { TextPieces } from '../types.ts';
import type { BeadSide } from './bead-side.ts';
import type { NameIndex } from './mentions-in.ts';
import type { Stretch } from './stretch.ts';

/** A bead as the rules see it: the two texts, and how far it can be trusted. */
export interface BeadView {
  /** Index into `pairs`, and into the beads of that pair. */
  readonly pair: number;
  readonly bead: number;
  /** One text translates the other; in a comparable pair only what is about the same thing is compared. */
  readonly parallel: boolean;
  readonly confidence: number;
  readonly source: BeadSide;
  readonly target: BeadSide;
  readonly names: NameIndex;
  /** The beads of all pairs that a sentence stands in, this one included. */
  beadsOf(document: string, sentence: number): readonly BeadView[];
  /** The tokens of the sentences of a document, where they can be had; see {@link TextPieces}. The first call may load a model. */
  piecesOf(document: string): TextPieces | undefined;
}

/** The confidence of a finding in a bead that may be wrong itself. */
export function doubt(confidence: number, bead: Pick<BeadView, 'confidence'>): number {
  return confidence * Math.min(1, bead.confidence + 0.1);
}

/** What a rule reports; places and indices are added by the caller. */
export interface Draft {
  readonly source?: Stretch;
  readonly target?: Stretch;
  /** Side of another bead, when the words of `source` or `target` stand in a neighbouring bead. */
  readonly sourceSide?: BeadSide;
  readonly targetSide?: BeadSide;
  /** What the target says. */
  readonly actual: string;
  /** What the source says. */
  readonly expected: string;
  readonly message: string;
  /** Share of such findings that were true on development texts, 0 to 1. */
  readonly confidence: number;
}

/** Two texts with their languages, as an example of a rule. */
export interface Example {
  readonly source: readonly [language: string, text: string];
  readonly target: readonly [language: string, text: string];
}

/** A rule: one way in which the two sides of a bead can disagree. */
export interface Rule {
  /** Stands in `Finding.rule`, and switches the rule on in the options. */
  readonly name: string;
  /** What it looks for, in a sentence. */
  readonly summary: string;
  /** An example that it reports. */
  readonly fires: Example;
  /** An example close to it that is no disagreement. */
  readonly silent: Example;
  /** What disagrees in the bead at `at`; neighbouring beads are given, since what is missing here may stand there. */
  check(beads: readonly BeadView[], at: number): readonly Draft[];
}
