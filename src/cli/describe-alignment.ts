/** An alignment in words, for a terminal: what was read, how the documents relate, the passages of a single pair, names, findings. */
import type { AlignedDocument, Alignment, DocumentPair, Finding, TracedName } from '../index.ts';
import { fitLine, textTable } from './text-table.ts';

/** The whole description, lines of at most `width` cells. */
export function describeAlignment(alignment: Alignment, width: number): string {
  const { documents, pairs, names, findings, lineage } = alignment;
  const parts = [
    textTable(documents.map(({ id, language, sentences }) => [fitLine(id, 40), language, `${sentences.length} sentences`])),
    describePairs(pairs),
  ];
  if (pairs.length === 1) parts.push(describePassages(documents, pairs[0]!, width));
  if (names.length > 0) parts.push(`Names\n${describeNames(names, documents, width)}`);
  if (findings.length > 0) parts.push(`Findings\n${describeFindings(findings, width)}`);
  const sources = lineage.filter((entry) => entry.source !== undefined);
  if (sources.length > 0) {
    const lines = sources.map(
      ({ document, source, through, confidence }) =>
        `  ${document} ← ${source}${through ? ` through ${through}` : ''} (${percent(confidence)})`,
    );
    parts.push(`Likely sources\n${lines.map((line) => `${fitLine(line, width)}\n`).join('')}`);
  }
  return parts.join('\n');
}

/** One line a name: its form, then every other spelling by document, garbled ones marked. */
export function describeNames(names: readonly TracedName[], documents: readonly AlignedDocument[], width: number): string {
  const rows = names.map((name): [string, string, string] => {
    const spellings = documents.flatMap(({ id }) => {
      const mentions = name.mentions.filter((mention) => mention.document === id && mention.text !== name.canonical);
      const forms = new Map(mentions.map((mention) => [mention.text, mention.kind]));
      if (forms.size === 0) return [];
      return [`${id}: ${[...forms].map(([text, kind]) => (kind === 'garbled' ? `${text} (garbled)` : text)).join(', ')}`];
    });
    return [`  ${fitLine(name.canonical, 32)}`, name.type, spellings.join('; ')];
  });
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return textTable(
    rows.map(([canonical, type, spellings]) => [canonical, type, fitLine(spellings, Math.max(20, width - first! - second! - 4))]),
  );
}

/** Two lines a finding: where and what, then the message. */
export function describeFindings(findings: readonly Finding[], width: number): string {
  return findings
    .map(({ rule, source, target, actual, expected, message, confidence }) => {
      const where = [source, target].flatMap((place) => (place ? [`${place.document} §${place.sentence + 1}`] : [])).join(' ↔ ');
      const values = actual !== '' || expected !== '' ? `: ${actual || '–'} / ${expected || '–'}` : '';
      return `${fitLine(`  ${rule}  ${where}${values} (${percent(confidence)})`, width)}\n${fitLine(`    ${message}`, width)}\n`;
    })
    .join('');
}

function describePairs(pairs: readonly DocumentPair[]): string {
  return textTable(
    pairs.map(({ source, target, relation, relationConfidence, beads }) => {
      const joined = beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]).length;
      return [`${source} ↔ ${target}`, relation, percent(relationConfidence), String(joined), joined === 1 ? 'passage' : 'passages'];
    }),
    [3],
  );
}

/** Two lines a bead: its sentences, its confidence, both texts. */
function describePassages(documents: readonly AlignedDocument[], pair: DocumentPair, width: number): string {
  const find = (id: string) => documents.find((document) => document.id === id)!;
  const [source, target] = [find(pair.source), find(pair.target)];
  const span = ([start, end]: readonly [number, number]) =>
    start === end ? '–' : end - start === 1 ? String(start + 1) : `${start + 1}–${end}`;
  const text = (document: AlignedDocument, [start, end]: readonly [number, number]) =>
    document.sentences
      .slice(start, end)
      .map((sentence) => sentence.text)
      .join(' ');
  const room = Math.max(20, width - 24);
  return pair.beads
    .map((bead) => {
      const head = `${span(bead.source).padStart(7)} ${span(bead.target).padStart(7)}  ${bead.confidence.toFixed(2)}  `;
      const lines = [text(source, bead.source), text(target, bead.target)].filter((line) => line !== '').map((line) => fitLine(line, room));
      return `${head}${lines.join(`\n${' '.repeat(head.length)}`)}\n`;
    })
    .join('');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
