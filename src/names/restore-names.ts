/**
 * A document with its garbled names put right.
 *
 * A word is changed only where the name is garbled beyond doubt, which a small model decides that was fitted on written
 * stories (`bench/fit-restore.ts`), or where the caller's glossary says so. What is put in belongs to the language of the
 * text: the form that other documents in that language use, or the conventional one, and only then the canonical form. A part
 * is restored as a part (`Witcaf` → `Witkoff`); case, possessives and everything around the name stay.
 */
import { checkAlignment } from '../alignment-shape.ts';
import { AlignmentError } from '../errors.ts';
import { exp } from '../exact-math.ts';
import { withSettledText } from '../text/settled-characters.ts';
import type { AlignedDocument, Alignment, Mention, TracedName } from '../types.ts';
import { scriptClass } from './name-kind.ts';
import { restoreWeights } from './restore-weights.ts';
import { prepareName } from './sound/prepared-name.ts';
import { wordSimilarity } from './sound/word-similarity.ts';
import { isConventional, lookUpName } from './tables/gazetteer.ts';

/** One replacement; offsets are UTF-16 units into the document's original text. */
export interface NameChange {
  start: number;
  end: number;
  from: string;
  to: string;
}

/** A change that could be made, and what speaks for it. */
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
  const drafts: ChangeDraft[] = [];
  for (const name of names) {
    const own = name.mentions.filter((mention) => mention.document === document.id);
    const isGiven = name.mentions.every(({ kind }) => kind === 'garbled');
    for (const mention of own) {
      if (mention.kind !== 'garbled') continue;
      const right = rightForm(name, mention, languages);
      if (right === undefined) continue;
      const to = likeCase(right.text, mention.text);
      if (to === mention.text) continue;
      const { start, end, text: from } = mention;
      const sound = soundOf(from, right.text);
      const seen = witnesses(name, right.whole, document.id);
      const isPerson = name.type === 'person';
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
        garbling.get(document.id) ?? 0,
        Math.min(1, ...seen.map((id) => garbling.get(id) ?? 0)),
      ];
      drafts.push({ document: document.id, start, end, from, to, features, isGiven });
    }
  }
  return drafts;
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

interface RightForm {
  readonly text: string;
  /** The form of the whole name that `text` is a part of. */
  readonly whole: string;
  /** Whether other documents in the language of the text write it so, or convention does. */
  readonly isOfLanguage: boolean;
}

/** What should be there; undefined where no document shows it in this script, or the language has a form of its own that none shows. */
function rightForm(name: TracedName, mention: Mention, languages: ReadonlyMap<string, string>): RightForm | undefined {
  const script = scriptClass(mention.text);
  const language = languages.get(mention.document)!;
  const inLanguage = usualForm(name, script, (id) => id !== mention.document && languages.get(id) === language);
  if (inLanguage === undefined && hasOwnForm(name.canonical, language)) return undefined;
  const whole = inLanguage ?? (scriptClass(name.canonical) === script ? name.canonical : usualForm(name, script, () => true));
  if (whole === undefined || isMixed(whole)) return undefined;
  return { text: partOf(whole, mention.text), whole, isOfLanguage: inLanguage !== undefined };
}

/** Whether a form mixes scripts, as a name does that is half taken over. */
function isMixed(form: string): boolean {
  return new Set(form.split(/\s+/).map(scriptClass)).size > 1;
}

/** Whether a language calls what has this English name by another: Makassar is Macasar in Spanish. */
function hasOwnForm(canonical: string, language: string): boolean {
  if (language === 'en') return false;
  return lookUpName(canonical, 'en').some(
    (concept) => !isConventional(concept, canonical, language) && [...concept.forms.values()].some((where) => where.has(language)),
  );
}

/** The words of a name that a mention garbles; words of the mention that are no part of the name stay. */
function partOf(whole: string, written: string): string {
  const [own, right] = [written.split(/\s+/), whole.split(/\s+/)];
  if (own.length > right.length) return replaceRun(own, right);
  if (own.length === right.length) return whole;
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

/** A mention of more words than the name: what sounds most like the name is replaced, all of it or a run of as many words. */
function replaceRun(own: readonly string[], right: readonly string[]): string {
  const joined = prepareName(right.join(' ')).joined;
  const soundAt = (start: number, end: number): number => wordSimilarity(prepareName(own.slice(start, end).join(' ')).joined, joined);
  let best = { start: 0, end: own.length, sound: soundAt(0, own.length) };
  for (let start = 0; start + right.length <= own.length; start++) {
    const sound = soundAt(start, start + right.length);
    if (sound > best.sound) best = { start, end: start + right.length, sound };
  }
  return [...own.slice(0, best.start), ...right, ...own.slice(best.end)].join(' ');
}

/** How alike two spellings sound, by their words in the order that fits best. */
function soundOf(one: string, other: string): number {
  const [short, long] = [one.split(/\s+/), other.split(/\s+/)].sort((a, b) => a.length - b.length) as [string[], string[]];
  const prepared = long.map((word) => prepareName(word).joined);
  return (
    short.reduce((sum, word) => sum + Math.max(...prepared.map((right) => wordSimilarity(prepareName(word).joined, right))), 0) /
    long.length
  );
}

function usualForm(name: TracedName, script: string, isAsked: (document: string) => boolean): string | undefined {
  const counts = new Map<string, number>();
  for (const { text, kind, document } of name.mentions)
    if (kind !== 'garbled' && scriptClass(text) === script && isAsked(document)) counts.set(text, (counts.get(text) ?? 0) + 1);
  // the longest form says most: parts are cut from it
  return [...counts].sort((a, b) => b[0].split(/\s+/).length - a[0].split(/\s+/).length || b[1] - a[1])[0]?.[0];
}

/** A name written in capitals stays so. */
function likeCase(name: string, written: string): string {
  return written.length > 3 && written === written.toUpperCase() && written !== written.toLowerCase() ? name.toUpperCase() : name;
}

function baseOf(language: string): string {
  return language.split('-')[0]!;
}
