/** The web example, built and opened in Chromium: it aligns with the network cut off, and sends nothing anywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

describe.runIf(chromiumPath !== undefined)('the web example', () => {
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
    browser = await chromium.launch({ executablePath: chromiumPath!, args });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Open the page and wait for the model; everything it asks for and complains of is collected. */
  async function open(options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    const trouble: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => trouble.push(message.text()));
    await page.goto(address);
    await expect.poll(() => page.locator('#status').textContent(), { timeout: 60_000 }).toContain('The model is here');
    return { context, page, requests, trouble };
  }

  const status = (page: Page) => page.locator('#status').textContent();
  const names = (page: Page) => page.locator('.name').evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  const complaint = (page: Page) => page.locator('#error').textContent();

  test('aligns its sample with the network cut off, and asks for nothing', { timeout: 90_000 }, async () => {
    const { context, page, requests, trouble } = await open();
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);

    await context.setOffline(true);
    requests.length = 0;
    await page.click('#sample');
    await page.click('#align');
    await expect.poll(() => status(page), { timeout: 30_000 }).toMatch(/^Done/);
    const report = page.frameLocator('#report');
    await expect.poll(() => report.locator('#status').textContent()).toMatch(/^Passage 1 of \d+/);
    expect(await report.locator('#names').textContent()).toContain('Steve Witkoff');
    await report.locator('#sheet .w', { hasText: 'Moscow' }).first().hover();
    await expect.poll(() => report.locator('#sheet .w.hot').allTextContents()).toEqual(['Moscow', 'Moskow']);
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

  test('tells how much of the model has come', { timeout: 90_000 }, async () => {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      addEventListener('DOMContentLoaded', () => {
        const status = document.querySelector('#status')!;
        new MutationObserver(() => seen.push(status.textContent!)).observe(status, { childList: true, characterData: true, subtree: true });
      });
    });
    await page.goto(address);
    await expect.poll(() => status(page), { timeout: 60_000 }).toContain('The model is here');
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(seen.some((text) => /^Loading the model, once: \d+\.\d( of \d+\.\d)? MB …$/.test(text))).toBe(true);
  });

  test('texts are called as the reader says', { timeout: 90_000 }, async () => {
    const { page } = await open();
    await page.click('#sample');
    await page.locator('.name').first().fill('agency');
    await page.locator('.name').nth(1).fill('agency'); // no two alike
    await page.locator('.name').nth(1).blur();
    expect(await names(page)).toEqual(['agency', 'Text 2', 'Text 3']);
    await page.click('#align');
    await expect.poll(() => status(page), { timeout: 30_000 }).toMatch(/^Done/);
    await expect.poll(() => page.frameLocator('#report').locator('h1').textContent()).toBe('agency, Text 2, Text 3');
  });

  test('stops when asked to, and can start again', { timeout: 90_000 }, async () => {
    const { page } = await open();
    const long = Array.from({ length: 2000 }, (_, i) => `In the year ${i} the envoy met the president for ${i + 2} hours in Moscow.`).join(
      ' ',
    );
    await page.locator('textarea').first().fill(long);
    await page.locator('textarea').last().fill(long);
    await page.click('#align');
    await page.click('#stop');
    await expect.poll(() => status(page), { timeout: 30_000 }).toBe('Stopped.');
    expect(await page.locator('#align').isEnabled()).toBe(true);
    await page.click('#sample');
    await page.click('#align');
    await expect.poll(() => status(page), { timeout: 30_000 }).toMatch(/^Done/);
  });

  test('reads text, Markdown, web pages and Word documents, and says what it cannot read', { timeout: 90_000 }, async () => {
    const { page } = await open();
    const word = zipSync({
      'word/document.xml': strToU8(
        '<w:document xmlns:w="w"><w:p><w:r><w:t>One.</w:t></w:r><w:r><w:t> Two.</w:t></w:r></w:p><w:p><w:t>Three.</w:t></w:p></w:document>',
      ),
    });
    const book = zipSync({
      'META-INF/container.xml': strToU8('<container><rootfile full-path="OPS/book.opf"/></container>'),
      'OPS/book.opf': strToU8(
        '<package xmlns="http://www.idpf.org/2007/opf"><item id="b" href="text/b.xhtml"/><item id="a" href="text/a%20.xhtml"/><itemref idref="a"/><itemref idref="b"/></package>',
      ),
      'OPS/text/a .xhtml': strToU8('<html><body><h1>Chapter</h1><p>First.</p></body></html>'),
      'OPS/text/b.xhtml': strToU8('<html><body><p>Second.</p></body></html>'),
    });
    const put = (name: string, content: string | Uint8Array) =>
      page
        .locator('.pane [type=file]')
        .first()
        .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
    const text = () => page.locator('textarea').first().inputValue();
    const page1 = `<nav>Menu</nav><article><p>${'A paragraph of the article itself, long enough. '.repeat(3)}</p></article>`;
    for (const [name, content, expected] of [
      ['a.txt', 'Plain <b>text</b>.', 'Plain <b>text</b>.'],
      ['b.md', '# Title\n\nSome *words*.', 'Title\nSome words.'],
      ['c.html', page1, 'A paragraph of the article itself, long enough. '.repeat(3).trim()],
      ['d.epub', book, 'Chapter\nFirst.\nSecond.'],
      ['e.docx', word, 'One. Two.\nThree.'],
    ] as const) {
      await put(name, content);
      await expect.poll(text, { message: name }).toBe(expected);
      expect(await page.locator('.name').first().inputValue()).toBe(name);
    }
    for (const [name, content, expected] of [
      ['e.pdf', '%PDF', /^e\.pdf: files of this kind are not read/],
      ['f.txt', Uint8Array.of(0xe9, 0x20), /^f\.txt is not text in UTF-8/],
      ['g.docx', 'no archive', /^g\.docx is not a whole Word document/],
      ['h.epub', 'no archive', /^h\.epub is not a whole EPUB book/],
    ] as const) {
      await put(name, content);
      await expect.poll(() => complaint(page)).toMatch(expected);
    }
    expect(await text()).toBe('One. Two.\nThree.'); // what could not be read changes nothing
  });

  test('takes several files dropped at once, one into each pane', { timeout: 90_000 }, async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      for (const name of ['one.txt', 'two.txt', 'three.txt']) dataTransfer.items.add(new File([`Text of ${name}.`], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => names(page)).toEqual(['one.txt', 'two.txt', 'three.txt']);
    await expect.poll(() => page.locator('textarea').last().inputValue()).toBe('Text of three.txt.');
  });

  test('says what is missing or wrong in words', { timeout: 90_000 }, async () => {
    const { page, trouble } = await open();
    await page.click('#align');
    expect(await complaint(page)).toBe('Put a text into two panes first, or try the example.');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(2);
    await page.locator('textarea').first().fill('One text alone, and all of it in English.');
    await page.click('#align');
    await expect.poll(() => complaint(page)).toContain('only one text');
    await page.locator('textarea').last().fill('\u0000\u0001\u0002\u0000');
    await page.click('#align');
    await expect.poll(() => complaint(page)).toContain('does not look like text');
    expect(await page.locator('#result').isVisible()).toBe(false);
    expect(trouble).toEqual([]);
  });

  test.each([
    ['light', { viewport: { width: 1280, height: 900 } }],
    ['dark, on a phone', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)('gives axe nothing to say and fits the window, %s', { timeout: 90_000 }, async (_, options) => {
    const { page } = await open({ ...options, bypassCSP: true });
    await page.evaluate(axe);
    const violations = () =>
      page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(what: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run({ exclude: ['#report'] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
      });
    await page.click('#align'); // a complaint
    expect(await violations()).toEqual([]);
    await page.click('#sample');
    await page.click('#align');
    await expect.poll(() => status(page), { timeout: 30_000 }).toMatch(/^Done/);
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(options.viewport.width);
  });
});
