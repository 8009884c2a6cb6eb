/** The shape of `src`: who may import whom, no circles, no folder that outgrows the others, no state that outlives a call. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const stages = ['languages', 'text', 'embed', 'align', 'names', 'findings', 'lineage', 'report'];
const shared = /^src\/(types|errors|options|check-options|exact-math|alignment-schema|alignment-shape|limits|lazy)\.ts$/;
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

/** Groups of files that import one another, straight or by way of others (Tarjan 1972, https://doi.org/10.1137/0201010). */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    stack.push(file);
    let low = own;
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, order.get(next)!);
    }
    if (low === own) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1 || imports.get(file)?.includes(file)) found.push(group);
    }
    return low;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}

describe('imports go in no circle', () => {
  test('the search for circles finds them', () => {
    const imports = { a: ['b'], b: ['c', 'd'], c: ['a'], d: ['d'], e: ['a'] };
    expect(circles(new Map(Object.entries(imports))).map((group) => group.sort())).toEqual([['d'], ['a', 'b', 'c']]);
  });

  test('types included', () => {
    expect(circles(new Map(files.map((file) => [file, importsOf(file).map(({ path }) => path)])))).toEqual([]);
  });
});

test('no folder of code holds more than a fifth of its lines, tables apart, save findings', () => {
  const lines = new Map<string, number>();
  for (const file of files.filter((name) => folderOf(name) !== 'languages' && !name.endsWith('-table.ts')))
    lines.set(folderOf(file), (lines.get(folderOf(file)) ?? 0) + readFileSync(file, 'utf8').split('\n').length);
  const all = [...lines.values()].reduce((sum, count) => sum + count, 0);
  expect([...lines].filter(([folder, count]) => folder !== 'findings' && count > all / 5)).toEqual([]);
});

describe('no state outlives a call', () => {
  /** Names of module-level variables that are assigned again, and of module-level tables that are filled after they are made. */
  function stateOf(text: string): string[] {
    const variables = [...text.matchAll(/^(?:export )?let (\w+)/gm)];
    const tables = [...text.matchAll(/^(?:export )?const (\w+)(?:: [^=\n]+)? = (?:new (?:Weak)?(?:Map|Set|\w+Array)\b|\[\]|\{\})/gm)];
    const isFilled = (name: string) => new RegExp(`\\b${name}(\\.(set|add|push|fill)\\(|\\[[^\\]\\n]+\\]!? (\\?\\?)?= )`).test(text);
    return [...variables, ...tables.filter(([, name]) => isFilled(name!))].map(([, name]) => name!);
  }

  /** One copy of the weights for all embedders, one compiled module, one load at a time, one model for each thread; scratch of one step of arithmetic. */
  const allowed = [
    'src/align/kernel/build-kernel.ts',
    'src/corpus/corpus-worker.ts',
    'src/embed/builtin-model.ts',
    'src/embed/transformers-embedder.ts',
    'src/exact-math.ts',
    'src/lazy.ts',
  ];

  test('the search for state finds it', () => {
    const text = `let last = 1;\nconst seen = new WeakMap<A, B>();\nseen.set(a, b);\nconst words = new Set(['a']);\nconst row = new Int8Array(2);\nrow[0] = 1;`;
    expect(stateOf(text)).toEqual(['last', 'seen', 'row']);
  });

  test('tables that are parsed when first needed are `lazy`; all else belongs to a call', () => {
    const state = files
      .filter((file) => !file.startsWith('src/report/client/'))
      .map((file) => [file, stateOf(readFileSync(file, 'utf8'))] as const);
    expect(state.filter(([file, names]) => names.length > 0 && !allowed.includes(file))).toEqual([]);
  });
});

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

  test('no module of ours is loaded by `import()` but by the command line: Node cannot `require` (`dist/node.js`) what an import is loading', () => {
    const text = (file: string) => readFileSync(file, 'utf8').replace(/^ *\*.*$/gm, '');
    const loaders = files.filter((file) => folderOf(file) !== 'cli' && /(?<!typeof )\bimport\(\s*['"]\./.test(text(file)));
    expect(loaders).toEqual([]);
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
