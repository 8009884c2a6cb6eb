/** The report in a real browser: what the script does, and what axe says of it. Runs where a Chromium is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/render-html.ts';
import { hostileAlignment } from './support/hostile-alignment.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const executablePath = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const seeds = renderHtml(seedAlignment(), { title: 'Seeds' });

describe.runIf(executablePath !== undefined)('the page in Chromium', () => {
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
    browser = await chromium.launch({ executablePath: executablePath!, args });
    context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce', offline: true });
  });
  afterAll(() => browser.close());

  /** Open a report; every error, message and request of the page is collected. */
  async function open(markup: string, into: BrowserContext = context) {
    const page = await into.newPage();
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => trouble.push(message.text()));
    page.on('request', (request) => {
      if (request.url() !== 'http://report.test/') trouble.push(request.url());
    });
    page.on('dialog', (dialog) => {
      trouble.push(dialog.message());
      void dialog.dismiss();
    });
    await page.route('http://report.test/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }));
    await page.goto('http://report.test/');
    return { page, trouble };
  }

  async function show(page: Page, view: string) {
    await page.click(`nav a[href="#${view}"]`);
    await expect.poll(() => page.locator('.view.on').getAttribute('id')).toBe(view);
  }

  const status = (page: Page) => page.locator('#status').textContent();

  test('moves along the beads by key', async () => {
    const { page, trouble } = await open(seeds);
    expect(await status(page)).toMatch(/^Passage 1 of 12\./);
    await page.locator('#sheet [tabindex="0"]').focus();
    for (const key of ['ArrowDown', 'j', 'ArrowUp', 'End']) await page.keyboard.press(key);
    expect(await status(page)).toMatch(/^Passage 12 of 12\./);
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Sentence 2 with 4 to 5, confidence/);
    expect(trouble).toEqual([]);
  });

  test('brings the chosen passages level in threads', async () => {
    const { page } = await open(seeds);
    await page.locator('#sheet .column').first().locator('[data-b="5"]').click();
    const tops = await page
      .locator('#sheet .column .current')
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
    expect(tops).toHaveLength(2);
    expect(Math.abs(tops[0]! - tops[1]!)).toBeLessThan(1.5);
  });

  test('shows a parallel pair as rows and draws one ribbon for each bead above the confidence asked for', async () => {
    const { page } = await open(seeds);
    await page.selectOption('#left', '2');
    await page.selectOption('#right', '3');
    await expect.poll(() => page.locator('#sheet').getAttribute('class')).toBe('rows');
    expect(await page.locator('.ribbons path').count()).toBe(53);
    await page.locator('#least').fill('60');
    const sure = seedAlignment()
      .pairs.find((pair) => pair.relation === 'parallel')!
      .beads.filter((bead) => bead.similarity !== 0 && Math.round(bead.confidence * 100) >= 60);
    expect(await page.locator('.ribbons path').count()).toBe(sure.length);
  });

  test('swaps the sides', async () => {
    const { page } = await open(seeds);
    await page.click('#swap');
    expect(await page.locator('#left').inputValue()).toBe('1');
    expect(await status(page)).toMatch(/^Passage 1 of 12\. Sentence 4 to 5 with 2,/);
  });

  test('goes from a finding to its place, in its pair', async () => {
    const { page } = await open(seeds);
    await page.click('nav a[href="#findings"]');
    await page.click('#f0 a.place');
    expect(await status(page)).toContain('Sentence 12 with 14');
    expect(await page.locator('#detail').textContent()).toContain('what it counts is not');
  });

  test('marks the findings of the open pair only', async () => {
    const { page } = await open(seeds);
    expect(await page.locator('#sheet mark:not(.off)').count()).toBeGreaterThan(0);
    await page.selectOption('#right', '4');
    await expect.poll(() => page.locator('#sheet mark').count()).toBeGreaterThan(0);
    expect(await page.locator('#sheet mark:not(.off)').count()).toBe(0);
  });

  test('filters a long list of findings by rule, and shows all again to a link', async () => {
    const alignment = seedAlignment();
    const [finding] = alignment.findings;
    const findings = ['number', 'number', 'number', 'date', 'date', 'polarity'].map((rule) => ({ ...finding!, rule }));
    const { page } = await open(renderHtml({ ...alignment, findings }));
    await show(page, 'findings');
    expect(await page.locator('.filter button').allTextContents()).toEqual(['all 6', 'number 3', 'date 2', 'polarity 1']);
    await page.click('.filter button:has-text("date")');
    expect(await page.locator('.findings > li:visible .rule').allTextContents()).toEqual(['date', 'date']);
    await page.evaluate(() => {
      location.hash = 'f0';
    });
    await expect.poll(() => page.locator('.findings > li:visible').count()).toBe(6);
  });

  test('says so when a pair has no aligned passage, and still shows both texts', async () => {
    const { page, trouble } = await open(seeds);
    await page.selectOption('#right', '5');
    await expect.poll(() => status(page)).toBe('No passage of these two documents is aligned.');
    expect(await page.locator('#sheet .column').last().textContent()).toContain('Whitkov');
    expect(await page.locator('.ribbons path').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test('goes from a spelling in the names table to a sentence that holds it', async () => {
    const { page } = await open(seeds);
    await page.click('nav a[href="#names"]');
    await page.locator('#name-0 td[data-label="004"] a').first().click();
    await expect.poll(() => page.locator('#sheet .flash').textContent()).toContain('Whitkov');
  });

  test('runs nothing that the input brings along', async () => {
    for (const text of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'; alert(1); '",
      '</script><script>alert(1)</script>',
    ]) {
      const { page, trouble } = await open(renderHtml(hostileAlignment(text)));
      expect(await status(page)).toMatch(/^Passage 1 of 1\./);
      expect(trouble).toEqual([]);
      expect(await page.locator('img').count()).toBe(0);
    }
  });

  test('writes originals above garbled names, all changed names, or none', async () => {
    const { page } = await open(seeds);
    const shown = (kind: string) => page.locator(`#sheet .n.${kind} rt:visible`).count();
    expect([(await shown('garbled')) > 0, await shown('variant')]).toEqual([true, 0]);
    await page.selectOption('#over', 'all');
    expect([(await shown('garbled')) > 0, (await shown('variant')) > 0]).toEqual([true, true]);
    await page.selectOption('#over', 'none');
    expect([await shown('garbled'), await shown('variant')]).toEqual([0, 0]);
  });

  test('reads without JavaScript', async () => {
    const { page } = await open(seeds, await browser.newContext({ javaScriptEnabled: false }));
    expect(await page.locator('#d0s8').isVisible()).toBe(true);
    expect(await page.locator('#names table').isVisible()).toBe(true);
    expect(await page.locator('#desk').isVisible()).toBe(false);
  });

  test('fits a phone', async () => {
    const { page } = await open(seeds);
    await page.setViewportSize({ width: 360, height: 700 });
    for (const view of ['text', 'names', 'findings', 'map', 'notes']) {
      await show(page, view);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(360);
    }
  });

  test.each(['light', 'dark'] as const)('gives axe nothing to complain about when %s', async (colorScheme) => {
    const { page } = await open(seeds);
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    for (const view of ['text', 'names', 'findings', 'map', 'notes']) {
      await show(page, view);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html)}`);
      });
      expect(violations, view).toEqual([]);
    }
  });
});
