/**
 * Learns which Han characters foreign names are written with, at their beginning and further on, and writes
 * src/names/tables/transliteration-table.ts.
 *
 *   node training/names/learn-transliteration.mjs [--corpora ../shared/corpora]
 *
 * For each character: log of its share among the first (the other) characters of names over its share in running text. Names are those of
 * Wikidata (CC0) and Natural Earth (public domain) whose spelling sounds like their English one; running text is the Chinese side of parallel news,
 * encyclopedia articles, laws and everyday sentences (shared/corpora/SOURCES.md has their licences). Counts only; no text is kept.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const flag = process.argv.indexOf('--corpora');
const corpora = resolve(root, flag > 0 ? process.argv[flag + 1] : '../shared/corpora');
const bundle = resolve(root, 'training/work/names.mjs');
await build({
  stdin: {
    contents: `export * from './src/names/name-similarity.ts'; export * from './src/names/tables/simplified.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
const { nameSimilarity, simplify } = await import(pathToFileURL(bundle).href);
const rows = (file) =>
  execFileSync('xz', ['-dc', `${corpora}/${file}.tsv.xz`], { encoding: 'utf8', maxBuffer: 1 << 30 })
    .split('\n')
    .map((line) => line.split('\t'));

const leastLikeness = 0.7;
const [first, rest, text] = [new Map(), new Map(), new Map()];
const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
let length = 0;
let names = 0;
for (const file of ['lexicon/zh-en/wikidata-name-tokens', 'lexicon/zh-en/naturalearth-places'])
  for (const [foreign, english] of rows(file)) {
    if (!/^[一-鿿]{2,8}$/.test(foreign) || english === undefined || nameSimilarity(foreign, english) < leastLikeness) continue;
    const [head, ...tail] = simplify(foreign).replace(/[镇市县村省区港岛湖河州和席]/g, '');
    if (head === undefined) continue;
    add(first, head);
    for (const character of tail) add(rest, character);
    names++;
    length += foreign.length;
  }
for (const file of ['xquad', 'ud-pud', 'tatoeba-opus-testsets', 'tatoeba-manythings', 'tico19', 'un-sdg', 'tw-laws'])
  for (const [chinese] of rows(`train/zh-en/${file}`).slice(0, 20_000))
    for (const character of simplify(chinese).match(/[一-鿿]/g) ?? []) add(text, character);
const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
const [ofFirst, ofRest, ofText] = [first, rest, text].map(total);
const characters = [...new Set([...first.keys(), ...rest.keys()])]
  .filter((key) => (first.get(key) ?? 0) + (rest.get(key) ?? 0) >= 5)
  .sort();
const smoothed = 0.5;
const ratio = (counts, all, key) =>
  Math.log(((counts.get(key) ?? 0) + smoothed) / (all + smoothed * characters.length)) -
  Math.log(((text.get(key) ?? 0) + smoothed * 4) / (ofText + smoothed * 4 * 4000));
const level = (value) => String.fromCharCode(97 + Math.max(0, Math.min(25, Math.round(value * 2) + 13)));
const table = characters.map((key) => key + level(ratio(first, ofFirst, key)) + level(ratio(rest, ofRest, key))).join('');
writeFileSync(
  resolve(root, 'src/names/tables/transliteration-table.ts'),
  `/**\n * Han characters that foreign names are written with (simplified), each with the log odds of a name against running text: at a name's beginning, and further on.\n * A letter is half a nat, \`n\` is 0. Written by training/names/learn-transliteration.mjs.\n */\nexport const transliterationTable: string =\n  '${table}';\n\n/** Mean number of characters of such a name. */\nexport const meanLength = ${(length / names).toFixed(2)};\n`,
);
console.log(`${names} names, ${ofText} characters of text, ${characters.length} kept`);
