/**
 * Reads a pile of documents into items to compare: one for each document, or one for each language of a mixed document.
 *
 * Items with the same sentences are compared once, and sentences that recur throughout a language (menus, calls to subscribe) get little
 * weight. Time and memory linear in the text.
 */
import { findNumbers } from '../align/text-measures.ts';
import { log } from '../exact-math.ts';
import { readDocument } from '../text/read-document.ts';
import type { DocumentInput } from '../types.ts';

/** A document, or the part of a mixed one that is in one language. */
export interface PileItem {
  /** Position of the document in the input. */
  readonly document: number;
  /** Base language: `zh` for `zh-Hant`. */
  readonly language: string;
  readonly texts: readonly string[];
  readonly furniture: readonly boolean[];
  /** Weight of each sentence, 0 to 1. */
  readonly weights: Float32Array;
  /** Marks: hashes of its numbers and of its names in Latin letters, sorted, each once. */
  readonly marks: Int32Array;
}

/** The items to compare. */
export interface DocumentPile {
  /** Distinct items. */
  readonly items: readonly PileItem[];
  /** For each item the documents with exactly its sentences, in input order; the first is its own. */
  readonly holders: readonly (readonly number[])[];
  /** Number of items with each mark. */
  readonly markCounts: ReadonlyMap<number, number>;
}

/** The part of an item that does not depend on the rest of the pile. */
interface ReadItem {
  readonly document: number;
  readonly language: string;
  readonly texts: readonly string[];
  readonly furniture: readonly boolean[];
}

/**
 * Read a pile. Yields the share done.
 *
 * @throws {@link AlignmentError} as `alignDocuments` does: `EMPTY_DOCUMENT`, `NOT_TEXT`, `TOO_LARGE`, `OPTION_INVALID`.
 */
export function* readPile(
  documents: readonly DocumentInput[],
  options: { readonly splitLanguages: boolean; readonly maxCharacters: number },
): Generator<number, DocumentPile> {
  const items: ReadItem[] = [];
  const holders: number[][] = [];
  const known = new Map<string, number>();
  for (const [document, input] of documents.entries()) {
    for (const { language, sentences } of readDocument(input, String(document), options).parts) {
      const texts = sentences.map(({ text }) => text);
      const key = texts.join('\n');
      const same = known.get(key);
      if (same !== undefined) {
        if (holders[same]!.at(-1) !== document) holders[same]!.push(document);
        continue;
      }
      known.set(key, items.length);
      items.push({
        document,
        language: language.split('-')[0]!,
        texts,
        furniture: sentences.map(({ furniture }) => furniture === true),
      });
      holders.push([document]);
    }
    yield (readingShare * (document + 1)) / documents.length;
  }
  return { ...(yield* weighItems(items)), holders };
}

/** Progress when all documents are read; weighing their sentences is the rest. */
const readingShare = 0.9;

function* weighItems(read: readonly ReadItem[]): Generator<number, Pick<DocumentPile, 'items' | 'markCounts'>> {
  const totals = new Map<string, number>();
  const repeats = new Map<string, Map<string, number>>();
  const markCounts = new Map<number, number>();
  const allMarks: Int32Array[] = [];
  for (const { language, texts } of read) {
    totals.set(language, (totals.get(language) ?? 0) + 1);
    const counts = repeats.get(language) ?? new Map<string, number>();
    repeats.set(language, counts);
    for (const text of new Set(texts.map(plain))) counts.set(text, (counts.get(text) ?? 0) + 1);
    const marks = findMarks(texts);
    for (const mark of marks) markCounts.set(mark, (markCounts.get(mark) ?? 0) + 1);
    allMarks.push(marks);
    yield readingShare;
  }
  const items: PileItem[] = [];
  for (const [index, item] of read.entries()) {
    const total = totals.get(item.language)!;
    const counts = repeats.get(item.language)!;
    const weights = item.texts.map((text, s) =>
      item.furniture[s] || !/[\p{L}\p{N}]/u.test(text) ? 0 : log(1 + total / counts.get(plain(text))!) / log(1 + total),
    );
    items.push({ ...item, ...withoutPhrases(item, weights), marks: allMarks[index]! });
    yield readingShare;
  }
  return { items, markCounts };
}

/** Treats sentences that recur throughout a language as furniture, unless little else would be left. */
function withoutPhrases({ furniture, texts }: ReadItem, weights: readonly number[]): Pick<PileItem, 'furniture' | 'weights'> {
  const lengthOf = (from: number) => texts.reduce((sum, text, s) => sum + (weights[s]! > from ? text.length : 0), 0);
  if (lengthOf(phraseWeight) < leastLeft * lengthOf(0)) return { furniture, weights: Float32Array.from(weights) };
  return {
    furniture: furniture.map((is, s) => is || weights[s]! <= phraseWeight),
    weights: Float32Array.from(weights, (weight) => (weight > phraseWeight ? weight : 0)),
  };
}

/** Largest weight of a recurrent sentence. Among 500 documents it occurs in 65 or more. */
const phraseWeight = 0.35;
/** Smallest share of a document, in characters, that must be left. */
const leastLeft = 0.35;

/** A sentence with its digits masked, since these vary in recurrent sentences. */
function plain(text: string): string {
  return text.replace(/\p{Nd}+/gu, '0').trim();
}

/** Capitalised words; the first word of a sentence does not count. Seven letters of each are compared, since endings differ between languages. */
const namePattern = /(?<!\p{L})\p{Lu}\p{Script=Latin}{2,}/gu;
const lettersKept = 7;

function findMarks(texts: readonly string[]): Int32Array {
  const marks = new Set<number>();
  for (const text of texts) {
    for (const number of findNumbers(text)) marks.add(number);
    for (const { 0: name, index } of text.matchAll(namePattern)) {
      if (index > 0) marks.add(hash(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, lettersKept)));
    }
  }
  return Int32Array.from(marks).sort();
}

function hash(text: string): number {
  let value = 11;
  for (let k = 0; k < text.length; k++) value = (Math.imul(value, 31) + text.charCodeAt(k)) | 0;
  return value;
}

/** Number of items at which document vectors get half their weight. In a small pile, all documents may report one event. */
const pileDoubt = 20;

/** Weight of document vectors in a pile of this many items, 0 to 1. */
export function trustOf(items: number): number {
  return items / (items + pileDoubt);
}
