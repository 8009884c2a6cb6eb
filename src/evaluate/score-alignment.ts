/**
 * Scores beads against gold like the scorer of Vecalign (Thompson and Koehn 2019, https://aclanthology.org/D19-1136/),
 * so that figures are comparable with published ones:
 *
 * - strict: a bead counts when it holds the same sentences as a gold bead;
 * - lax: a bead counts when it shares a sentence with one gold bead on both sides;
 * - precision is taken over every predicted bead, skips included; recall over the gold beads that are no skips.
 *
 * A bead is a set: the order and the repetition of its indices do not matter, nor do equal beads given twice.
 */
import { invalidOption } from '../check-options.ts';
import { withNotebookTable } from '../report/notebook-table.ts';
import type { Bead, GoldBead, Score } from '../types.ts';

/** What {@link scoreAlignment} returns. */
export interface AlignmentScore {
  /** Beads that hold the same sentences as a gold bead. */
  strict: Score;
  /** Beads that share a sentence with one gold bead on both sides. */
  lax: Score;
  /** Sentences without a partner, counted one by one: precision over those predicted, recall over those in gold. `count`: such sentences in gold. */
  skips: Score;
  /** Strict score of each bead shape, `'1-1'`, `'1-2'`, `'0-1'`, …: precision over predicted, recall over gold beads of that shape. */
  shapes: Record<string, Score>;
}

/**
 * Precision, recall and F1 of predicted beads.
 *
 * Gold beads may have gaps and cross, and so may predicted ones when they are given as index lists.
 * A ratio without anything to count is 0. Beads empty on both sides are left out.
 *
 * @example
 * ```ts
 * const gold = [{ source: [0], target: [0] }, { source: [1], target: [1, 2] }];
 * const found = [{ source: [0], target: [0] }, { source: [1], target: [1] }];
 * const { strict, lax } = scoreAlignment(gold, found);
 * console.log(strict.f1, lax.f1); // → 0.5 1
 * ```
 */
export function scoreAlignment(gold: readonly GoldBead[], predicted: readonly Bead[] | readonly GoldBead[]): AlignmentScore {
  checkBeads('gold', gold);
  const goldSets = distinctBeads(gold.map(toBeadSet));
  const predictedSets = distinctBeads(indexBeads(predicted));
  const goldKeys = new Set(goldSets.map(keyOf));
  const predictedKeys = new Set(predictedSets.map(keyOf));
  const goldMatched = goldSets.filter(isMatch);
  const inGold = targetsOfSources(goldSets);
  const inPredicted = targetsOfSources(predictedSets.filter(isMatch));

  const strictHits = predictedSets.filter((bead) => goldKeys.has(keyOf(bead))).length;
  const strictFound = goldMatched.filter((bead) => predictedKeys.has(keyOf(bead))).length;
  const laxHits = predictedSets.filter((bead) => goldKeys.has(keyOf(bead)) || touches(bead, inGold)).length;
  const laxFound = goldMatched.filter((bead) => predictedKeys.has(keyOf(bead)) || touches(bead, inPredicted)).length;

  const score: AlignmentScore = {
    strict: toScore(strictHits, predictedSets.length, strictFound, goldMatched.length),
    lax: toScore(laxHits, predictedSets.length, laxFound, goldMatched.length),
    skips: scoreSkips(goldSets, predictedSets),
    shapes: scoreShapes(goldSets, predictedSets, goldKeys, predictedKeys),
  };
  return withNotebookTable(score, () => ({
    head: ['beads', 'precision', 'recall', 'F1', 'count'],
    rows: Object.entries({ strict: score.strict, lax: score.lax, skips: score.skips, ...score.shapes }).map(([name, each]) => [
      name,
      each.precision,
      each.recall,
      each.f1,
      each.count,
    ]),
  }));
}

/** Precision `hits / predicted`, recall `found / gold`, and F1. A ratio without anything to count is 0. */
export function toScore(hits: number, predicted: number, found: number, gold: number): Score {
  const precision = predicted > 0 ? hits / predicted : 0;
  const recall = gold > 0 ? found / gold : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, count: gold };
}

/**
 * Beads of either form as sorted index lists without repetition. Beads with both a similarity and a confidence hold spans, as
 * those of {@link alignDocuments}; beads of files have at most one of them, and hold index lists.
 *
 * @throws {@link AlignmentError} `OPTION_INVALID` for what is no list of beads.
 */
export function indexBeads(beads: readonly Bead[] | readonly GoldBead[]): GoldBead[] {
  checkBeads('beads', beads);
  return beads.map((bead) => (isSpan(bead) ? { source: range(bead.source), target: range(bead.target) } : toBeadSet(bead)));
}

function isSpan(bead: Bead | GoldBead): bead is Bead {
  return 'similarity' in bead && 'confidence' in bead;
}

function toBeadSet(bead: GoldBead): GoldBead {
  return { source: sortedDistinct(bead.source), target: sortedDistinct(bead.target) };
}

function sortedDistinct(indices: readonly number[]): number[] {
  return [...new Set(indices)].sort((a, b) => a - b);
}

function range([start, end]: readonly [number, number]): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}

function keyOf(bead: GoldBead): string {
  return `${bead.source.join(',')}:${bead.target.join(',')}`;
}

function isMatch(bead: GoldBead): boolean {
  return bead.source.length > 0 && bead.target.length > 0;
}

function distinctBeads(beads: readonly GoldBead[]): GoldBead[] {
  const byKey = new Map(beads.filter((bead) => bead.source.length > 0 || bead.target.length > 0).map((bead) => [keyOf(bead), bead]));
  return [...byKey.values()];
}

/** For each source sentence, the target sentences of all beads it is in. */
function targetsOfSources(beads: readonly GoldBead[]): Map<number, Set<number>> {
  const targets = new Map<number, Set<number>>();
  for (const bead of beads) {
    for (const source of bead.source) {
      const known = targets.get(source) ?? new Set<number>();
      for (const target of bead.target) known.add(target);
      targets.set(source, known);
    }
  }
  return targets;
}

function touches(bead: GoldBead, targets: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  return bead.source.some((source) => bead.target.some((target) => targets.get(source)?.has(target)));
}

function scoreSkips(gold: readonly GoldBead[], predicted: readonly GoldBead[]): Score {
  const inGold = skippedSentences(gold);
  const inPredicted = skippedSentences(predicted);
  const hits = [...inPredicted].filter((sentence) => inGold.has(sentence)).length;
  return toScore(hits, inPredicted.size, hits, inGold.size);
}

function skippedSentences(beads: readonly GoldBead[]): Set<string> {
  const skips = beads.filter((bead) => !isMatch(bead));
  return new Set(skips.flatMap((bead) => [...bead.source.map((index) => `s${index}`), ...bead.target.map((index) => `t${index}`)]));
}

function scoreShapes(
  gold: readonly GoldBead[],
  predicted: readonly GoldBead[],
  goldKeys: ReadonlySet<string>,
  predictedKeys: ReadonlySet<string>,
): Record<string, Score> {
  const shapeOf = (bead: GoldBead) => `${bead.source.length}-${bead.target.length}`;
  const names = [...new Set([...gold, ...predicted].map(shapeOf))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const ofGold = gold.filter((bead) => shapeOf(bead) === name);
      const ofPredicted = predicted.filter((bead) => shapeOf(bead) === name);
      const hits = ofPredicted.filter((bead) => goldKeys.has(keyOf(bead))).length;
      const found = ofGold.filter((bead) => predictedKeys.has(keyOf(bead))).length;
      return [name, toScore(hits, ofPredicted.length, found, ofGold.length)];
    }),
  );
}

const mostSentences = 10_000_000;

function checkBeads(name: string, beads: unknown): void {
  const isIndex = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= mostSentences;
  const isSide = (side: unknown) => Array.isArray(side) && side.every(isIndex);
  const isBead = (bead: unknown) => {
    if (typeof bead !== 'object' || bead === null) return false;
    const { source, target } = bead as Bead;
    return (
      isSide(source) &&
      isSide(target) &&
      (!isSpan(bead as Bead) || [source, target].every((side) => side.length === 2 && side[0] <= side[1]))
    );
  };
  if (!Array.isArray(beads) || !beads.every(isBead))
    throw invalidOption(name, `a list of beads of sentence numbers up to ${mostSentences}`, beads);
}
