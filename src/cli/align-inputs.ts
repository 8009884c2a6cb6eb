/** Files to an alignment, with a progress bar and the warnings of the result on standard error. */
import { type Alignment, type AlignOptions, alignDocuments, createEmbedder, type Embedder } from '../index.ts';
import type { CliIo } from './io.ts';
import { progressBar } from './progress-bar.ts';
import { type InputOptions, readInputs } from './read-inputs.ts';
import { tellWarning } from './warnings.ts';

/** What the commands that align take. */
export interface AlignInputOptions extends InputOptions {
  readonly model?: string;
  readonly pivot?: string;
  readonly minConfidence?: number;
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
  const bar = progressBar(io.stderr);
  const embedder = options.model === undefined ? undefined : await createEmbedder({ model: options.model });
  try {
    const alignment = await alignDocuments(documents, {
      ...(embedder && { embedder }),
      ...(options.pivot !== undefined && { pivot: options.pivot }),
      ...(options.minConfidence !== undefined && { minConfidence: options.minConfidence }),
      signal: io.signal,
      onProgress: bar.update,
      ...extra,
    });
    bar.clear();
    for (const warning of alignment.warnings) tellWarning(warning, io);
    await use?.(alignment, embedder);
    return alignment;
  } finally {
    bar.clear();
    await embedder?.dispose();
  }
}
