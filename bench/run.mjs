// Runs a bench written in TypeScript: `node bench/run.mjs bench/align-quality.ts [arguments]`. Bundles it with esbuild, which tsup brings along.
import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [script, ...rest] = process.argv.slice(2);
if (!script) {
  console.error('usage: node bench/run.mjs <bench.ts> [arguments]');
  process.exit(2);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
// two levels below the root, like src/*/*.ts, so that the model folder is found
const folder = join(root, 'node_modules', '.bench');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(script, '.ts')}.mjs`);
await build({
  entryPoints: [resolve(script)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
});
process.argv = [process.execPath, script, ...rest];
await import(pathToFileURL(outfile).href);
