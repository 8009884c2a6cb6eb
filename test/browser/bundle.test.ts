/** The built package, bundled for browsers: nothing in it asks for a module of Node. */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { peerDependencies: Record<string, string> };
const optional = Object.keys(peerDependencies);

describe('the library bundled for browsers', () => {
  test('imports no module of Node, and needs nothing that may be absent', async () => {
    const { metafile } = await build({
      entryPoints: ['dist/index.js'],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
      external: [...optional, 'node:*', ...builtinModules],
    });
    const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
    expect(outside.length).toBeGreaterThan(0);
    for (const { path, kind } of outside) {
      expect(optional).toContain(path);
      expect(kind, path).toBe('dynamic-import');
    }
  });
});
