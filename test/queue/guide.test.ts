/** The program in the guide's page about many machines prints what the page says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../package/support/documentation.ts';
import { redisVersion, withoutRedis } from '../support/redis-server.ts';
import { useQueues } from './support/test-queue.ts';

describe.skipIf(redisVersion === undefined)(`the guide${withoutRedis}`, () => {
  const queues = useQueues();

  test('prints what it says', async () => {
    const blocks = blocksOf(readFileSync('docs-src/guide/many-machines.md', 'utf8'));
    expect(blocks.map(({ language }) => language)).toEqual(['js', 'text']);
    // two levels below the root, like src/*/*.ts, so that the model is found
    const folder = mkdtempSync(resolve('node_modules', '.queue-guide-'));
    try {
      await build({
        stdin: { contents: blocks[0]!.code, resolveDir: resolve('.'), loader: 'js' },
        outfile: join(folder, 'guide.mjs'),
        alias: { 'palimpsest/queue': resolve('src/queue/queue.ts') },
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        logLevel: 'error',
      });
      const env = { ...process.env, PALIMPSEST_REDIS: queues.redis.url };
      const printed = execFileSync(process.execPath, [join(folder, 'guide.mjs')], { cwd: queues.folder, env, encoding: 'utf8' });
      expect(printed).toBe(blocks[1]!.code);
      expect(readFileSync(join(queues.folder, 'beads.jsonl'), 'utf8').split('\n')).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
