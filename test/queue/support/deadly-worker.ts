/** A worker that some texts kill: `DEADLY` in a sentence ends the process at once. Arguments: address of Redis, queue, `maxStalls`. */
import { runWorker } from '../../../src/queue/queue.ts';
import { createHashingEmbedder } from '../../support/hashing-embedder.ts';

const [connection, queue, maxStalls] = process.argv.slice(2) as [string, string, string];
const harmless = createHashingEmbedder();
const watch = (texts: readonly string[]): void => {
  if (texts.some((text) => text.includes('DEADLY'))) process.kill(process.pid, 'SIGKILL');
};
await runWorker({
  connection,
  queue,
  maxStalls: Number(maxStalls),
  lockDuration: 2000,
  stalledInterval: 300,
  untilDone: true,
  embedder: {
    ...harmless,
    embed: (texts, options) => {
      watch(texts);
      return harmless.embed(texts, options);
    },
    ...{
      embedSums: (texts: readonly string[]) => {
        watch(texts);
        return harmless.embedSums(texts);
      },
    },
  },
});
