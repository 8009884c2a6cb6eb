/**
 * One confidence for what translations of one text say alike.
 *
 *     tr 41 ──.4── wire 47          41 agrees in tr, en and zh, which translate one another: whether it contradicts 47 is one question
 *      =                            with three answers; the surest one is made surer by the others
 *     en 41 ──.2── wire 47
 *      =
 *     zh 41 ──.3── wire 47
 *
 * Time: linear in disagreements and agreements, nearly.
 */
import { exp, log } from '../exact-math.ts';
import { type Edge, placeOf } from './gather-claims.ts';

/** Agreements as sure as that make one fact of two places. */
const SURE = 0.9;
/** What the other answers add to the log odds of the surest, for each unit that theirs exceed `LEAST_ODDS` on average. By cross-validation over stories, of 0 to 1.2. */
const SUPPORT = 0.7;
const LEAST_ODDS = -2;

/** The disagreements, each with the confidence of the question that it answers. */
export function shareEvidence(disagreements: readonly Edge[], agreements: readonly Edge[]): Edge[] {
  const parents = new Map<string, string>();
  const factOf = (place: string): string => {
    let at = place;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  const keyOf = (rule: string, claim: Edge['source']): string => `${rule} ${placeOf(claim)}`;
  for (const { rule, source, target, confidence } of agreements) {
    if (confidence < SURE) continue;
    const [one, other] = [factOf(keyOf(rule, source)), factOf(keyOf(rule, target))];
    if (one !== other) parents.set(other, one);
  }
  const questions = new Map<string, Edge[]>();
  for (const edge of disagreements) {
    const facts = [edge.source, edge.target].map((claim) => factOf(keyOf(edge.rule, claim))).sort();
    const key = facts.join('|');
    const asked = questions.get(key);
    if (asked) asked.push(edge);
    else questions.set(key, [edge]);
  }
  return [...questions.values()].flatMap((edges) => {
    if (edges.length === 1) return edges;
    const odds = edges.map(({ confidence }) => oddsOf(confidence)).sort((one, other) => other - one);
    const [surest = 0, ...others] = odds;
    const score = surest + (SUPPORT * others.reduce((sum, one) => sum + Math.max(0, one - LEAST_ODDS), 0)) / others.length;
    return edges.map((edge) => ({ ...edge, confidence: 1 / (1 + exp(-score)) }));
  });
}

function oddsOf(probability: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, probability));
  return log(bounded / (1 - bounded));
}
