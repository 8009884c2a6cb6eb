/**
 * Evidence from third documents: a common match of both supports a pair, and a confident match of one that does not match the other
 * contradicts it.
 *
 * Uses the first judgements only, so that the order of pairs and documents does not matter. Time: pairs × partners of a document.
 */
import { exp, log } from '../exact-math.ts';
import { supportWeights } from './pair-weights.ts';

/** Two items and the probability of their match. */
export interface JudgedPair {
  /** Positions in the pile. */
  readonly source: number;
  readonly target: number;
  readonly confidence: number;
}

/** Evidence from third documents: probabilities, 0 to 1. */
export interface ThirdEvidence {
  /** Largest probability that both match the same third document. */
  readonly support: number;
  /** Probability that one of them matches a third document and the other does not, if they share none: the largest for each item, averaged. */
  readonly contradiction: number;
}

/** Probabilities are clipped to keep their log-odds finite. */
const highestConfidence = 1 - 1e-9;

/**
 * The same pairs with confidences that include third documents. Pairs not among them count as no match.
 *
 * @param canMeet - Whether two items could have been judged; parts of one document could not.
 */
export function weighThirds<Pair extends JudgedPair>(pairs: readonly Pair[], canMeet: (one: number, other: number) => boolean): Pair[] {
  const evidence = findThirds(pairs, canMeet);
  return pairs.map((pair, k) => {
    const sure = Math.min(Math.max(pair.confidence, 1 - highestConfidence), highestConfidence);
    const { support, contradiction } = evidence[k]!;
    const { constant, odds } = supportWeights;
    const score =
      constant + odds * log(sure / (1 - sure)) + supportWeights.support * support + supportWeights.contradiction * contradiction;
    return { ...pair, confidence: 1 / (1 + exp(-score)) };
  });
}

/** The evidence from third documents for each pair. */
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
