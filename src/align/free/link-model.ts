/** What the free alignment has learned, and the candidates that it scores. */
import type { Calibration } from '../learned/calibration.ts';

/** What is learned about links. Weights are in the order of `linkFeatures`. */
export interface LinkModel {
  /** Weights of the first look, at pairs of sentences. */
  readonly first: Float64Array;
  /** Weights of the second look, at beads. */
  readonly second: Float64Array;
  /** Cosine of sentences that have nothing to do with one another. */
  readonly background: number;
  /** Links less likely count against a bead. */
  readonly threshold: number;
  readonly calibration: Calibration;
}

/** A bead that may be one, with its features. */
export interface LinkCandidate {
  readonly source: [start: number, end: number];
  readonly target: [start: number, end: number];
  readonly features: Float64Array;
}
