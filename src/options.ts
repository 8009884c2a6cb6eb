/**
 * The options of an alignment, their defaults, and the only place where they are checked.
 * Code behind this file trusts its arguments.
 */
import * as v from 'valibot';
import { expectObject, invalidOption, unknownOption } from './check-options.ts';
import { AlignmentError } from './errors.ts';
import type { Bead, DocumentInput, Embedder, Relation } from './types.ts';

/** Options of an alignment. Every option has a default; absent and `undefined` mean the same. */
export interface AlignOptions {
  /**
   * Turns sentences into vectors.
   *
   * @defaultValue the built-in model, loaded once and shared
   */
  embedder?: Embedder;
  /**
   * Id of the document that every other is aligned with. Left out: every pair once, in input order.
   * The id of a mixed document refers to its parts.
   */
  pivot?: string;
  /**
   * The relation of the documents, if the caller knows it.
   *
   * @defaultValue 'auto'
   */
  relation?: Relation | 'auto';
  /**
   * Largest bead to consider, source plus target sentences: integer, 2 to 12.
   * Raise it for translations that merge or split sentences freely; time grows with its square.
   *
   * @defaultValue 8
   */
  maxBeadSize?: number;
  /**
   * Cost of leaving a sentence unaligned, in units of the bead score (about 0 to 10; a higher cost gives fewer skips).
   *
   * @defaultValue 'auto': estimated from the documents
   */
  skipCost?: number | 'auto';
  /**
   * Beads below this confidence are left out (parallel pairs: turned into skips). 0 to 1.
   *
   * @defaultValue 0
   */
  minConfidence?: number;
  /** Beads known to be right, by pair of document ids. The search keeps them. */
  anchors?: readonly Anchor[];
  /**
   * Whether a document with long runs of another language (at least 5 sentences and 20 % of it) becomes parts `<id>:<language>`.
   *
   * @defaultValue true
   */
  splitLanguages?: boolean;
  /**
   * Whether to trace names, find divergences and infer lineage; or which of the three.
   *
   * @defaultValue true
   */
  trace?: boolean | TraceOptions;
  /** A glossary, which takes precedence over inferred forms. */
  knownNames?: readonly KnownName[];
  /**
   * Longest document accepted, in UTF-16 units; a longer one throws `TOO_LARGE`.
   *
   * @defaultValue 50,000,000
   */
  maxCharacters?: number;
  /**
   * Most sentences of one document; more throw `TOO_LARGE`.
   *
   * @defaultValue 200,000
   */
  maxSentences?: number;
  /**
   * Most pairs of documents in one call; more throw `TOO_LARGE`. A hundred documents are 4,950 pairs, or 99 with a `pivot`.
   *
   * @defaultValue 10,000
   */
  maxPairs?: number;
  /**
   * Most memory for the documents, in bytes, estimated from their sizes before they are aligned; a higher estimate throws `TOO_LARGE`.
   *
   * @defaultValue 8,000,000,000
   */
  maxMemory?: number;
  /** Stops the call, which then rejects with the reason of the signal and leaves nothing partial. */
  signal?: AbortSignal;
  /** Called as work proceeds. An error thrown here ends the call. */
  onProgress?: (event: ProgressEvent) => void;
}

/** Beads known to be right, for one pair of documents. */
export interface Anchor {
  readonly source: string;
  readonly target: string;
  /** Only `source` and `target` of each bead matter here. */
  readonly beads: readonly Pick<Bead, 'source' | 'target'>[];
}

/** The traces to make. Each defaults to `true`. */
export interface TraceOptions {
  readonly names?: boolean;
  /** `minConfidence`: of the findings; see {@link DivergenceOptions}. */
  readonly findings?: boolean | { readonly minConfidence?: number };
  readonly lineage?: boolean;
}

/** A glossary entry: the canonical form and its other forms. */
export interface KnownName {
  readonly canonical: string;
  readonly forms?: readonly string[];
}

/** Progress of a call. `done` never falls, and a stage ends at `done === total`. */
export interface ProgressEvent {
  stage: 'load' | 'split' | 'embed' | 'align' | 'trace';
  done: number;
  total: number;
}

/** Options with every default filled in and every value checked. */
export type CheckedAlignOptions = Readonly<
  Omit<AlignOptions, keyof typeof alignDefaults | 'trace'> & Required<Pick<AlignOptions, keyof typeof alignDefaults>>
> & { readonly trace: Required<TraceOptions> };

/** Values used for options that are absent or `undefined`. */
export const alignDefaults = Object.freeze({
  relation: 'auto' as Relation | 'auto',
  maxBeadSize: 8,
  skipCost: 'auto' as number | 'auto',
  minConfidence: 0,
  splitLanguages: true,
  maxCharacters: 50_000_000,
  maxSentences: 200_000,
  maxPairs: 10_000,
  maxMemory: 8_000_000_000,
});

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const size = v.pipe(v.number(), v.integer(), v.minValue(1));
const span = v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.number(), v.integer(), v.minValue(0))]);
const isEmbedder = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'embed' in value && typeof value.embed === 'function' && 'dimensions' in value;

const schema = v.strictObject({
  embedder: v.optional(v.custom<Embedder>(isEmbedder, 'an embedder')),
  pivot: v.optional(v.string()),
  relation: v.optional(v.picklist(['auto', 'parallel', 'comparable', 'related', 'unrelated'])),
  maxBeadSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(12))),
  skipCost: v.optional(v.union([v.literal('auto'), v.pipe(v.number(), v.finite())])),
  minConfidence: v.optional(share),
  anchors: v.optional(
    v.array(v.strictObject({ source: v.string(), target: v.string(), beads: v.array(v.looseObject({ source: span, target: span })) })),
  ),
  splitLanguages: v.optional(v.boolean()),
  trace: v.optional(
    v.union([
      v.boolean(),
      v.strictObject({
        names: v.optional(v.boolean()),
        findings: v.optional(v.union([v.boolean(), v.strictObject({ minConfidence: v.optional(share) })])),
        lineage: v.optional(v.boolean()),
      }),
    ]),
  ),
  knownNames: v.optional(
    v.array(v.strictObject({ canonical: v.pipe(v.string(), v.nonEmpty()), forms: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))) })),
  ),
  maxCharacters: v.optional(size),
  maxSentences: v.optional(size),
  maxPairs: v.optional(size),
  maxMemory: v.optional(size),
  signal: v.optional(v.custom<AbortSignal>((value) => typeof value === 'object' && value !== null && 'aborted' in value, 'an AbortSignal')),
  onProgress: v.optional(v.custom<AlignOptions['onProgress']>((value) => typeof value === 'function', 'a function')),
});

/** Descriptions of valid values, for messages. */
const expected: Readonly<Record<keyof AlignOptions, string>> = {
  embedder: 'an embedder (see createEmbedder)',
  pivot: 'the id of one of the documents',
  relation: "'auto', 'parallel', 'comparable', 'related' or 'unrelated'",
  maxBeadSize: 'an integer from 2 to 12',
  skipCost: "a finite number or 'auto'",
  minConfidence: 'a number from 0 to 1',
  anchors: 'a list of { source, target, beads: [{ source: [start, end], target: [start, end] }] }',
  splitLanguages: 'true or false',
  trace: 'true, false or { names, findings, lineage } of true and false; findings may be { minConfidence }',
  knownNames: 'a list of { canonical, forms? } of non-empty strings',
  maxCharacters: 'a positive integer',
  maxSentences: 'a positive integer',
  maxPairs: 'a positive integer',
  maxMemory: 'a positive integer',
  signal: 'an AbortSignal',
  onProgress: 'a function',
};

/**
 * Fill in defaults and check every value. Nothing is clamped or corrected.
 *
 * @throws {@link AlignmentError} `OPTION_UNKNOWN` or `OPTION_INVALID`, naming the option, the expected value and the actual one.
 */
export function checkAlignOptions(options: AlignOptions = {}): CheckedAlignOptions {
  expectObject(options, 'options');
  const result = v.safeParse(schema, options, { abortEarly: true });
  if (!result.success) throw toError(options, result.issues[0]);

  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as AlignOptions;
  const { trace = true } = given;
  const all = trace !== false;
  const wanted = typeof trace === 'object' ? trace : {};
  return {
    ...alignDefaults,
    ...given,
    trace: { names: wanted.names ?? all, findings: wanted.findings ?? all, lineage: wanted.lineage ?? all },
  };
}

function toError(options: AlignOptions, issue: v.BaseIssue<unknown>): AlignmentError {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const name = String(path[0]) as keyof AlignOptions;
  if (!Object.hasOwn(expected, name)) {
    return unknownOption(name, Object.keys(expected));
  }
  return invalidOption(name, expected[name], options[name]);
}

const documentKeys: Readonly<Record<string, string>> = {
  text: 'a string',
  sentences: 'a list of strings',
  id: 'a non-empty string',
  language: 'a BCP 47 language tag',
  url: 'a string',
  date: 'a string',
};

/**
 * Check the shape of the documents, not their texts.
 *
 * @throws {@link AlignmentError} `NO_DOCUMENTS`, `OPTION_UNKNOWN`, `OPTION_INVALID` or `DUPLICATE_ID`.
 */
export function checkDocuments(documents: readonly DocumentInput[]): void {
  if (!Array.isArray(documents)) throw invalidOption('documents', 'a list of documents', documents);
  if (documents.length === 0) throw new AlignmentError('NO_DOCUMENTS', 'Expected at least one document, got an empty list');

  const seen = new Set<string>();
  documents.forEach((document: unknown, index) => {
    const place = `documents[${index}]`;
    if (typeof document !== 'string') checkDescription(document, place);
    const id = typeof document === 'string' ? String(index) : ((document as { id?: string }).id ?? String(index));
    if (seen.has(id)) throw new AlignmentError('DUPLICATE_ID', `Two documents have the id \`${id}\`; the second is ${place}`);
    seen.add(id);
  });
}

function checkDescription(document: unknown, place: string): void {
  expectObject(document, place);
  for (const [key, value] of Object.entries(document)) {
    const wanted = documentKeys[key];
    if (!Object.hasOwn(documentKeys, key) || wanted === undefined) {
      throw new AlignmentError(
        'OPTION_UNKNOWN',
        `Unknown field \`${key}\` in ${place}; known fields: ${Object.keys(documentKeys).join(', ')}`,
      );
    }
    if (value === undefined) continue;
    const fits =
      key === 'sentences'
        ? Array.isArray(value) && value.every((sentence) => typeof sentence === 'string')
        : typeof value === 'string' && (key !== 'id' || value !== '') && (key !== 'language' || isLanguageTag(value));
    if (!fits) throw invalidOption(`${place}.${key}`, wanted, value);
  }
  const { text, sentences } = document as { text?: string; sentences?: readonly string[] };
  if (text === undefined && sentences === undefined)
    throw invalidOption(place, 'a string, or an object with `text` or `sentences`', document);
}

/** Whether a value looks like a BCP 47 tag: `en`, `zh-Hant`, `pt-BR`. */
export function isLanguageTag(value: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value);
}
