/** One set of cases on this Node, on others and in Chromium: every hash must be the same. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openPage } from './chromium.ts';
import type { EngineInput } from './engine-cases.ts';
import { findNode } from './other-nodes.ts';
import { seedDocuments } from './seeds.ts';

declare const bundle: typeof import('./engine-cases.ts');

const timeout = 600_000;

/** Define the tests. */
export function compareEngines(versions: readonly string[], size: Pick<EngineInput, 'rounds' | 'everyBlock'>): void {
  const input = { seeds: seedDocuments, ...size };
  const nodes = versions.map((version) => ({ version, ...findNode(version) }));
  for (const node of nodes) if ('missing' in node) console.warn(`Node ${node.version} is not compared: ${node.missing}`);
  if (chromiumPath === undefined) console.warn('Chromium is not compared: none found; name one with CHROMIUM_PATH');

  describe('the same input gives the same result', () => {
    let folder: string;
    let expected: Record<string, string>;
    const runWith = async (path: string): Promise<Record<string, string>> => {
      const { stdout } = await promisify(execFile)(path, [join(folder, 'run.mjs')], { maxBuffer: 1 << 26 });
      return JSON.parse(stdout) as Record<string, string>;
    };
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'palimpsest-engines-'));
      await build({
        entryPoints: ['test/support/engine-cases.ts'],
        outfile: join(folder, 'cases.mjs'),
        bundle: true,
        format: 'esm',
        platform: 'node',
        external: ['@xenova/transformers', '@huggingface/transformers', 'usearch', 'bullmq', 'ioredis'],
        logLevel: 'error',
      });
      const model = resolve('models/palimpsest-base');
      writeFileSync(
        join(folder, 'run.mjs'),
        `import { createRequire } from 'node:module';\nprocess.getBuiltinModule ??= createRequire(import.meta.url); // Node 20.8, the last with Unicode 15.0, has none\nconst { runEngineCases } = await import('./cases.mjs');\nconsole.log(JSON.stringify(await runEngineCases(${JSON.stringify({ ...input, model: { model } })})));\n`,
      );
      expected = await runWith(process.execPath);
    }, timeout);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test(`the cases run in Node ${process.versions.node}, and differ among themselves`, () => {
      expect(Object.keys(expected).length).toBeGreaterThan(3 * size.rounds);
      expect(new Set(Object.values(expected)).size).toBeGreaterThan(Object.keys(expected).length / 2);
    });

    test.each(nodes.flatMap((node) => ('path' in node ? [[node.version, node.path] as const] : [])))(
      'in Node %s',
      async (_, path) => {
        expect(await runWith(path)).toEqual(expected);
      },
      timeout,
    );

    test.runIf(chromiumPath !== undefined)(
      'in Chromium',
      async () => {
        const open = await openPage('test/support/engine-cases.ts');
        try {
          const model = { modelUrl: '/models/palimpsest-base/' };
          expect(await open.page.evaluate((given) => bundle.runEngineCases(given), { ...input, model })).toEqual(expected);
        } finally {
          await open.close();
        }
      },
      timeout,
    );
  });
}
