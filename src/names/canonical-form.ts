/**
 * The form a name goes by: in full where someone gives it in full, spelled as most documents that can be trusted do.
 *
 * Each document has a say of its trust times 1 + log(count): a spelling in many documents beats one that a single
 * document repeats. The table's English name, a meeting in a bead and a script most documents use count as well. Words
 * are voted on once more, so that a full name garbled in the one document that has it is put right from the others.
 */
import { log } from '../exact-math.ts';
import type { TracedName } from '../types.ts';
import { canonicalWeights } from './canonical-weights.ts';
import type { NameCluster } from './linking/attach-singles.ts';
import type { NameForm } from './linking/name-forms.ts';
import { variantFold } from './name-kind.ts';
import { preparedSimilarity } from './name-similarity.ts';
import { wordSimilarity } from './sound/word-similarity.ts';
import { isGivenName, isOrdinaryWord } from './tables/common-words.ts';
import { nameKey } from './tables/gazetteer.ts';

/** Choose the canonical form of a cluster, and the language it is spelled in. */
export function canonicalForm(
  cluster: NameCluster,
  type: TracedName['type'],
  trust: ReadonlyMap<string, number>,
  languages: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
  weights: CanonicalEvidence = canonicalWeights,
): { text: string; language: string } {
  for (const form of cluster.forms) {
    const canonical = given.get(form.key);
    if (canonical !== undefined) return { text: canonical, language: languageOf(form, languages) };
  }
  const { candidates, pool } = canonicalCandidates(cluster);
  const odds = candidates.map((form) => {
    const evidence = canonicalEvidence(form, pool, type, trust);
    return canonicalFeatures.reduce((sum, feature) => sum + evidence[feature] * weights[feature], 0);
  });
  let at = 0;
  for (let k = 1; k < candidates.length; k++) {
    const [one, other] = [candidates[k]!, candidates[at]!];
    if (
      odds[k]! > odds[at]! ||
      (odds[k] === odds[at] && (one.found.length > other.found.length || (one.found.length === other.found.length && one.key < other.key)))
    )
      at = k;
  }
  const best = candidates[at]!;
  if (isInTable(best, pool)) return { text: surfaceOf(best), language: languageOf(best, languages) };
  const english = type === 'person' ? undefined : englishName(best, languages);
  if (english !== undefined) return { text: english, language: 'en' };
  return { text: putRight(best, pool, trust), language: languageOf(best, languages) };
}

/** Candidates for the canonical form, and the forms that support them. */
export function canonicalCandidates({ forms }: NameCluster): { candidates: readonly NameForm[]; pool: readonly NameForm[] } {
  const strong = forms.filter(({ weak }) => !weak);
  const pool = strong.length > 0 ? strong : forms;
  const latin = pool.filter(({ text }) => /\p{Script=Latin}/u.test(text));
  const named = latin.length > 0 ? latin : pool;
  return { candidates: named.filter((form) => !hasLostMarks(form, named)), pool };
}

/** Evidence that a form is the canonical one. */
export const canonicalFeatures = [
  'votes',
  'mostVotes',
  'documents',
  'inTable',
  'givenNames',
  'agreement',
  'english',
  'englishVotes',
  'person',
  'personFull',
  'words',
  'acronym',
  'longer',
  'part',
  'ordinary',
] as const;
export type CanonicalEvidence = Readonly<Record<(typeof canonicalFeatures)[number], number>>;

/** What is known of a form beside the others of its name. */
export function canonicalEvidence(
  form: NameForm,
  pool: readonly NameForm[],
  type: TracedName['type'],
  trust: ReadonlyMap<string, number>,
): CanonicalEvidence {
  const votes = vote(form, trust);
  const isFull = form.name.words.filter((word) => !word.initial).length > 1;
  const english = form.found.some(({ language }) => language === 'en');
  const words = form.name.words.map(({ key }) => key);
  const others = pool.filter((other) => other !== form).map((other) => other.name.words.map(({ key }) => key));
  const includes = (whole: readonly string[], part: readonly string[]) =>
    whole.length > part.length && part.every((word) => whole.includes(word));
  return {
    votes,
    mostVotes: pool.every((other) => vote(other, trust) <= votes) ? 1 : 0,
    documents: log(form.documents.size),
    inTable: isInTable(form, pool) ? 1 : 0,
    givenNames: form.words.filter((word) => isGivenName(word)).length,
    agreement: agreement(form, pool),
    english: english ? 1 : 0,
    englishVotes: vote(form, trust, 'en'),
    person: type === 'person' ? Math.min(3, form.name.words.length) : 0,
    personFull: type === 'person' && isFull ? 1 : 0,
    words: Math.min(4, form.name.words.length),
    acronym: /^\p{Lu}[\p{Lu}\d]{1,6}$/u.test(form.text) ? 1 : 0,
    longer: others.some((other) => includes(words, other)) ? 1 : 0,
    part: others.some((other) => includes(other, words)) ? 1 : 0,
    ordinary: english && words.some((word) => isOrdinaryWord(word, 'en')) ? 1 : 0,
  };
}

/** The table's name where texts of several languages have only another one: `Greece` for `Yunani`, `Griechenland`. */
function englishName({ concepts, text }: NameForm, languages: ReadonlyMap<string, string>): string | undefined {
  const known = concepts.filter(({ type, forms }) => type !== 'person' && forms.has(nameKey(text)));
  return known.length === 1 && new Set(languages.values()).size > 1 ? known[0]!.name : undefined;
}

function isInTable(form: NameForm, pool: readonly NameForm[]): boolean {
  return pool.some(({ concepts }) => concepts.some(({ name }) => nameKey(name) === nameKey(form.text)));
}

/** Whether another form is the same with its accents. */
function hasLostMarks(form: NameForm, pool: readonly NameForm[]): boolean {
  const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i');
  return pool.some((other) => other !== form && other.key !== form.key && bare(other.key) === form.key);
}

/** How alike the form is to the name's spellings in other scripts, on average: they were made from the right one. */
function agreement(form: NameForm, pool: readonly NameForm[]): number {
  const others = pool.filter((other) => other.name.joined.script !== form.name.joined.script);
  if (others.length === 0) return 0;
  return others.reduce((sum, other) => sum + preparedSimilarity(form.name, other.name), 0) / others.length;
}

/** What documents (of a language) say for a form. */
function vote(form: NameForm, trust: ReadonlyMap<string, number>, only?: string): number {
  const counts = new Map<string, number>();
  for (const { document, language } of form.found)
    if (only === undefined || only === language) counts.set(document, (counts.get(document) ?? 0) + 1);
  let sum = 0;
  for (const [document, count] of counts) sum += (trust.get(document) ?? 1) * (1 + log(count));
  return sum;
}

/** Replace words of a full name by the spelling that clearly more trusted documents have. */
function putRight(form: NameForm, pool: readonly NameForm[], trust: ReadonlyMap<string, number>): string {
  const surface = surfaceOf(form);
  const parts = surface.split(' ');
  if (parts.length < 2 || form.name.words.length !== parts.length) return surface;
  const others = pool
    .map((other) => ({ pieces: surfaceOf(other).split(' '), words: other.name.words, votes: vote(other, trust) }))
    .filter(({ pieces, words }) => pieces.length === words.length);
  return parts
    .map((part, index) => {
      const own = form.name.words[index]!;
      const spellings = new Map<string, number>();
      for (const { pieces, words, votes } of others) {
        for (const [at, word] of words.entries()) {
          if (word.script !== own.script) continue;
          const likeness = wordSimilarity(own, word);
          if (likeness < 0.55 || form.name.words.some((rival, place) => place !== index && wordSimilarity(rival, word) > likeness))
            continue;
          spellings.set(pieces[at]!, (spellings.get(pieces[at]!) ?? 0) + votes);
        }
      }
      const [first] = [...spellings].sort((a, b) => b[1] - a[1]);
      const clear = first !== undefined && first[1] > 2 * (spellings.get(part) ?? 0);
      return clear && variantFold(first[0].toLowerCase()) !== variantFold(part.toLowerCase()) ? first[0] : part;
    })
    .join(' ');
}

/** The most frequent way the form is written, not in capitals throughout where it is also written otherwise. */
function surfaceOf(form: NameForm): string {
  const counts = new Map<string, number>();
  for (const { text } of form.found) {
    const surface = text.replace(/\s+/g, ' ');
    counts.set(surface, (counts.get(surface) ?? 0) + (surface === surface.toUpperCase() ? 0.1 : 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

function languageOf(form: NameForm, languages: ReadonlyMap<string, string>): string {
  const counts = new Map<string, number>();
  for (const { document } of form.found) {
    const language = languages.get(document) ?? 'und';
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => Number(b[0] === 'en') - Number(a[0] === 'en') || b[1] - a[1])[0]?.[0] ?? 'und';
}
