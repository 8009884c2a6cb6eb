/** The form of a name that belongs in the place of a garbled one: which document shows it, which words of it, in what case. */
import type { Mention, TracedName } from '../types.ts';
import { scriptClass } from './name-kind.ts';
import { prepareName } from './sound/prepared-name.ts';
import { wordSimilarity } from './sound/word-similarity.ts';
import { isConventional, lookUpName } from './tables/gazetteer.ts';

/** What should stand where a garbled mention stands. */
export interface RightForm {
  readonly text: string;
  /** The form of the whole name that `text` is a part of. */
  readonly whole: string;
  /** Whether other documents in the language of the text write it so, or convention does. */
  readonly isOfLanguage: boolean;
}

/** What should be there; undefined where no document shows it in this script, or the language has a form of its own that none shows. */
export function rightForm(name: TracedName, mention: Mention, languages: ReadonlyMap<string, string>): RightForm | undefined {
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
  if (own.length === 1) return partLike(own[0]!, right);
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

/** The word of a name that sounds most like a written one, or the part of one that has a hyphen. */
function partLike(written: string, right: readonly string[]): string {
  const parts = right.flatMap((word) => (written.includes('-') || !word.includes('-') ? [word] : [word, ...word.split('-')]));
  const own = prepareName(written).joined;
  const likeness = parts.map((part) => wordSimilarity(own, prepareName(part).joined));
  return parts[likeness.indexOf(Math.max(...likeness))]!;
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
export function soundOf(one: string, other: string): number {
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
  // the longest form says most, parts are cut from it; capitals are those of a dateline
  const forms = [...counts].sort((a, b) => b[0].split(/\s+/).length - a[0].split(/\s+/).length || b[1] - a[1]).map(([form]) => form);
  return forms.find((form) => !isInCapitals(form)) ?? forms[0];
}

function isInCapitals(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** A name written in capitals stays so. */
export function likeCase(name: string, written: string): string {
  return isInCapitals(written) ? name.toUpperCase() : name;
}

/** Words that sound so much like a name are a spelling of it. */
const isName = 0.8;

/** Where a name ends of which a part came off: `Lu Cing -Sui` is all of Lu Ching-shui. */
export function endWithRest({ text, end }: Mention, right: string, document: string): number {
  const rest = /^(?: ?-| )(\p{L}+)/u.exec(document.slice(end, end + 40));
  if (rest === null) return end;
  const joined = prepareName(right).joined;
  const soundWith = (words: string): number => wordSimilarity(prepareName(words).joined, joined);
  const whole = soundWith(`${text} ${rest[1]}`);
  return whole >= isName && whole > soundWith(text) ? end + rest[0].length : end;
}
