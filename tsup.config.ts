import { readdirSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { defineConfig } from 'tsup';
import { writeLazyEntry } from './scripts/lazy-entry.ts';

/** Packages that go into `dist/vendor`, one file each; why, says ARCHITECTURE.md. */
const vendored = readdirSync('scripts/vendor').map((file) => basename(file, '.js'));
const common = { target: 'es2022', format: 'esm', splitting: false, clean: false, removeNodeProtocol: false } as const;

export default defineConfig([
  {
    ...common,
    entry: ['src/**/*.ts', '!src/report/client/**'],
    platform: 'neutral',
    external: [/^node:/],
    noExternal: vendored,
    esbuildPlugins: [
      {
        name: 'one file a module',
        setup(build) {
          // the command line, too, loads what it calls
          build.onResolve({ filter: /^(\.\.\/)+(index|queue\/queue)\.ts$/ }, ({ importer, path }) =>
            /[\\/]src[\\/]cli[\\/]/.test(importer) ? { path: path.replace(/\w+\.ts$/, 'node.js'), external: true } : undefined,
          );
          build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path }) =>
            kind === 'entry-point' ? undefined : { path: path.replace(/ts$/, 'js'), external: true },
          );
          build.onResolve({ filter: new RegExp(`^(${vendored.join('|')})$`) }, ({ path, resolveDir }) => ({
            path: `./${relative(resolveDir, `src/vendor/${path}.js`).replaceAll('\\', '/')}`,
            external: true,
          }));
        },
      },
    ],
    esbuildOptions: (options) => {
      options.charset = 'utf8'; // tables would grow by half
    },
    onSuccess: async () => {
      for (const entry of ['dist/index.js', 'dist/queue/queue.js']) await writeLazyEntry(entry);
    },
  },
  {
    ...common,
    entry: Object.fromEntries(vendored.map((name) => [`vendor/${name}`, `scripts/vendor/${name}.js`])),
    platform: 'browser',
    noExternal: [/./],
    minify: true,
    metafile: true, // names what went in, for the licences
    esbuildOptions: (options) => {
      options.charset = 'utf8';
    },
  },
]);
