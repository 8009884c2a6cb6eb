/** Beads out of a file, for scoring: gold or an alignment in JSON, Vecalign lines, or a ladder. */
import { AlignmentError, type Bead, formats, type GoldBead } from '../index.ts';
import { findPair } from './file-formats.ts';
import type { CliIo } from './io.ts';
import { decodeText, readFileOf } from './read-inputs.ts';
import { UsageError } from './usage-error.ts';

/** What a file says about beads. */
export interface BeadFile {
  beads: readonly GoldBead[];
  /** Beads that count neither way. */
  possible: readonly GoldBead[];
  /** Whether the pair is comparable, so that links are scored. */
  comparable: boolean;
}

/** Read a file, told apart by how it begins. */
export async function readBeads(path: string, pair: string | undefined, io: CliIo): Promise<BeadFile> {
  const text = decodeText(path === '-' ? await io.readStdin() : await readFileOf(path, io), path);
  const start = text.trimStart();
  if (start.startsWith('{')) return readJsonBeads(text, path, pair);
  const beads = start.startsWith('[') || start.startsWith('#') ? formats.vecalign.read(text) : formats.ladder.read(text);
  return { beads, possible: [], comparable: false };
}

function readJsonBeads(text: string, path: string, pair: string | undefined): BeadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AlignmentError('FORMAT_INVALID', `${path}: ${(cause as Error).message}`, { cause });
  }
  if ((value as { format?: unknown }).format !== undefined) {
    const alignment = formats.json.read(text);
    if (alignment.pairs.length > 1 && pair === undefined) {
      throw new UsageError(
        `${path} holds several pairs: choose one with --pair (${alignment.pairs.map(({ source, target }) => `${source},${target}`).join(' ')})`,
      );
    }
    const chosen = alignment.pairs[pair === undefined ? 0 : findPair(alignment, pair)];
    return { beads: (chosen?.beads ?? []).map(toLists), possible: [], comparable: chosen?.relation === 'comparable' };
  }
  const { beads, possible = [], kind } = value as { beads?: unknown; possible?: unknown; kind?: unknown };
  return {
    beads: checkBeads(beads, `${path}, beads`),
    possible: checkBeads(possible, `${path}, possible`),
    comparable: kind === 'comparable',
  };
}

function checkBeads(value: unknown, place: string): GoldBead[] {
  const isList = (list: unknown) => Array.isArray(list) && list.every((index) => Number.isInteger(index) && index >= 0);
  if (!Array.isArray(value) || !value.every((bead) => isList(bead?.source) && isList(bead?.target))) {
    throw new AlignmentError('FORMAT_INVALID', `${place}: expected a list of { "source": [0], "target": [0, 1] }`);
  }
  return value as GoldBead[];
}

function toLists({ source, target }: Bead): GoldBead {
  const range = ([start, end]: readonly [number, number]) => Array.from({ length: end - start }, (_, k) => start + k);
  return { source: range(source), target: range(target) };
}
