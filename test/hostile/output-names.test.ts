/** Files are written where the user said, whatever documents call themselves and their languages. */
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { formats } from '../../src/index.ts';
import { memoryIo } from '../cli/support/memory-io.ts';

const hostile = ['../../x', '/etc/passwd', 'en/../../../x', '..', 'a\0b', 'C:\\x', 'a\nb', '\u202etxt', 'x'.repeat(5000), '~', '-rf', ' '];
const alignment = (name: string) => {
  const made = formats.tsv.read('One.\tSatu.\n');
  const [source, target] = made.documents as [(typeof made.documents)[0], (typeof made.documents)[0]];
  const third = { ...target, id: `${name}3` };
  return formats.json.write({
    ...made,
    documents: [{ ...source, id: name, language: name }, { ...target, id: `${name}2`, language: 'id' }, third],
    pairs: [`${name}2`, third.id].map((id) => ({ ...made.pairs[0]!, source: name, target: id })),
  });
};

test.each(hostile.flatMap((name) => ['moses', 'intertext', 'tmx', 'tsv'].map((format) => [name.slice(0, 20), format, name] as const)))(
  'a document called %j, written as %s, leaves the folder of --out alone',
  async (_, format, name) => {
    const io = memoryIo({ 'in.json': alignment(name) });
    const code = await runCli(['convert', 'in.json', 'folder/out.x', '--to', format], io);
    expect(io.err).not.toMatch(/TypeError|RangeError|undefined/);
    for (const path of [...io.files.keys()].filter((path) => path !== 'in.json')) {
      expect(dirname(path)).toBe('folder');
      expect(path).toMatch(/^folder\/out[\p{L}\p{N}._-]+$/u);
      expect(path.length).toBeLessThan(240);
    }
    expect(code).toBe(0);
    expect(io.files.size - 1).toBe({ moses: 4, intertext: 6, tmx: 2, tsv: 2 }[format]); // none took the place of another
  },
);
