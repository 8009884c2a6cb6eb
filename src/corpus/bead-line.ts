/**
 * One result as one line of JSON, for `beads.jsonl`, with optional filters.
 *
 *     result → line, numbers to four decimals → pair filters → bead filters → JSON
 *
 * Every pair has its line, also a failed or filtered one, so that the outcome of each is recorded. The same result and filter give the same
 * bytes, and filtering a line again with the same filter changes nothing.
 */
import { measureLength } from '../align/text-measures.ts';
import { checkOptions, type OptionChecks } from '../check-options.ts';
import { isLanguageTag } from '../options.ts';
import type { AlignedDocument, Bead, Relation } from '../types.ts';
import type { AlignedPair, CorpusError, CorpusResult } from './corpus-pair.ts';

/** Filters for `beads.jsonl`. By default nothing is removed. */
export interface BeadFilter {
  /** Removes beads below this confidence. 0 to 1. */
  readonly minConfidence?: number;
  /**
   * Removes skips, and beads with one side more than this many times as long as the other. From 1. Lengths are in letters of an
   * alphabetic script (a Han character counts 3.4), so one number serves all languages; 2 to 3 is usual.
   */
  readonly lengthRatio?: number;
  /** `false` removes beads with an empty side. @defaultValue true */
  readonly skips?: boolean;
  /** Removes pairs unless both documents are in one of these languages. `zh` includes `zh-Hant`. */
  readonly languages?: readonly string[];
  /** Removes pairs unless they have one of these relations. */
  readonly relations?: readonly Relation[];
}

/** One line of `beads.jsonl`. */
export type BeadLine = AlignedLine | FilteredLine | FailedLine;

/** A pair and its beads. */
export interface AlignedLine {
  id: string;
  /** Position of the pair in the input, from 0. */
  index: number;
  status: 'aligned';
  source: LineDocument;
  target: LineDocument;
  relation: Relation;
  relationConfidence: number;
  /** Codes of the warnings, each once, sorted. */
  warnings: string[];
  /** Number of beads that a filter removed. */
  filtered: number;
  beads: LineBead[];
}

/** A pair that a filter removed. */
export interface FilteredLine {
  id: string;
  index: number;
  status: 'filtered';
  reason: 'language' | 'relation';
  source: LineDocument;
  target: LineDocument;
  relation: Relation;
  relationConfidence: number;
}

/** A pair that failed. */
export interface FailedLine {
  id: string;
  index: number;
  status: 'failed';
  error: CorpusError;
}

/** A document of a pair. */
export interface LineDocument {
  id: string;
  language: string;
  /** Number of sentences. */
  sentences: number;
}

/** A bead with its sentences. */
export interface LineBead {
  /** Sentence indices, half-open. */
  source: [start: number, end: number];
  target: [start: number, end: number];
  sourceSentences: string[];
  targetSentences: string[];
  similarity: number;
  confidence: number;
}

/** A result as one line of JSON with its line feed. */
export function writeBeadLine(result: CorpusResult, filter?: BeadFilter): string {
  return `${JSON.stringify(beadLine(result, filter))}\n`;
}

/**
 * A result as plain data, filtered.
 *
 * @throws AlignmentError `OPTION_UNKNOWN` or `OPTION_INVALID` for a bad filter.
 */
export function beadLine(result: CorpusResult, filter: BeadFilter = {}): BeadLine {
  checkBeadFilter(filter);
  const { id, index } = result;
  if (result.status === 'failed') return { id, index, status: 'failed', error: { code: result.error.code, message: result.error.message } };
  return filterLine(alignedLine(result), filter);
}

/** A line after a filter. Applying the same filter again changes nothing. */
export function filterLine(line: BeadLine, filter: BeadFilter): BeadLine {
  if (line.status !== 'aligned') return line;
  const reason = reasonAgainst(line, filter);
  if (reason !== undefined) {
    const { id, index, source, target, relation, relationConfidence } = line;
    return { id, index, status: 'filtered', reason, source, target, relation, relationConfidence };
  }
  const beads = line.beads.filter((bead) => passes(bead, filter));
  return { ...line, filtered: line.filtered + line.beads.length - beads.length, beads };
}

/**
 * Check a filter.
 *
 * @throws AlignmentError `OPTION_UNKNOWN` or `OPTION_INVALID`, naming the option, what was expected and what came.
 */
export function checkBeadFilter(filter: BeadFilter): BeadFilter {
  return checkOptions(filter, CHECKS);
}

const RELATIONS: readonly unknown[] = ['parallel', 'comparable', 'related', 'unrelated'];
const isListOf = (value: unknown, fits: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(fits);
const CHECKS: OptionChecks<BeadFilter> = {
  minConfidence: ['a number from 0 to 1', (value) => typeof value === 'number' && value >= 0 && value <= 1],
  lengthRatio: ['a finite number from 1 on', (value) => typeof value === 'number' && value >= 1 && Number.isFinite(value)],
  skips: ['true or false', (value) => typeof value === 'boolean'],
  languages: ['a list of language tags', (value) => isListOf(value, (item) => typeof item === 'string' && isLanguageTag(item))],
  relations: [
    "a list of 'parallel', 'comparable', 'related' and 'unrelated'",
    (value) => isListOf(value, (item) => RELATIONS.includes(item)),
  ],
};

function alignedLine({ id, index, alignment }: AlignedPair): AlignedLine {
  const { documents, pairs, warnings } = alignment;
  const pair = pairs[0]!;
  const find = (wanted: string): AlignedDocument => documents.find((document) => document.id === wanted)!;
  const source = find(pair.source);
  const target = find(pair.target);
  return {
    id,
    index,
    status: 'aligned',
    source: lineDocument(source),
    target: lineDocument(target),
    relation: pair.relation,
    relationConfidence: round(pair.relationConfidence),
    warnings: [...new Set(warnings.map(({ code }) => code))].sort(),
    filtered: 0,
    beads: pair.beads.map((bead) => lineBead(bead, source, target)),
  };
}

function lineDocument({ id, language, sentences }: AlignedDocument): LineDocument {
  return { id, language, sentences: sentences.length };
}

function lineBead(bead: Bead, source: AlignedDocument, target: AlignedDocument): LineBead {
  const words = ({ sentences }: AlignedDocument, [start, end]: readonly [number, number]): string[] =>
    sentences.slice(start, end).map(({ text }) => text);
  return {
    source: [bead.source[0], bead.source[1]],
    target: [bead.target[0], bead.target[1]],
    sourceSentences: words(source, bead.source),
    targetSentences: words(target, bead.target),
    similarity: round(bead.similarity),
    confidence: round(bead.confidence),
  };
}

/** To four decimals; never −0. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}

function reasonAgainst(line: AlignedLine, { languages, relations }: BeadFilter): FilteredLine['reason'] | undefined {
  const isWanted = ({ language }: LineDocument): boolean =>
    languages === undefined || languages.some((wanted) => `${language.toLowerCase()}-`.startsWith(`${wanted.toLowerCase()}-`));
  if (!isWanted(line.source) || !isWanted(line.target)) return 'language';
  return relations === undefined || relations.includes(line.relation) ? undefined : 'relation';
}

function passes(bead: LineBead, { minConfidence = 0, lengthRatio, skips = true }: BeadFilter): boolean {
  if (bead.confidence < minConfidence) return false;
  const source = measureLength(bead.sourceSentences.join(''));
  const target = measureLength(bead.targetSentences.join(''));
  if (!skips && (bead.sourceSentences.length === 0 || bead.targetSentences.length === 0)) return false;
  return lengthRatio === undefined || Math.max(source, target) <= lengthRatio * Math.min(source, target);
}
