/**
 * Bundle the script and the style sheet of the report page into `src/report/page-assets.generated.ts`.
 *
 * They are kept as ordinary files (`src/report/client/`, `src/report/style/`), so that they are typed, linted and readable, and
 * are embedded in every report as constants with the hashes that its content security policy names. The result is committed:
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
  /** @type {import('esbuild').BuildOptions & { write: false }} */
  const shared = { bundle: true, write: false, minify: true, charset: 'utf8', legalComments: 'none' };
  const script = await build({
    ...shared,
    entryPoints: [fileURLToPath(new URL('client/main.ts', folder))],
    format: 'iife',
    target: 'es2021',
  });
  const [style, dark] = await Promise.all(
    ['style/page.css', 'style/dark.css'].map((file) =>
      build({ ...shared, entryPoints: [fileURLToPath(new URL(file, folder))], target: ['chrome111', 'firefox113', 'safari16.2'] }),
    ),
  );
  const constants = { pageScript: textOf(script), pageStyle: textOf(style), darkStyle: textOf(dark) };
  const lines = Object.entries(constants).flatMap(([name, text]) => [
    `export const ${name} = ${JSON.stringify(text).replaceAll('</', '<\\/')};`,
    `export const ${name}Hash = 'sha256-${createHash('sha256').update(text).digest('base64')}';`,
  ]);
  return `// biome-ignore-all format: generated\n// biome-ignore-all lint: generated\n// Made from client/ and style/ by scripts/build-report-assets.mjs. Change those and run it again.\n${lines.join('\n')}\n`;
}

const textOf = (result) => result.outputFiles[0].text.trim();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('page-assets.generated.ts', folder);
  const text = await buildReportAssets();
  if (text !== readFileSync(file, { encoding: 'utf8', flag: 'a+' })) writeFileSync(file, text);
}
