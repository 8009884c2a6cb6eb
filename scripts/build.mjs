// Builds dist/ anew: the library as ES and CommonJS modules, the command line, types for both kinds of module, and the schema of an alignment in JSON.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
rmSync('dist', { recursive: true, force: true });
const tsup = join(dirname(createRequire(import.meta.url).resolve('tsup/package.json')), 'dist/cli-default.js');
execFileSync(process.execPath, [tsup, '--silent'], { stdio: 'inherit' });
writeFileSync('dist/index.cjs', "module.exports = require('./library.cjs').main;\n");
writeFileSync('dist/queue.cjs', "module.exports = require('./library.cjs').queue;\n");
for (const file of readdirSync('dist').filter((name) => name.endsWith('.d.ts'))) {
  const types = readFileSync(join('dist', file), 'utf8').replace(/(from '\.\/[^']+)\.js'/g, "$1.cjs'");
  writeFileSync(join('dist', file.replace(/\.ts$/, '.cts')), types);
}
copyFileSync('src/formats/alignment.schema.json', 'dist/alignment.schema.json');
