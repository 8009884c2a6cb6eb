/** The one place that loads BullMQ and ioredis, which are optional peers: who never uses a queue need not have them. */
import { AlignmentError } from '../errors.ts';

/** The two libraries. */
export interface Peers {
  readonly bull: typeof import('bullmq');
  readonly Redis: typeof import('ioredis').Redis;
}

/** Not in the imports themselves, so that bundlers for browsers leave both alone. */
const BULL = 'bullmq';
const REDIS = 'ioredis';

/**
 * Load them.
 *
 * @throws AlignmentError `RUNTIME_MISSING`, with the command that installs them.
 */
export async function loadPeers(): Promise<Peers> {
  try {
    const bull = (await import(/* @vite-ignore */ /* webpackIgnore: true */ BULL)) as typeof import('bullmq');
    const { Redis } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ REDIS)) as typeof import('ioredis');
    return { bull, Redis };
  } catch (cause) {
    const { message } = cause as Error;
    throw new AlignmentError('RUNTIME_MISSING', `palimpsest/queue needs bullmq and ioredis (npm install bullmq ioredis): ${message}`, {
      cause,
    });
  }
}
