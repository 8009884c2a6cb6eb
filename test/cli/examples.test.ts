/** Every example of every --help runs as typed and leaves the files it promises. */
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../src/cli/examples.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { formats } from '../../src/formats/formats.ts';
import { type MemoryIo, memoryIo } from './support/memory-io.ts';

const english = [
  'On Friday the envoy Steve Witkoff met President Putin in Moscow.',
  'They talked for three hours.',
  'The Kremlin called it useful.',
];
const indonesian = [
  'Pada hari Jumat utusan Steve Witcaf bertemu Presiden Putin di Moskow.',
  'Mereka berbicara selama empat jam.',
  'Kremlin menyebutnya berguna.',
];
const docx = (sentences: readonly string[]) =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document><w:body>${sentences.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  });
const lines = (sentences: readonly string[]) => `${sentences.join('\n')}\n`;
const book = (sentences: readonly string[]) =>
  `<text><p id="1">${sentences.map((text, i) => `<s id="1:${i + 1}">${text}</s>`).join('')}</p></text>`;

/** What the examples take for given: texts, and the files that the examples before them made. */
function folder(): MemoryIo {
  const passages = indonesian.map((source, i) => `${source}\t${english[i]}\n`).join('');
  const tmx = formats.tmx.write(formats.tsv.read(passages));
  return memoryIo({
    'original.txt': lines(english),
    'translation.txt': lines(indonesian),
    'garbled.txt': lines(indonesian),
    'a.txt': lines(english),
    'b.txt': lines(indonesian),
    'c.txt': lines([english[0]!, english[2]!]),
    'en.docx': docx(english),
    'id.docx': docx(indonesian),
    'articles.json': JSON.stringify([
      { id: 'a', text: lines(english), url: 'https://news.example/a', date: '2026-04-25' },
      { id: 'b', text: lines(indonesian), url: 'https://news.example/b', date: '2026-04-26' },
    ]),
    'source.txt': lines(indonesian),
    'target.txt': lines(english),
    'corrections.json': JSON.stringify({
      anchors: [{ source: 'original', target: 'translation', beads: [{ source: [0, 1], target: [0, 1] }] }],
    }),
    'gold.json': JSON.stringify({ beads: [0, 1, 2].map((i) => ({ source: [i], target: [i] })) }),
    'found.vecalign': '[0]:[0]:0.1\n[1]:[1]:0.2\n[2]:[2]:0.3\n',
    'found.ladder': '0\t0\t1\n1\t1\t1\n2\t2\t1\n3\t3\t0\n',
    'found.tmx': tmx,
    'memory.tmx': tmx,
    'corpus.id': lines(indonesian),
    'corpus.en': lines(english),
    'books.alignment.xml': `<linkGrp toDoc="books.en.xml" fromDoc="books.id.xml"><link xtargets="1:1;1:1"/><link xtargets="1:2 1:3;1:2 1:3"/></linkGrp>`,
    'books.id.xml': book(indonesian),
    'books.en.xml': book(english),
  });
}

/** Words of a command line, its redirections apart. */
function parse(line: string): { argv: string[]; input?: string; output?: string } {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);
  const after = (sign: string) => (words.includes(sign) ? words.splice(words.indexOf(sign), 2)[1] : undefined);
  const [output, input] = [after('>'), after('<')];
  expect(words.shift()).toBe('palimpsest');
  return { argv: words, input, output };
}

describe.each(Object.entries(examples))('%s', (command, commandLines) => {
  let io: MemoryIo;
  beforeAll(async () => {
    io = folder();
    await runCli(['align', 'a.txt', 'b.txt', 'c.txt', '--out', 'alignment.json'], io);
  });

  test.each(commandLines)('%s', async (line) => {
    const { argv, input, output } = parse(line);
    const here = memoryIo(Object.fromEntries(io.files), { stdin: input === undefined ? undefined : (io.files.get(input) as string) });
    expect(await runCli(argv, here), here.err).toBe(0);
    expect(here.err).not.toContain('warning');
    const out = argv.includes('--out')
      ? argv[argv.indexOf('--out') + 1]!
      : command === 'convert'
        ? argv.find((word, i) => i > 1 && here.files.has(word) && !io.files.has(word))
        : undefined;
    const result = out === undefined ? here.out : (here.files.get(out) as string);
    expect(result?.length).toBeGreaterThan(10);
    if (line.includes('json') && (output?.endsWith('.json') || out?.endsWith('.json') || argv.includes('--json'))) JSON.parse(result);
  });
});

test('every command with examples has them in its own help, the first also in that of the program', async () => {
  const io = memoryIo();
  expect(await runCli(['--help'], io)).toBe(0);
  for (const [command, [first]] of Object.entries(examples)) {
    const help = memoryIo();
    expect(await runCli([command, '--help'], help)).toBe(0);
    expect(help.out, command).toContain(`Examples:\n  ${first}`);
    expect(io.out).toContain(first);
  }
});
