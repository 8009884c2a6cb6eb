import { defineConfig } from 'tsup';

const common = { target: 'es2022', platform: 'neutral', clean: false } as const;

export default defineConfig([
  {
    ...common,
    // the command line and the worker threads share the library's chunk
    entry: { index: 'src/index.ts', cli: 'src/cli/main.ts', 'corpus-worker': 'src/corpus/corpus-worker.ts' },
    format: ['esm'],
    splitting: true,
    external: [/^node:/],
    dts: { entry: { index: 'src/index.ts' } },
  },
  {
    ...common,
    entry: { index: 'src/index.ts' },
    format: ['cjs'],
    // CommonJS has no import.meta.url; the shim gives it one
    shims: true,
  },
]);
