/** Scores beads by the sentence pairs they link, which suits comparable pairs: their beads cross, and annotators disagree on their boundaries. */
import type { Bead, GoldBead, Score } from '../types.ts';
import { indexBeads, toScore } from './score-alignment.ts';

/** Options of {@link scoreLinks}. */
export interface LinkScoreOptions {
  /** Beads that annotators consider possible: their links count neither for nor against. */
  readonly possible?: readonly GoldBead[];
}

/**
 * Precision, recall and F1 over sentence links.
 *
 * A bead of two source and three target sentences is six links. Skips have none. A ratio without anything to count is 0.
 *
 * @example
 * ```ts
 * const gold = [{ source: [0, 1], target: [0] }];
 * console.log(scoreLinks(gold, [{ source: [0], target: [0] }]).recall); // → 0.5
 * ```
 */
export function scoreLinks(
  gold: readonly GoldBead[],
  predicted: readonly Bead[] | readonly GoldBead[],
  options: LinkScoreOptions = {},
): Score {
  const inGold = linksOf(indexBeads(gold));
  const possible = linksOf(indexBeads(options.possible ?? []));
  const counted = [...linksOf(indexBeads(predicted))].filter((link) => inGold.has(link) || !possible.has(link));
  const hits = counted.filter((link) => inGold.has(link)).length;
  return toScore(hits, counted.length, hits, inGold.size);
}

function linksOf(beads: readonly GoldBead[]): Set<string> {
  return new Set(beads.flatMap((bead) => bead.source.flatMap((source) => bead.target.map((target) => `${source}:${target}`))));
}
