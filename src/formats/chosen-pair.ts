/** Chooses the pair of an alignment to write, and its beads. All formats but JSON hold one pair. */
import { checkAlignment } from '../alignment-shape.ts';
import { AlignmentError } from '../errors.ts';
import { joinLines } from '../text/join-lines.ts';
import type { AlignedDocument, Alignment, Bead, DocumentPair, Warning } from '../types.ts';

/** Options that every writer takes. */
export interface WriteOptions {
  /** Position in `alignment.pairs`. Needed when there are several. @defaultValue the only pair */
  readonly pair?: number;
  /** Beads below this confidence are left out; in a parallel pair both their sides become skips. 0 to 1. @defaultValue 0 */
  readonly minConfidence?: number;
  /** Called with a warning for what the format cannot hold: `CHARACTERS_REPLACED`. @defaultValue no call */
  readonly onWarning?: (warning: Warning) => void;
}

/** A pair with its documents and the beads to write. */
export interface ChosenPair {
  source: AlignedDocument;
  target: AlignedDocument;
  pair: DocumentPair;
  beads: Bead[];
}

/**
 * Look up the pair to write.
 *
 * @throws `OPTION_INVALID` when it is ambiguous or does not exist.
 */
export function choosePair(alignment: Pick<Alignment, 'documents' | 'pairs'>, options: WriteOptions = {}): ChosenPair {
  checkAlignment(alignment, ['pairs']);
  const { documents, pairs } = alignment;
  const { minConfidence = 0, pair: index = pairs.length === 1 ? 0 : undefined } = options;
  if (typeof minConfidence !== 'number' || !(minConfidence >= 0 && minConfidence <= 1)) {
    throw new AlignmentError('OPTION_INVALID', `Option \`minConfidence\` must be a number from 0 to 1, got ${String(minConfidence)}`);
  }
  const pair = index === undefined ? undefined : pairs[index];
  if (!pair) {
    const known = pairs.map(({ source, target }, i) => `${i} (${source}, ${target})`).join('; ');
    throw new AlignmentError(
      'OPTION_INVALID',
      `Option \`pair\` must be the position of a pair: ${known || 'there is none'}; got ${String(index)}`,
    );
  }
  const find = (id: string) => documents.find((document) => document.id === id)!;
  return { source: find(pair.source), target: find(pair.target), pair, beads: keptBeads(pair, minConfidence) };
}

/** Whether both sides of a bead hold sentences. */
export function isJoined(bead: Pick<Bead, 'source' | 'target'>): boolean {
  return bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1];
}

/** Positions of the sentences of a span, from 0. */
export function sentenceIndices([start, end]: readonly [number, number], separator = ' '): string {
  return Array.from({ length: end - start }, (_, k) => start + k).join(separator);
}

function keptBeads(pair: DocumentPair, minConfidence: number): Bead[] {
  return pair.beads.flatMap((bead): Bead[] => {
    if (!isJoined(bead) || bead.confidence >= minConfidence) return [bead];
    if (pair.relation !== 'parallel') return [];
    const skip = { similarity: 0, confidence: 1 - bead.confidence };
    return [
      { source: bead.source, target: [bead.target[0], bead.target[0]], ...skip },
      { source: [bead.source[1], bead.source[1]], target: bead.target, ...skip },
    ];
  });
}

/** The sentences of a span as one line: the text of the document from the first to the last, its lines joined. */
export function passageText(document: AlignedDocument, [start, end]: readonly [number, number]): string {
  if (start >= end) return '';
  const [from, to] = [document.sentences[start]!.start, document.sentences[end - 1]!.end];
  return joinLines(document.text.slice(from, to), document.text.slice(Math.max(from - NEARBY, 0), to + NEARBY));
}

/** Characters on either side searched for hyphenated words. Searching the whole text for every passage would take quadratic time. */
const NEARBY = 10_000;
