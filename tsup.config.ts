import { defineConfig } from 'tsup';

const common = { target: 'es2022', platform: 'neutral', clean: false } as const;

export default defineConfig([
  {
    ...common,
    // all share the library's chunk
    entry: {
      index: 'src/index.ts',
      queue: 'src/queue/queue.ts',
      cli: 'src/cli/main.ts',
      'corpus-worker': 'src/corpus/corpus-worker.ts',
    },
    format: ['esm'],
    splitting: true,
    external: [/^node:/],
    dts: { entry: { index: 'src/index.ts', queue: 'src/queue/queue.ts' } },
  },
  {
    ...common,
    // esbuild shares nothing between CommonJS entries, so there is one, and scripts/build.mjs makes two of it
    entry: { library: 'src/commonjs.ts' },
    format: ['cjs'],
    // CommonJS has no import.meta.url; the shim gives it one
    shims: true,
  },
]);
