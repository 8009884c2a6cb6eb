// Writes what stands between marks in README, the results of the benches, the guide and the pages of rules, so that no figure is typed by hand:
// `<!-- figures:NAME -->` from what the benches recorded, `<!-- output:start -->` from a run of the example on the built library.
// `node scripts/update-figures.mjs` after a build or a bench; `--check` fails when a document is behind.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makers } from './figures.mjs';
import { descriptionOf } from './png-description.mjs';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
let behind = false;
/** @type {{ lines: string[], counts: string } | undefined} */
let example;

const rulePages = readdirSync(new URL('docs-src/rules/', root)).map((name) => `docs-src/rules/${name}`);

const guidePages = readdirSync(new URL('docs-src/guide/', root)).map((name) => `docs-src/guide/${name}`);

for (const name of ['README.md', 'bench/README.md', 'bench/RESULTS.md', 'docs-src/index.md', ...guidePages, ...rulePages]) {
  const file = new URL(name, root);
  const before = readFileSync(file, 'utf8');
  const after = before
    .replace(/<!-- output:start -->\n[\s\S]*?<!-- \/output:start -->/, showStart)
    .replace(
      /<!-- output:picture -->\n[\s\S]*?<!-- \/output:picture -->/,
      () => `<!-- output:picture -->\n*${facts()}*\n<!-- /output:picture -->`,
    )
    .replace(/<!-- figures:(\S+) -->\n[\s\S]*?<!-- \/figures:\1 -->/g, (_block, figure) => {
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
const shown = descriptionOf(readFileSync(new URL('examples/report.png', root))).replaceAll('|', '·');
if (shown !== facts()) {
  behind = true;
  console.error(`examples/report.png shows “${shown}”, a run gives “${facts()}”: run \`node scripts/take-picture.mjs\``);
}
if (check && behind) process.exit(1);

/** What a run of the example prints, and the counts in the report that it writes. */
function runExample() {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-'));
  const lines = execFileSync(process.execPath, [fileURLToPath(new URL('examples/seeds.mjs', root))], {
    cwd: folder,
    encoding: 'utf8',
  }).split('\n');
  const counts = readFileSync(join(folder, 'report.html'), 'utf8').match(/(?<=<p class="facts">)[^<]*/)?.[0] ?? '';
  rmSync(folder, { recursive: true });
  return { lines, counts };
}

function facts() {
  example ??= runExample();
  return example.counts;
}

/** The garbled names that the example prints: the head of its table, and the rows with a `!`. */
function showStart() {
  example ??= runExample();
  const { lines } = example;
  const first = lines.findIndex((line) => line.startsWith('Names'));
  const last = lines.indexOf('', first + 2);
  const table = lines.slice(first + 2, last);
  const rows = [...table.slice(0, 2), ...table.slice(2).filter((line) => line.includes('!'))].map((line) => line.slice(2));
  return `<!-- output:start -->\n\`\`\`text\n${lines[first]}\n\n${rows.join('\n')}\n\`\`\`\n<!-- /output:start -->`;
}
