/**
 * The words of a passage that translate each other.
 *
 * A passage gets an element around each linked word when it is first pointed at, so that a page of thousands of passages stays light. A word
 * may lie across the marks of names and findings; then each of its parts gets one, with the same number.
 */
import { make } from './make.ts';

/** Start and end of a word in the joined text of its side. */
export type WordSpan = readonly [start: number, end: number];

/** Words of both sides, in one order: the first of the left corresponds to the first of the right. */
export interface BeadWords {
  left: WordSpan[];
  right: WordSpan[];
}

/** Unpack the words of a bead; see {@link PagePair}. */
export function unpackWords(packed: readonly number[] | undefined, flipped: boolean): BeadWords {
  const words: BeadWords = { left: [], right: [] };
  for (let i = 0; i < (packed?.length ?? 0); i += 4) {
    const [from, length, to, otherLength] = packed!.slice(i, i + 4) as [number, number, number, number];
    words[flipped ? 'right' : 'left'].push([from, from + length]);
    words[flipped ? 'left' : 'right'].push([to, to + otherLength]);
  }
  return words;
}

/** Put `<span class="w" data-w="n">` around the n-th word, for all words; `sentences` are the elements of one side, in order. */
export function wrapWords(sentences: readonly Element[], words: readonly WordSpan[]): void {
  let at = 0;
  for (const sentence of sentences) {
    for (const node of textNodes(sentence)) {
      const [start, text] = [at, node.data];
      at += text.length;
      const parts: (Node | string)[] = [];
      let done = 0;
      const inside = [...words.entries()].filter(([, [from, to]]) => from < at && to > start).sort(([, a], [, b]) => a[0] - b[0]);
      for (const [index, [from, to]] of inside) {
        const [first, last] = [Math.max(from - start, done), Math.min(to - start, text.length)];
        if (first >= last) continue; // it overlaps the word before it
        const word = make('span', 'w', text.slice(first, last));
        word.dataset.w = String(index);
        parts.push(text.slice(done, first), word);
        done = last;
      }
      if (parts.length > 0) node.replaceWith(...parts, text.slice(done));
    }
  }
}

/** Take the elements of words away again. */
export function unwrapWords(sentence: Element): void {
  for (const word of sentence.querySelectorAll('.w')) word.replaceWith(...word.childNodes);
  sentence.normalize();
}

/** The text of a sentence as it was, without the originals above its names. */
export function textNodes(sentence: Element): Text[] {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement!.closest('rt, rp')) nodes.push(node as Text);
  }
  return nodes;
}
