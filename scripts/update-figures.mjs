// Writes the tables between `<!-- figures:NAME -->` marks from what the benches recorded: no figure is typed by hand.
// `node scripts/update-figures.mjs` after a bench; `--check` fails when a document is behind its record.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makers } from './figures.mjs';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
let behind = false;

for (const name of ['README.md', 'ARCHITECTURE.md']) {
  const file = new URL(name, root);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(/<!-- figures:(\S+) -->\n[\s\S]*?<!-- \/figures:\1 -->/g, (_block, figure) => {
    const make = makers[figure];
    if (make === undefined) throw new Error(`${name}: no maker for the figures \`${figure}\``);
    const record = new URL(`bench/record/${make.record}`, root);
    if (!existsSync(record)) throw new Error(`${name}: bench/record/${make.record} is missing; run \`${make.command}\``);
    return `<!-- figures:${figure} -->\n${make.table(JSON.parse(readFileSync(record, 'utf8')))}\n<!-- /figures:${figure} -->`;
  });
  if (after === before) continue;
  behind = true;
  if (check) console.error(`${name} is behind bench/record: run \`node scripts/update-figures.mjs\``);
  else writeFileSync(file, after);
}
if (check && behind) process.exit(1);
