/**
 * All that aligning needs to know of a document, read once and used for each of its pairs.
 *
 * An additive embedder gives raw sums, whose prefix sums yield the vector of any run of sentences, and tokens, from which coverage is computed.
 * Another embedder gives unit rows only: runs of sentences are embedded as texts of their own.
 */
import { AlignmentError } from '../errors.ts';
import type { AdditiveEmbedder, Embedder, EmbedderReport, EmbedOptions, TextAnalysis, TextPieces } from '../types.ts';
import { type Centring, centreRows, createBackground } from './centre-vectors.ts';
import { runSteps } from './run-steps.ts';
import { readDigits, type StatementFacts } from './statement-facts.ts';
import { findNumbers, measureLength } from './text-measures.ts';

/** Options of {@link prepareDocument}. */
export interface PrepareOptions {
  /** Reader of figures and days, called when they are first asked for. @defaultValue digits alone */
  readonly readFacts?: (texts: readonly string[], barred: Uint8Array) => StatementFacts;
  /** Sentences that may only be skipped. */
  readonly furniture?: readonly boolean[];
  /** Largest bead, source sentences plus target sentences. @defaultValue 8 */
  readonly maxBeadSize?: number;
  /** Vectors of unrelated texts, shared by the documents of a call; asked for where the embedder is not additive. */
  readonly background?: () => Promise<Float32Array>;
  readonly signal?: AbortSignal;
  /** Called with the number of texts embedded, which never falls. */
  readonly onProgress?: (event: { done: number; total: number }) => void;
}

/** A document ready to be aligned. Made by {@link prepareDocument}; its inner fields belong to the aligner. */
export interface PreparedDocument {
  readonly texts: readonly string[];
  /** Length of one vector. */
  readonly dimensions: number;
  /** Additive: raw sums; otherwise centred unit rows. `texts.length × dimensions`, row-major. */
  readonly sums: Float32Array;
  /** Most sentences of a run with known norm: `maxBeadSize - 1`. */
  readonly longestRun: number;
  /** Euclidean length of the sum of the rows of the `k + 1` sentences from s on, at `s × longestRun + k`. */
  readonly norms: Float32Array;
  /** Not additive: centred unit rows of the runs of `k + 2` sentences from s on, at `(k × texts.length + s) × dimensions`. */
  readonly overlaps: Float32Array | undefined;
  /** Not additive: how the vectors were centred. */
  readonly centring: Centring | undefined;
  readonly tokens: TextPieces | undefined;
  /** Lengths in letters of an alphabetic script, added up: the run [s, e) has `lengths[e] - lengths[s]`. */
  readonly lengths: Float64Array;
  /** Weights of the words, added up the same way; all 0 without tokens. */
  readonly wordWeights: Float64Array;
  /** Numbers of sentence s: `numbers` from `numberOffsets[s]` to `numberOffsets[s + 1]`. */
  readonly numbers: Int32Array;
  readonly numberOffsets: Int32Array;
  /** 1 for sentences that may only be skipped: furniture and blank ones. */
  readonly barred: Uint8Array;
  /** What the embedder has difficulty with in these texts. */
  readonly report: EmbedderReport | undefined;
  /** Language, figures and days, read when first asked for. */
  readonly facts: () => StatementFacts;
}

/** `maxBeadSize` where the caller names none. */
const defaultBeadSize = 8;
const sentencesPerStep = 200;
const textsPerCheck = 5_000;

/**
 * Embed a document and measure its sentences.
 *
 * @param texts - Its sentences. None gives a document that any other skips.
 * @throws {@link AlignmentError} `EMBEDDING_INVALID` when the embedder returns the wrong number of values or values that are no numbers.
 * @throws the reason of the signal.
 */
export async function prepareDocument(
  texts: readonly string[],
  embedder: Embedder,
  options: PrepareOptions = {},
): Promise<PreparedDocument> {
  const { maxBeadSize = defaultBeadSize, signal, onProgress } = options;
  const { dimensions } = embedder;
  const longestRun = Math.min(maxBeadSize - 1, Math.max(texts.length, 1));
  const additive = isAdditive(embedder);
  const total = texts.length * (additive ? 1 : longestRun);
  const embedOptions = { ...(signal ? { signal } : {}), onProgress: ({ done }: { done: number }) => onProgress?.({ done, total }) };

  signal?.throwIfAborted();
  const stepped = signal ? { signal } : {};
  if (additive) {
    const { sums, pieces, report } = await analyse(embedder, texts, embedOptions);
    signal?.throwIfAborted();
    await runSteps(expectVectors(embedder, sums, texts.length), stepped);
    const tokens = { ...pieces, dimensions };
    const vectors = { dimensions, longestRun, sums, overlaps: undefined, centring: undefined, tokens, report };
    return runSteps(measureTexts(texts, vectors, options), stepped);
  }
  const sums = await embedder.embed(texts, embedOptions);
  await runSteps(expectVectors(embedder, sums, texts.length), stepped);
  const report = await embedder.inspect?.(texts, stepped);
  const overlaps = await embedOverlaps(texts, embedder, longestRun, options);
  const background = texts.length > 0 ? await (options.background ?? createBackground(embedder))() : new Float32Array(0);
  const centred = await runSteps(centreRows(sums, overlaps, background, dimensions), stepped);
  return runSteps(measureTexts(texts, { dimensions, longestRun, ...centred, tokens: undefined, report }, options), stepped);
}

/** One pass where the embedder offers it, else three. */
async function analyse(embedder: AdditiveEmbedder, texts: readonly string[], options: EmbedOptions): Promise<TextAnalysis> {
  if (embedder.analyse) return embedder.analyse(texts, options);
  const { signal } = options;
  const sums = await embedder.embedSums(texts, options);
  const pieces = await embedder.pieces(texts, signal && { signal });
  const report = await embedder.inspect?.(texts, signal && { signal });
  return { sums, pieces, ...(report && { report }) };
}

/** Measure what needs no model, a few hundred sentences at a time. */
function* measureTexts(
  texts: readonly string[],
  vectors: Pick<PreparedDocument, 'dimensions' | 'longestRun' | 'sums' | 'overlaps' | 'centring' | 'tokens' | 'report'>,
  { furniture, readFacts = readDigits }: PrepareOptions,
): Generator<number, PreparedDocument> {
  const count = texts.length;
  const { dimensions, longestRun, sums, tokens } = vectors;
  const lengths = new Float64Array(count + 1);
  const wordWeights = new Float64Array(count + 1);
  const numberOffsets = new Int32Array(count + 1);
  const numbers: number[] = [];
  const barred = new Uint8Array(count);
  const norms = new Float32Array(count * longestRun);
  const run = new Float64Array(dimensions);
  for (let s = 0; s < count; s++) {
    const text = texts[s]!;
    lengths[s + 1] = lengths[s]! + measureLength(text);
    wordWeights[s + 1] = wordWeights[s]! + (tokens ? totalWeight(tokens, s) : 0);
    for (const found of findNumbers(text)) numbers.push(found);
    numberOffsets[s + 1] = numbers.length;
    barred[s] = furniture?.[s] || text.trim() === '' ? 1 : 0;
    measureRuns(sums, s, count, run, longestRun, norms);
    if (s % sentencesPerStep === sentencesPerStep - 1) yield s / count;
  }
  let facts: StatementFacts | undefined;
  return {
    texts,
    ...vectors,
    norms,
    lengths,
    wordWeights,
    numbers: Int32Array.from(numbers),
    numberOffsets,
    barred,
    facts: () => {
      facts ??= readFacts(texts, barred);
      return facts;
    },
  };
}

/** Whether an embedder offers raw sums and tokens. */
export function isAdditive(embedder: Embedder): embedder is AdditiveEmbedder {
  return embedder.additive && 'embedSums' in embedder && 'pieces' in embedder;
}

async function embedOverlaps(
  texts: readonly string[],
  embedder: Embedder,
  longestRun: number,
  options: PrepareOptions,
): Promise<Float32Array> {
  const { signal, onProgress } = options;
  const { dimensions } = embedder;
  const total = texts.length * longestRun;
  const rows = new Float32Array(Math.max(longestRun - 1, 0) * texts.length * dimensions);
  for (let length = 2; length <= longestRun; length++) {
    const runs = texts.slice(0, texts.length - length + 1).map((_, start) => texts.slice(start, start + length).join(' '));
    const before = texts.length * (length - 1);
    const vectors = await embedder.embed(runs, {
      ...(signal ? { signal } : {}),
      onProgress: ({ done }) => onProgress?.({ done: before + done, total }),
    });
    await runSteps(expectVectors(embedder, vectors, runs.length), signal ? { signal } : {});
    rows.set(vectors, (length - 2) * texts.length * dimensions);
  }
  onProgress?.({ done: total, total });
  return rows;
}

function* expectVectors(embedder: Embedder, vectors: Float32Array, count: number): Generator<number, void> {
  const { id, dimensions } = embedder;
  if (vectors.length !== count * dimensions) {
    throw new AlignmentError(
      'EMBEDDING_INVALID',
      `Embedder \`${id}\` returned ${vectors.length} numbers for ${count} texts, expected ${count} × ${dimensions} = ${count * dimensions}`,
    );
  }
  for (let text = 0; text < count; text++) {
    for (let k = text * dimensions; k < (text + 1) * dimensions; k++) {
      if (!Number.isFinite(vectors[k])) {
        throw new AlignmentError(
          'EMBEDDING_INVALID',
          `Embedder \`${id}\` returned ${vectors[k]} in the vector of text ${text}, expected finite numbers`,
        );
      }
    }
    if (text % textsPerCheck === 0) yield text / count;
  }
}

/** Norms of the runs that start at a sentence. */
function measureRuns(sums: Float32Array, start: number, count: number, run: Float64Array, longestRun: number, norms: Float32Array): void {
  const dimensions = run.length;
  run.fill(0);
  for (let k = 0; k < longestRun && start + k < count; k++) {
    let square = 0;
    for (let d = 0, from = (start + k) * dimensions; d < dimensions; d++, from++) {
      const value = run[d]! + sums[from]!;
      run[d] = value;
      square += value * value;
    }
    norms[start * longestRun + k] = Math.sqrt(square);
  }
}

function totalWeight({ offsets, weights }: TextPieces, text: number): number {
  let sum = 0;
  for (let k = offsets[text]!; k < offsets[text + 1]!; k++) sum += weights[k]!;
  return sum;
}

/** Whether one of the sentences [start, end) is barred. */
export function hasBarred(barred: Uint8Array, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (barred[k]) return true;
  return false;
}
