/** Every notebook runs from top to bottom, against the built package, and says what it says in the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Notebook, runNotebook } from '../../scripts/run-notebook.mjs';
import { sameButForRounding } from '../support/same-but-for-rounding.ts';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
const codeCells = (notebook: Notebook) => notebook.cells.filter((cell) => cell.cell_type === 'code');

describe('notebooks', () => {
  test('there are five, numbered', () => {
    expect(names.map((name) => name.slice(0, 3))).toEqual(['01-', '02-', '03-', '04-', '05-']);
  });

  test.each(names)('%s runs, and gives the outputs that it is committed with', { timeout: 120_000 }, async (name) => {
    const committed = JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Notebook;
    expect(codeCells(committed).map((cell) => cell.execution_count)).toEqual(codeCells(committed).map((_, i) => i + 1));
    const run = await runNotebook(`${folder}${name}`);
    codeCells(run).forEach((cell, i) => {
      const before = JSON.stringify(codeCells(committed)[i]!.outputs);
      const now = JSON.stringify(cell.outputs);
      // the last digit may differ between machines
      if (!sameButForRounding(before, now))
        expect(now, `cell ${i + 1}: run \`npm run build && node scripts/run-notebook.mjs examples/${name}\``).toBe(before);
    });
  });

  test.each([
    ['0.91 of 12 beads', '0.92 of 12 beads', true],
    ['0.91 of 12 beads', '0.91 of 13 beads', false],
    ['M143.2 7', 'M144.1 7', true],
    ['0.91 Witkoff', '0.91 Witkov', false],
    ['1 2', '1', false],
  ])('outputs %j and %j are the same: %s', (one, other, same) => {
    expect(sameButForRounding(one, other)).toBe(same);
  });
});
