/**
 * The text of a sentence with its names and findings marked where they stand.
 *
 * Names never overlap: of two that do, the one that starts first (then the longer one) is marked. Findings may cover anything; they
 * are cut at the edges of names, so that tags nest:
 *
 *     text      On Friday  Witcaf  met 12 envoys
 *     names                ──────
 *     findings     ─────────────       ──
 *     out       On [Friday ]{[Witcaf]} met [12] envoys
 */
import type { AlignedDocument, Finding, MentionKind, Place, Sentence, TracedName } from '../types.ts';
import { html, type SafeHtml } from './html.ts';
import { originalForm } from './original-form.ts';

/** A name and its position in a sentence. */
export interface NameMark {
  start: number;
  end: number;
  /** Position in `alignment.names`. */
  name: number;
  kind: MentionKind;
  /** What the mention refers to. */
  original: string;
}

/** A finding and its position in a sentence. */
export interface FindingMark {
  start: number;
  end: number;
  /** Position in `alignment.findings`. */
  finding: number;
  /** Whether it is rather right than wrong; else it is marked lightly. */
  isLikely: boolean;
}

/** What is to be marked, by document id and then by index of the sentence. */
export interface Marks {
  names: Map<string, NameMark[][]>;
  findings: Map<string, FindingMark[][]>;
}

const LIKELY = 0.5;

/** Sort all mentions and findings by their sentence. */
export function collectMarks(names: readonly TracedName[], findings: readonly Finding[]): Marks {
  const marks: Marks = { names: new Map(), findings: new Map() };
  names.forEach((name, index) => {
    for (const mention of name.mentions) {
      const original = originalForm(name, mention.romanized || mention.text);
      add(marks.names, mention, { start: mention.start, end: mention.end, name: index, kind: mention.kind, original });
    }
  });
  findings.forEach((finding, index) => {
    for (const place of finding.witnesses)
      add(marks.findings, place, { start: place.start, end: place.end, finding: index, isLikely: finding.confidence >= LIKELY });
  });
  return marks;
}

function add<M>(marks: Map<string, M[][]>, place: Place, mark: M): void {
  const ofDocument = marks.get(place.document) ?? [];
  marks.set(place.document, ofDocument);
  ofDocument[place.sentence] ??= [];
  ofDocument[place.sentence]!.push(mark);
}

/** Fewer characters are always marked where they stand. */
const longSentence = 60;
/** Findings that cover more of a long sentence are about all of it. */
const nearlyAll = 0.8;

/** Whether a finding is about a sentence as a whole, and so is noted beside it rather than in it. */
export function isWhole({ start, end }: Pick<FindingMark, 'start' | 'end'>, sentence: Sentence): boolean {
  const length = sentence.end - sentence.start;
  return length >= longSentence && end - start >= length * nearlyAll;
}

/** Positions in `alignment.findings` of those about a sentence as a whole. */
export function wholeFindings(document: AlignedDocument, sentence: Sentence, marks: Marks): number[] {
  const findings = marks.findings.get(document.id)?.[sentence.index] ?? [];
  return findings.filter((mark) => isWhole(mark, sentence)).map((mark) => mark.finding);
}

/** Markup of one sentence. Marks that reach outside it, and findings about all of it, are left out. */
export function markedSentence(document: AlignedDocument, sentence: Sentence, marks: Marks): SafeHtml[] {
  const inside = (mark: { start: number; end: number }) =>
    mark.start >= sentence.start && mark.end <= sentence.end && mark.start < mark.end;
  const names = (marks.names.get(document.id)?.[sentence.index] ?? []).filter(inside).sort((a, b) => a.start - b.start || b.end - a.end);
  const findings = (marks.findings.get(document.id)?.[sentence.index] ?? []).filter((mark) => inside(mark) && !isWhole(mark, sentence));

  const out: SafeHtml[] = [];
  let at = sentence.start;
  for (const mark of names) {
    if (mark.start < at) continue;
    out.push(...withFindings(document.text, at, mark.start, findings));
    out.push(nameMarkup(mark, withFindings(document.text, mark.start, mark.end, findings)));
    at = mark.end;
  }
  out.push(...withFindings(document.text, at, sentence.end, findings));
  return out;
}

function nameMarkup(mark: NameMark, text: SafeHtml[]): SafeHtml {
  if (mark.kind === 'exact') return html`<span class="n" data-n="${mark.name}">${text}</span>`;
  const long = mark.end - mark.start > 24 && ' long'; // may be broken over two lines; shorter names stay in one piece
  return html`<ruby class="n ${mark.kind}${long}" data-n="${mark.name}">${text}<rp> (</rp><rt lang="" dir="auto">${mark.original}</rt><rp>)</rp></ruby>`;
}

/** The text of a stretch, its parts inside findings wrapped. */
function withFindings(text: string, start: number, end: number, findings: readonly FindingMark[]): SafeHtml[] {
  const edges = findings.flatMap((finding) => [finding.start, finding.end]).filter((edge) => edge > start && edge < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const piece = text.slice(from, cuts[i + 1]);
    const here = findings.filter((finding) => finding.start <= from && finding.end > from);
    if (here.length === 0) return html`${piece}`;
    const unsure = !here.some(({ isLikely }) => isLikely) && html` class="unsure"`;
    return html`<mark${unsure} data-f="${here.map((finding) => finding.finding).join(' ')}">${piece}</mark>`;
  });
}
