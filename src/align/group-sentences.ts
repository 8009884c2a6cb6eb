/** Gathers the sentences of all documents that say one thing. */
import type { AlignedDocument, DocumentPair, Place } from '../types.ts';

/**
 * Groups of sentences joined by beads, directly or through other documents.
 *
 * Beads are taken from the most to the least confident. One that would bring two far-apart sentences of the same document together is left out,
 * so that a single wrong bead cannot fuse two groups.
 *
 * @returns Groups with places of at least two documents, in the order of the documents; each place is a whole sentence.
 */
export function groupSentences(documents: readonly AlignedDocument[], pairs: readonly DocumentPair[]): Place[][] {
  const position = new Map(documents.map((document, index) => [document.id, index]));
  const starts: number[] = [0];
  for (const document of documents) starts.push(starts.at(-1)! + document.sentences.length);
  const owner = new Int32Array(starts.at(-1)!);
  for (let index = 0; index < documents.length; index++) owner.fill(index, starts[index]!, starts[index + 1]!);
  const group = Int32Array.from(owner, (_, node) => node);
  const members = new Map<number, number[]>(Array.from(owner, (_, node) => [node, [node]]));

  const beads = pairs.flatMap(({ source, target, beads: found }) => {
    const s = starts[position.get(source)!]!;
    const t = starts[position.get(target)!]!;
    return found
      .filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1])
      .map((bead) => ({ nodes: [...range(bead.source, s), ...range(bead.target, t)], confidence: bead.confidence }));
  });
  beads.sort((x, y) => y.confidence - x.confidence);
  for (const { nodes } of beads) {
    const roots = [...new Set(nodes.map((node) => group[node]!))];
    const joined = roots.flatMap((root) => members.get(root)!);
    if (!hangsTogether(joined, owner)) continue;
    const root = roots[0]!;
    for (const node of joined) group[node] = root;
    for (const other of roots) members.delete(other);
    members.set(root, joined);
  }

  return [...members.values()]
    .filter((nodes) => nodes.some((node) => owner[node] !== owner[nodes[0]!]))
    .map((nodes) => nodes.sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!)
    .map((nodes) => nodes.map((node) => placeOf(documents[owner[node]!]!, node - starts[owner[node]!]!)));
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
