/** `score`: how well predicted beads agree with gold. */
import { type Score, scoreAlignment, scoreLinks } from '../index.ts';
import type { CliIo } from './io.ts';
import { putText } from './output.ts';
import { type BeadOptions, readBeads } from './read-beads.ts';
import { textTable } from './text-table.ts';

/** Options of the command. */
export interface ScoreOptions extends BeadOptions {
  readonly json?: boolean;
}

/** Print precision, recall and F1: strict and lax, sentences left alone, links, and every bead shape. */
export async function scoreCommand(goldPath: string, predictedPath: string, options: ScoreOptions, io: CliIo): Promise<void> {
  const gold = await readBeads(goldPath, options, io);
  const predicted = await readBeads(predictedPath, options, io);
  const score = scoreAlignment(gold.beads, predicted.beads);
  const links = scoreLinks(gold.beads, predicted.beads, { possible: gold.possible });
  if (options.json) return putText(`${JSON.stringify({ ...score, links }, null, 1)}\n`, undefined, io);

  const row = (name: string, { precision, recall, f1, count }: Score) => [
    name,
    ...[precision, recall, f1].map((value) => value.toFixed(3)),
    String(count),
  ];
  const rows = [
    ['', 'precision', 'recall', 'F1', 'in gold'],
    row('strict', score.strict),
    row('lax', score.lax),
    row('skips', score.skips),
    row('links', links),
    ...Object.entries(score.shapes).map(([shape, value]) => row(shape, value)),
  ];
  const note = gold.comparable ? 'The gold is of a comparable pair: read the line of links.\n' : '';
  await putText(textTable(rows, [1, 2, 3, 4]) + note, undefined, io);
}
