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
import { choosePair, passageText, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';

const columns = ['source_sentences', 'target_sentences', 'similarity', 'confidence', 'source', 'target'];

/** Write one pair, skips included. */
export function writeTsv(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, beads } = choosePair(alignment, options);
  const rows = beads.map((bead) => [
    indices(bead.source),
    indices(bead.target),
    bead.similarity.toFixed(4),
    bead.confidence.toFixed(4),
    escapeCell(passageText(source, bead.source)),
    escapeCell(passageText(target, bead.target)),
  ]);
  return [columns, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

/**
 * Read passages side by side: our own columns, or, without that header, lines of source and target with an optional similarity behind.
 * Each passage becomes one sentence.
 *
 * @throws `FORMAT_INVALID` with the line.
 */
export function readTsv(text: string): Alignment {
  const lines = checkInput('TSV', text).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const ours = lines[0] === columns.join('\t');
  const passages = lines.slice(ours ? 1 : 0).map((line, i): Passage => {
    const number = i + (ours ? 2 : 1);
    const cells = line.split('\t');
    const [source, target] = (ours ? cells.slice(4) : cells).map((cell) => (ours ? unescapeCell(cell, number) : cell));
    const wanted = ours ? cells.length === columns.length : cells.length === 2 || cells.length === 3;
    if (!wanted) throw formatError('TSV', number, `expected ${ours ? columns.length : '2 or 3'} cells, got ${cells.length}`);
    const similarity = cells[2];
    return {
      source: source!,
      target: target!,
      ...(similarity !== undefined && { similarity: readNumber(similarity, -1, number) }),
      ...(ours && { confidence: readNumber(cells[3]!, 0, number) }),
    };
  });
  return passagesAlignment(passages);
}

function indices([start, end]: readonly [number, number]): string {
  return Array.from({ length: end - start }, (_, k) => start + k).join(',');
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
