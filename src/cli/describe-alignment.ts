/** An alignment in words, for a terminal: what was read, how the documents relate, the passages of a single pair, names, findings. */
import { type AlignedDocument, type Alignment, type DocumentPair, describeLineage, type Finding, type TracedName } from '../index.ts';
import { type Paint, plain } from './paint.ts';
import { indented, plainLine, textTable } from './text-table.ts';

/** The whole description, wrapped to `width` cells. */
export function describeAlignment(alignment: Alignment, width: number, paint: Paint = plain): string {
  const { documents, pairs, names, findings, lineage } = alignment;
  const parts = [
    textTable(documents.map(({ id, language, sentences }) => [plainLine(id), language, `${sentences.length} sentences`])),
    describePairs(pairs),
  ];
  if (pairs.length === 1) parts.push(describePassages(documents, pairs[0]!, width, paint));
  if (pairs.length > 1) parts.push('To see passages, align two texts, or write a report with --out report.html.\n');
  if (names.length > 0) parts.push(`${paint('heading', 'Names')}\n${describeNames(names, width)}`);
  if (findings.length > 0) parts.push(`${paint('heading', 'Findings')}\n${describeFindings(findings, documents, width, paint)}`);
  if (lineage.length > 0)
    parts.push(
      `${paint('heading', 'Likely origins')}\n${lineage.map((entry) => `${indented(describeLineage(entry), width, '  ', 2)}\n`).join('')}`,
    );
  return parts.join('\n');
}

/** One line a name: its form, its type, and the spellings that differ from it, by kind. Shorter forms of the same spelling are left out. */
export function describeNames(names: readonly TracedName[], width: number): string {
  const rows = names.map((name) => {
    const spellings = (['garbled', 'variant', 'transliterated'] as const).flatMap((kind) => {
      const forms = new Set(name.mentions.filter((mention) => mention.kind === kind).map((mention) => plainLine(mention.text)));
      return forms.size > 0 ? [`${kind} ${[...forms].join(', ')}`] : [];
    });
    return [`  ${plainLine(name.canonical)}`, name.type, spellings.join('; ')];
  });
  return textTable(rows, [], width);
}

/** A block a finding, the surest first: the message, then the sentence of each witness. */
export function describeFindings(
  findings: readonly Finding[],
  documents: readonly AlignedDocument[],
  width: number,
  paint: Paint = plain,
): string {
  const sentence = ({ document, sentence: index }: Finding['witnesses'][number]): string =>
    documents.find(({ id }) => id === document)!.sentences[index]!.text;
  return [...findings]
    .sort((one, other) => other.confidence - one.confidence)
    .map(({ witnesses, message, confidence }) => {
      const lines = witnesses.map((witness) => {
        const place = `${witness.document} §${witness.sentence + 1}${witness.odd ? ' (alone)' : ''}: `;
        const line = indented(place + sentence(witness), width, '    ', 2);
        return `${witness.odd ? paint('wrong', line) : line}\n`;
      });
      return `${paint('doubt', indented(`${message} (${percent(confidence)})`, width, '  ', 2))}\n${lines.join('')}`;
    })
    .join('');
}

function describePairs(pairs: readonly DocumentPair[]): string {
  return textTable(
    pairs.map(({ source, target, relation, relationConfidence, beads }) => {
      const joined = beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]).length;
      return [
        `${plainLine(source)} ↔ ${plainLine(target)}`,
        relation,
        percent(relationConfidence),
        String(joined),
        joined === 1 ? 'passage' : 'passages',
      ];
    }),
    [3],
  );
}

/** A bead: its sentences, its confidence, both texts. */
function describePassages(documents: readonly AlignedDocument[], pair: DocumentPair, width: number, paint: Paint): string {
  const find = (id: string) => documents.find((document) => document.id === id)!;
  const [source, target] = [find(pair.source), find(pair.target)];
  const span = ([start, end]: readonly [number, number]) =>
    start === end ? '–' : end - start === 1 ? String(start + 1) : `${start + 1}–${end}`;
  const text = (document: AlignedDocument, [start, end]: readonly [number, number]) =>
    document.sentences
      .slice(start, end)
      .map((sentence) => sentence.text)
      .join(' ');
  return pair.beads
    .map((bead) => {
      const head = `${span(bead.source).padStart(7)} ${span(bead.target).padStart(7)}  ${bead.confidence.toFixed(2)}  `;
      const texts = [text(source, bead.source), text(target, bead.target)].filter((line) => line !== '');
      const block = texts.map((line) => indented(line, width, ' '.repeat(head.length))).join('\n');
      return `${paint('aside', head)}${block.slice(head.length)}\n`;
    })
    .join('');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
