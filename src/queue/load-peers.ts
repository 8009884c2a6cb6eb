/** Loads BullMQ and ioredis, which are optional peers, needed only for queues. No other file loads them. */
import { AlignmentError } from '../errors.ts';

/** The two libraries. */
export interface Peers {
  readonly bull: typeof import('bullmq');
  readonly Redis: typeof import('ioredis').Redis;
}

/** Variables instead of literals, so that bundlers for browsers do not resolve them. */
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
