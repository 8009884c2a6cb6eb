/** Gathers the sentences of all documents that say one thing. */
import type { AlignedDocument, DocumentPair, Place } from '../types.ts';
import { finishSteps } from './run-steps.ts';

const beadsPerStep = 1_000;

/**
 * Groups of sentences joined by beads, directly or through other documents.
 *
 * Beads are taken from the most to the least confident. One that would bring two far-apart sentences of the same document together is left out,
 * so that a single wrong bead cannot fuse two groups. Yields the share done, 0 to 1, every few milliseconds of work.
 *
 * @returns Groups with places of at least two documents, in the order of the documents; each place is a whole sentence.
 */
export function* groupSteps(documents: readonly AlignedDocument[], pairs: readonly DocumentPair[]): Generator<number, Place[][]> {
  const position = new Map(documents.map((document, index) => [document.id, index]));
  const starts: number[] = [0];
  for (const document of documents) starts.push(starts.at(-1)! + document.sentences.length);
  const owner = new Int32Array(starts.at(-1)!);
  for (let index = 0; index < documents.length; index++) owner.fill(index, starts[index]!, starts[index + 1]!);
  const group = Int32Array.from(owner, (_, node) => node);
  // a sentence that no bead has joined to another is a group without a list
  const members = new Map<number, number[]>();

  const beads: { nodes: number[]; confidence: number }[] = [];
  for (const { source, target, relation, beads: found } of pairs) {
    // reports of two events may share a statement, but not their place in the story
    if (relation === 'related') continue;
    const s = starts[position.get(source)!]!;
    const t = starts[position.get(target)!]!;
    for (const [k, bead] of found.entries()) {
      if (bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1])
        beads.push({ nodes: [...range(bead.source, s), ...range(bead.target, t)], confidence: bead.confidence });
      if (k % beadsPerStep === 0) yield 0.1;
    }
  }
  beads.sort((x, y) => y.confidence - x.confidence);
  for (const [k, { nodes }] of beads.entries()) {
    if (k % beadsPerStep === 0) yield 0.2 + (0.5 * k) / beads.length;
    const roots = [...new Set(nodes.map((node) => group[node]!))];
    const joined = roots.flatMap((root) => members.get(root) ?? [root]);
    if (!hangsTogether(joined, owner)) continue;
    const root = roots[0]!;
    for (const node of joined) group[node] = root;
    for (const other of roots) members.delete(other);
    members.set(root, joined);
  }

  const groups: number[][] = [];
  for (const nodes of members.values()) {
    if (nodes.some((node) => owner[node] !== owner[nodes[0]!])) groups.push(nodes.sort((x, y) => x - y));
    if (groups.length % beadsPerStep === 0) yield 0.7;
  }
  groups.sort((x, y) => x[0]! - y[0]!);
  const places: Place[][] = [];
  for (const nodes of groups) {
    places.push(nodes.map((node) => placeOf(documents[owner[node]!]!, node - starts[owner[node]!]!)));
    if (places.length % beadsPerStep === 0) yield 0.8 + (0.2 * places.length) / groups.length;
  }
  return places;
}

/** The same at once. */
export function groupSentences(documents: readonly AlignedDocument[], pairs: readonly DocumentPair[]): Place[][] {
  return finishSteps(groupSteps(documents, pairs));
}

/** Sentences of one document in a group may have small gaps only. */
const widestGap = 2;

function hangsTogether(nodes: readonly number[], owner: Int32Array): boolean {
  const sorted = [...nodes].sort((x, y) => x - y);
  return sorted.every((node, k) => k === 0 || owner[node] !== owner[sorted[k - 1]!] || node - sorted[k - 1]! <= widestGap);
}

function range([start, end]: readonly [number, number], offset: number): number[] {
  return Array.from({ length: end - start }, (_, k) => offset + start + k);
}

function placeOf(document: AlignedDocument, sentence: number): Place {
  const { start, end, text } = document.sentences[sentence]!;
  return { document: document.id, sentence, start, end, text };
}
