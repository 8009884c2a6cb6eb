/**
 * Which document is likely behind which, and which language a document passed through on its way.
 *
 * For two documents that share enough sentences, evidence is weighed for each direction:
 *
 *   - coverage and order of their beads: how much of the one is in the other, and whether in its order;
 *   - garbled names: who garbles what the other has right, comes after;
 *   - names in Latin letters beside their transliteration: who needs them, translates;
 *   - detail: the one that is wholly in the other, and shorter, was cut from it;
 *   - dates, where both have one.
 *
 * Without shared sentences, or without anything that tells the direction, nothing is claimed. The weights are judgements,
 * not fitted; `confidence` is the logistic of their sum, capped at 0.9, since a common source looks the same.
 */
import { checkAlignment } from '../alignment-shape.ts';
import { exp } from '../exact-math.ts';
import { languageName } from '../languages/languages.ts';
import { scriptClass } from '../names/name-kind.ts';
import { withSettledText } from '../text/settled-characters.ts';
import type { AlignedDocument, Alignment, DocumentPair, Lineage, TracedName } from '../types.ts';
import { habitMarks } from './spelling-habits.ts';

type Traced = Pick<Alignment, 'documents' | 'pairs' | 'names'>;

const least = { beads: 3, coverage: 0.25, direction: 0.5 } as const;

/**
 * At most one entry for each document: its likely source among the others, the language it passed through, or both.
 * Documents about which there is nothing to say have none.
 */
export function traceLineage(alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>): Lineage[] {
  checkAlignment(alignment, ['pairs', 'names']);
  const { documents, pairs, names } = alignment;
  return withSettledText({ documents, pairs, names }, traceSettled);
}

function traceSettled(alignment: Traced): Lineage[] {
  const lineage: Lineage[] = [];
  for (const document of alignment.documents) {
    const source = likelySource(document, alignment);
    const through = likelyLanguage(document, alignment.names);
    if (source === undefined && through === undefined) continue;
    lineage.push({
      document: document.id,
      ...(source === undefined ? {} : { source: source.id }),
      ...(through === undefined ? {} : { through: through.language }),
      confidence: round(source?.confidence ?? through!.confidence),
      evidence: [...(source?.evidence ?? []), ...(through?.evidence ?? [])],
    });
  }
  return lineage;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

// ── source ──────────────────────────────────────────────────────────────────

interface Claim {
  readonly id: string;
  readonly confidence: number;
  readonly evidence: string[];
}

function likelySource(document: AlignedDocument, { documents, pairs, names }: Traced): Claim | undefined {
  let best: Claim | undefined;
  for (const pair of pairs) {
    if (pair.source !== document.id && pair.target !== document.id) continue;
    const other = documents.find(({ id }) => id === (pair.source === document.id ? pair.target : pair.source));
    if (other === undefined || other.id === document.id) continue;
    const claim = claimFor(document, other, pair, names);
    if (claim !== undefined && (best === undefined || claim.confidence > best.confidence)) best = claim;
  }
  return best;
}

function claimFor(document: AlignedDocument, other: AlignedDocument, pair: DocumentPair, names: readonly TracedName[]): Claim | undefined {
  const side = pair.source === document.id ? 'source' : 'target';
  const [own, theirs] = [coverage(document, pair, side), coverage(other, pair, side === 'source' ? 'target' : 'source')];
  if (own.beads < least.beads || own.share < least.coverage) return undefined;

  let direction = 0;
  const evidence: string[] = [];
  const [garbledHere, garbledThere] = [garbledBeside(document.id, other.id, names), garbledBeside(other.id, document.id, names)];
  if (garbledHere.length !== garbledThere.length) {
    direction +=
      Math.sign(garbledHere.length - garbledThere.length) * Math.min(2, 0.7 * Math.abs(garbledHere.length - garbledThere.length));
    if (garbledHere.length > garbledThere.length)
      evidence.push(`garbles what ${other.id} has right: ${garbledHere.slice(0, 4).join(', ')}`);
  }
  const [glossHere, glossThere] = [glosses(document, names), glosses(other, names)];
  if (glossHere.length > 0 && glossThere.length === 0) {
    direction += 1.2;
    evidence.push(`gives names in Latin letters beside their transliteration: ${glossHere.slice(0, 3).join(', ')}`);
  } else if (glossThere.length > 0 && glossHere.length === 0) direction -= 1.2;
  const detail = own.share - theirs.share;
  if (Math.abs(detail) > 0.2 && pair.relation !== 'parallel') {
    direction += detail > 0 ? 0.5 : -0.5;
    if (detail > 0) evidence.push(`${percent(own.share)} of it is in ${other.id}, which has more beside`);
  }
  if (document.date !== undefined && other.date !== undefined && document.date !== other.date) {
    const later = Date.parse(document.date) - Date.parse(other.date);
    if (Number.isFinite(later) && later !== 0) {
      direction += later > 0 ? 1 : -1;
      if (later > 0) evidence.push(`is dated ${document.date}, after ${other.date}`);
    }
  }
  if (direction < least.direction) return undefined;
  const shared = sharedErrors(document.id, other.id, names);
  if (shared.length > 0) evidence.push(`shares odd spellings with ${other.id}: ${shared.slice(0, 4).join(', ')}`);
  evidence.unshift(`${percent(own.share)} of its sentences stand in ${other.id}, ${percent(own.order)} of them in the same order`);
  const sum = -2 + 2.2 * own.share * (0.5 + own.order / 2) + direction + 0.3 * Math.min(3, shared.length);
  return { id: other.id, confidence: Math.min(0.9, 1 / (1 + exp(-sum))), evidence };
}

/** Share of a document's sentences in beads, and share of its beads that keep the order of the other side. */
function coverage(
  document: AlignedDocument,
  pair: DocumentPair,
  side: 'source' | 'target',
): { share: number; order: number; beads: number } {
  const other = side === 'source' ? 'target' : 'source';
  const beads = pair.beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]);
  const covered = new Set<number>();
  for (const bead of beads) for (let s = bead[side][0]; s < bead[side][1]; s++) covered.add(s);
  const sentences = document.sentences.filter(({ furniture }) => !furniture).length;
  const ordered = [...beads].sort((a, b) => a[side][0] - b[side][0]).map((bead) => bead[other][0]);
  return {
    share: sentences === 0 ? 0 : Math.min(1, covered.size / sentences),
    order: beads.length === 0 ? 0 : longestRising(ordered) / beads.length,
    beads: beads.length,
  };
}

/** Length of the longest subsequence that never falls (patience sorting, n log n). */
export function longestRising(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}

/** Spellings garbled in one document whose name the other document has right. */
function garbledBeside(id: string, other: string, names: readonly TracedName[]): string[] {
  const forms = new Set<string>();
  for (const { mentions } of names) {
    if (!mentions.some(({ document, kind }) => document === other && kind !== 'garbled')) continue;
    for (const { document, kind, text } of mentions) if (document === id && kind === 'garbled') forms.add(text);
  }
  return [...forms];
}

/** Spellings that are not the canonical one and that both documents have, and no third. */
function sharedErrors(id: string, other: string, names: readonly TracedName[]): string[] {
  const shared: string[] = [];
  for (const { mentions } of names) {
    const byForm = new Map<string, Set<string>>();
    for (const { document, kind, text } of mentions)
      if (kind === 'garbled' || kind === 'variant') byForm.set(text, (byForm.get(text) ?? new Set()).add(document));
    for (const [form, where] of byForm) if (where.size === 2 && where.has(id) && where.has(other)) shared.push(form);
  }
  return shared;
}

/** Names written in Latin letters in a document of another script that also has them in its own. */
function glosses(document: AlignedDocument, names: readonly TracedName[]): string[] {
  const found: string[] = [];
  for (const { mentions } of names) {
    const own = mentions.filter((mention) => mention.document === document.id);
    const latin = own.find(({ text }) => scriptClass(text) === 'Latin');
    if (latin !== undefined && own.some(({ text }) => scriptClass(text) !== 'Latin')) found.push(latin.text);
  }
  return found;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

// ── language on the way ─────────────────────────────────────────────────────

/** The language whose habits explain most of a document's odd spellings; two names at least, and well ahead of others. */
function likelyLanguage(
  document: AlignedDocument,
  names: readonly TracedName[],
): { language: string; confidence: number; evidence: string[] } | undefined {
  const spellings = new Map<string, readonly [string, string]>();
  for (const { canonical, mentions } of names) {
    for (const { document: id, kind, text } of mentions) {
      if (id !== document.id || (kind !== 'garbled' && kind !== 'transliterated') || scriptClass(text) !== scriptClass(canonical)) continue;
      const rights = canonical.split(/\s+/);
      for (const written of text.split(/\s+/)) {
        const right = nearestWord(rights, written);
        if (right !== undefined && right.toLowerCase() !== written.toLowerCase()) spellings.set(written, [right, written]);
      }
    }
  }
  const totals = [...habitMarks([...spellings.values()])]
    .filter(([language]) => language !== document.language.split('-')[0])
    .map(([language, marks]) => ({ language, marks, weight: marks.reduce((sum, { weight }) => sum + weight, 0) }))
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = totals;
  if (first === undefined || first.marks.length < 2 || first.weight < 1.4 || first.weight < 1.3 * (second?.weight ?? 0)) return undefined;
  const share = first.marks.length / spellings.size;
  const examples = first.marks.slice(0, 4).map(({ right, written }) => `${written} for ${right}`);
  return {
    language: first.language,
    confidence: Math.min(0.85, (1 - exp(-first.weight / 2)) * (0.6 + 0.4 * share)),
    evidence: [`spells names as ${languageName(first.language) ?? first.language} would: ${examples.join(', ')}`],
  };
}

function nearestWord(rights: readonly string[], written: string): string | undefined {
  const initial = written[0]?.toLowerCase();
  return [...rights].sort(
    (a, b) =>
      Number(b[0]?.toLowerCase() === initial) - Number(a[0]?.toLowerCase() === initial) ||
      Math.abs(a.length - written.length) - Math.abs(b.length - written.length),
  )[0];
}
