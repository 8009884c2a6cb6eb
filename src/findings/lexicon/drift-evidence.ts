/** What speaks for and against a drift, by name. Which of its two words is wrong nobody knows, so all is alike in both directions. */

/** What the places of two words tell, before any vector is looked at. */
export interface PlaceEvidence {
  constant: number;
  /** How far the two words can be relied on, as in `SideWord`. */
  relianceLow: number;
  relianceHigh: number;
  /** How surely it is one place, 0 to 2. */
  context: number;
  /** How far apart in their sides, 0 to 1. */
  distance: number;
  /** Share of the content words of the bead that are joined. */
  agreement: number;
  /** Unjoined content words around. */
  loose: number;
  /** Confidence of the bead. */
  bead: number;
}

/** The same with what the vectors tell. */
export interface DriftEvidence extends PlaceEvidence {
  /** Cosine of the two words. */
  cosine: number;
  /** Highest cosine of either with any other word of the other side. */
  elsewhereLow: number;
  elsewhereHigh: number;
  /** Whether their lists meet: one stands for a paraphrase of the other. */
  paraphrase: number;
}

/** Weights of a first look at the places, and of a second one at all. */
export interface DriftWeights {
  readonly first: Readonly<PlaceEvidence>;
  readonly second: Readonly<DriftEvidence>;
}

/** Log odds of a drift. */
export function weighDrift<Evidence extends PlaceEvidence>(evidence: Evidence, weights: Readonly<Evidence>): number {
  let sum = 0;
  for (const name in weights) sum += (weights[name] as number) * (evidence[name] as number);
  return sum;
}
