/** The first example of the README as it stands, in a fresh project with the packed tarball, in Chromium: by Vite, built and not, and without a bundler. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from '../package/support/documentation.ts';
import { root, type ScratchProject, scratchProject } from '../package/support/scratch-project.ts';
import { chromiumPath, fileAt, serve, visit } from '../support/chromium.ts';

if (chromiumPath === undefined) console.warn('test/browser/package.test.ts is skipped: no Chromium found; name one with CHROMIUM_PATH');

const example = blocksOf(readFileSync(join(root, 'README.md'), 'utf8')).find(({ language }) => language === 'ts')!.code;
const seeds = readdirSync(join(root, 'seeds')).filter((name) => name.endsWith('.txt'));
const seed = (number: string) => readFileSync(join(root, 'seeds', seeds.find((name) => name.startsWith(number))!), 'utf8');
const texts = { indonesian: seed('000'), english: seed('001'), chineseThenEnglish: seed('002') };

const program = `
${Object.entries(texts)
  .map(([name, text]) => `const ${name} = ${JSON.stringify(text)};`)
  .join('\n')}
${example}
window.answer = [alignment.pairs.length, alignment.names.some(({ canonical }) => canonical === 'Steve Witkoff')];`;
const page = (head: string) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}`;

describe.skipIf(chromiumPath === undefined)('the first example of the README', { timeout: 180_000 }, () => {
  let project: ScratchProject;
  beforeAll(() => {
    project = scratchProject();
    writeFileSync(join(project.folder, 'main.js'), program);
    writeFileSync(join(project.folder, 'index.html'), page('<script type="module" src="/main.js"></script>'));
  }, 180_000);
  afterAll(() => project?.remove());

  /** What the program answers at an address, and the first error of the page. Nothing but that server may be asked. */
  async function answerAt(address: string): Promise<unknown> {
    const opened = await visit(address);
    try {
      const failure = new Promise<Error>((resolve) => opened.page.on('pageerror', resolve));
      const answer = opened.page.waitForFunction('window.answer', null, { timeout: 120_000 }).then((handle) => handle.jsonValue());
      const first = await Promise.race([answer, failure]);
      for (const url of opened.requests.filter((one) => !/^(data|blob):/.test(one)))
        expect(url.startsWith(new URL(address).origin), url).toBe(true);
      return first;
    } finally {
      await opened.close();
    }
  }

  const config = () => ({ root: project.folder, configFile: false, logLevel: 'error' }) as const;

  test('runs in a fresh Vite project, in development', async () => {
    const server = await createServer({ ...config(), server: { host: '127.0.0.1', port: 0 } });
    try {
      await server.listen();
      expect(await answerAt(server.resolvedUrls!.local[0]!)).toEqual([6, true]);
    } finally {
      await server.close();
    }
  });

  test('runs in a fresh Vite project, built', async () => {
    await build({ ...config(), build: { outDir: 'built', target: 'es2022' } });
    const server = await serve((path) => fileAt(join(project.folder, 'built', path === '/' ? 'index.html' : path)));
    try {
      expect(await answerAt(server.origin)).toEqual([6, true]);
    } finally {
      server.close();
    }
  });

  test('runs in a page without a bundler, once an import map says where the package is', async () => {
    const map = { imports: { palimpsest: '/node_modules/palimpsest/dist/index.js' } };
    const head = `<script type="importmap">${JSON.stringify(map)}</script><script type="module" src="/main.js"></script>`;
    const server = await serve((path) => (path === '/' ? page(head) : fileAt(join(project.folder, path))));
    try {
      expect(await answerAt(server.origin)).toEqual([6, true]);
    } finally {
      server.close();
    }
  });

  test('says what to set where the files of the model are missing', async () => {
    const map = { imports: { palimpsest: '/node_modules/palimpsest/dist/index.js' } };
    const head = `<script type="importmap">${JSON.stringify(map)}</script>
      <script type="module">
        import { createEmbedder } from 'palimpsest';
        await createEmbedder().catch(({ code, message }) => { window.answer = [code, message]; });
      </script>`;
    const find = (answer: string | undefined) => (path: string) =>
      path === '/' ? page(head) : path.includes('/models/') ? answer : fileAt(join(project.folder, path));
    // development servers answer with their start page where a file is missing
    for (const [content, code] of [
      [undefined, 'MODEL_MISSING'],
      [page(''), 'MODEL_INVALID'],
    ] as const) {
      const server = await serve(find(content));
      try {
        expect(await answerAt(server.origin)).toEqual([code, expect.stringMatching(/config\.json.*createEmbedder\(\{ modelUrl \}\)/)]);
      } finally {
        server.close();
      }
    }
  });
});
