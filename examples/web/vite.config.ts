/**
 * Builds the page into `dist/` beside this file: `npm run build`, then `npx vite build examples/web`; `npx vite examples/web` serves it.
 *
 * The files of the model are found by Vite, which puts them beside the code. Paths are relative, so the page may lie in any folder of a server.
 * The built page has a content security policy: it may talk to its own server only, and run its own scripts and that of the report.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { darkStyleHash, pageScriptHash, pageStyleHash } from '../../src/report/page-assets.generated.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The report is shown in a frame that inherits the policy of the page, hence its hashes here. */
const policy = `default-src 'none'; script-src 'self' '${pageScriptHash}'; style-src 'self' '${pageStyleHash}' '${darkStyleHash}'; connect-src 'self'; worker-src 'self'; frame-src blob:; img-src data:; base-uri 'none'; form-action 'none'`;

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
};

/** Of no use here: the runtimes of other models, and an index for large collections. */
const external = ['@xenova/transformers', '@huggingface/transformers', 'usearch'];

export default defineConfig({
  root: path('.'),
  base: './',
  plugins: [contentSecurityPolicy],
  resolve: { alias: { palimpsest: path('../../dist/index.js') } },
  worker: { format: 'es', rolldownOptions: { external } },
  build: { outDir: path('./dist'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 3000, rolldownOptions: { external } },
});
