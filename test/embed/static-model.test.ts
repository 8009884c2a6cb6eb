/** The built-in runtime against its slow twin, on the shipped model and on tiny ones made to be awkward. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtinModelFolder } from '../../src/embed/builtin-model.ts';
import { type LoadedModel, loadModelFolder } from '../../src/embed/model-folder.ts';
import { readFromFolder } from '../../src/embed/read-folder.ts';
import { withoutInvisible } from '../../src/text/invisible.ts';
import { settleText } from '../../src/text/settled-characters.ts';
import { sampleTexts } from '../support/sample-texts.ts';
import { SlowModel } from '../support/slow-model.ts';
import { makeTinyModel, writeTinyModel } from '../support/tiny-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const letters = [...'abcnerig thekucing.,?中国猫吃鱼國貓приветкaé́ที่ال½Σςß👍𝔊\u200d\u200b▁#'];
const awkward = fc.oneof(
  fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((characters) => characters.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

function sumOf({ model }: LoadedModel, text: string): number[] {
  const sum = new Float64Array(model.dimensions);
  for (const _ of model.addText(text, sum));
  return Array.from(sum, (value) => value * model.rows.unit);
}

/** The largest difference between a sum and its slow twin, in units of what rounding scales to 16 bits allows for each row. */
function differenceFrom(slow: SlowModel, loaded: LoadedModel, text: string): number {
  const rows = slow.read(text).reduce((count, { pieces, grams }) => count + pieces.length + grams.length, 0);
  const allowed = 8 * loaded.model.rows.unit * Math.max(1, rows);
  const twin = slow.sum(text);
  return Math.max(...sumOf(loaded, text).map((value, k) => Math.abs(value - twin[k]!))) / allowed;
}

function rowsOf({ model }: LoadedModel, text: string): { text: string; pieces: number[]; grams: number[] }[] {
  const { scanner, grams } = model;
  scanner.scan(withoutInvisible(settleText(text)).normalize('NFKC').toLowerCase());
  return Array.from({ length: scanner.count }, (_, c) => {
    const [start, end] = [scanner.starts[c]!, scanner.ends[c]!];
    const lattice = model.segment(scanner.units, start, end);
    grams.count = 0;
    if (scanner.punctuation[c] === 0) grams.find(scanner.units, start, end);
    return {
      text: String.fromCharCode(...scanner.units.subarray(start, end)),
      pieces: [...lattice.ids.subarray(0, lattice.count)],
      grams: [...grams.rows.subarray(0, grams.count)].sort((a, b) => a - b),
    };
  });
}

const sorted = (chunks: ReturnType<SlowModel['read']>): unknown =>
  chunks.map(({ text, pieces, grams }) => ({ text, pieces: [...pieces], grams: [...grams].sort((a, b) => a - b) }));

describe('the shipped model', () => {
  let loaded: LoadedModel;
  let slow: SlowModel;
  beforeAll(async () => {
    loaded = await loadModelFolder(readFromFolder(builtinModelFolder()), builtinModelFolder());
    slow = new SlowModel(builtinModelFolder());
  });

  test.each(sampleTexts)('reads %s as the format says', (_, text) => {
    expect(rowsOf(loaded, text)).toEqual(sorted(slow.read(text)));
    expect(differenceFrom(slow, loaded, text)).toBeLessThan(1);
  });
});

test('tiny models read any text as the format says', async () => {
  for (const seed of [1, 2, 3]) {
    const path = writeTinyModel(join(folder, `tiny-${seed}`), makeTinyModel({ seed, dimensions: 8 * seed, buckets: 7 + 50 * seed }));
    const loaded = await loadModelFolder(readFromFolder(path), path);
    const slow = new SlowModel(path);
    fc.assert(
      fc.property(awkward, (text) => {
        expect(rowsOf(loaded, text)).toEqual(sorted(slow.read(text)));
        expect(differenceFrom(slow, loaded, text)).toBeLessThan(1);
      }),
      { seed, numRuns: 300 },
    );
  }
});
