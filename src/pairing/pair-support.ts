/**
 * Evidence from third documents: a common match of both supports a pair, and a confident match of one that does not match the other
 * contradicts it.
 *
 * Uses the first judgements only, so that the order of pairs and documents does not matter. Time: pairs × partners of a document.
 */
import { hearThirds } from '../align/relation/same-events.ts';
import { exp, log } from '../exact-math.ts';
import type { ItemMatch } from './collect-matches.ts';
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

/** The same matches, each `comparable` or `related` by what third documents report too. */
export function* nameEvents(matches: readonly ItemMatch[]): Generator<void, ItemMatch[]> {
  const known = matches.flatMap((match) => (match.sameEvent === undefined ? [] : [{ ...match, sameEvent: match.sameEvent }]));
  const heard = yield* hearThirds(known);
  const odds = new Map(known.map(({ source, target }, k) => [`${source} ${target}`, heard[k]]));
  return matches.map((match) => {
    const own = odds.get(`${match.source} ${match.target}`);
    if (own === undefined || match.relation === 'parallel') return match;
    const sameEvent = 1 / (1 + exp(-own));
    return own >= 0
      ? { ...match, relation: 'comparable', relationConfidence: sameEvent }
      : { ...match, relation: 'related', relationConfidence: 1 - sameEvent };
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
