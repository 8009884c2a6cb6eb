/**
 * Reads a model folder in the form of models/FORMAT.md: `config.json`, `tokenizer.json`, `onnx/model_quantized.onnx`.
 *
 * The caller supplies the bytes ({@link ReadModelFile}); this file checks and assembles them. The weights are not copied: the rows stay a
 * view into the ONNX file. Where the platform has WebCrypto, the files are compared with the checksums in `config.json` while the tokenizer
 * is built.
 */
import { AlignmentError } from '../errors.ts';
import type { CodeRange } from './character-class.ts';
import { decodeHalfFloats } from './half-floats.ts';
import { get, isRecord } from './json-values.ts';
import { type Initializer, readInitializers } from './onnx-weights.ts';
import { StaticModel } from './static-model.ts';
import { readTokenizerFile } from './tokenizer-file.ts';

/** Reads one file of a folder. Rejects with `MODEL_MISSING`, naming the file, when it is not there. */
export type ReadModelFile = (name: string) => Promise<Uint8Array>;

/** A model with the metadata of its folder. */
export interface LoadedModel {
  readonly id: string;
  readonly revision: string;
  readonly languages: readonly string[];
  readonly model: StaticModel;
}

const CONFIG = 'config.json';
const TOKENIZER = 'tokenizer.json';
const WEIGHTS = 'onnx/model_quantized.onnx';
const UINT8 = 2;
const FLOAT16 = 10;

/**
 * Load a model.
 *
 * @param where - The folder, for messages.
 * @throws AlignmentError `MODEL_MISSING` or `MODEL_INVALID`, naming the file.
 */
export async function loadModelFolder(read: ReadModelFile, where: string): Promise<LoadedModel> {
  const { files, checks } = await readFiles(read, where);
  const loaded = buildModel(files);
  await checks;
  return loaded;
}

/**
 * {@link loadModelFolder} for synchronous callers. Blocks for about 150 ms.
 *
 * @param sumOf - SHA-256 of bytes, in hexadecimal.
 * @throws AlignmentError `MODEL_MISSING` or `MODEL_INVALID`, naming the file.
 */
export function loadModelFolderNow(read: (name: string) => Uint8Array, where: string, sumOf: (bytes: Uint8Array) => string): LoadedModel {
  const files = openFiles(read(CONFIG), read(TOKENIZER), read(WEIGHTS), where);
  for (const { bytes, expected, file } of sumsToCheck(files)) {
    if (expected !== undefined) compareSums(sumOf(bytes), expected, file);
  }
  return buildModel(files);
}

function buildModel({ name, config, tokenizer, weights }: ModelFiles): LoadedModel {
  const { dimensions, pieces, buckets, fold, wide, id, revision, languages } = config;
  const tables = readTokenizerFile(parseJson(tokenizer, name(TOKENIZER)), name(TOKENIZER));
  if (tables.pieces.length !== pieces) {
    throw invalid(name(TOKENIZER), `${pieces} pieces, as config.json says`, `${tables.pieces.length}`);
  }
  const { rows, scales } = readWeights(weights, pieces + buckets, dimensions, name(WEIGHTS));
  const model = new StaticModel({ tables, fold, wide, buckets, dimensions, rows, scales });
  return { id, revision, languages, model };
}

/**
 * Read the files of a model and compare them with their checksums, without building the model.
 *
 * @throws AlignmentError `MODEL_MISSING` or `MODEL_INVALID`, naming the file.
 */
export async function checkModelFolder(read: ReadModelFile, where: string): Promise<void> {
  await (await readFiles(read, where)).checks;
}

interface ModelFiles {
  /** Path of a file, for messages. */
  readonly name: (file: string) => string;
  readonly config: Config;
  readonly tokenizer: Uint8Array;
  readonly weights: Uint8Array;
}

async function readFiles(read: ReadModelFile, where: string): Promise<{ files: ModelFiles; checks: Promise<unknown> }> {
  const files = openFiles(...(await Promise.all([read(CONFIG), read(TOKENIZER), read(WEIGHTS)])), where);
  const checks = Promise.all(sumsToCheck(files).map(({ bytes, expected, file }) => checkSum(bytes, expected, file)));
  checks.catch(() => undefined); // the loader awaits it; an earlier error gives the more useful message
  return { files, checks };
}

function openFiles(configBytes: Uint8Array, tokenizer: Uint8Array, weights: Uint8Array, where: string): ModelFiles {
  const name = (file: string): string => `${where.replace(/[\\/]$/, '')}/${file}`;
  return { name, config: readConfig(parseJson(configBytes, name(CONFIG)), name(CONFIG)), tokenizer, weights };
}

function sumsToCheck({ name, config, tokenizer, weights }: ModelFiles): { bytes: Uint8Array; expected: unknown; file: string }[] {
  return [
    { bytes: tokenizer, expected: config.sha256[TOKENIZER], file: name(TOKENIZER) },
    { bytes: weights, expected: config.sha256[WEIGHTS], file: name(WEIGHTS) },
  ];
}

/** Whether a `config.json` describes a model in this format. */
export function isOwnFormat(config: unknown): boolean {
  return get(config, 'palimpsest', 'format') !== undefined;
}

interface Config {
  readonly id: string;
  readonly revision: string;
  readonly dimensions: number;
  readonly pieces: number;
  readonly buckets: number;
  readonly fold: ReadonlyMap<string, string>;
  readonly wide: readonly CodeRange[];
  readonly languages: readonly string[];
  readonly sha256: Readonly<Record<string, unknown>>;
}

function readConfig(json: unknown, file: string): Config {
  const own = get(json, 'palimpsest');
  const member = <T>(name: string, expected: string, isRight: (value: unknown) => value is T): T => {
    const value = get(own, name);
    if (!isRight(value)) throw invalid(file, `palimpsest.${name} to be ${expected}`, JSON.stringify(value)?.slice(0, 80) ?? 'nothing');
    return value;
  };
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;
  const isFold = (value: unknown): value is Record<string, string> =>
    isRecord(value) && Object.entries(value).every(([from, to]) => from.length === 1 && typeof to === 'string' && to.length <= 3);
  const isRanges = (value: unknown): value is CodeRange[] =>
    Array.isArray(value) && value.every((range) => Array.isArray(range) && range.length === 2 && range.every(Number.isInteger));
  const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

  member('format', '1', (value): value is 1 => value === 1);
  member('bits', '4', (value): value is 4 => value === 4);
  const sha256 = get(own, 'sha256');
  return {
    id: member('id', 'a text', isText),
    revision: member('revision', 'a text', isText),
    dimensions: member('dimensions', 'a multiple of 8', (value): value is number => isCount(value) && value % 8 === 0),
    pieces: member('pieces', 'a number above 0', isCount),
    buckets: member('buckets', 'a number above 0', isCount),
    fold: new Map(Object.entries(member('fold', 'one character to at most three each', isFold))),
    wide: member('wide', 'a list of [first, last]', isRanges),
    languages: member('languages', 'a list of language tags', isTexts),
    sha256: isRecord(sha256) ? sha256 : {},
  };
}

function readWeights(bytes: Uint8Array, count: number, dimensions: number, file: string): { rows: Uint8Array; scales: Float32Array } {
  const initializers = readInitializers(bytes, file);
  const take = (name: string, type: number, dims: readonly number[], size: number): Uint8Array => {
    const found: Initializer | undefined = initializers.get(name);
    const shape = (sizes: readonly number[], kind: number): string => `${sizes.join(' × ')} of type ${kind}`;
    if (!found) throw invalid(file, `an initializer \`${name}\``, [...initializers.keys()].join(', ').slice(0, 80));
    if (found.type !== type || found.dims.join() !== dims.join()) {
      throw invalid(file, `\`${name}\` to be ${shape(dims, type)}`, shape(found.dims, found.type));
    }
    if (found.bytes.length !== size) throw invalid(file, `${size} bytes of \`${name}\``, `${found.bytes.length}`);
    return found.bytes;
  };
  const rows = take('rows', UINT8, [count, dimensions / 2], (count * dimensions) / 2);
  const scales = decodeHalfFloats(take('scales', FLOAT16, [count], 2 * count));
  const odd = scales.findIndex((scale) => !(Number.isFinite(scale) && scale >= 0));
  if (odd >= 0) throw invalid(file, 'finite `scales` from 0', `${scales[odd]} for row ${odd}`);
  return { rows, scales };
}

/** A JSON file, or `MODEL_INVALID` naming it. */
export function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AlignmentError('MODEL_INVALID', `${file}: expected JSON, got something else`, { cause });
  }
}

async function checkSum(bytes: Uint8Array, expected: unknown, file: string): Promise<void> {
  const subtle = globalThis.crypto?.subtle;
  if (expected === undefined || subtle === undefined || !isOwn(bytes)) return;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  compareSums(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''), expected, file);
}

function compareSums(got: string, expected: unknown, file: string): void {
  if (got !== expected) throw invalid(file, `the SHA-256 checksum ${expected} that config.json names`, got);
}

/** WebCrypto cannot hash shared memory; the thread that shared the bytes has hashed them (`share-model.ts`). */
function isOwn(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return Object.prototype.toString.call(bytes.buffer) !== '[object SharedArrayBuffer]';
}

function invalid(file: string, expected: string, got: string): AlignmentError {
  return new AlignmentError('MODEL_INVALID', `${file}: expected ${expected}, got ${got}`);
}
