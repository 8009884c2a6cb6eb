/**
 * The form a name goes by: in full where someone gives it in full, spelled as most documents that can be trusted do.
 *
 * Each document has a say of its trust times 1 + log(count): a spelling in many documents beats one that a single
 * document repeats. The table's English name, a meeting in a bead and a script most documents use count as well. Words
 * are voted on once more, so that a full name garbled in the one document that has it is put right from the others.
 */
import { log } from '../exact-math.ts';
import type { TracedName } from '../types.ts';
import type { NameCluster } from './linking/attach-singles.ts';
import type { NameForm } from './linking/name-forms.ts';
import { variantFold } from './name-kind.ts';
import { preparedSimilarity } from './name-similarity.ts';
import { wordSimilarity } from './sound/word-similarity.ts';
import { isGivenName } from './tables/common-words.ts';
import { nameKey } from './tables/gazetteer.ts';

/** Choose the canonical form of a cluster, and the language it is spelled in. */
export function canonicalForm(
  cluster: NameCluster,
  type: TracedName['type'],
  trust: ReadonlyMap<string, number>,
  languages: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
): { text: string; language: string } {
  for (const form of cluster.forms) {
    const canonical = given.get(form.key);
    if (canonical !== undefined) return { text: canonical, language: languageOf(form, languages) };
  }
  const strong = cluster.forms.filter(({ weak }) => !weak);
  const pool = strong.length > 0 ? strong : cluster.forms;
  const full = type === 'person' ? pool.filter((form) => form.name.words.filter((word) => !word.initial).length > 1) : pool;
  const candidates = full.length > 0 ? full : pool;
  const names = new Set(pool.flatMap(({ concepts }) => concepts.map(({ name }) => nameKey(name))));
  const votes = new Map(
    candidates.map((form) => [
      form,
      vote(form, trust) +
        (names.has(nameKey(form.text)) ? 2 : 0) +
        (/\p{Script=Latin}/u.test(form.text) ? 3 : 0) +
        0.6 * knownWords(form) +
        0.5 * agreement(form, pool) +
        (form.found.some(({ language }) => language === 'en') ? 0.15 : 0) +
        (hasLostMarks(form, pool) ? -0.6 : 0),
    ]),
  );
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || b[0].found.length - a[0].found.length || (a[0].key < b[0].key ? -1 : 1))[0]!;
  const text = names.has(nameKey(best.text)) ? surfaceOf(best) : putRight(best, pool, trust);
  return { text, language: languageOf(best, languages) };
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

/** Words of a form that are well-known given names: a garbled one is not among them. */
function knownWords(form: NameForm): number {
  return form.words.filter((word) => isGivenName(word)).length;
}

function vote(form: NameForm, trust: ReadonlyMap<string, number>): number {
  const counts = new Map<string, number>();
  for (const { document } of form.found) counts.set(document, (counts.get(document) ?? 0) + 1);
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
