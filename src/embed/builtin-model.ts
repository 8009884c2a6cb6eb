/**
 * The model that ships with the package. It is loaded once, on first use, and shared.
 *
 * Each file is named by a literal `new URL(…, import.meta.url)`, which bundlers for browsers replace by where they put it. `src/embed` and `dist/embed`
 * lie equally deep.
 */
import { AlignmentError } from '../errors.ts';
import { type LoadedModel, loadModelFolder, loadModelFolderNow, type ReadModelFile } from './model-folder.ts';
import { fileSystem, nodeModule, readFromFolder, readNow } from './read-folder.ts';
import { readFiles, readFromUrl } from './read-url.ts';

/** Files of the model by name. Bundlers that make no modules leave `import.meta.url` undefined. */
function builtinFiles(): ReadonlyMap<string, URL> {
  try {
    return new Map([
      ['config.json', new URL('../../models/palimpsest-base/config.json', import.meta.url)],
      ['tokenizer.json', new URL('../../models/palimpsest-base/tokenizer.json', import.meta.url)],
      ['onnx/model_quantized.onnx', new URL('../../models/palimpsest-base/onnx/model_quantized.onnx', import.meta.url)],
    ]);
  } catch {
    return new Map();
  }
}

let shared: { promise: Promise<LoadedModel>; loaded?: LoadedModel; users: number } | undefined;

/** A loaded model and the function that releases it. */
export interface BorrowedModel {
  readonly loaded: LoadedModel;
  readonly release: () => void;
}

/**
 * The built-in model. All callers share one copy, which is released with the last of them. A failed load is not kept, so a later call tries
 * again.
 */
export async function borrowBuiltinModel(): Promise<BorrowedModel> {
  shared ??= { promise: loadBuiltinModel(), users: 0 };
  const mine = shared;
  mine.users++;
  const release = (): void => {
    mine.users--;
    if (mine.users === 0 && shared === mine) shared = undefined;
  };
  try {
    mine.loaded = await mine.promise;
    return { loaded: mine.loaded, release };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * The built-in model for synchronous callers: the copy already loaded, else one read synchronously and kept. `undefined` where none is loaded and there is
 * no disk, or the location of the package on it is unknown.
 *
 * @throws AlignmentError `MODEL_MISSING` or `MODEL_INVALID`, naming the file.
 */
export function builtinModelNow(): LoadedModel | undefined {
  if (shared?.loaded || !fileSystem() || builtinFiles().size === 0) return shared?.loaded;
  const folder = builtinModelFolder();
  const { createHash } = nodeModule<typeof import('node:crypto')>('node:crypto')!;
  const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const loaded = loadModelFolderNow((name) => readNow(folder, name), folder, sumOf);
  shared = { promise: Promise.resolve(loaded), loaded, users: 1 };
  return loaded;
}

async function loadBuiltinModel(): Promise<LoadedModel> {
  if (fileSystem()) {
    const folder = builtinModelFolder();
    return loadModelFolder(readFromFolder(folder), folder);
  }
  const files = builtinFiles();
  const config = files.get('config.json');
  const where = config ? new URL('.', config).href.replace(/\/$/, '') : 'models/palimpsest-base';
  try {
    return await loadModelFolder(readFiles(files), where);
  } catch (cause) {
    if (!(cause instanceof AlignmentError)) throw cause;
    const advice =
      'let the page fetch the folder `models/palimpsest-base` of this package, and name its address: `createEmbedder({ modelUrl })`';
    throw new AlignmentError(cause.code, `${cause.message}; the built-in model was not found: ${advice}`, { cause });
  }
}

/** Path of the built-in model on disk. Only where there is a file system. */
export function builtinModelFolder(): string {
  const config = builtinFiles().get('config.json');
  if (!config)
    throw new AlignmentError('MODEL_MISSING', 'the location of the built-in model is unknown here: keep this package out of bundles');
  return nodeModule<typeof import('node:url')>('node:url')!.fileURLToPath(new URL('.', config));
}

/** Load a model from a base URL: fetched, or read from disk where the URL is a `file:` one. */
export async function loadModelUrl(url: URL): Promise<LoadedModel> {
  const toPath = nodeModule<typeof import('node:url')>('node:url')?.fileURLToPath;
  const isFile = url.protocol === 'file:' && toPath !== undefined;
  const read: ReadModelFile = isFile ? readFromFolder(toPath(url)) : readFromUrl(url);
  return loadModelFolder(read, isFile ? toPath(url) : url.href);
}
