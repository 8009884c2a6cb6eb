/**
 * What two documents show about one of them being made from the other: how much of each is in the other, in what order,
 * and which of them has the names right.
 *
 * Linear in the beads of the pair and the mentions of both documents.
 */
import { scriptClass } from '../names/name-kind.ts';
import { strayBlanks } from '../text/stray-blanks.ts';
import type { AlignedDocument, Bead, DocumentPair, TracedName } from '../types.ts';

/** What lineage reads of one document. */
export interface DocumentView {
  readonly document: AlignedDocument;
  /** Indices of the sentences that are not page furniture. */
  readonly sentences: ReadonlySet<number>;
  /** How the document writes each name, by the name's place in the list of names. */
  readonly spellings: ReadonlyMap<number, Spelling>;
  /** Names in Latin letters that the document also gives in its own script. */
  readonly glosses: readonly string[];
  readonly strays: readonly string[];
}

interface Spelling {
  readonly garbled: ReadonlySet<string>;
  /** Whether it also has the name in a form that some convention explains. */
  readonly isRight: boolean;
}

/** Evidence for and against `child` being made from `parent`. */
export interface CopyEvidence {
  /** Expected share of the child's sentences that have a counterpart in the parent, and the other way round; 0 to 1. */
  readonly childInParent: number;
  readonly parentInChild: number;
  /** Share of the child's linked sentences that keep the parent's order, 0 to 1. */
  readonly inOrder: number;
  /** Sentences of the child that have no counterpart. */
  readonly alone: number;
  /** Spellings garbled on one side whose name the other side has right. */
  readonly garbledInChild: readonly string[];
  readonly garbledInParent: readonly string[];
  readonly glossesInChild: readonly string[];
  readonly glossesInParent: readonly string[];
  /** Words with blanks that machine translation leaves behind. */
  readonly straysInChild: readonly string[];
  readonly straysInParent: readonly string[];
}

export function viewDocuments(documents: readonly AlignedDocument[], names: readonly TracedName[]): Map<string, DocumentView> {
  const views = new Map<string, DocumentView>();
  for (const document of documents) {
    const sentences = new Set(document.sentences.filter(({ furniture }) => !furniture).map(({ index }) => index));
    const spellings = new Map<number, Spelling>();
    const glosses: string[] = [];
    names.forEach(({ mentions }, index) => {
      const own = mentions.filter((mention) => mention.document === document.id);
      if (own.length === 0) return;
      const garbled = new Set(own.filter(({ kind }) => kind === 'garbled').map(({ text }) => text));
      spellings.set(index, { garbled, isRight: own.some(({ kind }) => kind !== 'garbled') });
      const latin = own.find(({ text }) => scriptClass(text) === 'Latin');
      if (latin !== undefined && own.some(({ text }) => scriptClass(text) !== 'Latin')) glosses.push(latin.text);
    });
    views.set(document.id, {
      document,
      sentences,
      spellings,
      glosses,
      strays: strayBlanks(document.text),
    });
  }
  return views;
}

export function copyEvidence(child: DocumentView, parent: DocumentView, pair: DocumentPair): CopyEvidence {
  const side = pair.source === child.document.id ? 'source' : 'target';
  const own = linkedSentences(pair.beads, side, child.sentences);
  const theirs = linkedSentences(pair.beads, side === 'source' ? 'target' : 'source', parent.sentences);
  const order = [...own].sort(([a], [b]) => a - b).map(([, { counterpart }]) => counterpart);
  return {
    childInParent: shareLinked(own, child.sentences.size),
    parentInChild: shareLinked(theirs, parent.sentences.size),
    inOrder: order.length === 0 ? 0 : longestRising(order) / order.length,
    alone: child.sentences.size - own.size,
    garbledInChild: garbledBeside(child, parent),
    garbledInParent: garbledBeside(parent, child),
    glossesInChild: child.glosses,
    glossesInParent: parent.glosses,
    straysInChild: child.strays,
    straysInParent: parent.strays,
  };
}

interface Link {
  readonly confidence: number;
  readonly counterpart: number;
}

/** The surest link of each sentence of one side. */
function linkedSentences(beads: readonly Bead[], side: 'source' | 'target', sentences: ReadonlySet<number>): Map<number, Link> {
  const other = side === 'source' ? 'target' : 'source';
  const links = new Map<number, Link>();
  for (const bead of beads) {
    if (bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]) continue;
    for (let sentence = bead[side][0]; sentence < bead[side][1]; sentence++) {
      if (!sentences.has(sentence) || (links.get(sentence)?.confidence ?? 0) >= bead.confidence) continue;
      links.set(sentence, { confidence: bead.confidence, counterpart: bead[other][0] });
    }
  }
  return links;
}

function shareLinked(links: ReadonlyMap<number, Link>, sentences: number): number {
  let sum = 0;
  for (const { confidence } of links.values()) sum += confidence;
  return sentences === 0 ? 0 : sum / sentences;
}

/** Spellings that `one` garbles of names that `other` has right. */
function garbledBeside(one: DocumentView, other: DocumentView): string[] {
  const forms: string[] = [];
  for (const [name, { garbled }] of one.spellings) {
    const beside = other.spellings.get(name);
    if (beside?.isRight && beside.garbled.size === 0) forms.push(...[...garbled].slice(0, 1));
  }
  return forms;
}

/** Length of the longest subsequence that never falls (patience sorting, n log n). */
export function longestRising(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}
