/**
 * Checks that an alignment from outside (made by hand, read from a file, received over a network) is consistent, as the later stages require.
 *
 * Time linear in its documents and beads.
 */
import * as v from 'valibot';
import { alignmentSchema } from './alignment-schema.ts';
import { AlignmentError } from './errors.ts';
import type { Alignment, Place } from './types.ts';

/** The parts that can be checked; documents always are. */
export type AlignmentPart = 'pairs' | 'names' | 'findings' | 'groups' | 'lineage' | 'warnings' | 'model';

/** An error in an alignment: its place, for example `pairs.0.beads.3.source`, and its kind. */
export interface Fault {
  readonly path: string;
  readonly problem: string;
  /** A second document with the same id. */
  readonly isDuplicate?: true;
}

/**
 * Check the documents of an alignment from the caller, and the given `parts`.
 * The beads of names and findings are checked only if `parts` includes `pairs`.
 *
 * @throws {@link AlignmentError} `OPTION_INVALID` or `DUPLICATE_ID`, naming the place and what was expected there.
 */
export function checkAlignment(alignment: unknown, parts: readonly AlignmentPart[]): void {
  const schema = v.pick(alignmentSchema, ['documents', ...parts]);
  const read = v.safeParse(schema, alignment, { abortEarly: true });
  const fault = read.success ? findBrokenReference(read.output, 'within') : faultOf(read.issues[0]);
  if (fault) {
    const { path, problem, isDuplicate } = fault;
    throw new AlignmentError(isDuplicate ? 'DUPLICATE_ID' : 'OPTION_INVALID', `Alignment, ${path}: ${problem}`);
  }
}

/** The message of the schema for an invalid value. */
export function faultOf(issue: v.BaseIssue<unknown>): Fault {
  return {
    path: v.getDotPath(issue) ?? 'the whole',
    problem: `expected ${issue.expected ?? issue.requirement}, got ${issue.received.slice(0, 80)}`,
  };
}

/**
 * The first id, span, offset or bead that refers to nothing.
 *
 * @param quotes - How the words of sentences, mentions and witnesses must match the text: `exact`, as in files, or `within` it, since a hand-made alignment may shorten them.
 */
export function findBrokenReference(alignment: Partial<Alignment>, quotes: 'exact' | 'within'): Fault | undefined {
  for (const fault of brokenReferences(alignment, quotes)) return fault;
  return undefined;
}

function* brokenReferences(alignment: Partial<Alignment>, quotes: 'exact' | 'within'): Generator<Fault> {
  const { documents: given = [], pairs, groups = [], names = [], findings = [] } = alignment;
  const documents = new Map<string, (typeof given)[number]>();
  const checkQuote = function* (
    whole: string,
    { start, end, text }: Pick<Place, 'start' | 'end' | 'text'>,
    path: string,
  ): Generator<Fault> {
    const isThere = start <= end && end <= whole.length && (quotes === 'within' || whole.slice(start, end) === text);
    if (!isThere) yield { path, problem: `expected offsets of \`${text.slice(0, 40)}\` in the text, got ${start} to ${end}` };
  };
  for (const [i, document] of given.entries()) {
    const path = `documents.${i}`;
    if (documents.has(document.id))
      yield { path: `${path}.id`, problem: `second document with the id \`${document.id}\``, isDuplicate: true };
    documents.set(document.id, document);
    for (const [k, sentence] of document.sentences.entries()) {
      if (sentence.index !== k) yield { path: `${path}.sentences.${k}.index`, problem: `expected ${k}, got ${sentence.index}` };
      yield* checkQuote(document.text, sentence, `${path}.sentences.${k}`);
    }
  }
  for (const [i, pair] of (pairs ?? []).entries()) {
    for (const side of ['source', 'target'] as const) {
      const document = documents.get(pair[side]);
      if (!document) yield { path: `pairs.${i}.${side}`, problem: `expected the id of one of the documents, got \`${pair[side]}\`` };
      for (const [k, { [side]: span }] of pair.beads.entries()) {
        const isThere = span[0] <= span[1] && span[1] <= document!.sentences.length;
        if (!isThere)
          yield { path: `pairs.${i}.beads.${k}.${side}`, problem: `expected a span of sentences that are there, got ${span.join(' to ')}` };
      }
    }
  }
  const checkPlace = function* (place: Place, path: string): Generator<Fault> {
    const document = documents.get(place.document);
    if (!document?.sentences[place.sentence]) yield { path, problem: 'expected a sentence that is there' };
    yield* checkQuote(document!.text, place, path);
  };
  const checkBead = function* ([pair, bead]: readonly number[], path: string): Generator<Fault> {
    if (pairs && !pairs[pair ?? -1]?.beads[bead ?? -1]) yield { path, problem: 'expected a bead that is there' };
  };
  for (const [i, group] of groups.entries()) for (const [k, place] of group.entries()) yield* checkPlace(place, `groups.${i}.${k}`);
  for (const [i, { mentions }] of names.entries()) {
    for (const [k, mention] of mentions.entries()) {
      yield* checkPlace(mention, `names.${i}.mentions.${k}`);
      for (const [n, bead] of mention.beads.entries()) yield* checkBead(bead, `names.${i}.mentions.${k}.beads.${n}`);
    }
  }
  for (const [i, { beads, witnesses }] of findings.entries()) {
    for (const [k, bead] of beads.entries()) yield* checkBead(bead, `findings.${i}.beads.${k}`);
    for (const [k, witness] of witnesses.entries()) yield* checkPlace(witness, `findings.${i}.witnesses.${k}`);
  }
}
