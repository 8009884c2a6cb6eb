/**
 * Writes the pinyin of Han characters, src/names/sound/readings-table.ts: one reading a character, without tone, ü as v.
 *
 *   node training/names/build-readings.mjs
 *
 * Source: pinyin-pro (MIT). All characters of the basic block that it reads.
 */
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bySyllable = new Map();
let count = 0;
for (let code = 0x4e00; code < 0xa000; code++) {
  const character = String.fromCodePoint(code);
  const [reading = ''] = pinyin(character, { toneType: 'none', type: 'array', v: true });
  if (!/^[a-z]+$/.test(reading)) continue;
  bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
  count++;
}
const table = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => syllable + characters);
writeFileSync(
  resolve(root, 'src/names/sound/readings-table.ts'),
  `/** Han characters by their pinyin without tone (ü as v): a syllable, then the characters read so. From pinyin-pro (MIT); written by training/names/build-readings.mjs. */\nexport const readingsTable: string =\n  '${table.join('')}';\n`,
);
console.log(`${count} characters, ${bySyllable.size} syllables`);
