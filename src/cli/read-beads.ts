/** Beads out of a file, for scoring: gold or an alignment in JSON, and bitext in any format. */
import { AlignmentError, type Bead, formats, type GoldBead } from '../index.ts';
import { findPair, formatOfPath } from './file-formats.ts';
import type { CliIo } from './io.ts';
import { placePassages } from './place-passages.ts';
import { type BitextOptions, readBitext, readInterTextFiles, readSentences, readTextFile } from './read-bitext.ts';
import { UsageError } from './usage-error.ts';

/** What a file says about beads. */
export interface BeadFile {
  beads: readonly GoldBead[];
  /** Beads that count neither way. */
  possible: readonly GoldBead[];
  /** Whether the pair is comparable, so that links are scored. */
  comparable: boolean;
}

/** What says which sentences are meant. */
export interface BeadOptions extends BitextOptions {
  readonly pair?: string;
}

/** Read a file; its format is recognised by its name, else by how it begins. Gaps and crossings stay as they are. */
export async function readBeads(path: string, options: BeadOptions, io: CliIo): Promise<BeadFile> {
  const named = formatOfPath(path);
  if (named === 'intertext') return plain(formats.intertext.readBeads(await readInterTextFiles([path], options, io)));
  if (named === 'tmx' || named === 'xliff' || named === 'tsv') {
    const sentences = await readSentences(options, io);
    if (sentences === undefined) {
      throw new UsageError(`${path} holds passages: give the sentences that are numbered, one a line, with --source and --target`);
    }
    const { source: _source, target: _target, ...rest } = options;
    return plain(placePassages(await readBitext([path], named, rest, io), ...sentences));
  }
  const text = await readTextFile(path, options, io);
  const start = text.trimStart();
  if (start.startsWith('<'))
    throw new UsageError(`the name ${path} does not tell which XML it is: expected .tmx, .xliff or .xml (InterText)`);
  if (start.startsWith('{')) return readJsonBeads(text, path, options.pair);
  return plain(start.startsWith('[') || start.startsWith('#') ? formats.vecalign.read(text) : formats.ladder.read(text));
}

function plain(beads: readonly GoldBead[]): BeadFile {
  return { beads: beads.map(({ source, target }) => ({ source, target })), possible: [], comparable: false };
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
