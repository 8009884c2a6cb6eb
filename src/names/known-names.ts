/** The caller's glossary: checked, looked for in the documents, and turned into what linking needs. */
import { AlignmentError } from '../errors.ts';
import type { KnownName } from '../options.ts';
import type { AlignedDocument } from '../types.ts';
import type { NameCluster } from './linking/attach-singles.ts';
import { letterDistance } from './linking/letter-distance.ts';
import { skeleton } from './linking/skeleton.ts';
import type { FoundName, LinkedName } from './mentions/found-name.ts';
import { preparedSimilarity } from './name-similarity.ts';
import { type PreparedName, prepareName } from './sound/prepared-name.ts';

/** The glossary by spelling. Keys are lower case. */
export interface Glossary {
  /** Spelling → key of its canonical form. */
  readonly canonicalOf: ReadonlyMap<string, string>;
  /** Spelling → canonical form as the caller writes it. */
  readonly canonicalText: ReadonlyMap<string, string>;
  readonly spellings: readonly string[];
}

/**
 * Check the glossary.
 *
 * @throws {@link AlignmentError} `OPTION_INVALID`: no list, an entry without a canonical form, a blank form, or one
 *   spelling under two names.
 */
export function checkKnownNames(names: readonly KnownName[] | undefined): Glossary {
  const canonicalOf = new Map<string, string>();
  const canonicalText = new Map<string, string>();
  const spellings: string[] = [];
  if (names === undefined) return { canonicalOf, canonicalText, spellings };
  if (!Array.isArray(names)) throw invalid(`must be a list of { canonical, forms }, got ${typeof names}`);
  for (const [index, name] of (names as readonly KnownName[]).entries()) {
    if (typeof name !== 'object' || name === null || typeof name.canonical !== 'string' || name.canonical.trim() === '') {
      throw invalid(`entry ${index} must have a canonical form that is a text and not blank`);
    }
    const forms: unknown = name.forms ?? [];
    if (!Array.isArray(forms)) throw invalid(`forms of "${name.canonical}" must be a list, got ${typeof forms}`);
    const canonical = keyOf(name.canonical);
    for (const form of [name.canonical, ...(forms as unknown[])]) {
      if (typeof form !== 'string' || form.trim() === '') throw invalid(`forms of "${name.canonical}" must be texts and not blank`);
      const key = keyOf(form);
      const other = canonicalOf.get(key);
      if (other !== undefined && other !== canonical)
        throw invalid(`contradicts itself: "${form}" stands under "${canonicalText.get(key)}" and under "${name.canonical}"`);
      if (other === undefined) spellings.push(form.trim());
      canonicalOf.set(key, canonical);
      if (!canonicalText.has(key)) canonicalText.set(key, name.canonical.trim());
    }
  }
  return { canonicalOf, canonicalText, spellings };
}

function invalid(what: string): AlignmentError {
  return new AlignmentError('OPTION_INVALID', `Option \`knownNames\` ${what}`);
}

function keyOf(text: string): string {
  return text.trim().toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ');
}

/** Add every place where a spelling of the glossary stands; names found by other means that overlap one give way. */
export function findKnownNames(
  documents: readonly AlignedDocument[],
  glossary: Glossary,
  found: readonly (FoundName | LinkedName)[],
): (FoundName | LinkedName)[] {
  if (glossary.spellings.length === 0) return [...found];
  const known: FoundName[] = [];
  const longest = [...glossary.spellings].sort((a, b) => b.length - a.length);
  for (const document of documents) {
    for (const sentence of document.sentences) {
      const taken: [number, number][] = [];
      for (const spelling of longest) {
        const pattern = new RegExp(spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'gu');
        for (const match of sentence.text.matchAll(pattern)) {
          const [start, end] = [match.index, match.index + match[0].length];
          if (taken.some(([from, to]) => start < to && end > from) || !standsFree(sentence.text, start, end)) continue;
          taken.push([start, end]);
          const place = {
            document: document.id,
            language: document.language,
            sentence: sentence.index,
            start: sentence.start + start,
            end: sentence.start + end,
          };
          known.push({ ...place, text: match[0], words: match[0].toLowerCase().split(/\s+/), weak: false });
        }
      }
    }
  }
  const overlaps = (name: FoundName) =>
    known.some(
      (other) =>
        other.document === name.document &&
        other.start < name.end &&
        other.end > name.start &&
        !(name.start <= other.start && name.end >= other.end && name.end - name.start > other.end - other.start),
    );
  const kept = found.filter((name) => !overlaps(name));
  return [
    ...kept,
    ...known.filter(
      (name) => !kept.some((other) => other.document === name.document && other.start <= name.start && other.end >= name.end),
    ),
  ];
}

/** Whether no letter of a script with spaces touches the stretch: a capital may, where words are glued. */
function standsFree(text: string, start: number, end: number): boolean {
  const first = text.slice(start, start + 2);
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(first)) return true;
  if (/[\p{L}\p{N}]$/u.test(text.slice(0, start)) && !/^\p{Lu}/u.test(first)) return false;
  return !/^[\p{Ll}\p{N}]/u.test(text.slice(end));
}

const leastLikeness = 0.56;
const leastLead = 0.06;

/**
 * Names of the glossary that occur in no document: each takes the one cluster that sounds most like it, where that is
 * clear and the cluster is nothing else (neither another name of the glossary nor an entry of the table).
 *
 * @returns canonical texts by spelling, with those of the clusters taken.
 */
export function adoptKnownNames(clusters: readonly NameCluster[], glossary: Glossary): ReadonlyMap<string, string> {
  const canonicalText = new Map(glossary.canonicalText);
  const free = clusters.filter(({ forms }) =>
    forms.every((form) => !canonicalText.has(form.key) && form.concepts.every(({ type }) => type === 'other')),
  );
  const present = new Set(clusters.flatMap(({ forms }) => forms.flatMap((form) => glossary.canonicalOf.get(form.key) ?? [])));
  for (const [key, canonical] of glossary.canonicalOf) {
    if (key !== canonical || present.has(canonical)) continue;
    const known = prepareName(glossary.canonicalText.get(key)!);
    const likeness = free
      .map((cluster) => ({ cluster, likeness: Math.max(...cluster.forms.map((form) => soundsLike(form.name, known))) }))
      .sort((a, b) => b.likeness - a.likeness);
    const [first, second] = likeness;
    if (first === undefined || first.likeness < leastLikeness || first.likeness - (second?.likeness ?? 0) < leastLead) continue;
    for (const form of first.cluster.forms) canonicalText.set(form.key, glossary.canonicalText.get(key)!);
    free.splice(free.indexOf(first.cluster), 1);
  }
  return canonicalText;
}

/** Similarity, 0 for short names and where more than one consonant class is missing. */
function soundsLike(name: PreparedName, known: PreparedName): number {
  const [one, other] = [skeleton(name.joined.latin.letters), skeleton(known.joined.latin.letters)];
  if (name.words.length !== known.words.length || Math.min(name.joined.latin.codes.length, known.joined.latin.codes.length) < 5) return 0;
  return letterDistance(one, other) > name.words.length ? 0 : preparedSimilarity(name, known);
}
