/** A queue out of Redis, with all that it holds. */
import { AlignmentError } from '../errors.ts';
import { connectRedis } from './connect-redis.ts';
import { keyPrefix } from './queue-store.ts';
import { checkTarget, type QueueTarget } from './queue-target.ts';
import { openQueue } from './set-aside.ts';

/**
 * Remove a queue: its jobs, those set aside, the results that nobody has collected, and the memory of which pairs it had. Texts are gone from Redis
 * then (not from its files on disk before it rewrites them).
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`; `OPTION_INVALID` while workers have jobs in hand.
 */
export async function removeQueue(queueTarget: QueueTarget): Promise<void> {
  const target = checkTarget(queueTarget);
  const link = await connectRedis(target);
  try {
    const { client, persist } = link;
    if ((await persist(() => openQueue(link, target.queue).getJobCountByTypes('active'))) > 0)
      throw new AlignmentError('OPTION_INVALID', `Workers have jobs of \`${target.queue}\` in hand: stop them first`);
    // a glob, so what has a meaning there is escaped
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
