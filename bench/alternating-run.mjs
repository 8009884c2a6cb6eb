/**
 * Two builds, one after the other again and again, on the five seeds: how much of the old build's time the new one takes, warm.
 *
 *     node bench/alternating-run.mjs OLD/dist/index.js dist/node.js [rounds] [--align] [--record]
 *
 * Both run in this process by turns, and what counts is the processor time of each, so that other work on the machine changes little. `--align` leaves out names, findings and lineage.
 * The answers are checked: each build must give the same result every time and reach a strict F1 of at least 0.8 on the gold pairs of the seeds.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(2);
const [oldPath, newPath, given] = words.filter((word) => !word.startsWith('--'));
if (!newPath) {
  console.error('usage: node bench/alternating-run.mjs OLD/dist/index.js NEW/dist/index.js [rounds] [--align] [--record]');
  process.exit(2);
}
const rounds = Number(given ?? 15);
const trace = !words.includes('--align');
const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
const documents = seeds.map((name) => ({ id: name.slice(0, 3), text: readFileSync(join('seeds', name), 'utf8') }));

async function open(name, path) {
  const library = await import(pathToFileURL(resolve(path)).href);
  const options = { embedder: await library.createEmbedder(), trace };
  const run = async () => {
    const start = process.cpuUsage();
    const alignment = await library.alignDocuments(documents, options);
    const { user, system } = process.cpuUsage(start);
    return { milliseconds: (user + system) / 1000, hash: createHash('sha256').update(JSON.stringify(alignment)).digest('hex') };
  };
  for (const file of readdirSync('seeds/gold').filter((one) => /^\d.*-.*\.json$/.test(one))) {
    const { source, target, beads, kind } = JSON.parse(readFileSync(join('seeds/gold', file), 'utf8'));
    if (kind !== 'parallel') continue;
    const aligned = await library.alignSentences(source.sentences, target.sentences, options);
    const { f1 } = library.scoreAlignment(beads, aligned.beads).strict;
    if (f1 < 0.8) throw new Error(`${name}, ${file}: strict F1 ${f1} is below 0.8, so its time means nothing`);
  }
  /** @type {number[]} */
  const times = [];
  return { name, run, times };
}

const builds = [await open('old', oldPath), await open('new', newPath)];
for (let round = -3; round < rounds; round++) {
  for (const build of round % 2 === 0 ? builds : [...builds].reverse()) {
    const { milliseconds, hash } = await build.run();
    build.hash ??= hash;
    if (hash !== build.hash) throw new Error(`${build.name}: two runs gave different results`);
    if (round >= 0) build.times.push(milliseconds);
  }
}
const round = (value) => Math.round(value * 10) / 10;
const rows = builds.map(({ name, times }) => {
  const sorted = times.sort((x, y) => x - y);
  return { name, least: round(sorted[0]), median: round(sorted[sorted.length >> 1]), most: round(sorted.at(-1)) };
});
const share = {
  ofLeast: Math.round((1000 * rows[1].least) / rows[0].least) / 1000,
  ofMedian: Math.round((1000 * rows[1].median) / rows[0].median) / 1000,
};
const record = {
  what: trace ? 'five seeds, everything traced' : 'five seeds, aligned only',
  node: process.version,
  rounds,
  milliseconds: rows,
  share,
};
console.log(JSON.stringify(record, null, 1));
if (words.includes('--record')) writeFileSync('bench/record/alternating-run.json', `${JSON.stringify(record, null, 1)}\n`);
