/** Every notebook runs from top to bottom, against the built package, and is committed with its outputs. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Notebook, runNotebook } from '../../scripts/run-notebook.mjs';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
const codeCells = (notebook: Notebook) => notebook.cells.filter((cell) => cell.cell_type === 'code');
const outputKinds = (notebook: Notebook) => codeCells(notebook).map((cell) => cell.outputs!.map((output) => output.output_type));

describe('notebooks', () => {
  test('there are five, numbered', () => {
    expect(names.map((name) => name.slice(0, 3))).toEqual(['01-', '02-', '03-', '04-', '05-']);
  });

  test.each(names)('%s runs, and gives the kinds of output that it is committed with', { timeout: 120_000 }, async (name) => {
    const committed = JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Notebook;
    expect(codeCells(committed).map((cell) => cell.execution_count)).toEqual(codeCells(committed).map((_, i) => i + 1));
    const run = await runNotebook(`${folder}${name}`);
    expect(outputKinds(run)).toEqual(outputKinds(committed));
  });
});
