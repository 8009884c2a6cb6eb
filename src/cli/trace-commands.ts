/** `names`, `findings`, `lineage` and `restore`: what the tracing found, as words, CSV or JSON. */
import { basename, extname } from 'node:path';
import { type AlignedDocument, type Alignment, describeLineage, restoreNames } from '../index.ts';
import { type AlignInputOptions, alignInputs } from './align-inputs.ts';
import { writeCsv } from './csv.ts';
import { describeFindings, describeNames } from './describe-alignment.ts';
import type { CliIo } from './io.ts';
import { putText, widthOf } from './output.ts';
import { type Paint, paintFor, plain } from './paint.ts';
import { indented, plainLine } from './text-table.ts';

/** Options of the four. */
export interface TraceCommandOptions extends AlignInputOptions {
  readonly format?: 'text' | 'csv' | 'json';
  readonly json?: boolean;
  readonly out?: string;
}

/** One row a mention. */
export async function namesCommand(paths: readonly string[], options: TraceCommandOptions, io: CliIo): Promise<void> {
  const alignment = await alignInputs(paths, options, io, { trace: { names: true, findings: false, lineage: false } });
  const { documents, names } = alignment;
  const rows = names.flatMap((name) =>
    name.mentions.map((mention) => {
      const { id, url, date } = origin(documents, mention.document);
      const { sentence, start, end, text, kind, romanized, similarity } = mention;
      return { name: name.canonical, type: name.type, document: id, url, date, sentence, start, end, text, kind, romanized, similarity };
    }),
  );
  const header = ['name', 'type', 'document', 'url', 'date', 'sentence_index', 'start', 'end', 'text', 'kind', 'romanized', 'similarity'];
  await put(options, io, {
    text: (width) => (names.length > 0 ? describeNames(names, width) : 'No names were traced.\n'),
    csv: () =>
      writeCsv(
        header,
        rows.map((row) => Object.values(row)),
      ),
    json: { documents: documents.map(summary), names },
  });
}

/** One row a witness; the number in front tells which belong to one finding. `--min-confidence` is that of the findings. */
export async function findingsCommand(paths: readonly string[], options: TraceCommandOptions, io: CliIo): Promise<void> {
  const { minConfidence, ...others } = options;
  const wanted = minConfidence === undefined ? true : { minConfidence };
  const alignment = await alignInputs(paths, others, io, { trace: { names: true, findings: wanted, lineage: false } });
  const { documents, findings, pairs } = alignment;
  const rows = findings.flatMap(({ rule, witnesses, message, confidence }, index) =>
    witnesses.map((witness) => {
      const { id, url, date } = origin(documents, witness.document);
      const { sentence, text, value, odd } = witness;
      return [
        index,
        rule,
        id,
        url,
        date,
        sentence,
        text,
        value,
        odd ? 'odd' : '',
        origin(documents, id).sentences[sentence]!.text,
        message,
        confidence,
      ];
    }),
  );
  const header = [
    'finding',
    'rule',
    'document',
    'url',
    'date',
    'sentence_index',
    'text',
    'value',
    'odd',
    'sentence_text',
    'message',
    'confidence',
  ];
  await put(options, io, {
    text: (width, paint) =>
      findings.length > 0 ? describeFindings(findings, documents, width, paint) : 'Nothing that the rules look for disagrees.\n',
    csv: () => writeCsv(header, rows),
    json: { documents: documents.map(summary), pairs: pairs.map(({ beads: _beads, ...pair }) => pair), findings },
  });
}

/** One row a document about which something can be told. */
export async function lineageCommand(paths: readonly string[], options: TraceCommandOptions, io: CliIo): Promise<void> {
  const alignment = await alignInputs(paths, options, io, { trace: { names: true, findings: false, lineage: true } });
  const { documents, lineage } = alignment;
  const header = ['document', 'kind', 'source', 'alternatives', 'with', 'through', 'confidence', 'evidence', 'against'];
  const rows = lineage.map((entry) => [
    entry.document,
    entry.kind,
    entry.source,
    entry.alternatives?.join('; '),
    entry.with?.join('; '),
    entry.through,
    entry.confidence,
    entry.evidence.join('; '),
    entry.against.join('; '),
  ]);
  const block = (entry: (typeof lineage)[number], width: number, paint: Paint) =>
    [
      paint('heading', indented(describeLineage(entry), width, '', 2)),
      ...entry.evidence.map((line) => indented(`for: ${line}`, width, '  ', 2)),
      ...entry.against.map((line) => indented(`against: ${line}`, width, '  ', 2)),
    ].join('\n');
  await put(options, io, {
    text: (width, paint) =>
      lineage.length > 0
        ? `${lineage.map((entry) => block(entry, width, paint)).join('\n\n')}\n`
        : 'Nothing can be told about where these texts come from.\n',
    csv: () => writeCsv(header, rows),
    json: { documents: documents.map(summary), lineage },
  });
}

/** The text of `path` with its garbled names put right; what was changed goes to standard error. */
export async function restoreCommand(path: string, against: readonly string[], options: TraceCommandOptions, io: CliIo): Promise<void> {
  const alignment = await alignInputs([path, ...against], options, io, { trace: { names: true, findings: false, lineage: false } });
  const first = alignment.documents[0]!;
  const { text, changes } = restoreWhole(alignment, first.parent ?? first.id);
  if (options.json) return putText(`${JSON.stringify({ text, changes }, null, 1)}\n`, options.out, io);
  await putText(text, options.out, io);
  for (const { from, to } of changes) io.stderr.write(`${plainLine(`${from} → ${to}`)}\n`);
  if (changes.length === 0) io.stderr.write(`nothing to restore in ${basename(path, extname(path))}\n`);
}

/** Restore a document, or all parts of a mixed one, whose offsets point into the one text they share. */
function restoreWhole(
  alignment: Alignment,
  id: string,
): { text: string; changes: { start: number; end: number; from: string; to: string }[] } {
  const parts = alignment.documents.filter((document) => document.id === id || document.parent === id);
  const changes = parts.flatMap((part) => restoreNames(alignment, part.id).changes).sort((a, b) => a.start - b.start);
  const original = parts[0]!.text;
  let at = 0;
  let text = '';
  for (const { start, end, to } of changes) {
    text += original.slice(at, start) + to;
    at = end;
  }
  return { text: text + original.slice(at), changes };
}

async function put(
  options: TraceCommandOptions,
  io: CliIo,
  views: { text: (width: number, paint: Paint) => string; csv: () => string; json: unknown },
): Promise<void> {
  const named =
    options.out === undefined
      ? undefined
      : ({ '.csv': 'csv', '.json': 'json' } as const)[extname(options.out).toLowerCase() as '.csv' | '.json'];
  const format = options.json ? 'json' : (options.format ?? named ?? 'text');
  const texts = {
    text: () => views.text(widthOf(io, options.out), options.out === undefined ? paintFor(io.stdout) : plain),
    csv: views.csv,
    json: () => `${JSON.stringify(views.json, null, 1)}\n`,
  };
  await putText(texts[format](), options.out, io);
}

function origin(documents: readonly AlignedDocument[], id: string): AlignedDocument {
  return documents.find((document) => document.id === id)!;
}

function summary({ id, parent, language, url, date }: AlignedDocument) {
  return { id, parent, language, url, date };
}
