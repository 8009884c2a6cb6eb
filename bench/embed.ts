/**
 * How fast the built-in embedder is: sentences a second, tokenising included, and the time to load.
 *
 *     node bench/run.mjs bench/embed.ts [folder of sentence files, one sentence a line]
 *
 * The answer is checked before it is timed: every vector has length 1 and is the same from a fresh embedder, one text at a time. Two kinds of input: `fresh`, every
 * text once, from a new model whose cache is empty; and `warm`, the same texts again. Sentences of 25 words (Chinese and Japanese: 45 characters)
 * are cut from the files one after another, so none repeats. Best of five runs and their spread.
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
  const vectors = await embedder.embed(texts);
  const { dimensions } = embedder;
  const other = await createFresh();
  for (let t = 0; t < texts.length; t += 97) {
    const alone = await other.embed([texts[t]!]);
    let dot = 0;
    for (let k = 0; k < dimensions; k++) dot += alone[k]! * vectors[t * dimensions + k]!;
    if (Math.abs(dot - 1) > 1e-6) throw new Error(`text ${t}: cosine ${dot} between a batch and a text alone`);
  }
  await other.dispose();
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const spread = (values: readonly number[]): string => `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)} ms`;

const loads: number[] = [];
for (let run = 0; run < RUNS; run++) {
  loads.push(await time(async () => (await createFresh()).dispose()));
}
const lines = [`load: best ${Math.min(...loads).toFixed(0)} ms (${spread(loads)}; the first, with cold code, ${loads[0]!.toFixed(0)} ms)`];

for (const { name, texts } of readBenchTexts(process.argv[2])) {
  const fresh: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const embedder = await createFresh();
    if (run === 0) await check(await createFresh(), texts);
    fresh.push(await time(() => embedder.embed(texts)));
    warm.push(await time(() => embedder.embed(texts)));
    await embedder.dispose();
  }
  const rate = (values: readonly number[]): string => `${Math.round(texts.length / (Math.min(...values) / 1000)).toLocaleString('en')}/s`;
  lines.push(`${name}: ${texts.length} sentences, fresh ${rate(fresh)} (${spread(fresh)}), warm ${rate(warm)} (${spread(warm)})`);
}

const report = `${lines.join('\n')}\n`;
console.log(report);
mkdirSync('bench/record', { recursive: true });
writeFileSync('bench/record/embed.txt', `Node ${process.version}, one core\n${report}`);
