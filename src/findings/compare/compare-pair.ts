import type { Edge } from '../gather-claims.ts';
import type { Model } from '../weigh.ts';
import { compareCounted } from './compare-counted.ts';
import { compareDates } from './compare-dates.ts';
import { compareNegations } from './compare-negations.ts';
import { compareNumbers, numberValue, ruleOf } from './compare-numbers.ts';
import type { Candidate, PairView } from './pair-view.ts';

/** What two documents may tell otherwise, by the model that weighs it, and what they tell alike. */
export interface ComparedPair {
  readonly candidates: readonly (Candidate & { readonly rule: string; readonly model: Model })[];
  readonly agreements: readonly Edge[];
}

/** Compares two documents in all ways. */
export function comparePair(view: PairView): ComparedPair {
  const dates = compareDates(view);
  const numbers = compareNumbers(view, dates);
  const negations = compareNegations(view);
  const of = (rule: 'number' | 'date' | 'count-noun' | 'polarity', candidates: readonly Candidate<object>[]) =>
    candidates.map((candidate) => ({
      ...candidate,
      rule,
      model: `${rule}, ${view.isParallel ? 'translations' : 'reports'}` as const,
      evidence: candidate.evidence as Candidate['evidence'],
    }));
  return {
    candidates: [
      ...of('number', numbers.candidates),
      ...of('count-noun', compareCounted(view, numbers)),
      ...of('date', dates.candidates),
      ...of('polarity', negations.candidates),
    ],
    agreements: [
      ...numbers.agreed.map(({ source, target, link }): Edge => {
        const claim = (fact: typeof source) => ({ sentence: fact.sentence, start: fact.start, end: fact.end, value: numberValue(fact) });
        return { rule: ruleOf(source), source: claim(source), target: claim(target), confidence: link.confidence };
      }),
      ...dates.agreed,
      ...negations.agreed,
    ],
  };
}
