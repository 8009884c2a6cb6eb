/**
 * Bytes of a file to text: by its byte order mark, else as the caller says, else as the file declares, else as UTF-8. Nothing is guessed.
 *
 * The decoder is the engine's TextDecoder, which knows every encoding of the web (WHATWG Encoding Standard).
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { AlignmentError, type Warning } from '../index.ts';
import { UsageError } from './usage-error.ts';

/** What is known about the encoding of a file. */
export interface DecodeOptions {
  /** Encoding that the caller named for all files. */
  readonly encoding?: string;
  /** Encoding that the caller named for this very file. */
  readonly ownEncoding?: string;
  /** What the head of a web page, byte for byte a character, declares in a `<meta>` element: {@link metaCharset}. Left out where the file is no page. */
  readonly readHead?: (head: string) => string | undefined;
  /** Told when the encoding that was named is not used. */
  readonly onWarning?: (warning: Warning) => void;
}

/**
 * Decode a file.
 *
 * Text that is well-formed UTF-8, and not ASCII throughout, is read as UTF-8 with a warning where the file or the general option says otherwise: pages
 * keep their old declaration when they are converted, and text in another encoding is almost never UTF-8 by chance.
 *
 * @throws {@link AlignmentError} `NOT_TEXT` for bytes that the encoding does not have, for escape sequences, and for NUL characters.
 */
export function decodeText(bytes: Uint8Array, path: string, options: DecodeOptions = {}): string {
  const { encoding, ownEncoding, readHead, onWarning } = options;
  const invalid = (why: string, cause?: unknown) => new AlignmentError('NOT_TEXT', `${path} ${why}`, { cause });
  const marked = markOf(bytes);
  if (marked === 'utf-32le') throw invalid('is in UTF-32, which is not read: convert it to UTF-8');
  const declared = marked ?? ownEncoding ?? encoding ?? declaredEncoding(bytes, readHead) ?? 'utf-8';
  const decoder = decoderOf(declared, path, declared === ownEncoding || declared === encoding);

  if (marked === undefined && ownEncoding === undefined && decoder.encoding !== 'utf-8' && !isAscii(bytes) && isUtf8(bytes)) {
    const message = `${path} is UTF-8, not ${declared}${encoding ? `; --encoding ${path}=${declared} insists on it` : ', which it declares'}`;
    onWarning?.({ code: 'ENCODING_IGNORED', message });
    return checked(new TextDecoder().decode(bytes), invalid);
  }
  try {
    const text = decoder.decode(bytes);
    return checked(decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, windows1252) : text, invalid);
  } catch (error) {
    if (error instanceof AlignmentError) throw error;
    throw invalid(`is not ${decoder.encoding} text; name its encoding, for example --encoding ${path}=windows-1252 or gb18030`, error);
  }
}

/** The encodings that `--encoding` names: one for all files, as `name`, and others as `FILE=name`. */
export function parseEncodings(values: readonly string[] = []): { general: string | undefined; own: ReadonlyMap<string, string> } {
  const own = new Map<string, string>();
  let general: string | undefined;
  for (const value of values) {
    const at = value.lastIndexOf('=');
    const name = value.slice(at + 1);
    decoderOf(name, value, true); // wrong use is told before the work
    if (at < 0) general = name;
    else own.set(value.slice(0, at), name);
  }
  return { general, own };
}

/** What to decode the file of a path with. @throws UsageError when an encoding is named for a file that is not among `paths`. */
export function encodingsOf(values: readonly string[] | undefined, paths?: readonly string[]): (path: string) => DecodeOptions {
  const { general, own } = parseEncodings(values);
  for (const path of own.keys())
    if (paths && !paths.includes(path)) throw new UsageError(`--encoding names ${path}, which is not among the files`);
  return (path) => ({ encoding: general, ownEncoding: own.get(path) });
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

function decoderOf(name: string, path: string, isNamed: boolean): TextDecoder {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch (cause) {
    if (isNamed) throw new UsageError(`unknown encoding ${name}`, { cause });
    const message = `${path} declares the encoding ${JSON.stringify(name.slice(0, 40))}, which is not known: convert it to UTF-8`;
    throw new AlignmentError('NOT_TEXT', message, { cause });
  }
}

/** Bytes in which a declaration is looked for: scripts may stand before it. */
const headLength = 16_384;

/** What `<?xml encoding="…"?>` or, on a page, `<meta charset>` and `<meta http-equiv="Content-Type">` say. */
function declaredEncoding(bytes: Uint8Array, readHead: DecodeOptions['readHead']): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] === 0x3f) return 'utf-16le'; // `<?` in two bytes each, as XML 1.0, appendix F, has it
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 && bytes[3] === 0x3f) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  const xml = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(head);
  const declared = xml ? (xml[1] ?? xml[2]) : readHead?.(head);
  // a declaration that can be read byte by byte is not in UTF-16, whatever it says
  return declared && /^(?:utf-16|ucs-2|iso-10646-ucs-2|unicode$|csunicode)/i.test(declared) ? 'utf-8' : declared?.trim() || undefined;
}

/** The decoder of some engines reads windows-1252 as Latin-1: these are the 32 characters in which the two differ. */
const windows1252Characters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(character: string): string {
  return windows1252Characters[character.charCodeAt(0) - 0x80]!;
}

function checked(text: string, invalid: (why: string) => AlignmentError): string {
  const at = text.search(/[\0\x1b]/);
  if (at < 0) return text;
  if (text[at] === '\x1b') {
    const japanese = /\x1b\$[@B]|\x1b\([JI]/.test(text) ? ', as ISO-2022-JP has them: name it with --encoding' : '';
    throw invalid(`has escape sequences${japanese}`);
  }
  throw invalid('has NUL characters: it is no text, or in UTF-16 without a mark, which --encoding utf-16le or utf-16be says');
}
