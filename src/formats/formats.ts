import { readInterText, readInterTextBeads, writeInterText } from './intertext.ts';
import { readJson, writeJson } from './json.ts';
import { readLadder, writeLadder } from './ladder.ts';
import { readMoses, writeMoses } from './moses.ts';
import { readTmx, writeTmx } from './tmx.ts';
import { readTsv, writeTsv } from './tsv.ts';
import { readVecalign, writeVecalign } from './vecalign.ts';
import { readXliff, writeXliff } from './xliff.ts';

/**
 * Readers and writers for the exchange formats of aligners and translators.
 *
 * `write(alignment, { pair, minConfidence })` gives the text of the file, or of each file where the format has several. JSON holds a whole
 * alignment, every other format one pair: an alignment of several pairs needs `pair`.
 *
 * | format | holds | `write` gives | `read` gives |
 * |---|---|---|---|
 * | `json` | everything | text | {@link Alignment} |
 * | `tsv`, `tmx`, `xliff` | passages with confidence | text | {@link Alignment}, each passage one sentence |
 * | `moses` | passages | `{ source, target }` | {@link Alignment}, each line one sentence |
 * | `intertext` | sentences and links | `{ source, target, alignment }` | {@link Alignment}; `readBeads`: beads with their gaps |
 * | `ladder`, `vecalign` | sentence numbers | text | beads, for {@link scoreAlignment} or, with the sentences, {@link bitextAlignment} |
 *
 * Writers call `onWarning` for what a format cannot hold. Readers throw `FORMAT_INVALID` with the line or place, and `TOO_LARGE` past 100 million characters.
 *
 * @example
 * ```ts
 * const memory = formats.tsv.read('Kapal itu tiba.\tThe ship arrived.\n');
 * console.log(formats.vecalign.write(memory, { header: false })); // → [0]:[0]:0.0000
 * ```
 */
export const formats = {
  json: { write: writeJson, read: readJson },
  tsv: { write: writeTsv, read: readTsv },
  tmx: { write: writeTmx, read: readTmx },
  xliff: { write: writeXliff, read: readXliff },
  moses: { write: writeMoses, read: readMoses },
  ladder: { write: writeLadder, read: readLadder },
  vecalign: { write: writeVecalign, read: readVecalign },
  intertext: { write: writeInterText, read: readInterText, readBeads: readInterTextBeads },
} as const;

/** Name of a format. */
export type FormatName = keyof typeof formats;
