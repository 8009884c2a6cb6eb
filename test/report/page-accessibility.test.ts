/** What axe says of the report, in every state a reader may bring it into. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/render-html.ts';
import type { Alignment } from '../../src/types.ts';
import { chromiumPath } from '../support/chromium.ts';
import { arabicAlignment, countedAlignment, madeAlignment } from './support/made-alignments.ts';
import { launchReportBrowser, type ReportBrowser, showView, views } from './support/report-browser.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const seeds = renderHtml(seedAlignment(), { title: 'Seeds' });
/** Three of the documents: the states below are many, and axe looks at everything. */
const three = renderHtml(onlyDocuments(['000', '001', '003']));
const phone = { width: 390, height: 844 };

const states: readonly [name: string, markup: string, options: BrowserContextOptions, prepare: (page: Page) => Promise<void>][] = [
  ['with a finding open', three, {}, (page) => showView(page, 'findings').then(() => page.locator('#f0 .place').first().click())],
  [
    'with another pair chosen, as rows',
    three,
    {},
    async (page) => {
      await page.selectOption('#right', '2');
      await page.locator('[value=rows]').evaluate((radio) => (radio as HTMLInputElement).click());
    },
  ],
  ['with weak passages left out', three, { colorScheme: 'dark' }, (page) => page.selectOption('#show', 'sure').then()],
  [
    'with what needs a look, and the legend',
    three,
    {},
    (page) => page.selectOption('#show', 'look').then(() => page.click('.legend summary')),
  ],
  ['with the legend, in the dark', three, { colorScheme: 'dark' }, (page) => page.click('.legend summary')],
  [
    'with a correction made',
    renderHtml(countedAlignment(4)),
    {},
    (page) => page.click('#correct').then(() => page.click('[data-key="u"]')),
  ],
  [
    'with words found',
    three,
    {},
    (page) =>
      page
        .locator('#find')
        .fill('putin')
        .then(() => page.locator('#find').press('Enter')),
  ],
  ['with all originals shown', three, {}, (page) => page.selectOption('#over', 'all').then()],
  ['with the details open on a phone', three, { viewport: phone }, (page) => page.click('#more')],
  [
    'with a bead chosen on a dark laptop',
    three,
    { viewport: { width: 1024, height: 768 }, colorScheme: 'dark' },
    (page) => page.click('#next'),
  ],
  ['of Arabic and English', renderHtml(arabicAlignment()), {}, async () => {}],
  ['of unrelated texts', renderHtml(madeAlignment(['a', 'en', ['One.']], ['b', 'fr', ['Deux.']], [], 'unrelated')), {}, async () => {}],
  [
    'with a word chosen',
    renderHtml(countedAlignment(4), { words: [[wordOfFirst()]] }),
    {},
    async (page) => {
      await page.locator('#sheet [tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
    },
  ],
];

function onlyDocuments(ids: readonly string[]): Alignment {
  const alignment = seedAlignment();
  const pairs = alignment.pairs.filter(({ source, target }) => ids.includes(source) && ids.includes(target));
  return {
    ...alignment,
    documents: alignment.documents.filter(({ id }) => ids.includes(id)),
    pairs,
    names: alignment.names.map((name) => ({ ...name, mentions: name.mentions.filter(({ document }) => ids.includes(document)) })),
    findings: alignment.findings.map((finding) => ({
      ...finding,
      beads: finding.beads.map(([pair, bead]): [number, number] => [pairs.indexOf(alignment.pairs[pair]!), bead]),
    })),
  };
}

function wordOfFirst() {
  return [{ source: [0, 4] as [number, number], target: [0, 3] as [number, number], similarity: 1 }];
}

describe.runIf(chromiumPath !== undefined)('axe has nothing to say', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await launchReportBrowser();
  });
  afterAll(() => browser.close());

  async function violations(page: Page): Promise<string[]> {
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run(document, { resultTypes: ['violations'] })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html)}`,
      );
    });
  }

  test.each([
    ['light', {}, views],
    ['dark', { colorScheme: 'dark' }, ['text', 'names', 'findings']],
    ['on a phone', { viewport: phone }, ['text', 'names']],
  ] as const)('about any part of the page, %s', { timeout: 90_000 }, async (_, options, shown) => {
    const { page } = await browser.open(seeds, options);
    await page.evaluate(axe);
    for (const view of shown) {
      await showView(page, view);
      expect(await violations(page), view).toEqual([]);
    }
  });

  test.each(states)('about the page %s', { timeout: 90_000 }, async (_, markup, options, prepare) => {
    const { page } = await browser.open(markup, options);
    await page.evaluate(axe);
    await prepare(page);
    expect(await violations(page)).toEqual([]);
  });
});
