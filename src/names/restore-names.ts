/**
 * A document with its garbled names put right.
 *
 * A word is changed only where the name is surely garbled, which a small model decides that was fitted on written
 * stories (`bench/fit-restore.ts`), or where the caller's glossary says so. What is put in belongs to the language of the
 * text: the form that other documents in that language use, or the conventional one, and only then the canonical form. A part
 * is restored as a part (`Witcaf` → `Witkoff`); case, possessives and everything around the name stay.
 */
import { checkAlignment } from '../alignment-shape.ts';
import { AlignmentError } from '../errors.ts';
import { exp } from '../exact-math.ts';
import { withSettledText } from '../text/settled-characters.ts';
import { strayBlanks } from '../text/stray-blanks.ts';
import type { AlignedDocument, Alignment, TracedName } from '../types.ts';
import { restoreWeights } from './restore-weights.ts';
import { endWithRest, likeCase, rightForm, soundOf } from './right-form.ts';

/** One replacement; offsets are UTF-16 units into the document's original text. */
export interface NameChange {
  start: number;
  end: number;
  from: string;
  to: string;
}

/** A possible change, and its evidence. */
export interface ChangeDraft extends NameChange {
  readonly document: string;
  /** In the order of {@link restoreFeatureNames}. */
  readonly features: readonly number[];
  /** Whether the caller's glossary names the right form: no document has it. */
  readonly isGiven: boolean;
}

/** What is known of a change: `bench/fit-restore.ts` fits a weight for each. */
export const restoreFeatureNames = [
  'bias',
  'sound',
  'unlike',
  'aligned',
  'witnesses',
  'sameLanguage',
  'foreignPlace',
  'repeated',
  'ownRight',
  'garbledText',
  'garbledWitness',
  'person',
  'stem',
  'strays',
  'wordsAround',
] as const;

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
  const drafts = parts
    .flatMap((part) => draftChanges(alignment, part))
    .filter(({ features, isGiven }) => isGiven || isBeyondDoubt(features));
  drafts.sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let done = 0;
  const changes: NameChange[] = [];
  for (const { start, end, from, to } of drafts) {
    if (start < done) continue;
    text += first.text.slice(done, start) + to;
    done = end;
    changes.push({ start, end, from, to });
  }
  return { text: text + first.text.slice(done), changes };
}

function isBeyondDoubt(features: readonly number[]): boolean {
  const score = features.reduce((sum, value, k) => sum + value * restoreWeights.weights[k]!, 0);
  return 1 / (1 + exp(-score)) >= restoreWeights.least;
}

/** Every change of a garbled mention that could be made in one document. */
export function draftChanges({ documents, names }: Pick<Alignment, 'documents' | 'names'>, document: AlignedDocument): ChangeDraft[] {
  const languages = new Map(documents.map(({ id, language }) => [id, baseOf(language)]));
  const garbling = garbledShares(names);
  const share = garbling.get(document.id) ?? 0;
  const hasStrays = strayBlanks(document.text).length > 0 ? 1 : 0;
  const drafts: ChangeDraft[] = [];
  for (const name of names) {
    const own = name.mentions.filter((mention) => mention.document === document.id);
    const isGiven = name.mentions.every(({ kind }) => kind === 'garbled');
    for (const mention of own) {
      if (mention.kind !== 'garbled') continue;
      const right = rightForm(name, mention, languages);
      if (right === undefined) continue;
      const isPerson = name.type === 'person';
      // a name of several words that is no person's is translated, not taken over
      if (!isPerson && !right.isOfLanguage && /\s/.test(right.text)) continue;
      const to = likeCase(right.text, mention.text);
      const { start, text: from } = mention;
      if (to.toLowerCase() === from.toLowerCase()) continue;
      const end = isPerson ? endWithRest(mention, to, document.text) : mention.end;
      const sound = soundOf(from, right.text);
      const seen = witnesses(name, right.whole, document.id);
      const features = [
        1,
        sound,
        sound < 0.4 ? 1 : 0,
        mention.beads.length > 0 ? 1 : 0,
        Math.min(3, seen.length),
        right.isOfLanguage ? 1 : 0,
        !isPerson && !right.isOfLanguage ? 1 : 0,
        own.filter(({ text }) => text === from).length > 1 ? 1 : 0,
        own.some(({ kind }) => kind === 'exact' || kind === 'transliterated') ? 1 : 0,
        share,
        Math.min(1, ...seen.map((id) => garbling.get(id) ?? 0)),
        isPerson ? 1 : 0,
        !isPerson && haveOneStem(from, right.text) ? 1 : 0,
        hasStrays,
        right.text.split(/\s+/).length > right.whole.split(/\s+/).length ? 1 : 0,
      ];
      drafts.push({ document: document.id, start, end, from: document.text.slice(start, end), to, features, isGiven });
    }
  }
  return drafts;
}

/** Whether one may be a word made from the other, as Cypriot is from Cyprus. */
function haveOneStem(one: string, other: string): boolean {
  const [short, long] = [one, other].sort((a, b) => a.length - b.length) as [string, string];
  const common = Math.max(3, short.length - 2);
  return long !== short && long.slice(0, common).toLowerCase() === short.slice(0, common).toLowerCase();
}

/** Share of the names of each document that it garbles: a text that garbles one name garbles others. */
function garbledShares(names: readonly TracedName[]): Map<string, number> {
  const counts = new Map<string, { garbled: number; all: number }>();
  for (const { mentions } of names) {
    for (const id of new Set(mentions.map(({ document }) => document))) {
      const count = counts.get(id) ?? { garbled: 0, all: 0 };
      count.all++;
      if (mentions.some(({ document, kind }) => document === id && kind === 'garbled')) count.garbled++;
      counts.set(id, count);
    }
  }
  return new Map([...counts].map(([id, { garbled, all }]) => [id, garbled / all]));
}

/** The other documents that write a name so, or write words of it so. */
function witnesses(name: TracedName, whole: string, document: string): string[] {
  const words = new Set(whole.toLowerCase().split(/\s+/));
  const seen = new Set<string>();
  for (const { document: id, kind, text } of name.mentions)
    if (
      id !== document &&
      kind !== 'garbled' &&
      text
        .toLowerCase()
        .split(/\s+/)
        .every((word) => words.has(word))
    )
      seen.add(id);
  return [...seen];
}

function baseOf(language: string): string {
  return language.split('-')[0]!;
}
