/** `convert`: from one format to another. */
import { encodingsOf } from './decode-text.ts';
import { formatOfPath, type OutputFormat } from './file-formats.ts';
import type { CliIo } from './io.ts';
import { checkFolder, formatOf, putAlignment } from './output.ts';
import { type BitextOptions, readBitext } from './read-bitext.ts';
import { UsageError } from './usage-error.ts';
import { tellWarning } from './warnings.ts';

/** Options of the command. */
export interface ConvertOptions extends BitextOptions {
  readonly from?: OutputFormat;
  readonly to?: OutputFormat;
  readonly pair?: string;
  readonly minConfidence?: number;
  readonly title?: string;
}

/** Read one alignment, of one or more files, and write it. `-` as `out` is standard output. */
export async function convertCommand(inputs: readonly string[], out: string, options: ConvertOptions, io: CliIo): Promise<void> {
  const from = options.from ?? formatOfPath(inputs[0]!);
  if (from === undefined) throw new UsageError(`the name ${inputs[0]} does not tell its format; say it with --from`);
  const format = formatOf({ format: options.to, out });
  const { source = '', target = '' } = options;
  encodingsOf(options.encoding, from === 'intertext' ? undefined : [...inputs, source, target]); // wrong use is told before the work
  await checkFolder(out, io);
  const alignment = await readBitext(inputs, from, options, io);
  // a whole alignment brings the warnings of its making along, a bitext those of its reading
  if (from !== 'json') for (const warning of alignment.warnings) tellWarning(warning, io);
  const { pair, minConfidence, title } = options;
  await putAlignment(alignment, { format, pair, minConfidence, title, ...(out !== '-' && { out }) }, io);
}
