/**
 * How many of the documents of a pile that belong together are found, and how many strangers are taken for them:
 *
 *     node bench/run.mjs bench/pair-documents.ts [NAME…]           piles from the half of FLORES that no weight has seen
 *     node bench/run.mjs bench/pair-documents.ts --speed [COUNT…]  500, 2,000 and 10,000 invented articles of ten sentences
 *
 * Both write to `bench/record/pair-documents.json`, beside what stands there of other piles. Pairs that share too little to count either way are left out.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pairDocuments } from '../src/pairing/pair-documents.ts';
import type { DocumentDescription } from '../src/types.ts';
import { syntheticPair } from '../test/support/synthetic-corpus.ts';
import { readFlores } from './align-dev-sets.ts';
import { createRandom } from './align-random.ts';
import { type DevPile, heldOutPiles } from './pair-dev-piles.ts';

interface Tally {
  documents: number;
  pairs: number;
  found: number;
  wrong: number;
  relation: number;
  named: number;
  seconds: number;
}

const record = 'bench/record/pair-documents.json';
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const round = (value: number) => Math.round(value * 1000) / 1000;

function save(part: 'quality' | 'speed', key: 'name' | 'documents', rows: readonly Record<string, unknown>[]): void {
  const known = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
  const others = ((known[part] ?? []) as Record<string, unknown>[]).filter((row) => !rows.some((own) => own[key] === row[key]));
  writeFileSync(record, `${JSON.stringify({ ...known, node: process.version, [part]: [...others, ...rows] }, null, 1)}\n`);
}

async function measure({ documents, pairs, doubtful }: DevPile, tally: Tally): Promise<void> {
  const start = performance.now();
  const input = documents.map(({ id, text }) => ({ id, text }));
  const matches = await pairDocuments(input, { search: 'exact' });
  const seconds = (performance.now() - start) / 1000;
  const relations = new Map(pairs.map(([source, target, relation]) => [`${source} ${target}`, relation]));
  const left = new Set(doubtful.map((pair) => pair.join(' ')));
  tally.documents += documents.length;
  tally.pairs += pairs.length;
  tally.seconds += seconds;
  for (const { source, target, relation } of matches) {
    const truth = relations.get(`${source} ${target}`);
    if (truth) tally.found++;
    else if (!left.has(`${source} ${target}`)) tally.wrong++;
    if (truth && truth !== 'either') {
      tally.named++;
      if (truth === relation) tally.relation++;
    }
  }
  if (process.argv.includes('--index')) {
    const other = await pairDocuments(input, { search: 'usearch' });
    const show = (list: typeof matches) => list.map(({ source, target }) => `${source} ${target}`).join();
    if (show(other) !== show(matches)) console.log(`usearch finds ${other.length} pairs, exact search ${matches.length}`);
  }
}

async function measureQuality(): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const pile of heldOutPiles(readFlores())) {
    if (named.length > 0 && !named.includes(pile.name)) continue;
    const tally = tallies.get(pile.name) ?? { documents: 0, pairs: 0, found: 0, wrong: 0, relation: 0, named: 0, seconds: 0 };
    tallies.set(pile.name, tally);
    await measure(pile, tally);
  }
  const rows = [...tallies].map(([name, { documents, pairs, found, wrong, relation, named, seconds }]) => ({
    name,
    documents,
    pairs,
    ...(pairs > 0 && { recall: round(found / pairs), precision: round(found / (found + wrong)) }),
    wrong,
    ...(named > 0 && { relation: round(relation / named) }),
    seconds: round(seconds),
  }));
  console.table(rows);
  save('quality', 'name', rows);
}

async function measureSpeed(): Promise<void> {
  const rows = [];
  for (const count of named.length > 0 ? named.map(Number) : [500, 2_000, 10_000]) {
    const documents: DocumentDescription[] = [];
    for (let k = 0; k < count / 2; k++) {
      const { id, source, target } = syntheticPair(7_000_000 + k, 10);
      documents.push({ id: `${id}.en`, ...source }, { id: `${id}.id`, ...target });
    }
    const start = performance.now();
    const stages: Record<string, number> = {};
    let most = 0;
    let stage = 'load';
    let since = start;
    const matches = await pairDocuments(createRandom(1).shuffle(documents), {
      search: 'exact',
      onProgress: (event) => {
        stages[stage] = (stages[stage] ?? 0) + performance.now() - since;
        [stage, since] = [event.stage, performance.now()];
        if (event.done % 100 === 0) most = Math.max(most, process.memoryUsage.rss());
      },
    });
    const seconds = (performance.now() - start) / 1000;
    const right = matches.filter(({ source, target }) => source.split('.')[0] === target.split('.')[0]).length;
    rows.push({
      documents: count,
      seconds: round(seconds),
      ...Object.fromEntries(Object.entries(stages).map(([name, milliseconds]) => [name, round(milliseconds / 1000)])),
      megabytes: Math.round(most / 1e6),
      recall: round(right / (count / 2)),
      precision: round(right / matches.length),
    });
    console.table(rows);
  }
  save('speed', 'documents', rows);
}

if (process.argv.includes('--speed')) await measureSpeed();
else await measureQuality();
