/**
 * Characters without glyph or meaning inside a word: soft hyphens, joiners, marks of direction, variation selectors, tags, the Arabic tatweel.
 *
 * The model, names and findings read texts without them. A zero-width space counts as one, except beside scripts without spaces, where it
 * divides words. A hyphen that divides a word at the end of a line counts as one too.
 */
import type { AlignedDocument, Mention, TextPieces, TracedName } from '../types.ts';

const INVISIBLE =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u0640\u061c\u180e\u200c-\u200f\u202a-\u202e\u17b4\u17b5\u2060-\u2064\u2066-\u206f\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])|[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]|[\u{1d173}-\u{1d17a}]|(?<=\p{Ll})[-‐]\r?\n[ \t]*(?!(?:and|or|to|und|oder|bis|sowie|en|of|och|eller|og)(?!\p{L}))(?=\p{Ll})/gu;

/** Those that are ignored beside a full stop too; the others are white space to {@link isSpace}, or letters. */
const MARKS =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u17b4\u17b5\u2061-\u2064\u2066-\u206f]|\udb40[\udc00-\udc7f\udd00-\uddef]|\ud834[\udd73-\udd7a]/g;

/** The text without invisible characters: the same string where there are none. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** A text without some of its characters, with offsets mapped both ways. */
export interface VisibleText {
  readonly text: string;
  /** Offset in `text` of a unit of the original; a removed unit maps to the next one kept. */
  readonly visible: (offset: number) => number;
  /** The span in the original of a half-open span of `text`. */
  readonly original: (start: number, end: number) => readonly [start: number, end: number];
}

/** A text as sentence rules read it; `undefined` where nothing is removed. */
export function visibleMarks(text: string): VisibleText | undefined {
  return leaveOut(text, MARKS);
}

/** Time and memory linear in the text. */
function leaveOut(text: string, pattern: RegExp): VisibleText | undefined {
  const kept = text.replace(pattern, '');
  if (kept.length === text.length) return undefined;
  const visible = new Int32Array(text.length + 1);
  const original = new Int32Array(kept.length + 1);
  let to = 0;
  let from = 0;
  const copy = (end: number): void => {
    for (; from < end; from++) {
      visible[from] = to;
      original[to++] = from;
    }
  };
  for (const match of text.matchAll(pattern)) {
    copy(match.index);
    for (const end = from + match[0].length; from < end; from++) visible[from] = to;
  }
  copy(text.length);
  visible[text.length] = to;
  original[to] = text.length;
  return {
    text: kept,
    visible: (offset) => visible[offset]!,
    original: (start, end) => [original[start]!, end > start ? original[end - 1]! + 1 : original[start]!],
  };
}

/** Documents and their names without invisible characters, and functions that map results back to the originals. */
export interface VisibleDocuments<Value> {
  readonly visible: Value;
  /** Tokens of the sentences of a document, with offsets into the visible sentences. */
  tokens(document: string, pieces: TextPieces): TextPieces;
  /** Plain JSON in which each place (`document`, `start`, `end` and perhaps `text`) refers to the original text. */
  restore<Result>(result: Result): Result;
}

/** Removes invisible characters from texts, sentences and mentions; returns the value itself where there are none. */
export function visibleDocuments<Value extends { readonly documents: readonly AlignedDocument[]; readonly names?: readonly TracedName[] }>(
  value: Value,
): VisibleDocuments<Value> {
  const texts = new Map<string, VisibleText>();
  const originals = new Map<string, string>();
  for (const { id, text } of value.documents) {
    const visible = leaveOut(text, INVISIBLE);
    if (!visible) continue;
    texts.set(id, visible);
    originals.set(id, text);
  }
  if (texts.size === 0) return { visible: value, tokens: (_, pieces) => pieces, restore: (result) => result };
  const spanOf = (id: string, start: number, end: number): { start: number; end: number; text: string } | undefined => {
    const text = texts.get(id);
    if (!text) return undefined;
    const span = { start: text.visible(start), end: text.visible(end) };
    return { ...span, text: text.text.slice(span.start, span.end) };
  };
  const documents = value.documents.map((document) => ({
    ...document,
    text: texts.get(document.id)?.text ?? document.text,
    sentences: document.sentences.map((sentence) => ({ ...sentence, ...spanOf(document.id, sentence.start, sentence.end) })),
  }));
  const names = value.names?.map((name) => ({
    ...name,
    mentions: name.mentions.map((mention): Mention => ({ ...mention, ...spanOf(mention.document, mention.start, mention.end) })),
  }));
  const restore = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(restore);
    if (typeof item !== 'object' || item === null) return item;
    const restored = Object.fromEntries(Object.entries(item).map(([key, part]) => [key, restore(part)]));
    const { document, start, end } = restored;
    const text = typeof document === 'string' ? texts.get(document) : undefined;
    if (!text || typeof start !== 'number' || typeof end !== 'number') return restored;
    const [from, to] = text.original(start, end);
    const spelled = 'text' in restored ? { text: originals.get(document as string)!.slice(from, to) } : {};
    return { ...restored, start: from, end: to, ...spelled };
  };
  return {
    visible: { ...value, documents, ...(names ? { names } : {}) },
    tokens: (id, pieces) => {
      const text = texts.get(id);
      const sentences = value.documents.find((document) => document.id === id)?.sentences;
      if (!text || !sentences) return pieces;
      const starts = pieces.starts.slice();
      const ends = pieces.ends.slice();
      for (const { index, start } of sentences) {
        const first = text.visible(start);
        for (let token = pieces.offsets[index]!; token < pieces.offsets[index + 1]!; token++) {
          starts[token] = text.visible(start + starts[token]!) - first;
          ends[token] = text.visible(start + ends[token]!) - first;
        }
      }
      return { ...pieces, starts, ends };
    },
    restore: <Result>(result: Result) => restore(result) as Result,
  };
}
