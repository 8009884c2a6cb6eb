/** What runs in a worker thread: one pair in, its result out. The model is loaded with the first pair. */
import { createBuiltinEmbedder } from '../embed/builtin-embedder.ts';
import { createEmbedder } from '../embed/create-embedder.ts';
import { nodeModule } from '../embed/read-folder.ts';
import { loadSharedModel } from '../embed/share-model.ts';
import { AlignmentError } from '../errors.ts';
import type { Embedder } from '../types.ts';
import { alignCorpusPair } from './corpus-pair.ts';
import type { WorkerAnswer, WorkerSetup, WorkerTask } from './worker-aligner.ts';

// the pool puts an element of its own before the given data
const [, setup] = nodeModule<{ workerData: readonly [unknown, WorkerSetup] }>('node:worker_threads')!.workerData;

let loading: Promise<Embedder> | undefined;

async function loadEmbedder({ shared, model }: WorkerSetup): Promise<Embedder> {
  return shared ? createBuiltinEmbedder(await loadSharedModel(shared), () => undefined) : createEmbedder({ ...(model && { model }) });
}

/** Called by the pool. */
export default async function answer({ pair, index }: WorkerTask): Promise<WorkerAnswer> {
  let embedder: Embedder;
  try {
    loading ??= loadEmbedder(setup);
    embedder = await loading;
  } catch (error) {
    const { message } = error as Error;
    return { status: 'unable', code: error instanceof AlignmentError ? error.code : undefined, message };
  }
  return alignCorpusPair(pair, index, setup.align, { embedder });
}
