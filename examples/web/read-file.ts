/** The text of a file that the reader chose or dropped: plain text, Markdown, a web page, a Word document, a book, subtitles. */
import { unzipSync } from 'fflate';
import { textOfHtml } from '../../src/cli/text-of-html.ts';
import { textOfMarkdown } from '../../src/cli/text-of-markdown.ts';
import { textOfSubtitles } from '../../src/cli/text-of-subtitles.ts';
import { textOfWordMarkup } from '../../src/cli/text-of-word-markup.ts';
import { textOfEpub } from './read-epub.ts';

/** Larger files are refused: a page would stand still over them. */
const largest = 20_000_000;

/**
 * Read a file.
 *
 * @throws An error whose message can be shown, for what is too large, is no text, or is of a kind this page does not read.
 */
export async function textOfFile(file: File): Promise<string> {
  if (file.size > largest) throw new Error(`${file.name} is larger than ${largest / 1e6} MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  switch (/\.(\w+)$/.exec(file.name.toLowerCase())?.[1]) {
    case 'html':
    case 'htm':
      return textOfHtml(decode(bytes, file.name));
    case 'md':
    case 'markdown':
      return textOfMarkdown(decode(bytes, file.name), file.name);
    case 'srt':
    case 'vtt':
      return textOfSubtitles(decode(bytes, file.name), file.name);
    case 'docx':
      return textOfArchive(bytes, file.name, 'Word document', /^word\/document\d*\.xml$/, ([markup = '']) => textOfWordMarkup(markup)); // Word on the web writes `document2.xml`
    case 'epub':
      return textOfArchive(bytes, file.name, 'EPUB book', /\.(?:xml|opf|x?html?)$/i, (_, entries) => textOfEpub(entries));
    case 'pdf':
    case 'doc':
    case 'rtf':
    case 'odt':
      throw new Error(`${file.name}: files of this kind are not read. Copy the text out of it and paste it.`);
    default:
      return decode(bytes, file.name);
  }
}

/** UTF-8, or UTF-16 with its mark; wrong bytes are an error, never a guess. */
function decode(bytes: Uint8Array, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not text in UTF-8.`);
  }
}

/** What `read` makes of those entries of a zip archive whose names fit. */
function textOfArchive(
  bytes: Uint8Array,
  name: string,
  kind: string,
  names: RegExp,
  read: (texts: string[], entries: ReadonlyMap<string, string>) => string | undefined,
): string {
  let entries = new Map<string, string>();
  try {
    let left = 5 * largest; // an archive may unpack to far more than it is
    const filter = (entry: { name: string; originalSize: number }) => {
      if (!names.test(entry.name)) return false;
      left -= entry.originalSize;
      return left >= 0;
    };
    const unpacked = unzipSync(bytes, { filter });
    entries = new Map(Object.entries(unpacked).map(([entry, content]) => [entry, decode(content, name)]));
  } catch {
    // told below
  }
  const text = entries.size > 0 ? read([...entries.values()], entries) : undefined;
  if (text === undefined) throw new Error(`${name} is not a whole ${kind}.`);
  return text;
}
