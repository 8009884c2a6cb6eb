/** A session of everything the library does, for a process that has no way out. Prints what was done. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.ts';
import { alignCorpus, alignDocuments, alignSentences, createEmbedder, formats, renderHtml, restoreNames } from '../../src/index.ts';
import { memoryIo } from '../cli/support/memory-io.ts';

const [seedsFile = '', folder = '', model = ''] = process.argv.slice(2);
const { default: seeds } = (await import(seedsFile, { with: { type: 'json' } })) as { default: { id: string; text: string }[] };
const done: string[] = [];
const embedder = await createEmbedder({ model });
const alignment = await alignDocuments(seeds, { embedder });
done.push(`names ${alignment.names.length > 0}`);
renderHtml(alignment);
for (const name of ['json', 'tsv', 'tmx', 'xliff', 'moses', 'intertext'] as const) {
  const file = formats[name].write(alignment, name === 'json' ? {} : ({ pair: 0 } as object));
  (formats[name].read as (file: unknown) => unknown)(file);
  done.push(name);
}
restoreNames(alignment, '000');
await alignSentences(['One.'], ['Satu.'], { embedder });
for await (const result of alignCorpus([['The cat sleeps.', 'Kucing itu tidur.']], { embedder })) done.push(result.status);

// a model by name, with nothing installed that could run it: told, not fetched
for (const options of [{ model: 'Xenova/LaBSE' }, { model: 'nobody/nothing', runtime: '@huggingface/transformers' as const }]) {
  try {
    await createEmbedder(options);
    done.push('made');
  } catch (error) {
    done.push((error as { code: string }).code);
  }
}

// text of a file that names things elsewhere is text
const page =
  '<!doctype html><html><head><link rel=stylesheet href="http://127.0.0.1:9/x.css"><script src="http://127.0.0.1:9/x.js"></script></head><body><article><p>The envoy met the president in Moscow.</p><img src="http://127.0.0.1:9/x.png"></article></body></html>';
const io = memoryIo({
  'a.html': page,
  'b.txt': 'Utusan itu bertemu presiden di Moskow.',
  'm.tmx': formats.tmx.write(alignment, { pair: 0 }).replace('tmx14.dtd', 'http://127.0.0.1:9/tmx14.dtd'),
});
for (const argv of [
  ['align', 'a.html', 'b.txt', '--out', 'r.html', '--model', model],
  ['names', 'a.html', 'b.txt', '--json', '--model', model],
  ['split', 'a.html'],
  ['convert', 'm.tmx', 'm.tsv'],
])
  done.push(`${argv[0]} ${await runCli(argv, io)}`);
await embedder.dispose();
writeFileSync(join(folder, 'done.json'), JSON.stringify({ done, err: io.err }));
