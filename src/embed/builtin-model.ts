/**
 * The model that comes with the package: loaded when first asked for, once, and shared.
 *
 * `import.meta.url` is the built file (`dist/…`, both ESM and CJS) or this source file (`src/embed/…`), so `models/` is one or two folders up.
 */
import { AlignmentError } from '../errors.ts';
import { type LoadedModel, loadModelFolder, loadModelFolderNow, type ReadModelFile } from './model-folder.ts';
import { fileSystem, isFolder, nodeModule, readFromFolder, readNow } from './read-folder.ts';
import { readFromUrl } from './read-url.ts';

const FOLDER = 'models/palimpsest-base/';
const here: string | undefined = import.meta.url;

let shared: { promise: Promise<LoadedModel>; loaded?: LoadedModel; users: number } | undefined;

/** A loaded model and the way to give it back. */
export interface BorrowedModel {
  readonly loaded: LoadedModel;
  readonly release: () => void;
}

/**
 * The built-in model. All borrowers share one copy, which is let go with the last of them. A failed load is forgotten, so a later call tries
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
 * The built-in model for who cannot wait: the copy that others have borrowed, else read at once and kept. `undefined` where nobody has and there is no disk, or
 * no telling where on it the package lies.
 *
 * @throws AlignmentError `MODEL_MISSING` or `MODEL_INVALID`, naming the file.
 */
export function builtinModelNow(): LoadedModel | undefined {
  if (shared?.loaded || !fileSystem() || here === undefined) return shared?.loaded;
  const folder = builtinModelFolder();
  const { createHash } = nodeModule<typeof import('node:crypto')>('node:crypto')!;
  const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const loaded = loadModelFolderNow((name) => readNow(folder, name), folder, sumOf);
  shared = { promise: Promise.resolve(loaded), loaded, users: 1 };
  return loaded;
}

async function loadBuiltinModel(): Promise<LoadedModel> {
  if (!fileSystem()) {
    if (here === undefined) throw new AlignmentError('MODEL_MISSING', 'the place of the built-in model is unknown here: name a `modelUrl`');
    return loadModelUrl(new URL(`../${FOLDER}`, here));
  }
  const folder = builtinModelFolder();
  return loadModelFolder(readFromFolder(folder), folder);
}

/** Path of the built-in model on disk. Only where there is a file system. */
export function builtinModelFolder(): string {
  const toPath = nodeModule<typeof import('node:url')>('node:url')!.fileURLToPath;
  const candidates = ['../', '../../'].map((up) => toPath(new URL(up + FOLDER, here)));
  return candidates.find(isFolder) ?? candidates[0]!;
}

/** Load a model from a base URL: fetched, or read from disk where the URL is a `file:` one. */
export async function loadModelUrl(url: URL): Promise<LoadedModel> {
  const toPath = nodeModule<typeof import('node:url')>('node:url')?.fileURLToPath;
  const isFile = url.protocol === 'file:' && toPath !== undefined;
  const read: ReadModelFile = isFile ? readFromFolder(toPath(url)) : readFromUrl(url);
  return loadModelFolder(read, isFile ? toPath(url) : url.href);
}
