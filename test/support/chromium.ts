/** A page in headless Chromium that sees nothing but a loopback server with the files of a built package. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Chromium is; `undefined` where there is none. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

/** A page, the requests it made, and the way to close everything. */
export interface OpenPage {
  readonly page: Page;
  readonly origin: string;
  readonly requests: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Bundle a module for browsers as the package's `dist/index.js` and open a page that imports it as `window.bundle`. `/models` is served from the
 * working tree.
 */
export async function openPage(entry: string): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-'));
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'index.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['@xenova/transformers', '@huggingface/transformers', 'usearch', 'bullmq', 'ioredis'],
    logLevel: 'error',
  });
  const pages: Readonly<Record<string, string | Buffer>> = {
    '/': '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module">window.bundle = await import("/dist/index.js");</script>',
    '/dist/index.js': readFileSync(join(folder, 'index.js')),
  };
  rmSync(folder, { recursive: true });
  const server = await serve(
    (path) => pages[path] ?? (path.startsWith('/models/') && existsSync(`.${path}`) ? readFileSync(`.${path}`) : undefined),
  );
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  };
  try {
    const flags = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-sync',
    ];
    browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${origin}/`);
    await page.waitForFunction('window.bundle');
    return { page, origin, requests, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function serve(find: (path: string) => string | Buffer | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = path.includes('..') ? undefined : find(path);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream',
    });
    response.end(content ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
