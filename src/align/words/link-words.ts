/**
 * The words of every bead that translate each other: what a reader wants to see lit up on both sides.
 *
 *     source   Duta Besar … Steve Witcaf bertemu dengan Presiden Rusia
 *                           └────┬─────┘ └──┬──┘        └──┬───┘ └┬─┘
 *     target   … envoy, Steve Witkoff, met with Russian President …
 *
 * Names are linked as they were traced, whole; the rest by {@link linkTokens}. Made on demand and apart from the alignment, since it needs
 * the vectors of single words, which an alignment does not keep.
 *
 * Time: for each bead, words of one side × words of the other × dimensions; a tenth of a second for the five seeds, two or three for 5,000 beads.
 */

import { checkAlignment } from '../../alignment-shape.ts';
import { checkOptions } from '../../check-options.ts';
import { createEmbedder } from '../../embed/create-embedder.ts';
import type { AlignedDocument, Alignment, Bead, DocumentPair, Embedder, TextPieces } from '../../types.ts';
import { isAdditive } from '../prepare-document.ts';
import { runSteps } from '../run-steps.ts';
import { linkTokens, type Token, type TokenRange } from './link-tokens.ts';

/** Two stretches that translate each other; offsets into the texts of the two documents. */
export interface WordLink {
  source: [start: number, end: number];
  target: [start: number, end: number];
  /** Cosine of the words, -1 to 1; 1 for a traced name. */
  similarity: number;
}

/** Options of {@link linkWords}. */
export interface LinkWordsOptions {
  /** @defaultValue the built-in model. One that is not additive has no vectors of words: then only names are linked. */
  readonly embedder?: Embedder;
  /** Stops the call, which then rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** Words less alike are not linked; a judgement, from reading the links of the seeds. */
const leastSimilarity = 0.4;
/** Tokens of one side times those of the other; beads of whole pages get names only. */
const mostPairs = 250_000;

/**
 * Links the words of every bead, for `renderHtml(alignment, { words })` or for display elsewhere.
 *
 * @returns Links by pair and by bead, as in `alignment.pairs[pair].beads[bead]`, in the order of the source; empty for skips.
 * @throws {@link AlignmentError} `OPTION_UNKNOWN`, `OPTION_INVALID`; the reason of the signal when aborted; what the embedder throws.
 *
 * @example
 * ```ts
 * const alignment = await alignDocuments([
 *   { id: 'en', text: 'The envoy met the president in Moscow.' },
 *   { id: 'id', text: 'Utusan itu bertemu presiden di Moskow.' },
 * ]);
 * const links = (await linkWords(alignment))[0]![0]!; // of the first bead of the first pair
 * const [source, target] = alignment.documents.map(({ text }) => text) as [string, string];
 * for (const link of links) console.log(source.slice(...link.source), target.slice(...link.target));
 * // → met bertemu
 * // → the itu
 * // → president presiden
 * // → in di
 * // → Moscow Moskow
 * ```
 */
export async function linkWords(
  alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>,
  options: LinkWordsOptions = {},
): Promise<WordLink[][][]> {
  checkAlignment(alignment, ['pairs']);
  const { embedder, signal } = checkOptions(options, {
    embedder: ['an embedder (see createEmbedder)', (value) => typeof (value as Embedder | null)?.embed === 'function'],
    signal: ['an AbortSignal', (value) => value instanceof AbortSignal],
  });
  if (alignment.pairs.every(({ beads }) => beads.length === 0)) return alignment.pairs.map(() => []);
  const model = embedder ?? (await createEmbedder());
  signal?.throwIfAborted();
  const pieces = new Map<string, TextPieces>();
  if (isAdditive(model)) {
    const used = new Set(alignment.pairs.filter(({ beads }) => beads.length > 0).flatMap(({ source, target }) => [source, target]));
    for (const { id, sentences } of alignment.documents) {
      if (used.has(id))
        pieces.set(
          id,
          await model.pieces(
            sentences.map(({ text }) => text),
            signal && { signal },
          ),
        );
      signal?.throwIfAborted();
    }
  }
  return runSteps(linkAll(alignment, pieces), { signal });
}

function* linkAll(
  { documents, pairs, names }: Pick<Alignment, 'documents' | 'pairs' | 'names'>,
  pieces: ReadonlyMap<string, TextPieces>,
): Generator<number, WordLink[][][]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const named = namesBySentence(names);
  const total = pairs.reduce((sum, { beads }) => sum + beads.length, 0);
  let done = 0;
  const links: WordLink[][][] = [];
  for (const pair of pairs) {
    const ofPair: WordLink[][] = [];
    for (const bead of pair.beads) {
      ofPair.push(linkBead(pair, bead, byId, named, pieces));
      yield ++done / total;
    }
    links.push(ofPair);
  }
  return links;
}

/** A side of a bead: its document, its sentences, and its tokens where the embedder has any. */
interface Side {
  readonly document: AlignedDocument;
  readonly span: readonly [number, number];
  /** Where its first sentence starts. */
  readonly start: number;
  readonly range?: TokenRange;
}

function linkBead(
  pair: DocumentPair,
  bead: Bead,
  documents: ReadonlyMap<string, AlignedDocument>,
  named: NamedStretches,
  pieces: ReadonlyMap<string, TextPieces>,
): WordLink[] {
  const source = sideOf(documents.get(pair.source), bead.source, pieces);
  const target = sideOf(documents.get(pair.target), bead.target, pieces);
  if (!source || !target) return [];
  const links = linkNames(source, target, named);
  if (source.range && target.range && countTokens(source.range) * countTokens(target.range) <= mostPairs) {
    const inside = ([start, end]: readonly [number, number], from: number) => ({ start: start - from, end: end - from });
    const fixed = links.map((link) => ({ source: inside(link.source, source.start), target: inside(link.target, target.start) }));
    const found = linkTokens(source.range, target.range, fixed);
    for (const link of found.links) {
      const [one, other] = [found.source[link.source]!, found.target[link.target]!];
      const isFixed = fixed.some((name) => overlaps(name.source, one) || overlaps(name.target, other));
      if (isFixed || link.similarity < leastSimilarity || !isWord(source, one) || !isWord(target, other)) continue;
      links.push({
        source: [source.start + one.start, source.start + one.end],
        target: [target.start + other.start, target.start + other.end],
        similarity: link.similarity,
      });
    }
  }
  return links.sort((one, other) => one.source[0] - other.source[0] || one.target[0] - other.target[0]);
}

function sideOf(
  document: AlignedDocument | undefined,
  [first, last]: readonly [number, number],
  pieces: ReadonlyMap<string, TextPieces>,
): Side | undefined {
  if (!document || first >= last) return undefined;
  const sentences = document.sentences.slice(first, last);
  const start = sentences[0]!.start;
  const tokens = pieces.get(document.id);
  const range = tokens && { pieces: tokens, first, last, starts: sentences.map((sentence) => sentence.start - start) };
  return { document, span: [first, last], start, ...(range && { range }) };
}

/** Where each name stands, by document and sentence. */
type NamedStretches = ReadonlyMap<string, readonly NamedStretch[]>;

interface NamedStretch {
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

function namesBySentence(names: Alignment['names']): NamedStretches {
  const stretches = new Map<string, NamedStretch[]>();
  names.forEach((name, index) => {
    for (const { document, sentence, start, end } of name.mentions) {
      const key = `${sentence} ${document}`;
      const here = stretches.get(key) ?? [];
      here.push({ name: index, start, end });
      stretches.set(key, here);
    }
  });
  return stretches;
}

/** Mentions of one name on both sides, first with first, second with second. */
function linkNames(source: Side, target: Side, named: NamedStretches): WordLink[] {
  const mentions = ({ document, span }: Side) => {
    const found: NamedStretch[] = [];
    for (let sentence = span[0]; sentence < span[1]; sentence++) found.push(...(named.get(`${sentence} ${document.id}`) ?? []));
    return found.sort((one, other) => one.start - other.start);
  };
  const theirs = mentions(target);
  const links: WordLink[] = [];
  for (const mention of mentions(source)) {
    const at = theirs.findIndex((other) => other.name === mention.name);
    if (at < 0) continue;
    const [other] = theirs.splice(at, 1);
    links.push({ source: [mention.start, mention.end], target: [other!.start, other!.end], similarity: 1 });
  }
  return links;
}

function countTokens({ pieces, first, last }: TokenRange): number {
  return pieces.offsets[last]! - pieces.offsets[first]!;
}

function overlaps(stretch: { readonly start: number; readonly end: number }, token: Token): boolean {
  return token.start < stretch.end && token.end > stretch.start;
}

/** Marks between words are not worth a link. */
function isWord({ document, start }: Side, token: Token): boolean {
  return /[\p{L}\p{N}]/u.test(document.text.slice(start + token.start, start + token.end));
}
