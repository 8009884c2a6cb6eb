/**
 * Learns how names are carried from one script into another, and writes src/names/sound/sound-tables.ts.
 *
 *   node training/names/learn-sounds.mjs [--lexicon ../shared/corpora/lexicon]
 *
 * Data: name words of Wikidata (CC0), as collected in steveash/NETransliteration-COLING2018, splits 80 and train;
 * one word and its Latin spelling a line, `<lexicon>/<language>-en/wikidata-name-tokens.tsv.xz`.
 *
 * Model: a word pair is a sequence of steps, each of which turns one sound unit into zero to four Latin letters; a
 * step has one probability wherever it stands. Expectation-maximisation over all ways of cutting (the many-to-many
 * aligner of Jiampojamarn, Kondrak and Sherif, 2007, with one unit on the left). Rare steps are dropped at the end.
 *
 * The Latin table is learned the same way from pairs of Latin spellings that share one foreign spelling: they are one
 * name spelled twice (Dmitry, Dmitri, Dmitrij). Here both sides of a step are groups of up to three letters.
 *
 * Deterministic: no randomness, files read in order.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { encodeSteps, learnSteps } from './letter-steps.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const flag = process.argv.indexOf('--lexicon');
const lexicon = resolve(root, flag > 0 ? process.argv[flag + 1] : '../shared/corpora/lexicon');

const bundle = resolve(root, 'training/work/sound-units.mjs');
await build({
  entryPoints: [resolve(root, 'src/names/sound/sound-units.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
const { soundUnits } = await import(pathToFileURL(bundle).href);
const latin = (word) => soundUnits(word).units.join('');

const scripts = [
  { script: 'han', language: 'zh', keep: 1.5 },
  { script: 'cyrillic', language: 'ru', keep: 2 },
  { script: 'arabic', language: 'ar', keep: 2 },
  { script: 'kana', language: 'ja', keep: 2 },
  { script: 'hangul', language: 'ko', keep: 2 },
  { script: 'hebrew', language: 'he', keep: 2 },
];
const maxGroup = 4;

function readPairs(language) {
  const text = execFileSync('xz', ['-dc', `${lexicon}/${language}-en/wikidata-name-tokens.tsv.xz`], {
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  return text.split('\n').flatMap((line) => {
    const [foreign, spelled] = line.split('\t');
    return spelled ? [[foreign, spelled]] : [];
  });
}

const transliterationCharacters = new Map();
const tables = {};
const spelledTwice = [];
for (const { script, language, keep } of scripts) {
  const pairs = [];
  const byForeign = new Map();
  for (const [foreign, spelled] of readPairs(language)) {
    const word = soundUnits(foreign);
    const letters = latin(spelled);
    if (word.script !== script || word.units.length === 0 || letters === '' || letters.length > word.units.length * 5 + 1) continue;
    pairs.push([word.units, letters]);
    if (script === 'han')
      for (const character of foreign) transliterationCharacters.set(character, (transliterationCharacters.get(character) ?? 0) + 1);
    byForeign.set(foreign, [...(byForeign.get(foreign) ?? []), letters]);
  }
  const moves = [[0, 1]];
  for (let b = 0; b <= maxGroup; b++) moves.push([1, b]);
  const first = (_key, a, b) => (a === 0 ? 1e-4 : [1e-3, 0.05, 0.05, 0.02, 0.005][b]);
  const steps = learnSteps(pairs, moves, first, keep);
  tables[script] = encodeSteps(steps);
  console.log(script, pairs.length, 'pairs,', steps.length, 'steps,', tables[script].length, 'characters');
  if (script !== 'han' && script !== 'hangul') for (const spellings of byForeign.values()) collectTwice(spellings, spelledTwice);
}

function collectTwice(spellings, into) {
  const distinct = [...new Set(spellings)].slice(0, 6);
  for (const a of distinct) {
    for (const b of distinct) {
      if (a < b && distance(a, b) <= 0.45 * Math.max(a.length, b.length)) into.push([[...a], b], [[...b], a]);
    }
  }
}

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

const groupMoves = [[0, 1]];
for (let a = 1; a <= 3; a++) for (let b = 0; b <= 3; b++) if (a + b <= 5 && !(a > 1 && b === 0)) groupMoves.push([a, b]);
const firstLatin = (key, a, b) => {
  const [left, right] = key.split(' ');
  if (a === 1 && b === 1) return left === right ? 0.04 : 1e-4;
  if (a + b === 1) return 1e-4;
  return left === right ? 0 : 1e-7;
};
const latinSteps = learnSteps(spelledTwice, groupMoves, firstLatin, 8);
tables.latin = encodeSteps(latinSteps);
console.log('latin', spelledTwice.length, 'pairs,', latinSteps.length, 'steps,', tables.latin.length, 'characters');

const frequent = [...transliterationCharacters]
  .filter(([, count]) => count >= 60)
  .sort((a, b) => b[1] - a[1])
  .map(([character]) => character)
  .join('');
console.log('transliteration characters', [...frequent].length);
const lines = Object.entries(tables).map(([script, table]) => `  ${script}:\n    '${table}',`);
writeFileSync(
  resolve(root, 'src/names/sound/sound-tables.ts'),
  `/**
 * How sound units are spelled in Latin letters. Generated by training/names/learn-sounds.mjs from name words of Wikidata
 * (CC0; steveash/NETransliteration-COLING2018): do not edit.
 *
 * \`unit:group level group level …\`, units separated by spaces; a level character stands for the natural logarithm of the
 * step's probability, -0.4 times its place in 0-9A-Z. The unit without a name prices letters that no unit stands for.
 */
export const soundTables = {
${lines.join('\n')}
} as const;

/** Han characters that foreign names are written with, the most frequent first. */
export const transliterationCharacters = '${frequent}';
`,
);
