/** How probable a disagreement is: one logistic model a rule, fitted by `bench/fit-findings.ts`. */
import { exp } from '../exact-math.ts';
import { WEIGHTS } from './weights.ts';

/** A rule that is weighed. */
export type WeighedRule = keyof typeof WEIGHTS;

/** The probability that a candidate is true. */
export function weigh(rule: WeighedRule, evidence: object): number {
  const weights: Readonly<Record<string, number>> = WEIGHTS[rule];
  let score = 0;
  for (const [name, value] of Object.entries(evidence) as [string, number][]) score += (weights[name] ?? 0) * value;
  return 1 / (1 + exp(-score));
}
