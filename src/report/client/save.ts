/** Files of what a reader has corrected: the corrections alone, to align again with, or the whole alignment as it now stands. */
import { anchorsOf } from './corrections.ts';
import { make } from './make.ts';
import { data, settled } from './state.ts';
import { textNodes } from './words.ts';

/** Beads settled by hand, as the option `anchors` takes them, with the documents they are about. */
export function savedAnchors(): string {
  const anchors = [...settled].map(([index, ofPair]) => {
    const { source, target, beads } = data.pairs[index]!;
    return { source: data.documents[source]!.id, target: data.documents[target]!.id, beads: anchorsOf(beads, ofPair) };
  });
  const documents = data.documents.map(({ id, sentences }) => ({ id, sentences }));
  return JSON.stringify({ format: 'palimpsest-anchors', version: 1, documents, anchors }, null, 1);
}

/** The alignment of all pairs, in the format of `formats.json`. Names and findings are not in it: what they say of the old beads may no longer hold. */
export function savedAlignment(): string {
  const pairs = data.pairs.map(({ source, target, relation, sure, event, beads }) => ({
    source: data.documents[source]!.id,
    target: data.documents[target]!.id,
    relation,
    relationConfidence: sure / 100,
    sameEvent: event / 100,
    beads: beads.map(([s0, s1, t0, t1, confidence, similarity]) => ({
      source: [s0, s1],
      target: [t0, t1],
      similarity: similarity / 100,
      confidence: confidence / 100,
    })),
  }));
  const rest = { groups: [], names: [], findings: [], lineage: [], warnings: [] };
  return JSON.stringify({ format: 'palimpsest-alignment', version: 1, documents: documents(), pairs, ...rest, model: data.model }, null, 1);
}

/** The texts as shown on the page: sentences separated by a space or a line break. */
function documents() {
  return data.documents.map(({ id, language, sure, sentences: count }, d) => {
    let text = '';
    const sentences = [...Array(count).keys()].map((index) => {
      const element = document.getElementById(`d${d}s${index}`)!;
      if (index > 0) text += element.classList.contains('para') ? '\n' : ' ';
      const own = textNodes(element)
        .map((node) => node.data)
        .join('');
      const start = text.length;
      text += own;
      return { index, start, end: text.length, text: own, ...(element.classList.contains('furniture') && { furniture: true }) };
    });
    return { id, language, languageConfidence: sure / 100, text, sentences };
  });
}

/** Hand a file to the reader. */
export function saveFile(name: string, text: string): void {
  const link = make('a') as HTMLAnchorElement;
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
