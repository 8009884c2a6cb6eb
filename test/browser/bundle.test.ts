/** The built package, bundled for browsers: nothing in it asks for a module of Node. */
import { builtinModules } from 'node:module';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

describe('the library bundled for browsers', () => {
  test('imports no module of Node, and besides itself only the runtimes that may be absent', async () => {
    const { metafile } = await build({
      entryPoints: ['dist/index.js'],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
      external: ['@xenova/transformers', '@huggingface/transformers', 'node:*', ...builtinModules],
    });
    const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
    expect(outside.map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual([
      'dynamic-import @huggingface/transformers',
      'dynamic-import @xenova/transformers',
    ]);
  });
});
