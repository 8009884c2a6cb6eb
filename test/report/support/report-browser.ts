/** Reports in headless Chromium, cut off from the network. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from '../../support/chromium.ts';

/** A report that is open, and every error, message, dialog and request of its page. */
export interface OpenReport {
  readonly page: Page;
  readonly trouble: string[];
}

/** A browser to open reports in. */
export interface ReportBrowser {
  open(markup: string, options?: BrowserContextOptions): Promise<OpenReport>;
  close(): Promise<void>;
}

const address = 'http://report.test/';

export async function launchReportBrowser(): Promise<ReportBrowser> {
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath!, args });
  const contexts = new Map<string, Promise<BrowserContext>>(); // one for each set of options: making one takes longer than a page
  const contextFor = (options: BrowserContextOptions) => {
    const key = JSON.stringify(options);
    const viewport = { width: 1400, height: 900 };
    if (!contexts.has(key)) contexts.set(key, browser.newContext({ viewport, reducedMotion: 'reduce', offline: true, ...options }));
    return contexts.get(key)!;
  };
  return {
    async open(markup, options = {}) {
      const page = await (await contextFor(options)).newPage();
      const trouble: string[] = [];
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('console', (message) => trouble.push(message.text()));
      page.on('request', (request) => {
        if (request.url() !== address) trouble.push(request.url());
      });
      page.on('dialog', (dialog) => {
        trouble.push(dialog.message());
        void dialog.dismiss();
      });
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }));
      await page.goto(address);
      return { page, trouble };
    },
    close: () => browser.close(),
  };
}

/** Choose a part of the page and wait until it is there. */
export async function showView(page: Page, view: string): Promise<void> {
  await page.click(`nav a[href="#${view}"]`);
  await expect.poll(() => page.locator('.view.on').getAttribute('id')).toBe(view);
}

/** Everything a report has to show. */
export const views = ['text', 'names', 'findings', 'map', 'sources'] as const;
