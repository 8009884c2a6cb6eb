/** The whole alignment as JSON, with a name and a version in front. Nothing is lost. {@link alignmentSchema} defines its shape. */
import * as v from 'valibot';
import { alignmentSchema } from '../alignment-schema.ts';
import { checkAlignment, faultOf, findBrokenReference } from '../alignment-shape.ts';
import { AlignmentError } from '../errors.ts';
import { withNotebookDisplay } from '../report/notebook-display.ts';
import type { Alignment } from '../types.ts';
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
 * @throws `FORMAT_INVALID` with the path of the error, for example `pairs.0.beads.3.source`.
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
  const fault = result.success ? findBrokenReference(result.output, 'exact') : faultOf(result.issues[0]);
  if (!result.success || fault) throw formatError('JSON', fault!.path, fault!.problem);
  const { format: _format, version: _version, ...alignment } = result.output;
  return withNotebookDisplay(alignment);
}
