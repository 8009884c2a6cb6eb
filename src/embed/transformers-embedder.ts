/**
 * Embedders that run on transformers.js: `@xenova/transformers` or its successor `@huggingface/transformers`, both optional. This is the only
 * file that imports them, and only on request.
 *
 * Tokenising, cutting, padding and pooling are done here, so that both generations give the same result and truncation is detected. A folder
 * on disk is read with network access disabled; a model name is looked up on the hub because the caller named one.
 */
import { AlignmentError } from '../errors.ts';
import type { Embedder, EmbedderReport, EmbedOptions, Warning } from '../types.ts';
import { get } from './json-values.ts';
import { findKnownModel } from './known-models.ts';
import { fileSystem, isFolder, nodeModule } from './read-folder.ts';
import { cutTokens, type OutputTensor, poolTokens, type TensorConstructor, toInputs } from './token-batches.ts';
import { writeUnit } from './write-unit.ts';

/** The packages that can run transformers.js models. */
export type TransformersRuntime = '@xenova/transformers' | '@huggingface/transformers';

/** What to load with which library. */
export interface TransformersRequest {
  /** A folder or the name of a model on the hub. */
  readonly model: string;
  readonly runtime?: TransformersRuntime;
  readonly revision?: string;
}

/** The part of both generations that is used here. */
interface Library {
  readonly env: { localModelPath: string; useFSCache: boolean };
  readonly AutoTokenizer: { from_pretrained(model: string, options: object): Promise<Tokenizer> };
  readonly AutoModel: { from_pretrained(model: string, options: object): Promise<Model> };
  readonly Tensor: TensorConstructor;
}
interface Tokenizer {
  readonly model_max_length?: number;
  readonly unk_token_id?: number;
  readonly pad_token_id?: number;
  encode(text: string): number[];
}
interface Model {
  (inputs: Record<string, unknown>): Promise<Record<string, OutputTensor>>;
  readonly config?: unknown;
  dispose(): Promise<unknown>;
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
  // bundlers treat an import inside a `try` block as optional
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

/** Loads run one after another, since the folder of local files is a global setting of the library. */
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
  const ownId = get(model.config, 'palimpsest', 'id');
  const limit = Math.min(known?.maxTokens ?? DEFAULT_LIMIT, tokenizer.model_max_length ?? DEFAULT_LIMIT);
  const dimensions = Number(get(model.config, 'hidden_size') ?? known?.dimensions);
  // our own model gives different vectors here than in our runtime, since the library has no n-grams
  const id = typeof ownId === 'string' ? `${ownId}/pieces` : request.model;
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
      const encoded = texts.slice(start, start + BATCH).map((text) => cutTokens(encode(text), limit));
      const filled = encoded.flatMap((ids, i) => (ids.length > 0 ? [start + i] : []));
      if (filled.length > 0) {
        const batch = filled.map((row) => encoded[row - start]!);
        const output = await model(toInputs(library.Tensor, batch, tokenizer.pad_token_id ?? 0));
        const sums = poolTokens(output, batch, dimensions, known, id);
        for (const [b, row] of filled.entries()) {
          const length = writeUnit(sums[b]!, matrix, row * dimensions);
          if (!Number.isFinite(length)) throw new AlignmentError('EMBEDDING_INVALID', `${id}: expected finite numbers, got ${length}`);
        }
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
