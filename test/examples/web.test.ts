/** The web example, built and opened in Chromium: it aligns with the network cut off, and sends nothing anywhere. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const executablePath = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

describe.runIf(executablePath !== undefined)('the web example', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'palimpsest-web-'));
    const configFile = fileURLToPath(new URL('../../examples/web/vite.config.ts', import.meta.url));
    await build({ configFile, logLevel: 'error', build: { outDir: folder } });
    server = createServer(async ({ url = '/' }, response) => {
      const path = join(folder, url === '/' ? 'index.html' : new URL(url, 'http://x').pathname);
      if (!existsSync(path)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(await readFile(path));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
    browser = await chromium.launch({ executablePath: executablePath!, args });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('aligns its sample with the network cut off', { timeout: 90_000 }, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    const trouble: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => trouble.push(message.text()));
    await page.goto(address);
    await expect.poll(() => page.locator('#status').textContent(), { timeout: 60_000 }).toContain('The model is here');
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);

    await context.setOffline(true);
    requests.length = 0;
    await page.click('#sample');
    await page.click('#align');
    await expect.poll(() => page.locator('#status').textContent(), { timeout: 30_000 }).toMatch(/^Done\./);
    const report = page.frameLocator('#report');
    await expect.poll(() => report.locator('#status').textContent()).toMatch(/^Passage 1 of \d+/);
    expect(await report.locator('#names').textContent()).toContain('Steve Witkoff');
    await report.locator('nav a[href="#names"]').click();
    await expect.poll(() => report.locator('#names').isVisible()).toBe(true);

    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(trouble).toEqual([]);
    expect(await page.locator('#downloads a').evaluateAll((links) => links.map((link) => link.getAttribute('download')))).toEqual([
      'report.html',
      'alignment.json',
      'memory.tmx',
    ]);
  });
});
