/** Removes a queue from Redis with all its data. */
import { AlignmentError } from '../errors.ts';
import { connectRedis } from './connect-redis.ts';
import { keyPrefix } from './queue-store.ts';
import { checkTarget, type QueueTarget } from './queue-target.ts';
import { openQueue } from './set-aside.ts';

/**
 * Remove a queue: its jobs, those set aside, uncollected results, and the record of its pairs. The texts are then gone from Redis
 * (from its files on disk only after it rewrites them).
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`; `OPTION_INVALID` while workers have active jobs.
 */
export async function removeQueue(queueTarget: QueueTarget): Promise<void> {
  const target = checkTarget(queueTarget);
  const link = await connectRedis(target);
  try {
    const { client, persist } = link;
    if ((await persist(() => openQueue(link, target.queue).getJobCountByTypes('active'))) > 0)
      throw new AlignmentError('OPTION_INVALID', `Workers have jobs of \`${target.queue}\` in hand: stop them first`);
    // a glob, so its special characters are escaped
    const pattern = `${keyPrefix(target.queue).replace(/[[\]*?\\^-]/g, '\\$&')}:*`;
    for (let cursor = '0'; ; ) {
      const [next, keys] = await persist(() => client.scan(cursor, 'MATCH', pattern, 'COUNT', 1000));
      if (keys.length > 0) await persist(() => client.unlink(...keys));
      if (next === '0') return;
      cursor = next;
    }
  } finally {
    link.close();
  }
}
