/** Files to an alignment, with a progress bar and the warnings of the result on standard error. */
import { extname } from 'node:path';
import {
  type Alignment,
  AlignmentError,
  type AlignOptions,
  alignDocuments,
  createEmbedder,
  type DocumentDescription,
  type Embedder,
} from '../index.ts';
import type { CliIo } from './io.ts';
import { progressBar } from './progress-bar.ts';
import { readAnchors } from './read-anchors.ts';
import { freeId, type InputOptions, readInputs } from './read-inputs.ts';
import { tellWarning } from './warnings.ts';

/** What the commands that align take. */
export interface AlignInputOptions extends InputOptions {
  readonly model?: string;
  readonly pivot?: string;
  readonly minConfidence?: number;
  /** File of corrections. */
  readonly anchors?: string;
}

/** Read and align. `extra` goes to {@link alignDocuments} as it is; `use` is called while the model that the user named, if any, is still loaded. */
export async function alignInputs(
  paths: readonly string[],
  options: AlignInputOptions,
  io: CliIo,
  extra: AlignOptions = {},
  use?: (alignment: Alignment, embedder: Embedder | undefined) => Promise<void>,
): Promise<Alignment> {
  const documents = await readInputs(paths, options, io);
  const corrections = options.anchors === undefined ? undefined : await readAnchors(options.anchors, io);
  const bar = progressBar(io.stderr);
  const embedder = options.model === undefined ? undefined : await createEmbedder({ model: options.model });
  try {
    const alignment = await alignDocuments(documents, {
      ...(embedder && { embedder }),
      ...(options.pivot !== undefined && { pivot: options.pivot }),
      ...(options.minConfidence !== undefined && { minConfidence: options.minConfidence }),
      ...(corrections && { anchors: corrections.anchors }),
      signal: io.signal,
      onProgress: bar.update,
      ...extra,
    });
    bar.clear();
    corrections?.check(alignment.documents);
    for (const warning of alignment.warnings) {
      const message = inWordsOfFiles(warning.message, paths, documents);
      tellWarning(message === warning.message ? warning : { code: warning.code, message }, io);
    }
    await use?.(alignment, embedder);
    return alignment;
  } catch (error) {
    throw error instanceof AlignmentError
      ? new AlignmentError(error.code, inWordsOfFiles(error.message, paths, documents), { cause: error })
      : error;
  } finally {
    bar.clear();
    await embedder?.dispose();
  }
}

/** A message of the library, with files in place of ids and positions. */
function inWordsOfFiles(message: string, paths: readonly string[], documents: readonly DocumentDescription[]): string {
  const files = new Map(paths.filter((path) => extname(path).toLowerCase() !== '.json').map((path) => [freeId(path, paths), path]));
  const name = (id: string | undefined) => (id === undefined ? 'a document' : (files.get(id) ?? `the document ${JSON.stringify(id)}`));
  return message
    .replace(/`?documents\[(\d+)\]`?/g, (_, index: string) => name(documents[Number(index)]?.id))
    .replace(/\bdocument "((?:[^"\\]|\\.)*)"/g, (whole, id: string) => files.get(id) ?? whole);
}
