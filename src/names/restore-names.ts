/**
 * A document with its garbled names put right.
 *
 * Only mentions of kind `garbled` are changed; accepted variants and conventional forms of the document's own language
 * stay. A part is restored as a part (`Witcaf` → `Witkoff`), and in the script of the document: where the canonical form
 * is in another, the form that most other documents in that script use.
 */
import { checkAlignment } from '../alignment-shape.ts';
import { AlignmentError } from '../errors.ts';
import { withSettledText } from '../text/settled-characters.ts';
import type { Alignment, Mention, TracedName } from '../types.ts';
import { scriptClass } from './name-kind.ts';
import { prepareName } from './sound/prepared-name.ts';
import { wordSimilarity } from './sound/word-similarity.ts';

/** One replacement; offsets are UTF-16 units into the document's original text. */
export interface NameChange {
  start: number;
  end: number;
  from: string;
  to: string;
}

/**
 * Put the garbled names of a document right.
 *
 * @param documentId - Id of a document of the alignment, or of the mixed document that some were cut from.
 * @returns the whole text with the changes made, and the changes in reading order, as offsets into the text before them.
 * @throws {@link AlignmentError} `OPTION_INVALID` when the alignment has no such document.
 *
 * @example
 * ```ts
 * const alignment = await alignDocuments([
 *   { id: 'report', text: 'Envoy Steve Witkoff met Putin in Moscow. Witkoff and Putin talked for three hours.' },
 *   { id: 'copy', text: 'Utusan Steve Witcaf bertemu Putin di Moskow. Witcaf dan Putin berbicara selama tiga jam.' },
 * ]);
 * console.log(restoreNames(alignment, 'copy').changes.map(({ from, to }) => `${from} → ${to}`));
 * // → [ 'Steve Witcaf → Steve Witkoff', 'Witcaf → Witkoff' ]
 * ```
 */
export function restoreNames(
  alignment: Pick<Alignment, 'documents' | 'names'>,
  documentId: string,
): { text: string; changes: NameChange[] } {
  checkAlignment(alignment, ['names']);
  const { documents, names } = alignment;
  return withSettledText({ documents, names, documentId }, restoreSettled);
}

function restoreSettled(alignment: Pick<Alignment, 'documents' | 'names'> & { documentId: string }): {
  text: string;
  changes: NameChange[];
} {
  const { documentId } = alignment;
  const parts = alignment.documents.filter(({ id, parent }) => id === documentId || parent === documentId);
  const [first] = parts;
  if (first === undefined) {
    const known = alignment.documents.map(({ id }) => id).join(', ');
    throw new AlignmentError('OPTION_INVALID', `\`documentId\` must be one of ${known}, got ${String(documentId)}`);
  }
  const ids = new Set(parts.map(({ id }) => id));
  const changes: NameChange[] = [];
  for (const name of alignment.names) {
    for (const mention of name.mentions) {
      if (!ids.has(mention.document) || mention.kind !== 'garbled') continue;
      const to = rightForm(name, mention);
      if (to !== undefined && to !== mention.text) changes.push({ start: mention.start, end: mention.end, from: mention.text, to });
    }
  }
  changes.sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let done = 0;
  const made: NameChange[] = [];
  for (const change of changes) {
    if (change.start < done) continue;
    text += first.text.slice(done, change.start) + change.to;
    done = change.end;
    made.push(change);
  }
  return { text: text + first.text.slice(done), changes: made };
}

/** What should stand there; undefined where no document shows it in this script. */
function rightForm(name: TracedName, mention: Mention): string | undefined {
  const script = scriptClass(mention.text);
  const whole = scriptClass(name.canonical) === script ? name.canonical : usualForm(name, script);
  if (whole === undefined) return undefined;
  const [own, right] = [mention.text.split(/\s+/), whole.split(/\s+/)];
  if (own.length >= right.length) return whole;
  const prepared = right.map((word) => prepareName(word).joined);
  const order = new Set<number>();
  for (const word of own) {
    const likeness = prepared.map((other, index) => (order.has(index) ? -1 : wordSimilarity(prepareName(word).joined, other)));
    order.add(likeness.indexOf(Math.max(...likeness)));
  }
  return [...order]
    .sort((a, b) => a - b)
    .map((index) => right[index]!)
    .join(' ');
}

function usualForm(name: TracedName, script: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { text, kind } of name.mentions)
    if (kind !== 'garbled' && scriptClass(text) === script) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0];
}
