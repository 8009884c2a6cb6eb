/**
 * Bundle the script and the style sheet of the report page into `src/report/page-assets.generated.ts`.
 *
 * They are kept as ordinary files (`src/report/client/`, `src/report/page.css`), so that they are typed, linted and readable, and
 * are embedded in every report as two constants with the hashes that its content security policy names. The result is committed:
 * `renderHtml` must run in browsers and in tests without a build step. A test fails when it is out of date.
 *
 *     node scripts/build-report-assets.mjs
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('../src/report/', import.meta.url);

/** The text of the generated file. */
export async function buildReportAssets() {
  const shared = { bundle: true, write: false, minify: true, charset: 'utf8', legalComments: 'none' };
  const script = await build({
    ...shared,
    entryPoints: [fileURLToPath(new URL('client/main.ts', folder))],
    format: 'iife',
    target: 'es2021',
  });
  const style = await build({
    ...shared,
    entryPoints: [fileURLToPath(new URL('page.css', folder))],
    target: ['chrome100', 'firefox100', 'safari15'],
  });
  const constants = { pageScript: script.outputFiles[0].text.trim(), pageStyle: style.outputFiles[0].text.trim() };
  const lines = Object.entries(constants).flatMap(([name, text]) => [
    `export const ${name} = ${JSON.stringify(text).replaceAll('</', '<\\/')};`,
    `export const ${name}Hash = 'sha256-${createHash('sha256').update(text).digest('base64')}';`,
  ]);
  return `// biome-ignore-all format: generated\n// biome-ignore-all lint: generated\n// Made from client/ and page.css by scripts/build-report-assets.mjs. Change those and run it again.\n${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('page-assets.generated.ts', folder);
  const text = await buildReportAssets();
  if (text !== readFileSync(file, { encoding: 'utf8', flag: 'a+' })) writeFileSync(file, text);
}
