/** Archives that lie, overlap, repeat or multiply: nothing unpacks to more than it says and than is allowed. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textOfFile } from '../../src/cli/read-inputs.ts';
import { openZip } from '../../src/cli/read-zip.ts';

const document = 'word/document.xml';
const body = (text: string): Uint8Array => strToU8(`<w:document><w:body><w:p><w:t>${text}</w:t></w:p></w:body></w:document>`);
const docx = (text: string): Uint8Array => zipSync({ [document]: body(text) });
const read = (bytes: Uint8Array, name = 'a.docx', maxBytes = 1_000_000): Promise<string> => textOfFile(bytes, name, { maxBytes });
const refused = (code: string, message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) });

/** The field of every directory entry that stands `offset` after its start, set to `value`. */
function forged(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
  return copy;
}

describe('what an archive says of itself is not believed', () => {
  const whole = docx('Hello there. '.repeat(50_000));

  test('an archive that says the truth is read', async () => {
    expect(await read(whole)).toHaveLength(650_000);
  });

  test.each([
    ['too small a size', 24, 100, 'FORMAT_INVALID', /declared size/],
    ['too large a size', 24, 700_000, 'FORMAT_INVALID', /declared size/],
    ['a size of gigabytes', 24, 0xfffffff0, 'TOO_LARGE', /more than 1000000 bytes/],
    ['another checksum', 16, 1, 'FORMAT_INVALID', /damaged/],
    ['an entry outside the file', 42, 0x7fffffff, 'FORMAT_INVALID', /no entry/],
    ['a packed part longer than the file', 20, 0x7fffffff, 'FORMAT_INVALID', /ends after the file/],
    ['a name longer than the directory', 28, 0xffff, 'FORMAT_INVALID', /directory is broken/],
  ])('%s', async (_, offset, value, code, message) => {
    await expect(read(forged(whole, offset, value))).rejects.toEqual(refused(code, message));
  });

  test('fifty megabytes behind a size of ten bytes cost neither memory nor time', async () => {
    const bomb = forged(zipSync({ [document]: new Uint8Array(50_000_000) }), 24, 10);
    expect(bomb.length).toBeLessThan(60_000);
    const [memory, time] = [process.memoryUsage().rss, process.cpuUsage().user];
    await expect(read(bomb)).rejects.toEqual(refused('FORMAT_INVALID', /declared size/));
    expect(process.memoryUsage().rss - memory).toBeLessThan(20_000_000);
    expect((process.cpuUsage().user - time) / 1000).toBeLessThan(200);
  });

  test('what unpacks to more than is allowed is refused before it is unpacked', async () => {
    await expect(read(docx('a'.repeat(2_000_000)))).rejects.toEqual(refused('TOO_LARGE'));
    expect(await read(docx('a'.repeat(2_000_000)), 'a.docx', 3_000_000)).toHaveLength(2_000_000);
  });
});

describe('books', () => {
  const book = (spine: string, parts: Record<string, Uint8Array> = {}, items = '<item id="a" href="a.xhtml"/>'): Uint8Array =>
    zipSync({
      'META-INF/container.xml': strToU8('<container><rootfile full-path="book.opf"/></container>'),
      'book.opf': strToU8(`<package><manifest>${items}</manifest><spine>${spine}</spine></package>`),
      'a.xhtml': strToU8('<p>Chapter.</p>'),
      ...parts,
    });

  test('one chapter a thousand times is refused', async () => {
    await expect(read(book('<itemref idref="a"/>'.repeat(1000)), 'a.epub')).rejects.toEqual(refused('FORMAT_INVALID', /twice/));
  });

  test.each(['../../../../etc/passwd', '/etc/passwd', 'file:///etc/passwd', '..%2f..%2fetc%2fpasswd', '__proto__', 'constructor'])(
    'a chapter at %s is looked for in the archive, and nowhere else',
    async (href) => {
      await expect(read(book('<itemref idref="a"/>', {}, `<item id="a" href="${href}"/>`), 'a.epub')).rejects.toEqual(
        refused('FORMAT_INVALID', /holds no/),
      );
    },
  );

  test('an address that cannot be decoded is a name', async () => {
    const odd = book('<itemref idref="a"/>', { '50%zz.xhtml': strToU8('<p>Odd.</p>') }, '<item id="a" href="50%zz.xhtml"/>');
    expect(await read(odd, 'a.epub')).toBe('Odd.');
    await expect(read(book('<itemref idref="a"/>', {}, '<item id="a" href="%zz"/>'), 'a.epub')).rejects.toEqual(
      refused('FORMAT_INVALID', /holds no "%zz"/),
    );
  });

  test('chapters together may not unpack to more than is allowed', async () => {
    const chapters = Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`c${k}.xhtml`, strToU8(`<p>${'a'.repeat(90_000)}</p>`)]));
    const items = Object.keys(chapters).map((name) => `<item id="${name}" href="${name}"/>`);
    const spine = Object.keys(chapters).map((name) => `<itemref idref="${name}"/>`);
    await expect(read(book(spine.join(''), chapters, items.join('')), 'a.epub')).rejects.toEqual(refused('TOO_LARGE'));
  });
});

describe('archives of odd shape', () => {
  test('two entries of one name are refused, since readers differ in which they take', () => {
    const two = zipSync({ 'a.txt': strToU8('one'), 'b.txt': strToU8('two') });
    const text = new TextDecoder('latin1').decode(two).replaceAll('b.txt', 'a.txt');
    expect(() =>
      openZip(
        Uint8Array.from(text, (c) => c.charCodeAt(0)),
        'x',
        100,
      ),
    ).toThrow(refused('FORMAT_INVALID', /two entries/) as never);
  });

  test('more entries than any book has are refused', () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, k) => [`${k}`, new Uint8Array()])), { level: 0 });
    expect(() => openZip(many, 'x', 100)).toThrow(refused('TOO_LARGE', /20001 entries/) as never);
  });

  test('an encrypted archive is refused', () => {
    expect(() => openZip(forged(docx('x'), 8, 1), 'x', 100)).toThrow(refused('FORMAT_INVALID', /encrypted/) as never);
  });

  test('an archive with something before and a comment after it is read', () => {
    const plain = zipSync({ 'a.txt': strToU8('one') });
    const commented = Uint8Array.from([...plain, ...strToU8('a comment')]);
    new DataView(commented.buffer).setUint16(plain.length - 2, 9, true);
    expect(new TextDecoder().decode(openZip(commented, 'x', 100)('a.txt'))).toBe('one');
  });

  test.each([new Uint8Array(), strToU8('x'), strToU8('PK\u0005\u0006'), new Uint8Array(1000)])('%j is no archive', (bytes) => {
    expect(() => openZip(bytes, 'x', 100)).toThrow(refused('FORMAT_INVALID') as never);
  });

  test('names of prototypes are names like others', () => {
    expect(openZip(docx('x'), 'x', 100)('__proto__')).toBeUndefined();
    expect(openZip(docx('x'), 'x', 100)('constructor')).toBeUndefined();
  });
});
