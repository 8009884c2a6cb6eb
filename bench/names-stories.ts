/**
 * Names of the written stories: how many spellings of the gold are linked with their name.
 *
 *   node bench/run.mjs bench/names-stories.ts [--list] [--held] [--keep alignments.json]
 *
 * The stories of stories/held-out.txt are left out; `--held` takes these alone, without their misses.
 */
import { traceNames } from '../src/names/trace-names.ts';
import { scoreStory, summarize } from '../stories/score.mjs';
import { alignedStories } from './stories.ts';

const held = process.argv.includes('--held');
const results = [];
const misses: string[] = [];
for (const { story, alignment } of await alignedStories(held)) {
  const names = traceNames(alignment);
  const lib = { alignDocuments: async () => ({ ...alignment, names, findings: [], lineage: [] }) };
  const result = await scoreStory(lib, story);
  results.push(result);
  const found = new Set(names.flatMap(({ mentions }) => mentions.map(({ document, text }) => `${document}|${text}`)));
  for (const miss of result.missedNames as string[]) {
    const [, document, form] = /: (\S+) "(.*)" \(\w+\)/.exec(miss)!;
    misses.push(`${story.id} ${miss}${found.has(`${document}|${form}`) ? '' : ' NOT FOUND'}`);
  }
}
const { names } = summarize(results);
const share = (part: number, whole: number) => `${part} of ${whole} (${(part / whole).toFixed(3)})`;
console.log(
  `linked ${share(names.linked, names.total)}, wrong ${share(names.wrong, names.total)}, kinds ${share(names.kinds, names.linked)}, garbled ${share(names.garbledLinked, names.garbled)}, not found ${misses.filter((miss) => miss.endsWith('NOT FOUND')).length}`,
);
if (process.argv.includes('--list') && !held) console.log(misses.join('\n'));
