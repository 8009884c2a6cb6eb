/** The one place that loads BullMQ and ioredis, which are optional peers: who never uses a queue need not have them. */
import { AlignmentError } from '../errors.ts';

/** The two libraries. */
export interface Peers {
  readonly bull: typeof import('bullmq');
  readonly Redis: typeof import('ioredis').Redis;
}

/**
 * Load them.
 *
 * @throws AlignmentError `RUNTIME_MISSING`, with the command that installs them.
 */
export async function loadPeers(): Promise<Peers> {
  try {
    const [bull, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bull, Redis };
  } catch (cause) {
    const { message } = cause as Error;
    throw new AlignmentError('RUNTIME_MISSING', `palimpsest/queue needs bullmq and ioredis (npm install bullmq ioredis): ${message}`, {
      cause,
    });
  }
}
