/**
 * Take the picture of the report that the README shows: `examples/report.png`, from the seeds and the built library.
 *
 *     npm run build && node scripts/take-picture.mjs
 *
 * Needs a Chromium, found as the tests find it or named with CHROMIUM_PATH.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { alignDocuments, linkWords, renderHtml } from 'palimpsest';
import { chromium } from 'playwright-core';
import { describePng } from './png-description.mjs';

const root = new URL('../', import.meta.url);
const executablePath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
if (executablePath === undefined) throw new Error('No Chromium found; name one with CHROMIUM_PATH');

const { documents } = JSON.parse(readFileSync(new URL('seeds/manifest.json', root), 'utf8'));
const alignment = await alignDocuments(
  documents.map(({ id, file }) => ({ id, text: readFileSync(new URL(`seeds/${file}`, root), 'utf8') })),
);
const report = renderHtml(alignment, { title: 'Five reports on one meeting in Moscow', words: await linkWords(alignment) });

const browser = await chromium.launch({ executablePath, args: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1320, height: 860 }, deviceScaleFactor: 1.3, reducedMotion: 'reduce' });
await page.setContent(report);
// the passage in which the envoy's name is garbled, with the name chosen
const passage = page.locator('#sheet .column').first().locator('[role=group]', { hasText: 'Steve Witcaf' }).first();
await passage.click({ position: { x: 8, y: 8 } });
for (let step = 0; step < 20 && !(await page.locator('#word').textContent())?.includes('Witcaf'); step++)
  await page.keyboard.press('ArrowRight');
await page.evaluate(() => {
  /** @type {HTMLElement} */ (document.activeElement).blur();
  scrollTo(0, 0);
});
// the counts it shows, for the test that holds them against a run
const facts = (await page.locator('.facts').innerText()).replaceAll('·', '|');
writeFileSync(new URL('examples/report.png', root), describePng(await page.screenshot(), facts));
await browser.close();
