/**
 * Embedders that run on transformers.js: `@xenova/transformers` or its successor `@huggingface/transformers`, both optional. This is the one file
 * that imports them, and only when one is asked for.
 *
 * Tokenising, cutting, padding and pooling are done here, so that both generations answer alike and a cut text is known to be cut. A folder on
 * disk is read with every way out to the network closed; a model name is looked up on the hub because the caller named one.
 */
import { AlignmentError } from '../errors.ts';
import type { Embedder, EmbedderReport, EmbedOptions, Warning } from '../types.ts';
import { get } from './json-values.ts';
import { findKnownModel, type Pooling } from './known-models.ts';
import { fileSystem, isFolder, nodeModule } from './read-folder.ts';

/** The packages that can run transformers.js models. */
export type TransformersRuntime = '@xenova/transformers' | '@huggingface/transformers';

/** What to load with which library. */
export interface TransformersRequest {
  /** A folder or the name of a model on the hub. */
  readonly model: string;
  readonly runtime?: TransformersRuntime;
  readonly revision?: string;
}

/** The part of either generation that is used here. */
interface Library {
  readonly env: { localModelPath: string; useFSCache: boolean };
  readonly AutoTokenizer: { from_pretrained(model: string, options: object): Promise<Tokenizer> };
  readonly AutoModel: { from_pretrained(model: string, options: object): Promise<Model> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => unknown;
}
interface Tokenizer {
  readonly model_max_length?: number;
  readonly unk_token_id?: number;
  readonly pad_token_id?: number;
  encode(text: string): number[];
}
interface Model {
  (inputs: Record<string, unknown>): Promise<Record<string, TensorData>>;
  readonly config?: unknown;
  dispose(): Promise<unknown>;
}
interface TensorData {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

const ORDER: readonly TransformersRuntime[] = ['@xenova/transformers', '@huggingface/transformers'];
const BATCH = 32;
const DEFAULT_LIMIT = 512;

/**
 * An embedder over a transformers.js model.
 *
 * @param importLibrary - How to import a library; replaced in tests.
 * @throws AlignmentError `RUNTIME_MISSING`, `MODEL_MISSING`, `MODEL_INVALID`
 */
export async function createTransformersEmbedder(request: TransformersRequest, importLibrary = importRuntime): Promise<Embedder> {
  const { runtime, library } = await findLibrary(request.runtime, importLibrary);
  const { tokenizer, model } = await loadModel(request, runtime, library);
  return buildEmbedder(request, library, tokenizer, model);
}

async function importRuntime(runtime: TransformersRuntime): Promise<unknown> {
  // bundlers take an import that stands in a `try` block for optional
  try {
    if (runtime === '@huggingface/transformers') return await import('@huggingface/transformers');
    probeSharp(runtime);
    return await import('@xenova/transformers');
  } catch (cause) {
    throw new Error(`${runtime} cannot be imported`, { cause });
  }
}

/**
 * `@xenova/transformers` imports sharp, and where sharp has no binary Node 20 ends the process with a second, uncatchable error after the caught
 * one. Requiring sharp first fails in a way that can be caught.
 */
function probeSharp(runtime: string): void {
  const create = nodeModule<typeof import('node:module')>('node:module')?.createRequire;
  if (!create) return;
  create(create(import.meta.url).resolve(runtime))('sharp');
}

async function findLibrary(
  wanted: TransformersRuntime | undefined,
  importLibrary: (runtime: TransformersRuntime) => Promise<unknown>,
): Promise<{ runtime: TransformersRuntime; library: Library }> {
  const candidates = wanted ? [wanted] : ORDER;
  const causes: unknown[] = [];
  for (const runtime of candidates) {
    try {
      return { runtime, library: (await importLibrary(runtime)) as Library };
    } catch (cause) {
      causes.push(cause);
    }
  }
  const names = candidates.map((name) => `\`${name}\``).join(' or ');
  const commands = candidates.map((name) => `\`npm install ${name}\``).join(' or ');
  throw new AlignmentError('RUNTIME_MISSING', `this model needs ${names}, which cannot be imported: run ${commands}`, { cause: causes[0] });
}

/** Loads run one after another: where to look for local files is a setting of the whole library. */
let lastLoad: Promise<unknown> = Promise.resolve();

function loadModel(
  request: TransformersRequest,
  runtime: TransformersRuntime,
  library: Library,
): Promise<{ tokenizer: Tokenizer; model: Model }> {
  const load = lastLoad.then(() => loadNow(request, runtime, library));
  lastLoad = load.catch(() => undefined);
  return load;
}

async function loadNow(
  { model, revision }: TransformersRequest,
  runtime: TransformersRuntime,
  library: Library,
): Promise<{ tokenizer: Tokenizer; model: Model }> {
  const isOnDisk = isFolder(model);
  const quantized = !isOnDisk || checkFiles(model);
  const weights = runtime === '@xenova/transformers' ? { quantized } : { dtype: quantized ? 'q8' : 'fp32' };
  const { env } = library;
  const { localModelPath, useFSCache } = env;
  let name = model;
  let options: object = { ...weights, ...(revision === undefined ? {} : { revision }) };
  if (isOnDisk) {
    const path = nodeModule<typeof import('node:path')>('node:path')!;
    name = path.resolve(model);
    if (runtime === '@xenova/transformers') {
      env.localModelPath = path.dirname(name);
      name = path.basename(name);
    }
    env.useFSCache = false;
    options = { ...weights, local_files_only: true };
  }
  try {
    const tokenizer = await library.AutoTokenizer.from_pretrained(name, options);
    return { tokenizer, model: await library.AutoModel.from_pretrained(name, options) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    if (isOnDisk)
      throw new AlignmentError('MODEL_INVALID', `${model}: expected a transformers.js model, but ${runtime} says: ${why}`, { cause });
    throw new AlignmentError('MODEL_MISSING', `${model}: ${runtime} cannot load it from the hub: ${why}`, { cause });
  } finally {
    env.localModelPath = localModelPath;
    env.useFSCache = useFSCache;
  }
}

/** Whether the folder holds quantised weights; it must hold some, and a tokenizer. */
function checkFiles(folder: string): boolean {
  const fs = fileSystem()!;
  const has = (file: string): boolean => fs.existsSync(`${folder}/${file}`);
  const weights = ['onnx/model_quantized.onnx', 'onnx/model.onnx'].filter(has);
  const missing = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].find((file) => !has(file));
  const file = missing ?? (weights.length === 0 ? 'onnx/model_quantized.onnx' : undefined);
  if (file) throw new AlignmentError('MODEL_MISSING', `${folder.replace(/[\\/]$/, '')}/${file}: the file is missing`);
  return weights[0] === 'onnx/model_quantized.onnx';
}

function buildEmbedder(request: TransformersRequest, library: Library, tokenizer: Tokenizer, model: Model): Embedder {
  const known = findKnownModel(request.model);
  const own = get(model.config, 'palimpsest', 'revision');
  const pooling = known?.pooling ?? 'mean';
  const limit = Math.min(known?.maxTokens ?? DEFAULT_LIMIT, tokenizer.model_max_length ?? DEFAULT_LIMIT);
  const dimensions = Number(get(model.config, 'hidden_size') ?? known?.dimensions);
  const id = request.model;
  let isDisposed = false;

  const encode = (text: string): number[] => (text.trim() === '' ? [] : tokenizer.encode((known?.prefix ?? '') + text));
  const checkInUse = (): void => {
    if (isDisposed) throw new AlignmentError('OPTION_INVALID', `embedder \`${id}\`: expected one in use, got one that was disposed of`);
  };

  const embed = async (texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array> => {
    checkInUse();
    const matrix = new Float32Array(texts.length * dimensions);
    for (let start = 0; start < texts.length; start += BATCH) {
      options.signal?.throwIfAborted();
      const encoded = texts.slice(start, start + BATCH).map((text) => cut(encode(text), limit));
      const filled = encoded.flatMap((ids, i) => (ids.length > 0 ? [start + i] : []));
      if (filled.length > 0) {
        const batch = filled.map((row) => encoded[row - start]!);
        const output = await model(toInputs(library, batch, tokenizer.pad_token_id ?? 0));
        const hidden = output.last_hidden_state ?? output.token_embeddings ?? Object.values(output)[0]!;
        if (hidden.dims.length !== 3 || hidden.dims[0] !== batch.length || hidden.dims[2] !== dimensions) {
          const expected = `${batch.length} × tokens × ${dimensions} numbers`;
          throw new AlignmentError('EMBEDDING_INVALID', `${id}: expected ${expected}, got ${hidden.dims.join(' × ')}`);
        }
        for (const [b, row] of filled.entries())
          pool(hidden, b, batch[b]!.length, pooling, matrix.subarray(row * dimensions, (row + 1) * dimensions), id);
      }
      options.onProgress?.({ done: Math.min(start + BATCH, texts.length), total: texts.length });
    }
    options.signal?.throwIfAborted();
    return matrix;
  };

  return {
    id,
    revision: request.revision ?? (typeof own === 'string' ? own : 'unpinned'),
    dimensions,
    additive: false,
    warnings: request.revision === undefined && typeof own !== 'string' ? [unpinned(id)] : [],
    embed,
    inspect(texts): EmbedderReport {
      checkInUse();
      const truncated: number[] = [];
      let tokens = 0;
      let unknown = 0;
      for (const [row, text] of texts.entries()) {
        const ids = encode(text);
        if (ids.length > limit) truncated.push(row);
        tokens += ids.length;
        for (const token of ids) if (token === tokenizer.unk_token_id) unknown++;
      }
      return { unknownShare: tokens === 0 ? 0 : unknown / tokens, truncated };
    },
    async dispose(): Promise<void> {
      if (isDisposed) return;
      isDisposed = true;
      await model.dispose();
    },
  };
}

function unpinned(id: string): Warning {
  return {
    code: 'REVISION_UNPINNED',
    message: `Model \`${id}\` has no revision pinned: results can change when it does. Name one with \`revision\`.`,
  };
}

/** At most `limit` tokens; the closing special token stays the last one. */
function cut(ids: number[], limit: number): number[] {
  return ids.length <= limit ? ids : [...ids.slice(0, limit - 1), ids.at(-1)!];
}

function toInputs(library: Library, batch: readonly (readonly number[])[], pad: number): Record<string, unknown> {
  const length = Math.max(...batch.map((ids) => ids.length));
  const dims = [batch.length, length];
  const inputIds = new BigInt64Array(batch.length * length).fill(BigInt(pad));
  const mask = new BigInt64Array(batch.length * length);
  for (const [b, ids] of batch.entries()) {
    for (const [i, id] of ids.entries()) inputIds[b * length + i] = BigInt(id);
    mask.fill(1n, b * length, b * length + ids.length);
  }
  return { input_ids: new library.Tensor('int64', inputIds, dims), attention_mask: new library.Tensor('int64', mask, dims) };
}

/** The mean of the token vectors, or the first of them, of length 1. */
function pool({ data, dims }: TensorData, b: number, tokens: number, pooling: Pooling, into: Float32Array, id: string): void {
  const [, length, dimensions] = dims as [number, number, number];
  const sum = new Float64Array(dimensions);
  for (let t = 0; t < (pooling === 'cls' ? 1 : tokens); t++) {
    const at = (b * length + t) * dimensions;
    for (let k = 0; k < dimensions; k++) sum[k]! += data[at + k]!;
  }
  const norm = Math.sqrt(sum.reduce((square, value) => square + value * value, 0));
  if (!Number.isFinite(norm)) throw new AlignmentError('EMBEDDING_INVALID', `${id}: expected finite numbers, got ${norm}`);
  for (let k = 0; norm > 0 && k < dimensions; k++) into[k] = sum[k]! / norm;
}
