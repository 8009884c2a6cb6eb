/**
 * The format of Vecalign, one bead per line: `[0, 1]:[0]:0.2500`.
 *
 * The third field is a cost in Vecalign and a similarity in other tools with its format. So our files declare it in their first
 * line, `# cost, lower is better`; ours is one minus the confidence.
 */
import type { Alignment } from '../types.ts';
import type { FileBead } from './bitext-alignment.ts';
import { choosePair, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';

/** Options of the writer. */
export interface VecalignWriteOptions extends WriteOptions {
  /** Begin with the line that declares the meaning of the number. Vecalign's own scorer does not read comments. @defaultValue true */
  readonly header?: boolean;
}

/** Options of the reader. */
export interface VecalignReadOptions {
  /** Meaning of the third field, for files that do not declare it. Costs are dropped, since those of Vecalign have no upper bound. @defaultValue `'cost'` */
  readonly number?: 'cost' | 'similarity';
}

const ourHeader = '# cost, lower is better';

/** Write one pair, skips included. */
export function writeVecalign(alignment: Alignment, options: VecalignWriteOptions = {}): string {
  const { header = true, ...rest } = options;
  const list = ([start, end]: readonly [number, number]) => `[${Array.from({ length: end - start }, (_, k) => start + k).join(', ')}]`;
  const lines = choosePair(alignment, rest).beads.map(
    (bead) => `${list(bead.source)}:${list(bead.target)}:${(1 - bead.confidence).toFixed(4)}`,
  );
  return [...(header ? [ourHeader] : []), ...lines].map((line) => `${line}\n`).join('');
}

/**
 * Read beads; gaps and their order are kept. Under our own header costs become `confidence` again.
 *
 * @throws `FORMAT_INVALID` with the line.
 */
export function readVecalign(text: string, options: VecalignReadOptions = {}): FileBead[] {
  const beads: FileBead[] = [];
  let meaning: 'cost' | 'similarity' | 'our cost' = options.number ?? 'cost';
  checkInput('Vecalign', text)
    .split(/\r?\n/)
    .forEach((line, i) => {
      if (line.trim() === '') return;
      if (line.startsWith('#')) {
        if (line.trim() === ourHeader) meaning = 'our cost';
        else if (/\bsimilarity\b/i.test(line)) meaning = 'similarity';
        return;
      }
      const fields = /^\s*\[([^\]]*)\]\s*:\s*\[([^\]]*)\]\s*(?::\s*(\S+)\s*)?$/.exec(line);
      if (!fields) throw formatError('Vecalign', i + 1, `expected [source]:[target]:number, got ${JSON.stringify(line.slice(0, 80))}`);
      const [source, target] = [indices(fields[1]!, i + 1), indices(fields[2]!, i + 1)];
      const number = fields[3] === undefined ? undefined : Number(fields[3]);
      if (Number.isNaN(number)) throw formatError('Vecalign', i + 1, `expected a number, got ${JSON.stringify(fields[3])}`);
      beads.push({ source, target, ...meant(number, meaning) });
    });
  return beads;
}

function meant(number: number | undefined, meaning: 'cost' | 'similarity' | 'our cost'): { similarity?: number; confidence?: number } {
  if (number === undefined || meaning === 'cost') return {};
  if (meaning === 'similarity') return { similarity: number };
  return number >= 0 && number <= 1 ? { confidence: 1 - number } : {};
}

function indices(list: string, line: number): number[] {
  if (list.trim() === '') return [];
  return list.split(',').map((item) => {
    const value = Number(item);
    if (item.trim() === '' || !Number.isInteger(value) || value < 0)
      throw formatError('Vecalign', line, `expected sentence numbers from 0, got ${JSON.stringify(list)}`);
    return value;
  });
}
