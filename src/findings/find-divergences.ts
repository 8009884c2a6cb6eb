/**
 * Where documents about one event contradict each other.
 *
 *     sentences ── facts ── comparePair (every two documents) ── weigh ── gatherClaims ── one entry a fact ── wording
 *
 * Facts are what a sentence states: numbers, dates, negations. Those of linked sentences that agree are removed; the rest of both sides is weighed by a
 * fitted model, and what several documents say about one fact becomes one entry. Time is linear in the text but for numbers of two reports, which are compared each with
 * each; nothing is random, nothing is kept between calls.
 */

import { builtinPieces } from '../align/builtin-pieces.ts';
import { finishSteps } from '../align/run-steps.ts';
import { checkAlignment } from '../alignment-shape.ts';
import { checkOptions } from '../check-options.ts';
import { AlignmentError } from '../errors.ts';
import { visibleDocuments } from '../text/invisible.ts';
import { settleValue } from '../text/settled-characters.ts';
import type { Alignment, Finding, TextPieces } from '../types.ts';
import { comparePair } from './compare/compare-pair.ts';
import { viewPair } from './compare/pair-view.ts';
import { sameEvents } from './compare/same-event.ts';
import { DocumentFacts } from './facts/document-facts.ts';
import { type Edge, type Entry, gatherClaims } from './gather-claims.ts';
import { RULE_NAMES } from './rule-names.ts';
import { shareEvidence } from './share-evidence.ts';
import { weigh } from './weigh.ts';
import { SHOWN_FROM } from './weights.ts';
import { describeEntry } from './wording.ts';

/** Options of {@link findDivergences}. */
export interface DivergenceOptions {
  /**
   * Names of the rules to run.
   *
   * @defaultValue all of them
   */
  readonly rules?: readonly string[];
  /**
   * Least confidence of a finding, 0 to 1. 0 lists everything that was weighed, most of it wrong.
   *
   * @defaultValue for each rule the confidence from which four of five were right on development texts
   */
  readonly minConfidence?: number;
  /**
   * Tokens of the sentences of each document, by document id, as an additive embedder returns them: what stands around two places is compared by them.
   *
   * @defaultValue those of the built-in model, which is read when they are first asked for (some 150 ms; in a browser, where there is no disk, an
   * embedder must have been made before, which `alignDocuments` does). Where there is no model, less is found.
   */
  readonly pieces?: ReadonlyMap<string, TextPieces>;
}

/** Sentences that are read in one step. */
const SENTENCES_PER_STEP = 20;

/**
 * Where aligned documents disagree: numbers, dates, what is counted, negation. One entry a fact, with what each document says about it.
 *
 * The texts alone do not show which document is wrong; a value that disagrees with most others is marked `odd`. The highest confidence comes first.
 *
 * @throws `OPTION_INVALID` when a rule is not known, `OPTION_UNKNOWN` when an option is not; `MODEL_INVALID`, naming the file, when the built-in model is broken.
 */
export function findDivergences(alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>, options: DivergenceOptions = {}): Finding[] {
  checkOptions(options, {
    rules: ['a list of rule names', Array.isArray],
    minConfidence: ['a number from 0 to 1', (value) => typeof value === 'number' && value >= 0 && value <= 1],
    pieces: ['a Map of tokens by document id', (value) => value instanceof Map],
  });
  checkAlignment(alignment, ['pairs', 'names']);
  checkRules(options.rules);
  return finishSteps(divergenceSteps(alignment, options));
}

/** {@link findDivergences} in steps of a few milliseconds, of an alignment and options that are known to be sound. Yields the share done, 0 to 1. */
export function* divergenceSteps(
  alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>,
  options: DivergenceOptions,
): Generator<number, Finding[]> {
  const { documents, pairs, names } = alignment;
  const seen = visibleDocuments({ documents, names });
  const { settled, restore } = settleValue({ ...seen.visible, pairs }, { documents, names });
  const { pieces } = options;
  const piecesOf = (id: string): TextPieces | undefined => {
    const given = pieces?.get(id);
    return given && seen.tokens(id, given);
  };
  return seen.restore(restore(yield* findSettled(settled, options, pieces ? piecesOf : builtinPieces(settled.documents))));
}

function checkRules(names: readonly string[] = []): void {
  for (const name of names) {
    if (!RULE_NAMES.includes(name))
      throw new AlignmentError('OPTION_INVALID', `rules: expected names out of ${RULE_NAMES.join(', ')}, got ${JSON.stringify(name)}`);
  }
}

function* findSettled(
  { documents, pairs }: Pick<Alignment, 'documents' | 'pairs'>,
  { rules, minConfidence }: DivergenceOptions,
  piecesOf: (id: string) => TextPieces | undefined,
): Generator<number, Finding[]> {
  const facts = new Map(documents.map((document) => [document.id, new DocumentFacts(document, piecesOf)]));
  yield* readAll([...facts.values()]);
  const events = sameEvents(pairs);
  const disagreements: Edge[] = [];
  const agreements: Edge[] = [];
  for (const [at, pair] of pairs.entries()) {
    yield 0.5 + (at / pairs.length) * 0.5;
    const source = facts.get(pair.source);
    const target = facts.get(pair.target);
    const view = source && target && viewPair(pair, at, source, target, events[at]!);
    if (!view) continue;
    const compared = comparePair(view);
    for (const edge of compared.agreements) agreements.push(edge);
    for (const { rule, model, reportedAs, evidence, link, source, target } of compared.candidates) {
      const bead = link && ([at, link.bead] as const);
      disagreements.push({
        source,
        target,
        model,
        rule: reportedAs ?? rule,
        confidence: weigh(model, evidence) * view.sameEvent,
        ...(bead && { bead }),
      });
    }
  }
  const isShown = ({ rule, confidence }: Entry): boolean =>
    confidence >= (minConfidence ?? SHOWN_FROM[rule] ?? 1) && (rules === undefined || rules.includes(rule));
  const order = new Map(documents.map(({ id }, index) => [id, index]));
  return gatherClaims(shareEvidence(disagreements, agreements), agreements)
    .filter(isShown)
    .map((entry) => describeEntry(entry, order));
}

/** Reads the facts of all sentences, which is most of the work. */
function* readAll(documents: readonly DocumentFacts[]): Generator<number, void> {
  const total = documents.reduce((sum, { document }) => sum + document.sentences.length, 1);
  let done = 0;
  for (const facts of documents)
    for (const sentence of facts.sentences()) {
      sentence.read();
      if (++done % SENTENCES_PER_STEP === 0) yield (done / total) * 0.5;
    }
}
