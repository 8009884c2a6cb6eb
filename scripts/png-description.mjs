// A line of text inside a PNG, so that a picture can be held against what it shows. The chunk is a `tEXt` of the key `Description` (PNG, third edition, 11.3.3).
import { crc32 } from 'node:zlib';

const key = 'Description\0';

/** The picture with the line in it, right after its header. */
export function describePng(png, line) {
  const body = Buffer.concat([Buffer.from('tEXt'), Buffer.from(key + line, 'latin1')]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  const headerEnd = 8 + 12 + png.readUInt32BE(8);
  return Buffer.concat([png.subarray(0, headerEnd), length, body, sum, png.subarray(headerEnd)]);
}

/** The line in a picture; empty where there is none. */
export function descriptionOf(png) {
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const text = png.toString('latin1', at + 8, at + 8 + png.readUInt32BE(at));
    if (png.toString('latin1', at + 4, at + 8) === 'tEXt' && text.startsWith(key)) return text.slice(key.length);
  }
  return '';
}
