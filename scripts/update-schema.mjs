// Writes src/formats/alignment.schema.json from src/alignment-schema.ts: `node scripts/update-schema.mjs`, after a change of the latter.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: [new URL('../src/alignment-schema.ts', import.meta.url).pathname],
  bundle: true,
  format: 'esm',
  write: false,
});
const { alignmentSchema } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
const { $schema, ...rest } = toJsonSchema(alignmentSchema);
const path = new URL('../src/formats/alignment.schema.json', import.meta.url).pathname;
writeFileSync(path, JSON.stringify({ $schema, title: 'Alignment, as formats.json.write of Palimpsest writes it', ...rest }, null, 2));
execFileSync('npx', ['biome', 'format', '--write', path], { stdio: 'inherit' });
