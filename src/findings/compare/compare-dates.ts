/** Differing weekdays, months and relative dates in linked sentences: those without a match on both sides, as with numbers. */
import { log } from '../../exact-math.ts';
import type { DateMention } from '../../text/find-dates.ts';
import { cosine } from '../facts/context-vectors.ts';
import type { InSentence } from '../facts/sentence-facts.ts';
import type { Edge } from '../gather-claims.ts';
import type { Candidate, Link, PairView } from './pair-view.ts';

type DateFact = InSentence<DateMention>;

/** Evidence that two dates refer to the same day. All weights are fitted. */
export interface DateEvidence {
  bias: number;
  parallel: number;
  bead: number;
  context: number;
  sentences: number;
  weekday: number;
  month: number;
  /** Whether the date of one side stands elsewhere in the other text, near what is said here. */
  answered: number;
  left: number;
  agreedNear: number;
}

/** Dates that agree, and candidates for those that do not. */
export interface ComparedDates {
  readonly agreed: readonly Edge[];
  readonly candidates: readonly Candidate<DateEvidence>[];
}

/** Compares the dates of two documents. */
export function compareDates(view: PairView): ComparedDates {
  const agreed: Edge[] = [];
  const candidates: Candidate<DateEvidence>[] = [];
  const used = new Set<string>();
  for (const link of view.links) {
    const [ours, theirs] = [link.source, link.target].map((side) => side.flatMap(({ dates }) => dates)) as [DateFact[], DateFact[]];
    const left = without(ours, theirs);
    const right = without(theirs, ours);
    for (const source of ours)
      for (const target of theirs)
        if (source.kind === target.kind && source.value === target.value)
          agreed.push({ rule: 'date', source: claimOf(source), target: claimOf(target), confidence: link.confidence });
    for (const { source, target } of likestFirst(left, right)) {
      const places = [`source ${source.sentence.index} ${source.start}`, `target ${target.sentence.index} ${target.start}`] as const;
      if (places.some((place) => used.has(place))) continue;
      for (const place of places) used.add(place);
      const evidence = weigh(view, link, source, target, left.length + right.length - 2, ours.length - left.length);
      candidates.push({ source: claimOf(source), target: claimOf(target), link, evidence });
    }
  }
  return { agreed, candidates };
}

/** Dates of one kind, those with the likest surroundings first. */
function likestFirst(left: readonly DateFact[], right: readonly DateFact[]): { source: DateFact; target: DateFact }[] {
  const contextOf = ({ sentence, start, end }: DateFact) => sentence.context.around(start, end);
  return left
    .flatMap((source) =>
      right.flatMap((target) =>
        source.kind === target.kind ? [{ source, target, likeness: cosine(contextOf(source), contextOf(target)) }] : [],
      ),
    )
    .sort((one, other) => other.likeness - one.likeness);
}

function claimOf({ sentence, start, end, kind, value }: DateFact) {
  return { sentence, start, end, value: `${kind} ${value}` };
}

/** The mentions whose value the others do not have. */
function without(mentions: readonly DateFact[], others: readonly DateFact[]): DateFact[] {
  const known = new Set(others.map(({ kind, value }) => `${kind} ${value}`));
  return mentions.filter(({ kind, value }) => !known.has(`${kind} ${value}`));
}

function weigh(view: PairView, link: Link, source: DateFact, target: DateFact, left: number, agreed: number): DateEvidence {
  const contextOf = ({ sentence, start, end }: DateFact) => sentence.context.around(start, end);
  const context = cosine(contextOf(source), contextOf(target));
  const answer = (fact: DateFact, other: PairView['source']): number => {
    let best = 0;
    for (const sentence of other.sentences())
      for (const date of sentence.dates)
        if (date.kind === fact.kind && date.value === fact.value) best = Math.max(best, cosine(contextOf(fact), contextOf(date)));
    return best;
  };
  const confidence = Math.min(0.99, link.confidence);
  return {
    bias: 1,
    parallel: Number(view.isParallel),
    bead: log(confidence / (1 - confidence)),
    context,
    sentences: cosine(source.sentence.context.whole, target.sentence.context.whole),
    weekday: Number(source.kind === 'weekday'),
    month: Number(source.kind === 'month'),
    answered: Math.max(answer(source, view.target), answer(target, view.source)),
    left: Math.min(4, left),
    agreedNear: Math.min(2, agreed),
  };
}
