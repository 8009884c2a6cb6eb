import type { DocumentPair } from '../../types.ts';
import type { DocumentFacts } from '../facts/document-facts.ts';
import type { SentenceFacts } from '../facts/sentence-facts.ts';
import type { Stretch } from '../stretch.ts';

/** Linked sentences of two documents. */
export interface Link {
  /** Index into the beads of the pair. */
  readonly bead: number;
  readonly confidence: number;
  readonly source: readonly SentenceFacts[];
  readonly target: readonly SentenceFacts[];
}

/** Two documents about one event, as the comparisons see them. */
export interface PairView {
  /** Index into `pairs`. */
  readonly pair: number;
  /** One translates the other, so each fact of one should be in the other. */
  readonly isParallel: boolean;
  /** Probability that both report one event. */
  readonly sameEvent: number;
  readonly source: DocumentFacts;
  readonly target: DocumentFacts;
  /** The most probable first. */
  readonly links: readonly Link[];
}

/** A side of a disagreement: where it stands and what it says there, without language. */
export interface Claim extends Stretch {
  readonly sentence: SentenceFacts;
  readonly value?: string;
}

/** Two places that may contradict each other, and the evidence. */
export interface Candidate<Evidence = Readonly<Record<string, number>>> {
  readonly source: Claim;
  readonly target: Claim;
  /** The bead that links them; `undefined` where their sentences are not linked. */
  readonly link: Link | undefined;
  readonly evidence: Evidence;
  /** The rule under which it is reported, where that is not the one that weighs it. */
  readonly reportedAs?: string;
}

/** Less probable beads say nothing about their sentences. */
const LEAST_CONFIDENCE = 0.3;

/** Documents that less probably report one event are not compared. */
const LEAST_SAME = 0.5;

/** The view of a pair; undefined where the documents report different events, and so contradict each other in nothing. */
export function viewPair(
  pair: DocumentPair,
  index: number,
  source: DocumentFacts,
  target: DocumentFacts,
  sameEvent: number,
): PairView | undefined {
  if (pair.relation === 'unrelated' || (pair.relation !== 'parallel' && sameEvent < LEAST_SAME)) return undefined;
  const links = pair.beads.flatMap((bead, at): Link[] => {
    if (bead.confidence < LEAST_CONFIDENCE) return [];
    const link = { bead: at, confidence: bead.confidence, source: source.sentences(bead.source), target: target.sentences(bead.target) };
    return link.source.length > 0 && link.target.length > 0 ? [link] : [];
  });
  links.sort((one, other) => other.confidence - one.confidence || one.bead - other.bead);
  return { pair: index, isParallel: pair.relation === 'parallel', sameEvent, source, target, links };
}
