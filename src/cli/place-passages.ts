/**
 * Passages of a bitext back to the sentences they are made of, so that formats that hold text can be scored against sentence numbers.
 *
 * White space counts for nothing, since every tool joins sentences its own way. A passage is looked for behind the one before it, and from
 * the start where it is not there, so that crossing passages are found too. Time: linear where passages run in order.
 */
import { type Alignment, AlignmentError, type FileBead } from '../index.ts';

/**
 * Beads over the given sentences.
 *
 * @param alignment - Of one pair, as readers of TMX, XLIFF, TSV and Moses give it.
 * @throws `FORMAT_INVALID` when a passage is not made of whole sentences of its side.
 */
export function placePassages(alignment: Alignment, source: readonly string[], target: readonly string[]): FileBead[] {
  const [pair, documents] = [alignment.pairs[0]!, alignment.documents];
  const sides = [finder(source, 'source'), finder(target, 'target')] as const;
  return pair.beads.map((bead, i) => {
    const indices = (side: 0 | 1) => {
      const span = side === 0 ? bead.source : bead.target;
      return sides[side](
        documents[side]!.sentences.slice(...span).map(({ text }) => text),
        i + 1,
      );
    };
    return { source: indices(0), target: indices(1), similarity: bead.similarity, confidence: bead.confidence };
  });
}

function finder(sentences: readonly string[], side: string): (passage: readonly string[], position: number) => number[] {
  const [starts, ends] = [new Map<number, number>(), new Map<number, number>()];
  let joined = '';
  sentences.forEach((sentence, i) => {
    const text = bare(sentence);
    if (text === '') return;
    starts.set(joined.length, i);
    joined += text;
    ends.set(joined.length, i);
  });
  const search = (text: string, from: number, until: number): number => {
    for (let at = joined.indexOf(text, from); at >= 0 && at < until; at = joined.indexOf(text, at + 1))
      if (starts.has(at) && ends.has(at + text.length)) return at;
    return -1;
  };
  let reached = 0;
  return (passage, position) => {
    const text = bare(passage.join(''));
    if (text === '') return [];
    let at = search(text, reached, joined.length);
    if (at < 0) at = search(text, 0, reached);
    if (at < 0) {
      const what = JSON.stringify(passage.join(' ').slice(0, 60));
      throw new AlignmentError('FORMAT_INVALID', `passage ${position}: ${what} is not made of whole sentences of the ${side}`);
    }
    reached = at + text.length;
    const [first, last] = [starts.get(at)!, ends.get(reached)!];
    return Array.from({ length: last - first + 1 }, (_, k) => first + k).filter((i) => bare(sentences[i]!) !== '');
  };
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
