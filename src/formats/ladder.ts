/**
 * The ladder of hunalign: one rung a line, `source TAB target TAB number`, from `0 0` to the numbers of sentences.
 *
 * Rung (i, j) means that the first i source sentences match the first j target sentences. The sentences between two rungs are a bead, and its
 * number is on the first of the two ("a confidence value for the segment starting with the given rung"). Ours is the confidence, higher
 * is better; the last rung starts no bead and has 0. Manual ladders have two columns.
 * After hunalign's README, section "File formats", https://github.com/danielvarga/hunalign
 */
import { keepSurest } from '../align/free/link-beads.ts';
import type { Alignment, Bead } from '../types.ts';
import type { FileBead } from './bitext-alignment.ts';
import { choosePair, isJoined, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';

/**
 * Write one pair. Sentences outside all beads become skips. Of beads that share a sentence, as in comparable pairs, the one with the highest confidence is written.
 *
 * @throws `FORMAT_INVALID` when beads cross, which a ladder cannot represent.
 */
export function writeLadder(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, pair, beads } = choosePair(alignment, options);
  const rungs: string[] = [];
  let [i, j] = [0, 0];
  const climb = (toSource: number, toTarget: number, number: number) => {
    if (i === toSource && j === toTarget) return;
    rungs.push(`${i}\t${j}\t${number.toFixed(4)}\n`);
    [i, j] = [toSource, toTarget];
  };
  const skipTo = (toSource: number, toTarget: number) => {
    climb(toSource, j, 0);
    climb(i, toTarget, 0);
  };
  for (const bead of inOrder(beads)) {
    if (bead.source[0] < i || bead.target[0] < j) {
      throw formatError(
        'Ladder',
        `pair ${pair.source}, ${pair.target}`,
        `beads cross at source sentence ${bead.source[0]}, and a ladder only climbs`,
      );
    }
    skipTo(bead.source[0], bead.target[0]);
    climb(bead.source[1], bead.target[1], bead.confidence);
  }
  skipTo(source.sentences.length, target.sentences.length);
  return `${rungs.join('')}${i}\t${j}\t0.0000\n`;
}

/** By source, then target. Skips are left out, since sentences without a bead become skips. */
function inOrder(beads: readonly Bead[]): Bead[] {
  return keepSurest(beads.filter(isJoined));
}

/**
 * Read the beads of a ladder. Numbers become `confidence` where all are 0 to 1. Those of hunalign have no such bounds and are dropped.
 *
 * @throws `FORMAT_INVALID` with the line.
 */
export function readLadder(text: string): FileBead[] {
  const rungs = checkInput('Ladder', text)
    .split(/\r?\n/)
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const cells = line.split(/\s+/);
      const [source, target, value = Number.NaN] = cells.map(Number);
      if (cells.length < 2 || cells.length > 3 || !isIndex(source) || !isIndex(target)) {
        throw formatError('Ladder', number, `expected two sentence numbers and a value, got ${JSON.stringify(line)}`);
      }
      return { source, target, value, number };
    });
  if (rungs.length > 0 && (rungs[0]!.source !== 0 || rungs[0]!.target !== 0))
    throw formatError('Ladder', rungs[0]!.number, 'expected the first rung to be 0 0');

  const bounded = rungs.slice(0, -1).every(({ value }) => value >= 0 && value <= 1);
  return rungs.slice(1).flatMap((to, k): FileBead[] => {
    const from = rungs[k]!;
    if (to.source < from.source || to.target < from.target) throw formatError('Ladder', to.number, 'expected a rung above the one before');
    const bead = { source: range(from.source, to.source), target: range(from.target, to.target) };
    if (bead.source.length + bead.target.length === 0) return [];
    return [bounded ? { ...bead, confidence: from.value } : bead];
  });
}

function isIndex(value: number | undefined): value is number {
  return Number.isInteger(value) && value! >= 0 && value! <= 1_000_000;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
