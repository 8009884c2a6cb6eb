/**
 * Tab-separated values: one bead a line, under a header.
 *
 *     source_sentences  target_sentences  similarity  confidence  source  target
 *     0                 0,1               0.8123      0.9701      …       …
 *
 * Sentences are positions from 0. In cells a tab is written `\t`, a line feed `\n`, a carriage return `\r`, a backslash `\\`.
 */
import type { Alignment } from '../types.ts';
import { type Passage, passagesAlignment } from './bitext-alignment.ts';
import { choosePair, passageText, sentenceIndices, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';

const columns = ['source_sentences', 'target_sentences', 'similarity', 'confidence', 'source', 'target'];

/** Write one pair, skips included. */
export function writeTsv(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, beads } = choosePair(alignment, options);
  const rows = beads.map((bead) => [
    sentenceIndices(bead.source, ','),
    sentenceIndices(bead.target, ','),
    bead.similarity.toFixed(4),
    bead.confidence.toFixed(4),
    escapeCell(passageText(source, bead.source)),
    escapeCell(passageText(target, bead.target)),
  ]);
  return [columns, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

/**
 * Read passages side by side: our own columns or, without that header, those of other tools, two or three cells a line.
 *
 * Other tools: source and target, then a number or a note; or, where the first cell is a number on every line, number, source and target
 * (hunalign's `ladder2text`). ` ~~~ `, the separator of hunalign and LF Aligner, divides sentences. Third cells become
 * `similarity` where all are numbers from -1 to 1; else they are dropped, with the warning `VALUES_DROPPED`.
 *
 * @throws `FORMAT_INVALID` with the line.
 */
export function readTsv(text: string): Alignment {
  const lines = checkInput('TSV', text).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] === columns.join('\t')) return passagesAlignment(lines.slice(1).map((line, i) => readOwn(line, i + 2)));

  const rows = lines.map((line, i) => {
    const cells = line.split('\t');
    if (cells.length !== 2 && cells.length !== 3) throw formatError('TSV', i + 1, `expected 2 or 3 cells, got ${cells.length}`);
    return cells;
  });
  const numberFirst =
    rows.every(([first, , third]) => third !== undefined && isNumber(first!)) && !rows.every((cells) => isNumber(cells[2]!));
  const ordered = numberFirst ? rows.map(([value, source, target]) => [source!, target!, value!]) : rows;
  const odd = ordered.findIndex(([, , value]) => value !== undefined && !(isNumber(value) && Math.abs(Number(value)) <= 1));
  const sentences = (cell: string) => cell.split(' ~~~ ');
  const alignment = passagesAlignment(
    ordered.map(([source, target, value]) => ({
      source: sentences(source!),
      target: sentences(target!),
      ...(value !== undefined && odd < 0 && { similarity: Number(value) }),
    })),
  );
  if (odd >= 0) {
    const message = `TSV: ${JSON.stringify(ordered[odd]![2])} (line ${odd + 1}) is no similarity: the third cells are dropped`;
    alignment.warnings.push({ code: 'VALUES_DROPPED', message });
  }
  return alignment;
}

function readOwn(line: string, number: number): Passage {
  const cells = line.split('\t');
  if (cells.length !== columns.length) throw formatError('TSV', number, `expected ${columns.length} cells, got ${cells.length}`);
  return {
    similarity: readNumber(cells[2]!, -1, number),
    confidence: readNumber(cells[3]!, 0, number),
    source: unescapeCell(cells[4]!, number),
    target: unescapeCell(cells[5]!, number),
  };
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && Number.isFinite(Number(cell));
}

function readNumber(cell: string, low: number, line: number): number {
  const value = Number(cell);
  if (cell.trim() === '' || !(value >= low && value <= 1))
    throw formatError('TSV', line, `expected a number from ${low} to 1, got ${JSON.stringify(cell)}`);
  return value;
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const unescapes: Record<string, string> = { '\\': '\\', t: '\t', n: '\n', r: '\r' };

function escapeCell(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (c) => escapes[c]!);
}

function unescapeCell(cell: string, line: number): string {
  return cell.replace(/\\(.?)/g, (sequence, c: string) => {
    if (!Object.hasOwn(unescapes, c)) throw formatError('TSV', line, `unknown escape ${JSON.stringify(sequence)}`);
    return unescapes[c]!;
  });
}
