/** Makes an alignment from the output of other tools: two lists of sentences with beads, or passages side by side. */
import { AlignmentError } from '../errors.ts';
import { withNotebookDisplay } from '../report/notebook-display.ts';
import type { AlignedDocument, Alignment, Bead, GoldBead, Warning } from '../types.ts';
import { canonicalTag, writableTag } from './language-tag.ts';

/** One side of a bitext. */
export interface BitextSide {
  readonly id?: string;
  /** BCP 47 tag; `en_us` is read as `en-US`, and an invalid tag as `und`, with a warning. @defaultValue `'und'` */
  readonly language?: string;
  readonly url?: string;
  readonly date?: string;
  readonly sentences: readonly string[];
}

/** A bead of a file: two index lists, and a number where the file has one. */
export type FileBead = GoldBead & { readonly similarity?: number; readonly confidence?: number };

/**
 * Two lists of sentences and their beads as an {@link Alignment}, for {@link renderHtml} or for writing in a different format.
 *
 * Other tools give no probability, so `confidence` is 1 where the file has none. A side with gaps becomes the span
 * from its first to its last sentence. Names and findings are empty.
 *
 * @throws `OPTION_INVALID` when a bead names a sentence that does not exist, `DUPLICATE_ID` when both sides have the same id.
 *
 * @example
 * ```ts
 * const alignment = bitextAlignment(
 *   { language: 'id', sentences: ['Kapal itu tiba.', 'Awaknya turun.'] },
 *   { language: 'en', sentences: ['The ship arrived and its crew went ashore.'] },
 *   [{ source: [0, 1], target: [0] }],
 * );
 * console.log(alignment.pairs[0]!.beads[0]!.source); // → [ 0, 2 ]
 * ```
 */
export function bitextAlignment(source: BitextSide, target: BitextSide, beads: readonly FileBead[]): Alignment {
  const documents = [makeDocument(source, 'source'), makeDocument(target, 'target')] as const;
  const warnings = [source, target].flatMap(({ language = 'und' }, i): Warning[] => {
    if (canonicalTag(language) !== undefined) return [];
    const { id } = documents[i]!;
    return [{ code: 'LANGUAGE_UNKNOWN', message: `${JSON.stringify(language.slice(0, 40))} is no language tag`, document: id }];
  });
  if (documents[0].id === documents[1].id) throw new AlignmentError('DUPLICATE_ID', `Both sides are called \`${documents[0].id}\``);
  return withNotebookDisplay({
    documents: [...documents],
    pairs: [
      {
        source: documents[0].id,
        target: documents[1].id,
        relation: relationOf(beads),
        relationConfidence: 1,
        sameEvent: 1,
        beads: makeBeads(beads, documents),
      },
    ],
    groups: [],
    names: [],
    findings: [],
    lineage: [],
    warnings,
    model: { id: 'none', revision: 'read from a file', dimensions: 0 },
  });
}

/** A pair of passages, each one sentence or a list of them; an empty one is a skip. */
export interface Passage {
  readonly source: string | readonly string[];
  readonly target: string | readonly string[];
  readonly similarity?: number;
  readonly confidence?: number;
}

/** Passages side by side as an {@link Alignment}. Sentences of white space only are dropped. */
export function passagesAlignment(
  passages: readonly Passage[],
  source: Omit<BitextSide, 'sentences'> = {},
  target: Omit<BitextSide, 'sentences'> = {},
): Alignment {
  const sentences = { source: [] as string[], target: [] as string[] };
  const put = (side: 'source' | 'target', passage: Passage['source']) =>
    [passage].flat().flatMap((text) => (text.trim() === '' ? [] : [sentences[side].push(text.trim()) - 1]));
  const beads = passages.map(({ source, target, ...numbers }) => ({
    source: put('source', source),
    target: put('target', target),
    ...numbers,
  }));
  return bitextAlignment({ ...source, sentences: sentences.source }, { ...target, sentences: sentences.target }, beads);
}

function makeDocument(side: BitextSide, fallback: string): AlignedDocument {
  const { id, url, date, sentences } = side;
  const language = writableTag(side.language ?? 'und');
  let at = 0;
  return {
    id: id ?? fallback,
    language,
    languageConfidence: language === 'und' ? 0 : 1,
    text: sentences.join('\n'),
    ...(url !== undefined && { url }),
    ...(date !== undefined && { date }),
    sentences: sentences.map((text, index) => {
      const start = at;
      at += text.length + 1;
      return { index, start, end: start + text.length, text };
    }),
  };
}

function makeBeads(beads: readonly FileBead[], documents: readonly [AlignedDocument, AlignedDocument]): Bead[] {
  const reached: [number, number] = [0, 0]; // position of a skip on the side on which it has no sentence
  const span = (indices: readonly number[], side: 0 | 1): [number, number] => {
    if (indices.length === 0) return [reached[side], reached[side]];
    const [start, end] = [lowest(indices), indices.reduce((high, index) => Math.max(high, index), -1) + 1];
    if (!(start >= 0) || end > documents[side].sentences.length || !indices.every(Number.isInteger)) {
      throw new AlignmentError(
        'OPTION_INVALID',
        `Bead names sentence ${indices.slice(0, 9).join(', ')} of \`${documents[side].id}\`, which has ${documents[side].sentences.length}`,
      );
    }
    reached[side] = end;
    return [start, end];
  };
  return beads
    .filter((bead) => bead.source.length + bead.target.length > 0)
    .map(({ source, target, similarity = 0, confidence = 1 }) => ({
      source: span(source, 0),
      target: span(target, 1),
      similarity,
      confidence,
    }));
}

/** Parallel when the beads run in order, else comparable. */
function relationOf(beads: readonly FileBead[]): 'parallel' | 'comparable' {
  const rises = (side: 'source' | 'target') => {
    const firsts = beads.flatMap((bead) => (bead[side].length > 0 ? [lowest(bead[side])] : []));
    return firsts.every((first, i) => i === 0 || first >= firsts[i - 1]!);
  };
  return rises('source') && rises('target') ? 'parallel' : 'comparable';
}

function lowest(indices: readonly number[]): number {
  return indices.reduce((low, index) => Math.min(low, index), Number.POSITIVE_INFINITY);
}
