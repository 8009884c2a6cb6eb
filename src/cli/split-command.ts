/** `split`: the sentences of a file, one a line. */
import { joinLines, readDocument } from '../index.ts';
import type { CliIo } from './io.ts';
import { putText } from './output.ts';
import { readInputs } from './read-inputs.ts';
import { tellWarning } from './warnings.ts';

/** Options of the command. */
export interface SplitCommandOptions {
  readonly json?: boolean;
  readonly language?: string;
  readonly encoding?: readonly string[];
  readonly maxBytes?: number;
  readonly out?: string;
}

/** The sentences that `align` would cut, in the language given or found. Lines of a sentence are joined and white space is one space; `--json` has the untouched text with its offsets. */
export async function splitCommand(path: string, options: SplitCommandOptions, io: CliIo): Promise<void> {
  const { language, ...rest } = options;
  const documents = await readInputs([path], { encoding: rest.encoding, maxBytes: rest.maxBytes }, io);
  const sentences = documents.flatMap((document) => {
    const given = language === undefined ? document : { ...document, language };
    const { parts, warnings } = readDocument(given, path);
    for (const warning of warnings) tellWarning(warning, io);
    const spans = parts.flatMap((part) => part.sentences.map(({ start, end, text }) => ({ start, end, text })));
    return spans.sort((one, other) => one.start - other.start);
  });
  const text = options.json
    ? `${JSON.stringify(sentences, null, 1)}\n`
    : sentences.map((sentence) => `${joinLines(sentence.text).replace(/\s+/g, ' ')}\n`).join('');
  await putText(text, options.out, io);
}
