/**
 * What third documents say of a pair: who belongs with a common third belongs together, and who belongs with a third that the other has
 * nothing to do with rather does not.
 *
 * Looks at the first judgements only, so that no order of pairs or documents matters. Time: pairs × partners of a document.
 */
import { exp, log } from '../exact-math.ts';
import { supportWeights } from './pair-weights.ts';

/** Two items and how likely they belong together. */
export interface JudgedPair {
  /** Positions in the pile. */
  readonly source: number;
  readonly target: number;
  readonly confidence: number;
}

/** What thirds say: probabilities, 0 to 1. */
export interface ThirdEvidence {
  /** That both belong with one third: of the likeliest. */
  readonly support: number;
  /** That one of them belongs with a third and the other does not, and no third is common: of the likeliest for either, the mean. */
  readonly contradiction: number;
}

const surest = 1 - 1e-9;

/**
 * The same pairs with what thirds say taken into account. Pairs that are not among them are taken for strangers.
 *
 * @param canMeet - Whether two items could have been judged: parts of one document could not.
 */
export function weighThirds<Pair extends JudgedPair>(pairs: readonly Pair[], canMeet: (one: number, other: number) => boolean): Pair[] {
  const evidence = findThirds(pairs, canMeet);
  return pairs.map((pair, k) => {
    const sure = Math.min(Math.max(pair.confidence, 1 - surest), surest);
    const { support, contradiction } = evidence[k]!;
    const { constant, odds } = supportWeights;
    const score =
      constant + odds * log(sure / (1 - sure)) + supportWeights.support * support + supportWeights.contradiction * contradiction;
    return { ...pair, confidence: 1 / (1 + exp(-score)) };
  });
}

/** What thirds say of each pair. */
export function findThirds(pairs: readonly JudgedPair[], canMeet: (one: number, other: number) => boolean): ThirdEvidence[] {
  const partners = new Map<number, Map<number, number>>();
  const of = (item: number) => {
    const known = partners.get(item) ?? new Map<number, number>();
    partners.set(item, known);
    return known;
  };
  for (const { source, target, confidence } of pairs) {
    of(source).set(target, confidence);
    of(target).set(source, confidence);
  }
  return pairs.map(({ source, target }) => {
    let support = 0;
    const contradictions = [
      [source, target],
      [target, source],
    ].map(([one, other]) => {
      let most = 0;
      for (const [third, here] of of(one!)) {
        if (third === other || !canMeet(other!, third)) continue;
        const there = of(other!).get(third) ?? 0;
        support = Math.max(support, here * there);
        most = Math.max(most, here * (1 - there));
      }
      return most;
    });
    return { support, contradiction: ((contradictions[0]! + contradictions[1]!) / 2) * (1 - support) };
  });
}
