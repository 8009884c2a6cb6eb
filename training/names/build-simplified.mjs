/**
 * Builds the table of traditional Han characters and the simplified ones they are written with, src/names/tables/simplified-table.ts.
 *
 *   node training/names/build-simplified.mjs [--lexicon ../shared/corpora/lexicon]
 *
 * Source: OpenCC (Apache-2.0), `<lexicon>/t2s_chars.tsv`. Kept: pairs of the basic block whose traditional character occurs twice or more
 * in the Chinese word lists of `<lexicon>/zh-en/`.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const flag = process.argv.indexOf('--lexicon');
const lexicon = resolve(root, flag > 0 ? process.argv[flag + 1] : '../shared/corpora/lexicon');
const counts = new Map();
for (const file of readdirSync(`${lexicon}/zh-en`)) {
  const text = execFileSync('xz', ['-dc', `${lexicon}/zh-en/${file}`], { encoding: 'utf8', maxBuffer: 1 << 30 });
  for (const line of text.split('\n')) for (const character of line.split('\t')[0]) counts.set(character, (counts.get(character) ?? 0) + 1);
}
const pairs = readFileSync(`${lexicon}/t2s_chars.tsv`, 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([traditional, simplified]) => /^[一-鿿]$/.test(traditional) && /^[一-鿿]/.test(simplified) && (counts.get(traditional) ?? 0) > 1)
  .map(([traditional, simplified]) => [traditional, simplified[0]])
  .filter(([traditional, simplified]) => traditional !== simplified)
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  `${root}/src/names/tables/simplified-table.ts`,
  `/** Pairs of a traditional Han character and its simplified one, from OpenCC (Apache-2.0); written by training/names/build-simplified.mjs. */\nexport const simplifiedTable: string =\n  '${pairs.flat().join('')}';\n`,
);
console.log(`${pairs.length} pairs`);
