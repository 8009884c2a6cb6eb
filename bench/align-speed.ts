/**
 * Time and memory of aligning, from sentences to beads, with the answer checked: `node bench/run.mjs bench/align-speed.ts [5000 15000 30000]`.
 *
 * Long documents are made of FLORES lines: the first half of one line and the second half of another, the same two in both languages, so that no sentence
 * comes twice; about two in five are cut in two on the target side, some stand on one side only, and one long run is not translated.
 */
import { writeFileSync } from 'node:fs';
import { alignPair } from '../src/align/align-pairs.ts';
import { prepareDocument } from '../src/align/prepare-document.ts';
import { runSteps } from '../src/align/run-steps.ts';
import { alignSentences } from '../src/align-sentences.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { scoreAlignment } from '../src/evaluate/score-alignment.ts';
import type { GoldBead } from '../src/types.ts';
import { cutText, type DevPair, damagedPairs, newsDamage, readFlores } from './align-dev-sets.ts';
import { createRandom } from './align-random.ts';

const sizes = process.argv.slice(2).map(Number);
const flores = readFlores();
const embedder = await createEmbedder();
const rows: Record<string, unknown>[] = [];

interface LongPair {
  readonly source: string[];
  readonly target: string[];
  readonly gold: GoldBead[];
}

function longPair(count: number, seed: number): LongPair {
  const random = createRandom(seed);
  const [own, other] = [flores.lines('id'), flores.lines('en')];
  const source: string[] = [];
  const target: string[] = [];
  const gold: GoldBead[] = [];
  const runAt = Math.floor(count * 0.4);
  while (source.length < count) {
    const a = random.below(own.length);
    const b = random.below(own.length);
    const join = (lines: readonly string[]) => `${cutText(lines[a]!)[0]!} ${cutText(lines[b]!).at(-1)!}`;
    const inRun = source.length >= runAt && source.length < runAt + 200;
    source.push(join(own));
    const text = join(other);
    if (inRun || random.next() < 0.01) {
      gold.push({ source: [source.length - 1], target: [] });
      continue;
    }
    const pieces = random.next() < 0.42 ? cutText(text) : [text];
    gold.push({ source: [source.length - 1], target: pieces.map((_, k) => target.length + k) });
    target.push(...pieces);
  }
  return { source, target, gold };
}

async function measure(name: string, pair: LongPair, repeats: number): Promise<void> {
  const times: number[] = [];
  let embedding = 0;
  let longestBlock = 0;
  let f1 = 0;
  let relation = '';
  let longestWork = 0;
  let last = performance.now();
  let lastWork = process.cpuUsage();
  const watch = setInterval(() => {
    longestBlock = Math.max(longestBlock, performance.now() - last);
    // what other processes do does not count
    const { user, system } = process.cpuUsage(lastWork);
    longestWork = Math.max(longestWork, (user + system) / 1000);
    last = performance.now();
    lastWork = process.cpuUsage();
  }, 1);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    const source = await prepareDocument(pair.source, embedder);
    const target = await prepareDocument(pair.target, embedder);
    embedding = performance.now() - start;
    const aligned = await runSteps(alignPair(source, target, { relation: (process.env.RELATION as 'parallel' | undefined) ?? 'auto' }));
    times.push(performance.now() - start);
    relation = aligned.relation;
    f1 = scoreAlignment(pair.gold, aligned.beads).strict.f1;
  }
  clearInterval(watch);
  const row = {
    name,
    source: pair.source.length,
    target: pair.target.length,
    milliseconds: Math.round(Math.min(...times) * 10) / 10,
    slowest: Math.round(Math.max(...times) * 10) / 10,
    embedding: Math.round(embedding * 10) / 10,
    longestBlock: Math.round(longestBlock),
    longestWork: Math.round(longestWork),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    strict: Math.round(f1 * 1000) / 1000,
    relation,
  };
  rows.push(row);
  console.log(JSON.stringify(row));
  if (f1 < 0.9) throw new Error(`${name}: strict F1 ${f1} is below 0.9, so its time means nothing`);
}

/** News articles through `alignSentences`, embedding included: the first calls, one article again and again, and one after another. */
async function measureNews(): Promise<void> {
  const articles = damagedPairs(flores, 'id', 'en', [0, 281], newsDamage, 40, 5, 'news');
  const time = async ({ source, target, gold }: DevPair): Promise<number> => {
    const start = performance.now();
    const { beads } = await alignSentences(source, target, { embedder });
    const milliseconds = performance.now() - start;
    const { f1 } = scoreAlignment(gold, beads).strict;
    if (f1 < 0.85) throw new Error(`a news article: strict F1 ${f1} is below 0.85, so its time means nothing`);
    return milliseconds;
  };
  const round = (value: number) => Math.round(value * 10) / 10;
  const middle = (times: number[]) => round(times.sort((x, y) => x - y)[times.length >> 1]!);
  const first: number[] = [];
  const again: number[] = [];
  const others: number[] = [];
  for (let k = 0; k < 300; k++) (k < 5 ? first : again).push(await time(articles[0]!));
  for (const article of articles) others.push(await time(article));
  const row = {
    name: 'news article',
    source: articles[0]!.source.length,
    target: articles[0]!.target.length,
    firstCalls: first.map(round),
    milliseconds: middle(again.slice(-100)),
    fastest: round(Math.min(...again)),
    otherArticles: middle(others),
  };
  rows.push(row);
  console.log(JSON.stringify(row));
}

await measureNews();
for (const size of sizes.length > 0 ? sizes : [2_000, 5_000, 15_000, 30_000]) await measure(`${size} sentences`, longPair(size, size), 1);
if (sizes.length === 0) writeFileSync('bench/record/align-speed.json', `${JSON.stringify({ node: process.version, rows }, null, 1)}\n`);
