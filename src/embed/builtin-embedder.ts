/**
 * The built-in embedder: a static model behind the interface of all embedders.
 *
 * Work runs in batches of about 8,000 characters, a few milliseconds each. Between two batches the event loop runs and the signal is
 * checked.
 */
import { AlignmentError } from '../errors.ts';
import type { AdditiveEmbedder, EmbedderReport, EmbedOptions, TextAnalysis } from '../types.ts';
import { breathe } from './breathe.ts';
import type { LoadedModel } from './model-folder.ts';
import type { KnownUnits } from './static-model.ts';
import { type AnalysedTexts, analyseTexts } from './text-pieces.ts';
import { writeUnit } from './write-unit.ts';

/** Characters after which a batch ends. */
const BATCH = 8192;
/** Fixed cost of a text, expressed in characters. */
const TEXT_COST = 64;

/**
 * An embedder over a loaded model.
 *
 * @param release - Called once, by `dispose`.
 */
export function createBuiltinEmbedder(loaded: LoadedModel, release: () => void): AdditiveEmbedder {
  const { id, revision, languages, model } = loaded;
  const { dimensions } = model;
  let isDisposed = false;

  const writeSum = (sum: Float64Array, into: Float32Array, offset: number): void => {
    for (let k = 0; k < dimensions; k++) into[offset + k] = sum[k]! * model.rows.unit;
  };
  const checkInUse = (): void => {
    if (isDisposed) throw new AlignmentError('OPTION_INVALID', `embedder \`${id}\`: expected one in use, got one that was disposed of`);
  };

  const sumTexts = async (
    texts: readonly string[],
    options: EmbedOptions,
    write: (sum: Float64Array, into: Float32Array, offset: number) => unknown,
  ): Promise<Float32Array> => {
    checkInUse();
    const { signal, onProgress } = options;
    signal?.throwIfAborted();
    const matrix = new Float32Array(texts.length * dimensions);
    const sum = new Float64Array(dimensions);
    let work = 0;
    const pause = async (done: number): Promise<void> => {
      work = 0;
      onProgress?.({ done, total: texts.length });
      await breathe();
      signal?.throwIfAborted();
    };
    for (let t = 0; t < texts.length; t++) {
      const text = texts[t]!;
      for (const _ of model.addText(text, sum.fill(0))) await pause(t);
      write(sum, matrix, t * dimensions);
      work += text.length + TEXT_COST;
      if (work >= BATCH && t + 1 < texts.length) await pause(t + 1);
    }
    onProgress?.({ done: texts.length, total: texts.length });
    return matrix;
  };

  const analyse = async (texts: readonly string[], { signal, onProgress }: EmbedOptions): Promise<AnalysedTexts> => {
    checkInUse();
    signal?.throwIfAborted();
    const steps = analyseTexts(model, texts);
    for (let step = steps.next(); ; step = steps.next()) {
      onProgress?.({ done: step.done ? texts.length : step.value, total: texts.length });
      if (step.done) return step.value;
      await breathe();
      signal?.throwIfAborted();
    }
  };

  const embedder: AdditiveEmbedder = {
    id,
    revision,
    dimensions,
    additive: true,
    languages,
    embed: (texts, options = {}) => sumTexts(texts, options, writeUnit),
    embedSums: (texts, options = {}) => sumTexts(texts, options, writeSum),
    async analyse(texts, options = {}): Promise<TextAnalysis> {
      const { sums, pieces, units } = await analyse(texts, options);
      return { sums, pieces, report: reportOf(units) };
    },
    pieces: async (texts, options = {}) => (await analyse(texts, options)).pieces,
    inspect: async (texts, options = {}) => reportOf((await analyse(texts, options)).units),
    async dispose(): Promise<void> {
      if (isDisposed) return;
      isDisposed = true;
      release();
    },
  };
  return embedder;
}

function reportOf({ total, unknown }: KnownUnits): EmbedderReport {
  return { unknownShare: total === 0 ? 0 : unknown / total, truncated: [] };
}
