/**
 * The entries of a zip archive, read by its central directory, with every size checked against what the archive declares.
 *
 * Nothing is unpacked but what is asked for, nothing is written to disk, and names are only looked up, never used as paths. An entry stops
 * being unpacked as soon as it grows past its declared size; declared sizes add up to a limit. So neither an archive that lies nor one whose
 * entries overlap can make more than that out of little.
 * After "APPNOTE.TXT", PKWARE 2022, sections 4.3 and 4.4. Time and memory: what is unpacked.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { AlignmentError } from '../index.ts';
import { type DecodeOptions, decodeText } from './decode-text.ts';

/** Reads the entry of a name, or of one that differs from it in its Unicode normal form only; `undefined` where there is none. */
export type ReadEntry = (name: string) => Uint8Array | undefined;

const mostEntries = 20_000;
const endLength = 22;
const longestComment = 0xffff;
const headLength = 46;
const localLength = 30;

interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * Open an archive.
 *
 * @param path - For messages.
 * @param maxBytes - What all entries that are read may unpack to.
 * @throws {@link AlignmentError} `FORMAT_INVALID` for what is no whole archive, is encrypted, split or larger than 4 GB, names an entry twice, or
 * holds other bytes than it declares; `TOO_LARGE` past `maxBytes` or 20,000 entries. Reading an entry throws the same.
 */
export function openZip(bytes: Uint8Array, path: string, maxBytes: number): ReadEntry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const invalid = (why: string): AlignmentError => new AlignmentError('FORMAT_INVALID', `${path} is not a whole zip archive: ${why}`);
  const entries = readDirectory(view, bytes, invalid, path);
  const alike = new Map([...entries].map(([name, entry]) => [name.normalize('NFC'), entry]));
  let left = maxBytes;
  return (name) => {
    const entry = entries.get(name) ?? alike.get(name.normalize('NFC'));
    if (entry === undefined) return undefined;
    left -= entry.size;
    if (left < 0) throw new AlignmentError('TOO_LARGE', `${path} unpacks to more than ${maxBytes} bytes`);
    const { at, packed } = entry;
    if (at + localLength > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw invalid(`there is no entry at ${at}`);
    const start = at + localLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (start + packed > bytes.length) throw invalid('an entry ends after the file');
    const unpacked = unpack(bytes.subarray(start, start + packed), entry, invalid);
    if (crc32(unpacked) !== entry.checksum) throw invalid('an entry is damaged');
    return unpacked;
  };
}

/**
 * The first of some entries that the archive holds, as text.
 *
 * @param readHead - What a page declares; left out where it is none.
 * @throws {@link AlignmentError} `FORMAT_INVALID` where it holds none of them.
 */
export function partOf(
  read: ReadEntry,
  path: string,
  names: readonly string[],
  readHead?: DecodeOptions['readHead'],
): { name: string; text: string } {
  for (const name of names) {
    const bytes = read(name);
    if (bytes) return { name: name.normalize('NFC'), text: decodeText(bytes, `${path}, ${name.slice(0, 200)}`, readHead && { readHead }) };
  }
  throw new AlignmentError('FORMAT_INVALID', `${path} holds no ${JSON.stringify(names[0]?.slice(0, 200) ?? '')}`);
}

function readDirectory(
  view: DataView,
  bytes: Uint8Array,
  invalid: (why: string) => AlignmentError,
  path: string,
): ReadonlyMap<string, Entry> {
  let end = bytes.length - endLength;
  while (end >= 0 && end >= bytes.length - endLength - longestComment && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw invalid('it has no directory');
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw invalid('it is one of several parts');
  if (count > mostEntries) throw new AlignmentError('TOO_LARGE', `${path} has ${count} entries, at most ${mostEntries} are read`);

  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let k = 0; k < count; k++) {
    if (at + headLength > end || view.getUint32(at, true) !== 0x02014b50) throw invalid('its directory is broken');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    if (at + headLength + nameLength > end) throw invalid('its directory is broken');
    if ((view.getUint16(at + 8, true) & 1) === 1) throw invalid('it is encrypted');
    const name = new TextDecoder().decode(bytes.subarray(at + headLength, at + headLength + nameLength));
    if (entries.has(name)) throw invalid(`it has two entries called ${JSON.stringify(name.slice(0, 80))}`);
    const [checksum, packed, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true)) as [number, number, number];
    entries.set(name, { method: view.getUint16(at + 10, true), checksum, packed, size, at: view.getUint32(at + 42, true) });
    at += headLength + nameLength + extraLength + commentLength;
  }
  return entries;
}

function unpack(packed: Uint8Array, { method, size }: Entry, invalid: (why: string) => AlignmentError): Uint8Array {
  if (method !== 0 && method !== 8) throw invalid(`method ${method} is not known`);
  let unpacked: Uint8Array;
  try {
    unpacked = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw invalid('an entry cannot be unpacked to its declared size');
  }
  if (unpacked.length !== size) throw invalid('an entry does not have its declared size');
  return unpacked;
}
