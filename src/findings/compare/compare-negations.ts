/**
 * Statements that one of two linked sentences negates and the other does not.
 *
 * Negators answer negators, the likest surroundings first. One left over is a candidate when the other side has the statement without it: the place there with
 * the likest surroundings. What else could express a negation (fail, lack, refuse) is evidence against it, and so is any token of the other side
 * whose vector is near that of the negator.
 */
import { log } from '../../exact-math.ts';
import { cosine } from '../facts/context-vectors.ts';
import type { InSentence, SentenceFacts } from '../facts/sentence-facts.ts';
import type { Edge } from '../gather-claims.ts';
import type { Stretch } from '../stretch.ts';
import { FEW } from './compare-numbers.ts';
import type { Candidate, Claim, Link, PairView } from './pair-view.ts';

/** What speaks for a lost or added negation. All weights are fitted. */
export interface NegationEvidence {
  bias: number;
  parallel: number;
  bead: number;
  sentences: number;
  /** How alike the surroundings of the negator and the likest place of the other side are. */
  support: number;
  /** How near the nearest token of the other side is to the negator. */
  token: number;
  /** How alike the surroundings of the negator and of the likest hint are; 0 without one. */
  hint: number;
  strongHint: number;
  hints: number;
  /** Hints on the side of the negator, which may be what those of the other side answer. */
  ownHints: number;
  /** Negators on the other side. */
  theirs: number;
  ours: number;
  /** Whether both languages negate once. */
  counted: number;
  inTarget: number;
  /** Logarithm of the length of the negating side over that of the other. */
  longer: number;
  shorter: number;
  /** Share of the links of this pair in which the counts of negators differ. */
  habit: number;
}

/** Languages in which one negator negates once. */
const COUNTED = new Set(['en', 'id', 'ms', 'zh', 'de']);
/** Languages whose untouched translations had more than four false ones in 500: not compared (`bench/findings.ts`). */
const NOT_COMPARED = new Set(['ar', 'nl', 'pl']);
/** Negators and hints of a link beyond which nobody can tell which answers which. */
const MOST_PLACES = 60;

type Place = InSentence<Stretch>;

interface Side {
  readonly sentences: readonly SentenceFacts[];
  readonly sure: readonly Place[];
  readonly hints: readonly (Place & { readonly strong: boolean })[];
}

/** Compares what the linked sentences of two documents negate. */
export function compareNegations(view: PairView): { agreed: Edge[]; candidates: Candidate<NegationEvidence>[] } {
  const agreed: Edge[] = [];
  const states = view.links.flatMap((link) => {
    const source = sideOf(link.source);
    const target = sideOf(link.target);
    return source && target ? [{ link, source, target }] : [];
  });
  const unequal = states.filter(({ source, target }) => source.sure.length !== target.sure.length).length;
  const habit = unequal / (states.length + FEW);
  const candidates = states.flatMap(({ link, source, target }): Candidate<NegationEvidence>[] => {
    if (source.sure.length + target.sure.length + source.hints.length + target.hints.length > MOST_PLACES) return [];
    const answers = pairUp(source.sure, target.sure);
    for (const [ours, theirs] of answers)
      agreed.push({
        rule: 'polarity',
        source: { ...ours, value: 'not' },
        target: { ...theirs, value: 'not' },
        confidence: link.confidence,
      });
    if (source.sure.length === target.sure.length) return [];
    const inTarget = target.sure.length > source.sure.length;
    const [here, there] = inTarget ? [target, source] : [source, target];
    const isCounted = COUNTED.has(link.source[0]!.base) && COUNTED.has(link.target[0]!.base);
    // Languages that negate twice (ne … pas, никто не) cannot be counted against others: there only none against some is told apart.
    if (!isCounted && there.sure.length > 0) return [];
    const answered = new Set<Place>(answers.flat());
    const negator = here.sure.find((one) => !answered.has(one))!;
    const empty = likestPlace(negator, there.sentences);
    const evidence = weigh(view, link, negator, here, there, empty.support, habit, isCounted, inTarget);
    const claim: Claim = { ...negator, value: 'not' };
    const lacking: Claim = { sentence: empty.sentence, start: empty.at, end: empty.at };
    return [{ source: inTarget ? lacking : claim, target: inTarget ? claim : lacking, link, evidence }];
  });
  return { agreed, candidates };
}

function sideOf(sentences: readonly SentenceFacts[]): Side | undefined {
  const sure: Place[] = [];
  const hints: (Place & { strong: boolean })[] = [];
  for (const sentence of sentences) {
    const { negations } = sentence;
    if (!negations || NOT_COMPARED.has(sentence.base)) return undefined;
    sure.push(...negations.sure.map((stretch) => ({ ...stretch, sentence })));
    hints.push(...negations.hints.map((stretch) => ({ ...stretch, sentence })));
  }
  return { sentences, sure, hints };
}

function likeness(one: Place, other: Place): number {
  return cosine(one.sentence.context.around(one.start, one.end), other.sentence.context.around(other.start, other.end));
}

/** Negators of both sides that answer each other: the likest surroundings first, until one side has none left. */
function pairUp(ours: readonly Place[], theirs: readonly Place[]): [Place, Place][] {
  const likely = ours.flatMap((one) => theirs.map((other) => ({ one, other, likeness: likeness(one, other) })));
  likely.sort((a, b) => b.likeness - a.likeness);
  const used = new Set<Place>();
  return likely.flatMap(({ one, other }): [Place, Place][] => {
    if (used.has(one) || used.has(other)) return [];
    used.add(one).add(other);
    return [[one, other]];
  });
}

/** Where the other side says the same without the negator. */
function likestPlace(negator: Place, sentences: readonly SentenceFacts[]): { sentence: SentenceFacts; at: number; support: number } {
  const ours = negator.sentence.context.around(negator.start, negator.end);
  let best = { sentence: sentences[0]!, at: 0, support: 0 };
  for (const sentence of sentences)
    for (const token of sentence.context.tokens()) {
      const support = cosine(ours, sentence.context.around(token.start, token.start));
      if (support > best.support) best = { sentence, at: token.start, support };
    }
  return best;
}

function weigh(
  view: PairView,
  link: Link,
  negator: Place,
  here: Side,
  there: Side,
  support: number,
  habit: number,
  isCounted: boolean,
  inTarget: boolean,
): NegationEvidence {
  const confidence = Math.min(0.99, link.confidence);
  const own = [...negator.sentence.context.tokens()].filter(({ start, end }) => start < negator.end && negator.start < end);
  let token = 0;
  for (const sentence of there.sentences)
    for (const other of sentence.context.tokens()) for (const one of own) token = Math.max(token, cosine(one.vector, other.vector));
  let hint = 0;
  let strong = 0;
  for (const other of there.hints) {
    const likely = likeness(negator, other);
    hint = Math.max(hint, likely);
    if (other.strong) strong = Math.max(strong, likely);
  }
  const lengthOf = ({ sentences }: Side): number => sentences.reduce((sum, { text }) => sum + text.length, 1);
  const scale = (side: Side): number => (/^(?:zh|ja|ko|th)$/.test(side.sentences[0]!.base) ? 2.5 : 1);
  const longer = log((lengthOf(here) * scale(here)) / (lengthOf(there) * scale(there)));
  return {
    bias: 1,
    parallel: Number(view.isParallel),
    bead: log(confidence / (1 - confidence)),
    sentences: cosine(here.sentences[0]!.context.whole, there.sentences[0]!.context.whole),
    support,
    token,
    hint,
    strongHint: strong,
    hints: Math.min(4, there.hints.length),
    ownHints: Math.min(4, here.hints.length),
    theirs: Math.min(3, there.sure.length),
    ours: Math.min(3, here.sure.length),
    counted: Number(isCounted),
    inTarget: Number(inTarget),
    longer: Math.min(2, Math.max(0, longer)),
    shorter: Math.min(2, Math.max(0, -longer)),
    habit,
  };
}
