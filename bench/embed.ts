/**
 * How fast the built-in embedder is in Node: sentences a second on one core, tokenising included, and the time to load.
 *
 *     node bench/run.mjs bench/embed.ts [folder of sentence files, one sentence a line]
 *
 * The answer is checked before it is timed: a text gets the same vector alone, from a fresh model, as among others. `fresh` is a text that a newly
 * loaded model sees for the first time, its cache of words empty; `warm` the same text again. A long text lies between: most of its words come
 * again. Times are processor time, so that neighbours on the machine count for little; best of five runs, and the worst.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { builtinModelFolder } from '../src/embed/builtin-model.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import type { Embedder } from '../src/types.ts';
import { readBenchTexts } from './embed-texts.ts';

const RUNS = 5;

/** A model of its own, with an empty cache; the default one is shared. */
const createFresh = (): Promise<Embedder> => createEmbedder({ model: builtinModelFolder() });

async function check(embedder: Embedder, texts: readonly string[]): Promise<void> {
  const { dimensions } = embedder;
  const vectors = await embedder.embed(texts);
  const other = await createFresh();
  for (let t = 0; t < texts.length; t += 97) {
    const alone = await other.embed([texts[t]!]);
    const among = vectors.subarray(t * dimensions, (t + 1) * dimensions);
    if (alone.some((value, k) => value !== among[k])) throw new Error(`text ${t} has another vector alone than among others`);
  }
}

/** Processor time in milliseconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function repeat(work: () => Promise<number[]>): Promise<number[][]> {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await work());
  return runs[0]!.map((_, i) => runs.map((durations) => durations[i]!).sort((a, b) => a - b));
}

const [loads] = await repeat(async () => [await time(createFresh)]);
const record: Record<string, unknown> = {
  node: process.version,
  loadMilliseconds: { best: Math.round(loads![0]!), worst: Math.round(loads!.at(-1)!) },
};
console.log(record);

const texts: Record<string, unknown> = {};
for (const { name, texts: sentences } of readBenchTexts(process.argv[2])) {
  await check(await createFresh(), sentences);
  const durations = await repeat(async () => {
    const embedder = await createFresh();
    return [await time(() => embedder.embed(sentences)), await time(() => embedder.embed(sentences))];
  });
  const rate = (duration: number): number => Math.round(sentences.length / (duration / 1000));
  const [fresh, warm] = durations.map((sorted) => ({ best: rate(sorted[0]!), worst: rate(sorted.at(-1)!) }));
  texts[name] = { sentences: sentences.length, fresh, warm };
  console.log(name, texts[name]);
}
mkdirSync('bench/record', { recursive: true });
writeFileSync('bench/record/embed.json', `${JSON.stringify({ ...record, sentencesPerSecond: texts }, null, 2)}\n`);
