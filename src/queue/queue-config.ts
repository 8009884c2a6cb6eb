/** The alignment options of a queue, shared by all its workers, since the same pair must give the same bytes on every machine. */
import { type BeadFilter, checkBeadFilter } from '../corpus/bead-line.ts';
import { checkCorpusAlignOptions } from '../corpus/corpus-options.ts';
import type { CorpusAlignOptions } from '../corpus/corpus-pair.ts';
import { AlignmentError } from '../errors.ts';
import type { QueueStore } from './queue-store.ts';

/** The options fixed by the first enqueue. */
export interface QueueConfig {
  readonly options: CorpusAlignOptions;
  readonly filter: BeadFilter;
}

/**
 * Set the configuration, or check that it equals the existing one.
 *
 * @throws AlignmentError `OPTION_INVALID` when the queue has a different one.
 */
export async function settleConfig(
  store: QueueStore,
  queue: string,
  { options, filter }: QueueConfig,
  signal?: AbortSignal,
): Promise<void> {
  const ours = JSON.stringify({ options: sorted(options), filter: sorted(filter) });
  const settled = await store.settle('config', ours, signal);
  if (settled !== ours)
    throw new AlignmentError(
      'OPTION_INVALID',
      `The queue \`${queue}\` was begun with other options: ${settled}, now ${ours}; use another queue`,
    );
}

/** The configuration, validated again, since other programs may write to Redis. `undefined` before the first enqueue. */
export async function readConfig(store: QueueStore, signal?: AbortSignal): Promise<QueueConfig | undefined> {
  const text = await store.read('config', signal);
  if (text === undefined) return undefined;
  const { options, filter } = JSON.parse(text) as QueueConfig;
  return { options: checkCorpusAlignOptions(options), filter: checkBeadFilter(filter) };
}

/**
 * Set the model, or check that it equals that of the first worker.
 *
 * @throws AlignmentError `MODEL_INVALID` when a worker of the queue has a different model.
 */
export async function settleModel(
  store: QueueStore,
  queue: string,
  { id, revision }: { readonly id: string; readonly revision: string },
  signal?: AbortSignal,
): Promise<void> {
  const ours = `${id}@${revision}`;
  const settled = await store.settle('model', ours, signal);
  if (settled !== ours)
    throw new AlignmentError('MODEL_INVALID', `The queue \`${queue}\` is worked on with the model ${settled}, this worker has ${ours}`);
}

function sorted(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
