/**
 * Writes the Cantonese of Han characters as Hong Kong spells names, src/names/sound/cantonese-table.ts: one reading a character.
 *
 *   node training/names/build-cantonese.mjs Unihan_Readings.txt
 *
 * Source: kCantonese of the Unihan database (Unicode License v3; Debian's unicode-data has the file). Characters: the first level of GB 2312 and of Big5.
 * Spelling: the usual one of Hong Kong's names, by rule from Jyutping (b d g z as p t k ch, j as y, oe as eu, eo as u).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const file = process.argv[2];
if (file === undefined) throw new Error('usage: node training/names/build-cantonese.mjs Unihan_Readings.txt');

/** Characters of a double-byte encoding between two lead bytes, from a trail byte on. @param {string} encoding @param {number} first @param {number} last @param {number} trailFrom */
function charactersOf(encoding, first, last, trailFrom) {
  const decoder = new TextDecoder(encoding);
  const found = [];
  for (let lead = first; lead <= last; lead++)
    for (let trail = trailFrom; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(character)) found.push(character);
    }
  return found;
}
const wanted = new Set([...charactersOf('gb2312', 0xb0, 0xd7, 0xa1), ...charactersOf('big5', 0xa4, 0xc6, 0x40)]);

/** @type {[RegExp, string][]} */
const rules = [
  [/^gw/, 'kw'],
  [/^g/, 'k'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^[zc]/, 'ch'],
  [/^jyu/, 'yue'],
  [/^j/, 'y'],
  [/yu(?=[nt])/, 'ue'],
  [/yu/, 'u'],
  [/eo/, 'u'],
  [/oe/, 'eu'],
  [/aa/, 'a'],
  [/ou$/, 'o'],
];
/** @type {Map<string, string>} */
const bySpelling = new Map();
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const [code = '', field, readings = ''] = line.split('\t');
  if (field !== 'kCantonese' || !code.startsWith('U+')) continue;
  const character = String.fromCodePoint(Number.parseInt(code.slice(2), 16));
  if (!wanted.has(character)) continue;
  const jyutping = readings.split(' ')[0]?.replace(/\d/g, '') ?? '';
  const spelling = rules.reduce((text, [from, to]) => text.replace(from, to), jyutping);
  bySpelling.set(spelling, (bySpelling.get(spelling) ?? '') + character);
}
const table = [...bySpelling].sort(([a], [b]) => (a < b ? -1 : 1)).map(([spelling, characters]) => spelling + characters);
writeFileSync(
  resolve(root, 'src/names/sound/cantonese-table.ts'),
  `/** Han characters by their Cantonese as Hong Kong spells names: a syllable, then the characters read so. From Unihan (Unicode License v3); written by training/names/build-cantonese.mjs. */\nexport const cantoneseTable: string =\n  '${table.join('')}';\n`,
);
console.log(`${[...bySpelling.values()].join('').length} characters, ${bySpelling.size} syllables`);
