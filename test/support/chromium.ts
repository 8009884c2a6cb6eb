/** A page in headless Chromium that sees nothing but a loopback server with the files of a built package. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';

/** Where Chromium is; `undefined` where there is none. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
if (chromiumPath === undefined && process.env.CI === 'true')
  throw new Error('There is no Chromium: in continuous integration its tests may not be skipped');

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
    outfile: join(folder, 'dist/embed/index.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['@xenova/transformers', '@huggingface/transformers', 'usearch', 'bullmq', 'ioredis'],
    logLevel: 'error',
  });
  const bundle = readFileSync(join(folder, 'dist/embed/index.js'));
  rmSync(folder, { recursive: true });
  const pages: Readonly<Record<string, string | Buffer>> = {
    '/': '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module">window.bundle = await import("/dist/embed/index.js");</script>',
    '/dist/embed/index.js': bundle,
  };
  const server = await serve((path) => pages[path] ?? (path.startsWith('/models/') ? fileAt(`.${path}`) : undefined));
  try {
    const opened = await visit(`${server.origin}/`);
    const close = async (): Promise<void> => {
      await opened.close();
      server.close();
    };
    await opened.page.waitForFunction('window.bundle').catch(async (error) => {
      await opened.close();
      throw error;
    });
    return { ...opened, origin: server.origin, close };
  } catch (error) {
    server.close();
    throw error;
  }
}

/** Open an address in a browser of its own. */
export async function visit(address: string): Promise<Omit<OpenPage, 'origin'>> {
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'];
  const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
  try {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address);
    return { page, requests, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The content of a file; `undefined` where there is none. */
export function fileAt(path: string): Buffer | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}

/** A server on the loopback address; what is not found is answered with 404. */
export async function serve(find: (path: string) => string | Buffer | undefined): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = path.includes('..') ? undefined : find(path);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream',
    });
    response.end(content ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
