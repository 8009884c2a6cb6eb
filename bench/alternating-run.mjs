/**
 * Two builds, one after the other again and again: how much of the old build's time the new one takes, warm.
 *
 *     node bench/alternating-run.mjs OLD/dist/index.js dist/node.js [--rounds 15] [--record] [PAIR.json …]
 *
 * Timed are the five seeds with everything traced, the seeds aligned only, two of them that are no translations of one another as one pair, and each PAIR.json
 * with `source.sentences`, `target.sentences` and gold `beads`. Both builds run in this process by turns, and what counts is the processor time of each, so that
 * other work on the machine changes little; where the machine is busy, the least is nearer to the truth than the median.
 * The answers are checked: each build must give the same result every time, and reach a strict F1 of at least 0.8 on gold beads.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '15' }, record: { type: 'boolean', default: false } },
});
const [oldPath, newPath, ...pairFiles] = positionals;
if (!newPath) {
  console.error('usage: node bench/alternating-run.mjs OLD/dist/index.js NEW/dist/index.js [--rounds 15] [--record] [PAIR.json …]');
  process.exit(2);
}
const rounds = Number(values.rounds);
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const documents = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ id: name.slice(0, 3), text: readFileSync(join('seeds', name), 'utf8') }));
const goldOf = (file) => readJson(join('seeds/gold', file));
const checks = readdirSync('seeds/gold')
  .filter((one) => /^\d.*-.*\.json$/.test(one))
  .map((file) => ({ name: file, ...goldOf(file) }))
  .filter(({ kind }) => kind === 'parallel');

/** What is timed: a name, and how a build does it. */
function subjectsOf(library, embedder, parts) {
  const free = [parts[1], parts[4]].map(({ sentences }) => sentences.map(({ text }) => text));
  return [
    { name: 'five seeds, everything traced', run: () => library.alignDocuments(documents, { embedder }) },
    { name: 'five seeds, aligned only', run: () => library.alignDocuments(documents, { embedder, trace: false }) },
    { name: `${free[0].length} × ${free[1].length}, no translation`, run: () => library.alignSentences(free[0], free[1], { embedder }) },
    ...pairFiles.map((file) => {
      const { source, target } = readJson(file);
      const name = `${source.sentences.length} × ${target.sentences.length}, ${basename(file, '.json')}`;
      return { name, run: () => library.alignSentences(source.sentences, target.sentences, { embedder }), gold: readJson(file) };
    }),
  ];
}

async function open(name, path) {
  const library = await import(pathToFileURL(resolve(path)).href);
  const embedder = await library.createEmbedder();
  const check = async (pair) => {
    const { beads } = await library.alignSentences(pair.source.sentences, pair.target.sentences, { embedder });
    const { f1 } = library.scoreAlignment(pair.beads, beads).strict;
    if (f1 < 0.8) throw new Error(`${name}, ${pair.name}: strict F1 ${f1} is below 0.8, so its time means nothing`);
  };
  for (const pair of checks) await check(pair);
  const { documents: parts } = await library.alignDocuments(documents, { embedder, trace: false });
  const subjects = subjectsOf(library, embedder, parts);
  for (const subject of subjects) if ('gold' in subject) await check(subject.gold);
  return { name, subjects };
}

async function time(subject) {
  const start = process.cpuUsage();
  const result = await subject.run();
  const { user, system } = process.cpuUsage(start);
  const hash = createHash('sha256').update(JSON.stringify(result)).digest('hex');
  subject.hash ??= hash;
  if (hash !== subject.hash) throw new Error(`${subject.name}: two runs gave different results`);
  return (user + system) / 1000;
}

const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;
const builds = [await open('old', oldPath), await open('new', newPath)];
const rows = [];
for (const [index, { name }] of builds[0].subjects.entries()) {
  /** @type {number[][]} */
  const times = builds.map(() => []);
  for (let turn = -3; turn < rounds; turn++) {
    for (const place of turn % 2 === 0 ? [0, 1] : [1, 0]) {
      const milliseconds = await time(builds[place].subjects[index]);
      if (turn >= 0) times[place].push(milliseconds);
    }
  }
  const [old, own] = times.map((all) => {
    const sorted = all.sort((x, y) => x - y);
    return { least: round(sorted[0], 1), median: round(sorted[sorted.length >> 1], 1), most: round(sorted.at(-1), 1) };
  });
  rows.push({ name, old, new: own, share: { least: round(own.least / old.least, 3), median: round(own.median / old.median, 3) } });
  console.log(JSON.stringify(rows.at(-1)));
}
if (values.record)
  writeFileSync('bench/record/alternating-run.json', `${JSON.stringify({ node: process.version, rounds, rows }, null, 1)}\n`);
