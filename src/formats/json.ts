/** The whole alignment as JSON, with a name and a version in front. Nothing is lost. {@link alignmentSchema} says what it must look like. */
import * as v from 'valibot';
import { checkAlignment } from '../alignment-shape.ts';
import { AlignmentError } from '../errors.ts';
import { withNotebookDisplay } from '../report/notebook-display.ts';
import type { AlignedDocument, Alignment, Place } from '../types.ts';
import { alignmentSchema } from './alignment-schema.ts';
import { checkInput, formatError } from './format-error.ts';

/** Options of the writer. */
export interface JsonWriteOptions {
  /** Spaces a level; 0: one line. @defaultValue 1 */
  readonly indent?: number;
}

/** Write an alignment with all its pairs. */
export function writeJson(alignment: Alignment, options: JsonWriteOptions = {}): string {
  const { indent = 1 } = options;
  if (!Number.isInteger(indent) || indent < 0 || indent > 10)
    throw new AlignmentError('OPTION_INVALID', `Option \`indent\` must be 0 to 10, got ${String(indent)}`);
  checkAlignment(alignment, ['pairs', 'names', 'findings', 'groups', 'lineage', 'warnings', 'model']);
  return `${JSON.stringify({ format: 'palimpsest-alignment', version: 1, ...alignment }, null, indent)}\n`;
}

/**
 * Read what {@link writeJson} wrote. Every reference in it is checked: documents, sentences, offsets, beads.
 *
 * @throws `FORMAT_INVALID` with the path to what is wrong, for example `pairs.0.beads.3.source`.
 */
export function readJson(text: string): Alignment {
  let value: unknown;
  try {
    value = JSON.parse(checkInput('JSON', text));
  } catch (cause) {
    if (cause instanceof AlignmentError) throw cause;
    throw formatError('JSON', 'the file', cause instanceof Error ? cause.message : String(cause), cause);
  }
  const result = v.safeParse(alignmentSchema, value, { abortEarly: true });
  if (!result.success) {
    const issue = result.issues[0];
    throw formatError('JSON', v.getDotPath(issue) ?? 'the file', issue.message);
  }
  const { format: _format, version: _version, ...alignment } = result.output;
  checkReferences(alignment);
  return withNotebookDisplay(alignment);
}

function checkReferences(alignment: Alignment): void {
  const documents = new Map<string, AlignedDocument>();
  alignment.documents.forEach((document, i) => {
    if (documents.has(document.id)) throw formatError('JSON', `documents.${i}.id`, `second document with the id ${document.id}`);
    documents.set(document.id, document);
    document.sentences.forEach((sentence, k) => {
      const path = `documents.${i}.sentences.${k}`;
      if (sentence.index !== k) throw formatError('JSON', `${path}.index`, `expected ${k}, got ${sentence.index}`);
      if (document.text.slice(sentence.start, sentence.end) !== sentence.text)
        throw formatError('JSON', path, 'is not the text at its offsets');
    });
  });
  const check = (holds: boolean | undefined, path: string, expected: string) => {
    if (!holds) throw formatError('JSON', path, `expected ${expected}`);
  };
  alignment.pairs.forEach((pair, i) => {
    for (const side of ['source', 'target'] as const) {
      const document = documents.get(pair[side]);
      check(document !== undefined, `pairs.${i}.${side}`, 'the id of a document');
      pair.beads.forEach((bead, k) => {
        const [start, end] = bead[side];
        check(start <= end && end <= document!.sentences.length, `pairs.${i}.beads.${k}.${side}`, 'a span of sentences that are there');
      });
    }
  });
  const checkPlace = (place: Place | undefined, path: string) => {
    if (!place) return;
    const document = documents.get(place.document);
    check(document && document.sentences[place.sentence] !== undefined, path, 'a sentence that is there');
    check(document!.text.slice(place.start, place.end) === place.text, path, 'the text at its offsets');
  };
  const checkBead = (pair: number | undefined, bead: number | undefined, path: string) =>
    check(alignment.pairs[pair ?? -1]?.beads[bead ?? -1] !== undefined, path, 'a bead that is there');
  alignment.groups.forEach((group, i) => {
    group.forEach((place, k) => {
      checkPlace(place, `groups.${i}.${k}`);
    });
  });
  alignment.names.forEach((name, i) => {
    name.mentions.forEach((mention, k) => {
      checkPlace(mention, `names.${i}.mentions.${k}`);
      for (const [pair, bead] of mention.beads) checkBead(pair, bead, `names.${i}.mentions.${k}.beads`);
    });
  });
  alignment.findings.forEach((finding, i) => {
    for (const [k, [pair, bead]] of finding.beads.entries()) checkBead(pair, bead, `findings.${i}.beads.${k}`);
    for (const [k, witness] of finding.witnesses.entries()) checkPlace(witness, `findings.${i}.witnesses.${k}`);
  });
}
