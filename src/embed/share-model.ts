/**
 * One copy of a model's files for several threads: read and checked once, then shared through a `SharedArrayBuffer`.
 * What each thread builds from them (the tables of the tokenizer, a cache of words) is small compared with the weights.
 */
import { builtinModelFolder } from './builtin-model.ts';
import { isOwnFolder } from './create-embedder.ts';
import { checkModelFolder, type LoadedModel, loadModelFolder } from './model-folder.ts';
import { readInitializers } from './onnx-weights.ts';
import { isFolder, readFromFolder } from './read-folder.ts';

/** The files of a model, to pass to other threads unchanged. */
export interface SharedModel {
  /** The folder, for messages. */
  readonly where: string;
  readonly files: Readonly<Record<string, Uint8Array<SharedArrayBuffer>>>;
}

/**
 * The files of a model in our own format, in shared memory; `undefined` for other models, which each thread must load itself.
 *
 * @param model - A folder. Left out: the model in this package.
 * @throws AlignmentError `MODEL_MISSING` or `MODEL_INVALID`, naming the file.
 */
export async function shareModel(model?: string): Promise<SharedModel | undefined> {
  if (model !== undefined && !(isFolder(model) && (await isOwnFolder(model)))) return undefined;
  const where = model ?? builtinModelFolder();
  const files: Record<string, Uint8Array<SharedArrayBuffer>> = {};
  await checkModelFolder(async (name) => {
    const bytes = await readFromFolder(where)(name);
    const shift = name.endsWith('.onnx') ? shiftOf(bytes, name) : 0;
    files[name] = new Uint8Array(new SharedArrayBuffer(shift + bytes.length), shift);
    files[name].set(bytes);
    return bytes;
  }, where);
  return { where, files };
}

/** The model built from files that another thread shared. */
export async function loadSharedModel({ where, files }: SharedModel): Promise<LoadedModel> {
  return loadModelFolder(async (name) => files[name]!, where);
}

/** The rows are read four bytes at a time, so each thread would copy them if their offset were not a multiple of four. */
function shiftOf(bytes: Uint8Array, file: string): number {
  const rows = readInitializers(bytes, file).get('rows')?.bytes;
  return rows ? (4 - ((rows.byteOffset - bytes.byteOffset) % 4)) % 4 : 0;
}
