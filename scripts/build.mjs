// Builds dist/ anew: a module for each source file, the types beside it, packages that come along with their licences, the schema of an alignment in JSON.
import { execFile } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
rmSync('dist', { recursive: true, force: true });
const { resolve } = createRequire(import.meta.url);
const run = promisify(execFile);
await Promise.all([
  run(process.execPath, [join(dirname(resolve('tsup/package.json')), 'dist/cli-default.js'), '--silent']),
  run(process.execPath, [resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json']),
]);

// the compiler leaves the names of sources in declarations
for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'))) {
  const types = readFileSync(join('dist', file), 'utf8');
  writeFileSync(join('dist', file), types.replace(/(from |import\()('\.{1,2}\/[^']+)\.ts'/g, "$1$2.js'"));
}

const metafile = 'dist/metafile-esm.json';
const { outputs } = JSON.parse(readFileSync(metafile, 'utf8'));
rmSync(metafile);
const parts = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0));
const folders = new Set(parts.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
const licences = [...folders].sort().map((folder) => {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version}\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : `${license}, ${author?.name ?? author}`}\n`;
});
writeFileSync('dist/vendor/LICENSES.txt', licences.join('\n---\n\n'));
copyFileSync('src/formats/alignment.schema.json', 'dist/alignment.schema.json');
