/**
 * Names followed through all documents: found, joined, given a canonical form, and each mention told what it is.
 *
 *     documents ─┬─ with capitals ──── findCapitalised ─┐
 *                └─ without ────────── findUncased ─────┴─ nameForms ── linkNames ── canonical form, kinds, evidence
 *
 * Pure; the same input gives the same names. Time grows with the text and with the number of spellings
 * that are alike.
 */
import { builtinPieces } from '../align/builtin-pieces.ts';
import { finishSteps, inStage } from '../align/run-steps.ts';
import { checkAlignment } from '../alignment-shape.ts';
import { checkOptions } from '../check-options.ts';
import type { KnownName } from '../options.ts';
import { visibleDocuments } from '../text/invisible.ts';
import { settleValue } from '../text/settled-characters.ts';
import type { AlignedDocument, Alignment, Mention, TracedName } from '../types.ts';
import { canonicalForm } from './canonical-form.ts';
import { documentTrust } from './document-trust.ts';
import { adoptKnownNames, checkKnownNames, findKnownNames, type Glossary } from './known-names.ts';
import type { NameCluster } from './linking/attach-singles.ts';
import { linkNames } from './linking/link-names.ts';
import { nameEvidence } from './linking/name-evidence.ts';
import { type NameForm, nameForms } from './linking/name-forms.ts';
import { PairEvidence } from './linking/pair-evidence.ts';
import { PhraseVectors, type PiecesOf } from './linking/phrase-vectors.ts';
import { findCapitalised } from './mentions/find-capitalised.ts';
import { findUncased } from './mentions/find-uncased.ts';
import type { FoundName, LinkedName } from './mentions/found-name.ts';
import { projectNames } from './mentions/project-names.ts';
import { uncasedScript } from './mentions/script-traits.ts';
import { splitByOthers } from './mentions/split-by-others.ts';
import { nameKind } from './name-kind.ts';
import { preparedSimilarity } from './name-similarity.ts';
import { nameType } from './name-type.ts';
import { romanize } from './romanize.ts';
import { type PreparedName, PreparedNames, prepareName } from './sound/prepared-name.ts';

/** A cluster with what has been decided about it. */
interface DecidedName {
  readonly cluster: NameCluster;
  readonly canonical: { readonly text: string; readonly language: string };
  readonly type: TracedName['type'];
  /** What each spelling is beside the canonical form, by language and text, as far as it has been asked for. */
  readonly kinds: Map<string, Mention['kind']>;
}

/**
 * Trace the names of an alignment: one entry for each person, place or body, most mentioned first, with every mention.
 *
 * Pairs without beads are traced too; names then have to be more alike to be joined. A document without names adds none.
 *
 * @param options - `knownNames`: a glossary. Its forms belong together, its canonical form wins, and no form of one of
 *   its names is joined to another's.
 * @throws {@link AlignmentError} `OPTION_INVALID` when the glossary is no list of names or gives one form to two names; `OPTION_UNKNOWN`.
 *
 * @example
 * ```ts
 * const alignment = await alignDocuments(['President Putin came to Moscow. Putin left.', 'Presiden Putin datang ke Moskow. Putin pergi.'], { trace: false });
 * console.log(traceNames(alignment).map((name) => name.canonical)); // → [ 'Putin', 'Moscow' ]
 * ```
 */
export function traceNames(
  alignment: Pick<Alignment, 'documents' | 'pairs'>,
  options: { knownNames?: readonly KnownName[] } = {},
): TracedName[] {
  checkAlignment(alignment, ['pairs']);
  checkOptions(options, { knownNames: ['a list of names', Array.isArray] });
  return finishSteps(nameSteps(alignment, options));
}

/** {@link traceNames} in steps of a few milliseconds, of an alignment and options that are known to be sound. Yields the share of its stages done. */
export function* nameSteps(
  alignment: Pick<Alignment, 'documents' | 'pairs'>,
  { knownNames }: { knownNames?: readonly KnownName[] | undefined },
  piecesOf: PiecesOf = builtinPieces(alignment.documents),
): Generator<number, TracedName[]> {
  const { documents, pairs } = alignment;
  const seen = visibleDocuments({ documents });
  const { settled, restore } = settleValue({ documents: seen.visible.documents, pairs, knownNames }, { documents, knownNames });
  return seen.restore(restore(yield* inStage(traceSettled(settled, piecesOf), 0)));
}

/** The names of an alignment before anything is decided about them: spellings that belong together. */
export function* clustersOf(
  { documents, pairs }: Pick<Alignment, 'documents' | 'pairs'>,
  glossary: Glossary,
  piecesOf: PiecesOf,
): Generator<void, NameCluster[]> {
  const forms = yield* findForms(documents, pairs, glossary, piecesOf);
  const evidence = new PairEvidence(forms, documents, pairs, piecesOf);
  yield;
  return yield* linkNames(forms, evidence, glossary.canonicalOf);
}

function* traceSettled(
  { documents, pairs, knownNames }: Pick<Alignment, 'documents' | 'pairs'> & { knownNames?: readonly KnownName[] | undefined },
  piecesOf: PiecesOf,
): Generator<void, TracedName[]> {
  const glossary = checkKnownNames(knownNames);
  const clusters = yield* clustersOf({ documents, pairs }, glossary, piecesOf);
  const decided = yield* decide(clusters, documents, adoptKnownNames(clusters, glossary));
  const beads = yield* indexBeads(pairs);
  const names: TracedName[] = [];
  for (const name of decided) {
    yield;
    names.push({ canonical: name.canonical.text, type: name.type, mentions: mentionsOf(name, beads) });
  }
  return names.sort((a, b) => b.mentions.length - a.mentions.length || (a.canonical < b.canonical ? -1 : 1));
}

/** The spellings of all documents: with beads, also those that only a bead leads to. */
export function* findForms(
  documents: readonly AlignedDocument[],
  pairs: Alignment['pairs'],
  glossary: Glossary,
  piecesOf: PiecesOf,
): Generator<void, NameForm[]> {
  const scripts = new Map(documents.map((document) => [document.id, uncasedScript(document)]));
  // a text without capitals may hold Latin names (`乌沙科夫(Yuri Ushakov)`): they are looked for like the others
  const inLatin = documents.map((document) => (scripts.get(document.id) === undefined ? document : { ...document, language: 'und' }));
  const languages = new Map(documents.map(({ id, language }) => [id, language]));
  const cased = (yield* findCapitalised(inLatin)).map((name) => ({ ...name, language: languages.get(name.document)! }));
  const found: (FoundName | LinkedName)[] = [...cased];
  for (const document of documents) {
    const script = scripts.get(document.id);
    if (script !== undefined) for (const name of yield* findUncased(document, script, cased, pairs)) found.push(name);
  }
  found.push(...(yield* withoutCuts(yield* projectNames(found, documents, pairs, new PhraseVectors(documents, piecesOf)), found)));
  const apart = yield* withoutOverlaps(yield* splitByOthers(found));
  return yield* nameForms(findKnownNames(documents, glossary, apart));
}

/** Projected names that cut none of those found by themselves in two. */
function* withoutCuts(projected: readonly LinkedName[], found: readonly FoundName[]): Generator<void, LinkedName[]> {
  yield;
  const strong = new Map<string, FoundName[]>();
  for (const name of found) {
    if (name.weak) continue;
    const key = `${name.document}\n${name.sentence}`;
    strong.set(key, [...(strong.get(key) ?? []), name]);
  }
  return projected.filter(({ document, sentence, start, end }) => {
    const here = strong.get(`${document}\n${sentence}`) ?? [];
    return !here.some((name) => name.start < end && start < name.end && (name.start < start || name.end > end));
  });
}

/** Of names that overlap the strong ones stay, then the longer ones. */
function* withoutOverlaps(found: readonly (FoundName | LinkedName)[]): Generator<void, (FoundName | LinkedName)[]> {
  const byDocument = new Map<string, (FoundName | LinkedName)[]>();
  for (const name of found) {
    const names = byDocument.get(name.document);
    if (names === undefined) byDocument.set(name.document, [name]);
    else names.push(name);
  }
  const kept: (FoundName | LinkedName)[] = [];
  for (const names of byDocument.values()) {
    yield;
    const ordered = [...names].sort((a, b) => Number(a.weak) - Number(b.weak) || b.end - b.start - (a.end - a.start) || a.start - b.start);
    const taken = new Uint8Array(names.reduce((end, name) => Math.max(end, name.end), 0));
    const own: (FoundName | LinkedName)[] = [];
    for (const name of ordered) {
      // a weak phrase may still turn out to be a name: it stays beside what is inside it until names are joined
      const inside = taken.subarray(name.start, name.end);
      if (name.weak ? !inside.includes(0) : inside.includes(1)) continue;
      if (!name.weak) inside.fill(1);
      own.push(name);
    }
    for (const name of own.sort((a, b) => a.start - b.start)) kept.push(name);
  }
  return kept;
}

/** Canonical forms in two rounds: the second trusts documents less that garbled much in the first. */
function* decide(
  clusters: readonly NameCluster[],
  documents: readonly AlignedDocument[],
  canonicalText: ReadonlyMap<string, string>,
): Generator<void, DecidedName[]> {
  const languages = new Map(documents.map(({ id, language }) => [id, language]));
  const clean = new Map(documents.map((document) => [document.id, documentTrust(document)]));
  let trust = clean;
  const types: TracedName['type'][] = [];
  for (const cluster of clusters) {
    yield;
    types.push(nameType(cluster, documents));
  }
  let decided: DecidedName[] = [];
  for (let round = 0; round < 2; round++) {
    decided = [];
    for (const [at, cluster] of clusters.entries()) {
      yield;
      const type = types[at]!;
      decided.push({ cluster, type, canonical: canonicalForm(cluster, type, trust, languages, canonicalText), kinds: new Map() });
    }
    const tally = new Map<string, { garbled: number; all: number }>();
    for (const name of decided) {
      yield;
      for (const { found } of name.cluster.mentions) {
        const entry = tally.get(found.document) ?? { garbled: 0, all: 0 };
        entry.all++;
        if (kindOf(name, found) === 'garbled') entry.garbled++;
        tally.set(found.document, entry);
      }
    }
    trust = new Map([...tally].map(([id, { garbled, all }]) => [id, clean.get(id)! / (1 + (4 * garbled) / all)]));
  }
  return decided;
}

function kindOf({ canonical, type, cluster, kinds }: DecidedName, { text, language }: FoundName): Mention['kind'] {
  const key = `${language} ${text}`;
  let kind = kinds.get(key);
  if (kind === undefined) {
    kind = nameKind({ text, language }, canonical, type, conceptsOf(cluster));
    kinds.set(key, kind);
  }
  return kind;
}

function conceptsOf(cluster: NameCluster): NameForm['concepts'] {
  return [...new Set(cluster.forms.flatMap(({ concepts }) => concepts))];
}

function mentionsOf(name: DecidedName, index: BeadIndex): Mention[] {
  const { cluster, canonical } = name;
  const order = new Map<string, number>();
  for (const { found } of cluster.mentions) if (!order.has(found.document)) order.set(found.document, order.size);
  const sentences = new Set(cluster.mentions.map(({ found }) => `${found.document}\n${found.sentence}`));
  const standard = prepareName(canonical.text);
  const prepared = new PreparedNames();
  const held = withoutInner(cluster.mentions.map(({ found }) => found));
  return held
    .map((found): Mention => {
      const kind = kindOf(name, found);
      const similarity = kind === 'exact' ? 1 : bestSimilarity(prepared.get(found.text), standard);
      const beads = beadsOf(found, sentences, index);
      return {
        document: found.document,
        sentence: found.sentence,
        start: found.start,
        end: found.end,
        text: found.text,
        kind,
        romanized: romanize(found.text),
        similarity: Math.round(similarity * 1000) / 1000,
        beads,
        evidence: nameEvidence(found, canonical.text, kind, beads.length, cluster),
      };
    })
    .sort((a, b) => order.get(a.document)! - order.get(b.document)! || a.start - b.start);
}

/** Similarity to the canonical form, or to the part of it that the mention refers to. */
function bestSimilarity(own: PreparedName, canonical: PreparedName): number {
  const whole = preparedSimilarity(own, canonical);
  if (own.words.length !== 1) return whole;
  return Math.max(whole, ...canonical.words.map((word) => preparedSimilarity(own, { text: word.key, words: [word], joined: word })));
}

/** Without those that lie inside a longer one. Time n log n. */
function withoutInner(found: readonly FoundName[]): FoundName[] {
  const ordered = [...found].sort((a, b) =>
    a.document < b.document ? -1 : a.document > b.document ? 1 : a.start - b.start || b.end - a.end,
  );
  const inner = new Set<FoundName>();
  let last: FoundName | undefined;
  let reach = -1; // how far the ones before it go that are not the very same place
  for (const name of ordered) {
    if (last === undefined || last.document !== name.document) reach = -1;
    else if (last.start !== name.start || last.end !== name.end) reach = Math.max(reach, last.end);
    if (reach >= name.end) inner.add(name);
    last = name;
  }
  return found.filter((name) => !inner.has(name));
}

const beadsPerStep = 2_000;

/** Beads that hold a sentence, by document and sentence. */
type BeadIndex = ReadonlyMap<string, readonly { readonly pair: number; readonly bead: number; readonly theirs: readonly string[] }[]>;

function* indexBeads(pairs: Alignment['pairs']): Generator<void, BeadIndex> {
  const index = new Map<string, { pair: number; bead: number; theirs: string[] }[]>();
  const keys = (document: string, [start, end]: readonly [number, number]) =>
    Array.from({ length: end - start }, (_, offset) => `${document}\n${start + offset}`);
  for (const [pair, { source, target, beads }] of pairs.entries()) {
    for (const [bead, places] of beads.entries()) {
      if (bead % beadsPerStep === beadsPerStep - 1) yield;
      const sides = [keys(source, places.source), keys(target, places.target)] as const;
      for (const [own, theirs] of [sides, [sides[1], sides[0]] as const]) {
        for (const key of own) {
          const list = index.get(key);
          if (list === undefined) index.set(key, [{ pair, bead, theirs: [...theirs] }]);
          else list.push({ pair, bead, theirs: [...theirs] });
        }
      }
    }
  }
  return index;
}

/** Beads that hold the mention's sentence on one side and another mention of the name on the other. */
function beadsOf(found: FoundName, sentences: ReadonlySet<string>, index: BeadIndex): number[][] {
  return (index.get(`${found.document}\n${found.sentence}`) ?? [])
    .filter(({ theirs }) => theirs.some((key) => sentences.has(key)))
    .map(({ pair, bead }) => [pair, bead]);
}
