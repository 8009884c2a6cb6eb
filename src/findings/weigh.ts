/** How probable a disagreement is: one logistic model a kind of fact and setting, fitted by `bench/fit-findings.ts`. */
import { exp } from '../exact-math.ts';
import { WEIGHTS } from './weights.ts';

/** Translations of one another, or reports of one event: a rule knows them apart. */
export type Model = `${'number' | 'date' | 'count-noun' | 'polarity'}, ${'translations' | 'reports'}`;

/** The probability that a candidate is true. */
export function weigh(model: Model, evidence: object): number {
  const weights: Readonly<Record<string, number>> = WEIGHTS[model] ?? {};
  let score = 0;
  for (const [name, value] of Object.entries(evidence) as [string, number][]) score += (weights[name] ?? 0) * value;
  return 1 / (1 + exp(-score));
}
