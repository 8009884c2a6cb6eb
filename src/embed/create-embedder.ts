/** Chooses and loads an embedder: the built-in model, a model folder in our own form, or a transformers.js model. */
import { AlignmentError } from '../errors.ts';
import type { Embedder } from '../types.ts';
import { createBuiltinEmbedder } from './builtin-embedder.ts';
import { borrowBuiltinModel, builtinModelFolder, loadModelUrl } from './builtin-model.ts';
import { type EmbeddingCache, withCache } from './embedding-cache.ts';
import { isOwnFormat, loadModelFolder, parseJson } from './model-folder.ts';
import { fileSystem, isFolder, readFromFolder } from './read-folder.ts';
import { createTransformersEmbedder } from './transformers-embedder.ts';

/** Options of {@link createEmbedder}. */
export interface EmbedderOptions {
  /**
   * A folder on disk, or the name of a model on the Hugging Face hub, which its runtime then downloads. Left out: the model in this package.
   */
  readonly model?: string;
  /**
   * What runs the model. Left out: our own runtime for models in our form, else the transformers.js that is installed, `@xenova/transformers`
   * before `@huggingface/transformers`.
   */
  readonly runtime?: 'builtin' | '@xenova/transformers' | '@huggingface/transformers';
  /** Branch, tag or commit of a model on the hub. Without one the newest is taken, and results can change from day to day: a warning says so. */
  readonly revision?: string;
  /** Consulted before the model. */
  readonly cache?: EmbeddingCache;
  /** Base URL of a model in our format, for the built-in runtime. Left out: the files of this package. */
  readonly modelUrl?: string | URL;
}

/**
 * Make an embedder. Nothing is loaded before this call. Only a hub model that the caller names, or `modelUrl`, is downloaded.
 *
 * @throws AlignmentError `OPTION_UNKNOWN`, `OPTION_INVALID`; `MODEL_MISSING`, `MODEL_INVALID` (naming the file); `RUNTIME_MISSING` (naming what to
 * install).
 * @example
 * ```ts
 * const embedder = await createEmbedder();
 * const [a, b] = ['The cat sleeps.', 'Kucing itu tidur.'];
 * const vectors = await embedder.embed([a, b]);
 * console.log(vectors.length / embedder.dimensions); // → 2
 * await embedder.dispose();
 * ```
 */
export async function createEmbedder(options: EmbedderOptions = {}): Promise<Embedder> {
  checkOptions(options);
  const embedder = await chooseEmbedder(options);
  return options.cache ? withCache(embedder, options.cache) : embedder;
}

async function chooseEmbedder({ model, runtime, revision, modelUrl }: EmbedderOptions): Promise<Embedder> {
  if (modelUrl !== undefined) return createBuiltinEmbedder(await loadModelUrl(toUrl(modelUrl)), () => undefined);
  if (runtime === undefined || runtime === 'builtin') {
    if (model === undefined) {
      const { loaded, release } = await borrowBuiltinModel();
      return createBuiltinEmbedder(loaded, release);
    }
    const folder = isFolder(model);
    if (!folder && looksLikePath(model)) throw new AlignmentError('MODEL_MISSING', `${model}: there is no such folder`);
    if (folder && (runtime === 'builtin' || (await isOwnFolder(model)))) {
      return createBuiltinEmbedder(await loadModelFolder(readFromFolder(model), model), () => undefined);
    }
    if (runtime === 'builtin') {
      throw new AlignmentError('OPTION_INVALID', `\`model\`: expected a folder for the built-in runtime, got the hub name \`${model}\``);
    }
  }
  if (model !== undefined && !isFolder(model) && looksLikePath(model)) {
    throw new AlignmentError('MODEL_MISSING', `${model}: there is no such folder`);
  }
  if (model === undefined && !fileSystem())
    throw invalid('model', 'the name of a model, since there is no disk here to read the built-in one from', model);
  return createTransformersEmbedder({ model: model ?? builtinModelFolder(), runtime, revision });
}

/** `./x`, `../x`, `/x`, `~/x`, `C:\x`: never the name of a model on the hub. */
function looksLikePath(model: string): boolean {
  return /^(\.{0,2}[\\/]|~|[A-Za-z]:[\\/])/.test(model) || model.includes('\\');
}

/** Whether a folder holds a model in our format. A missing or broken `config.json` is reported by the runtime. */
export async function isOwnFolder(folder: string): Promise<boolean> {
  const file = `${folder}/config.json`;
  return isOwnFormat(parseJson(await readFromFolder(folder)('config.json'), file));
}

function toUrl(modelUrl: string | URL): URL {
  const base = (globalThis as { location?: { href?: string } }).location?.href;
  return new URL(modelUrl, base);
}

const RUNTIMES: readonly unknown[] = ['builtin', '@xenova/transformers', '@huggingface/transformers'];

/** Expected form of each option. */
const CHECKS: Readonly<Record<keyof EmbedderOptions, readonly [expected: string, isRight: (value: unknown) => boolean]>> = {
  model: ['the path of a folder or the name of a model', isFilledText],
  runtime: [`one of ${RUNTIMES.join(', ')}`, (value) => RUNTIMES.includes(value)],
  revision: ['the name of a revision', isFilledText],
  cache: ['an object with `get` and `set`', isCache],
  modelUrl: ['a URL', isUrl],
};

function checkOptions(options: EmbedderOptions): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw invalid('options', 'an object', options);
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof EmbedderOptions] : undefined;
    if (!check) {
      throw new AlignmentError('OPTION_UNKNOWN', `\`${name}\`: expected one of ${Object.keys(CHECKS).join(', ')}, got an unknown option`);
    }
    if (value !== undefined && !check[1](value)) throw invalid(name, check[0], value);
  }
  const { model, runtime, revision, modelUrl } = options;
  if (modelUrl !== undefined && model !== undefined) throw invalid('modelUrl', 'to be given without `model`', modelUrl);
  if (modelUrl !== undefined && runtime !== undefined && runtime !== 'builtin')
    throw invalid('runtime', 'builtin beside `modelUrl`', runtime);
  if (revision !== undefined && (model === undefined || runtime === 'builtin')) {
    throw invalid('revision', 'to be given beside the `model` of a transformers.js runtime', revision);
  }
}

function isFilledText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isCache(value: unknown): boolean {
  const { get, set } = (value ?? {}) as { get?: unknown; set?: unknown };
  return typeof get === 'function' && typeof set === 'function';
}

function isUrl(value: unknown): boolean {
  if (typeof value !== 'string' && !(value instanceof URL)) return false;
  try {
    toUrl(value);
    return true;
  } catch {
    return false;
  }
}

function invalid(name: string, expected: string, got: unknown): AlignmentError {
  const shown = typeof got === 'string' ? `'${got}'` : got instanceof URL ? got.href : (JSON.stringify(got) ?? String(got));
  return new AlignmentError('OPTION_INVALID', `\`${name}\`: expected ${expected}, got ${shown.slice(0, 80)}`);
}
