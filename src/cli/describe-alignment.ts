/** An alignment in words, for a terminal: what was read, how the documents relate, the passages of a single pair, names, findings. */
import { type AlignedDocument, type Alignment, type DocumentPair, describeLineage, type Finding, type TracedName } from '../index.ts';
import { cellWidth, fitLine, textTable } from './text-table.ts';

/** The whole description, lines of at most `width` cells. */
export function describeAlignment(alignment: Alignment, width: number): string {
  const { documents, pairs, names, findings, lineage } = alignment;
  const parts = [
    textTable(documents.map(({ id, language, sentences }) => [fitLine(id, 40), language, `${sentences.length} sentences`])),
    describePairs(pairs),
  ];
  if (pairs.length === 1) parts.push(describePassages(documents, pairs[0]!, width));
  if (names.length > 0) parts.push(`Names\n${describeNames(names, width)}`);
  if (findings.length > 0) parts.push(`Findings\n${describeFindings(findings, documents)}`);
  if (lineage.length > 0)
    parts.push(`Likely origins\n${lineage.map((entry) => fitLine(`  ${describeLineage(entry)}`, width)).join('\n')}\n`);
  return parts.join('\n');
}

/** One line a name: its form, its type, and the spellings that differ from it, by kind. Shorter forms of the same spelling are left out. */
export function describeNames(names: readonly TracedName[], width: number): string {
  const rows = names.map((name) => {
    const spellings = (['garbled', 'variant', 'transliterated'] as const).flatMap((kind) => {
      const forms = new Set(name.mentions.filter((mention) => mention.kind === kind).map((mention) => mention.text));
      return forms.size > 0 ? [`${kind} ${[...forms].join(', ')}`] : [];
    });
    return [`  ${fitLine(name.canonical, 32)}`, name.type, spellings.join('; ')] as const;
  });
  const widest = (width: (row: (typeof rows)[number]) => number) => rows.reduce((most, row) => Math.max(most, width(row)), 0);
  const used = 4 + widest((row) => cellWidth(row[0])) + widest((row) => row[1].length);
  return textTable(rows.map(([canonical, type, spellings]) => [canonical, type, fitLine(spellings, Math.max(20, width - used))]));
}

/** A block a finding, the surest first: the message, then the sentence of each witness. */
export function describeFindings(findings: readonly Finding[], documents: readonly AlignedDocument[]): string {
  const sentence = ({ document, sentence: index }: Finding['witnesses'][number]): string =>
    documents.find(({ id }) => id === document)!.sentences[index]!.text.replace(/\s+/g, ' ');
  return [...findings]
    .sort((one, other) => other.confidence - one.confidence)
    .map(({ witnesses, message, confidence }) => {
      const lines = witnesses.map(
        (witness) => `    ${witness.document} §${witness.sentence + 1}${witness.odd ? ' (alone)' : ''}: ${sentence(witness)}\n`,
      );
      return `  ${message} (${percent(confidence)})\n${lines.join('')}`;
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
