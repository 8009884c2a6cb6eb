import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/cli/decode-text.ts';
import { metaCharset } from '../../src/cli/meta-charset.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import type { Warning } from '../../src/types.ts';
import { encodeText } from '../support/encode-text.ts';
import { memoryIo } from './support/memory-io.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const refused = (message: RegExp) => expect.objectContaining({ code: 'NOT_TEXT', message: expect.stringMatching(message) });

/** A sentence in each encoding, as a page or a translation memory may declare it. */
const samples: readonly (readonly [encoding: string, label: string, text: string])[] = [
  ['gbk', 'gb2312', '渡船中午离开了港口。'],
  ['gb18030', 'GB18030', '渡船中午离开了港口。'],
  ['big5', 'Big5', '渡船中午離開了港口。'],
  ['shift_jis', 'Shift_JIS', '船は正午に港を出た。'],
  ['shift_jis', 'windows-31j', '船は正午に港を出た。'],
  ['euc-jp', 'EUC-JP', '船は正午に港を出た。'],
  ['iso-2022-jp', 'ISO-2022-JP', '船は正午に港を出た。'],
  ['euc-kr', 'ks_c_5601-1987', '배는 정오에 항구를 떠났다.'],
  ['windows-1252', 'windows-1252', '“Le café” a fermé à midi – pour 5 €.'],
  ['windows-1252', 'ISO-8859-1', 'El café cerró al mediodía.'],
  ['iso-8859-15', 'iso-8859-15', 'Le café coûte 5 €.'],
  ['windows-1250', 'windows-1250', 'Prom odpłynął o północy.'],
  ['iso-8859-2', 'ISO-8859-2', 'Prom odpłynął o północy.'],
  ['windows-1251', 'windows-1251', 'Паром ушёл в полдень.'],
  ['koi8-r', 'KOI8-R', 'Паром ушёл в полдень.'],
  ['windows-1253', 'windows-1253', 'Το πλοίο έφυγε.'],
  ['windows-1254', 'iso-8859-9', 'Gemi öğlen ayrıldı.'],
  ['windows-1256', 'windows-1256', 'غادرت السفينة.'],
  ['windows-874', 'TIS-620', 'เรือออกแล้ว'],
  ['windows-1258', 'windows-1258', 'Chào anh.'],
];

describe('what a file declares is read', () => {
  test.each(samples)('%s as %s', async (encoding, label, text) => {
    const page = (head: string) => encodeText(`<html><head>${head}</head><body><p>${text}</p></body></html>`, encoding);
    const memory = `<?xml version='1.0' encoding='${label}'?>\n<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>x</seg></tuv><tuv xml:lang="xx"><seg>${text}</seg></tuv></tu></body></tmx>`;
    const io = memoryIo({
      'short.html': page(`<meta charset=${label}>`),
      'long.htm': page(
        `<!-- <meta charset="utf-7"> --><title>x</title><META content='text/html; charset=${label}' HTTP-EQUIV="Content-Type">`,
      ),
      'xml.xhtml': encodeText(`<?xml version="1.0" encoding="${label}"?><html><body><p>${text}</p></body></html>`, encoding),
      'memory.tmx': encodeText(memory, encoding),
    });
    for (const name of ['short.html', 'long.htm', 'xml.xhtml']) {
      io.out = '';
      expect(await runCli(['split', name], io), io.err).toBe(0);
      expect(io.out.trim().replace(/\n/g, ' ')).toBe(text);
    }
    expect(await runCli(['convert', 'memory.tmx', 'out', '--to', 'moses'], io), io.err).toBe(0);
    expect(io.files.get('out.xx')).toBe(`${text}\n`);
    expect(io.err).not.toContain('warning');
  });

  test('XML in UTF-16 without a mark is known by its first characters', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><x>é</x>';
    expect(decodeText(encodeText(text, 'utf-16le'), 'a.tmx')).toBe(text);
    expect(decodeText(encodeText(text, 'utf-16be'), 'a.tmx')).toBe(text);
  });

  test('UTF-8 whose declaration was left behind is UTF-8, with a warning', () => {
    const warnings: Warning[] = [];
    const utf8 = (text: string) =>
      decodeText(new TextEncoder().encode(text), 'a.html', { readHead: metaCharset, onWarning: (w) => warnings.push(w) });
    expect(utf8('<meta charset=gbk><p>渡船</p>')).toContain('渡船');
    expect(warnings).toEqual([{ code: 'ENCODING_IGNORED', message: 'a.html is UTF-8, not gbk, which it declares' }]);
    expect(utf8('<?xml version="1.0" encoding="UTF-16"?><p>é</p>')).toContain('é');
    expect(warnings).toHaveLength(1);
  });

  test.each([
    ['an encoding that nobody knows', '<meta charset="klingon">', /declares the encoding "klingon", which is not known/],
    ['an encoding that the web has given up', '<meta charset="iso-2022-kr">', /declares the encoding "iso-2022-kr"/],
    ['an encoding that the bytes are not in', '<meta charset="utf-8">\xe9', /a\.html is not utf-8 text/],
    ['escape sequences without a declaration', '\x1b$B%$\x1b(B', /has escape sequences, as ISO-2022-JP has them/],
    ['escape sequences of a terminal', 'a \x1b[31mred\x1b[0m', /has escape sequences$/],
    ['UTF-16 that says nothing', 'a\0b\0', /NUL characters.*utf-16le/],
  ])('%s is refused', (_, text, message) => {
    const latin1 = Uint8Array.from(text, (c) => c.charCodeAt(0));
    expect(() => decodeText(latin1, 'a.html', { readHead: metaCharset })).toThrow(refused(message) as never);
  });

  test('a declaration in the text of a file that is no page says nothing', () => {
    expect(() => decodeText(bytes(...Buffer.from('<meta charset=gbk>'), 0xd6, 0xd0), 'a.txt')).toThrow(refused(/not utf-8/) as never);
  });
});

describe('--encoding', () => {
  const chinese = '渡船中午离开了港口。海上风浪很大。没有人说话。';
  const vietnamese = 'Chiếc phà rời cảng vào buổi trưa. Biển động rất mạnh. Không ai nói gì.';
  const files = () =>
    memoryIo({
      'zh.txt': encodeText(chinese, 'gb18030'),
      'vi.txt': vietnamese,
      'marked.txt': bytes(0xff, 0xfe, ...encodeText(chinese, 'utf-16le')),
      'utf8.txt': chinese,
    });

  test.each([
    ['one file by its name', ['zh.txt', 'vi.txt', '--encoding', 'zh.txt=gb18030']],
    ['all files, of which one is UTF-8', ['zh.txt', 'vi.txt', '--encoding', 'gb18030']],
    ['all files, and one by its name', ['zh.txt', 'vi.txt', '--encoding', 'windows-1258', '--encoding', 'zh.txt=gb18030']],
    ['a byte order mark wins', ['marked.txt', 'vi.txt', '--encoding', 'windows-1251']],
    ['a byte order mark wins over the name of its file', ['marked.txt', 'vi.txt', '--encoding', 'marked.txt=gbk']],
    ['UTF-8 is not read as something else', ['utf8.txt', 'vi.txt', '--encoding', 'windows-1251']],
  ])('%s', async (_, argv) => {
    const io = files();
    expect(await runCli(['align', ...argv, '--json', '--no-trace'], io), io.err).toBe(0);
    expect(JSON.parse(io.out).documents.map(({ text }: { text: string }) => text)).toEqual([chinese, vietnamese]);
  });

  test('a file that is called so is read as it is said, also where it is UTF-8', async () => {
    const io = memoryIo({ 'a.txt': 'é' });
    expect(await runCli(['split', 'a.txt', '--encoding', 'a.txt=windows-1252'], io), io.err).toBe(0);
    expect(io.out).toBe('Ã©\n');
    expect(io.err).not.toContain('ENCODING');
  });

  test.each([
    ['split', ['split', 'vi.txt', '--encoding', 'b.txt=gbk']],
    ['convert', ['convert', 'vi.txt', 'out.tmx', '--from', 'tsv', '--encoding', 'b.txt=gbk']],
    ['align', ['align', 'zh.txt', 'vi.txt', '--encoding', 'b.txt=gbk']],
    ['pair', ['pair', 'zh.txt', 'vi.txt', '--encoding', 'b.txt=gbk']],
  ])('of %s for a file that is not read is wrong use', async (_, argv) => {
    const io = files();
    expect(await runCli(argv, io)).toBe(2);
    expect(io.err).toContain('--encoding names b.txt, which is not among the files');
  });

  test.each(['klingon', 'a.txt=klingon', '=gbk', ''])('%j is no encoding', async (value) => {
    const io = memoryIo({ 'a.txt': 'x' });
    expect(await runCli(['split', 'a.txt', '--encoding', value], io)).toBe(2);
  });
});

test.each<[string, Uint8Array, string | undefined, string]>([
  ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x41), undefined, 'A'],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x41, 0x00), undefined, 'A'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0x00, 0x41), undefined, 'A'],
  ['GB 18030 when said', bytes(0xd6, 0xd0), 'gb18030', '中'],
  ['windows-1252, also where an engine takes it for Latin-1', bytes(0x80, 0x81, 0x92, 0x9f), 'windows-1252', '€\x81’Ÿ'],
])('%s is decoded', (_, input, encoding, expected) => {
  expect(decodeText(input, 'a.txt', { encoding })).toBe(expected);
});

test('UTF-32 is refused by its name', () => {
  expect(() => decodeText(bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'a.txt')).toThrow(refused(/UTF-32/) as never);
});
