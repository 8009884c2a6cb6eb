/** The same number of different things: 12 attacks here, 12 dead there. Compares only numbers that occur once on each side and count a known class. */
import { log } from '../../exact-math.ts';
import { GROUP_OF } from '../counted-nouns.ts';
import { cosine } from '../facts/context-vectors.ts';
import { countedAt, roleOf, victimsAt } from './compare-kinds.ts';
import type { ComparedNumbers, NumberFact } from './compare-numbers.ts';
import { numberValue } from './compare-numbers.ts';
import type { Candidate, PairView } from './pair-view.ts';

/** Evidence that a number was given to a different thing. All weights are fitted. */
export interface CountedEvidence {
  bias: number;
  parallel: number;
  bead: number;
  context: number;
  near: number;
  time: number;
  toll: number;
  measure: number;
}

/** A measure that became another one: kilograms, kilometres. */
const MEASURES: ReadonlySet<string | undefined> = new Set(['length', 'weight', 'volume', 'area']);

/** Figures that agree, of things that do not. */
export function compareCounted(view: PairView, { agreed }: Pick<ComparedNumbers, 'agreed'>): Candidate<CountedEvidence>[] {
  return agreed.flatMap(({ source, target, link }): Candidate<CountedEvidence>[] => {
    if (source.strength === 'loose' || target.strength === 'loose') return [];
    if (source.readings[0] !== target.readings[0] || roleOf(source) !== 'count' || roleOf(target) !== 'count') return [];
    const [ours, theirs] = [countedAt(source), countedAt(target)];
    const group = GROUP_OF.get(ours[0] ?? '');
    const isMeasured = MEASURES.has(group) && MEASURES.has(GROUP_OF.get(theirs[0] ?? ''));
    if (!ours[0] || !theirs[0] || ours.some((name) => theirs.includes(name)) || (group !== GROUP_OF.get(theirs[0]) && !isMeasured))
      return [];
    const victims = victimsAt(target);
    if (group === 'toll' && victimsAt(source).some((name) => victims.includes(name))) return [];
    const confidence = Math.min(0.99, link.confidence);
    const contextOf = ({ sentence, start, end }: NumberFact, view: 'wide' | 'near') => sentence.context.around(start, end, view);
    return [
      {
        source: { sentence: source.sentence, start: source.start, end: source.end, value: numberValue(source) },
        target: { sentence: target.sentence, start: target.start, end: target.end, value: numberValue(target) },
        link,
        evidence: {
          bias: 1,
          parallel: Number(view.isParallel),
          bead: log(confidence / (1 - confidence)),
          context: cosine(contextOf(source, 'wide'), contextOf(target, 'wide')),
          near: cosine(contextOf(source, 'near'), contextOf(target, 'near')),
          time: Number(group === 'time'),
          toll: Number(group === 'toll'),
          measure: Number(isMeasured),
        },
      },
    ];
  });
}
