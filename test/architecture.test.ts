/** Data flows one way: a stage may import earlier stages and the shared files, never a later stage. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const stages = ['text', 'embed', 'align', 'names', 'findings', 'lineage', 'report'];
const shared = /^src\/(types|errors|options|check-options|exact-math|alignment-shape|limits)\.ts$/;
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts'));

interface Import {
  path: string;
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)];
  const dynamic = [...text.matchAll(/(?<!typeof )\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)];
  return [
    ...statements.map((match) => ({ path: match[2]!, typeOnly: match[1] !== undefined })),
    ...dynamic.map((match) => ({ path: match[1]!, typeOnly: false })),
  ].map(({ path, typeOnly }) => ({ path: path.startsWith('.') ? posix.join(posix.dirname(file), path) : path, typeOnly }));
}

const folderOf = (file: string): string => (file.split('/').length > 2 ? file.split('/')[1]! : '');
const stageOf = (file: string): number => stages.indexOf(folderOf(file));

describe('imports go one way', () => {
  test.each(files.filter((file) => stageOf(file) >= 0))('%s imports nothing from a later stage or from the top', (file) => {
    for (const { path } of importsOf(file)) {
      if (!path.startsWith('src/')) continue;
      const allowed = shared.test(path) || (stageOf(path) >= 0 && stageOf(path) <= stageOf(file));
      expect(allowed, `${file} imports ${path}`).toBe(true);
    }
  });

  test('the command line imports its own folder and the two entries only', () => {
    for (const file of files.filter((name) => folderOf(name) === 'cli')) {
      for (const { path } of importsOf(file)) {
        if (path.startsWith('src/')) expect(/^src\/(cli\/|index\.ts$|queue\/queue\.ts$)/.test(path), `${file} imports ${path}`).toBe(true);
      }
    }
  });

  test('corpora and piles come after the stages: they import them, align-documents.ts and themselves, and only the entries and queues import them', () => {
    for (const file of files) {
      for (const { path } of importsOf(file)) {
        const folder = folderOf(file);
        if (['corpus', 'pairing'].includes(folder) && path.startsWith('src/')) {
          const allowed = shared.test(path) || stageOf(path) >= 0 || folderOf(path) === folder || path === 'src/align-documents.ts';
          expect(allowed, `${file} imports ${path}`).toBe(true);
        } else if (['corpus', 'pairing'].includes(folderOf(path))) {
          expect(file === 'src/index.ts' || folder === 'queue', `${file} imports ${path}`).toBe(true);
        }
      }
    }
  });

  test('only worker-aligner.ts loads the pool of threads', () => {
    const named = files.filter((file) => /['"]tinypool['"]/.test(readFileSync(file, 'utf8')));
    expect(named).toEqual(['src/corpus/worker-aligner.ts']);
  });

  test('only transformers-embedder.ts imports transformers.js', () => {
    const importers = files.filter((file) => importsOf(file).some(({ path }) => /@(xenova|huggingface)\/transformers/.test(path)));
    expect(importers.filter((file) => file !== 'src/embed/transformers-embedder.ts')).toEqual([]);
  });

  test('only load-peers.ts loads BullMQ and ioredis', () => {
    const loaders = files.filter((file) => importsOf(file).some(({ path, typeOnly }) => /^(bullmq|ioredis)$/.test(path) && !typeOnly));
    expect(loaders).toEqual([]);
    const named = files.filter((file) => /= '(bullmq|ioredis)'/.test(readFileSync(file, 'utf8')));
    expect(named).toEqual(['src/queue/load-peers.ts']);
  });

  test('no file but those of the command line imports a Node module', () => {
    const users = files.filter((file) => importsOf(file).some(({ path, typeOnly }) => path.startsWith('node:') && !typeOnly));
    expect(users.filter((file) => folderOf(file) !== 'cli')).toEqual([]);
  });

  test('only the command line, read-folder.ts and collect-to-file.ts touch the file system', () => {
    const users = files.filter((file) => /['"](node:)?fs(\/promises)?['"]/.test(readFileSync(file, 'utf8')));
    const allowed = ['src/embed/read-folder.ts', 'src/queue/collect-to-file.ts'];
    expect(users.filter((file) => folderOf(file) !== 'cli' && !allowed.includes(file))).toEqual([]);
  });

  test('only the command line prints or exits', () => {
    const code = (file: string) => readFileSync(file, 'utf8').replace(/^ *\*.*$/gm, ''); // examples in comments may print
    const noisy = files.filter((file) => folderOf(file) !== 'cli' && /\bconsole\.\w+\(|process\.exit\b/.test(code(file)));
    expect(noisy).toEqual([]);
  });
});
