/** The report in a real browser: what the script does. Runs where a Chromium is installed. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WordLink } from '../../src/align/words/link-words.ts';
import { formats } from '../../src/formats/formats.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { chromiumPath } from '../support/chromium.ts';
import { hostileAlignment } from './support/hostile-alignment.ts';
import { arabicAlignment, countedAlignment, madeAlignment } from './support/made-alignments.ts';
import { launchReportBrowser, type ReportBrowser, showView, views } from './support/report-browser.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const seeds = renderHtml(seedAlignment(), { title: 'Seeds' });

describe.runIf(chromiumPath !== undefined)('the page in Chromium', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await launchReportBrowser();
  });
  afterAll(() => browser.close());

  const status = (page: Page) => page.locator('#status').textContent();
  const textsOf = (page: Page, selector: string) => page.locator(selector).evaluateAll((all) => all.map((element) => element.textContent));

  describe('moving about', () => {
    test('goes along the beads by key', async () => {
      const { page, trouble } = await browser.open(seeds);
      expect(await status(page)).toMatch(/^Passage 1 of 12\./);
      await page.locator('#sheet [tabindex="0"]').focus();
      for (const key of ['ArrowDown', 'j', 'ArrowUp', 'End']) await page.keyboard.press(key);
      expect(await status(page)).toMatch(/^Passage 12 of 12\./);
      await page.keyboard.press('Home');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Sentence 2 with 4 to 5, confidence/);
      expect(trouble).toEqual([]);
    });

    test('goes along the beads by button', async () => {
      const { page } = await browser.open(seeds);
      await page.click('#next');
      await page.click('#next');
      await page.click('#previous');
      expect(await status(page)).toMatch(/^Passage 2 of 12\./);
    });

    test('chooses the bead nearest to a click in the map', async () => {
      const { page } = await browser.open(renderHtml(countedAlignment(20)));
      const click = async (x: number, y: number) => {
        const { width, height } = (await page.locator('#plot svg').boundingBox())!;
        await page.locator('#plot svg').click({ position: { x: x * width, y: y * height } });
      };
      await click(0.45, 0.54);
      expect(await status(page)).toMatch(/^Passage 10 of 20\./);
      await click(0.98, 0.98);
      expect(await status(page)).toMatch(/^Passage 20 of 20\./);
    });

    test('brings the chosen passages level in threads, again and again', async () => {
      const { page } = await browser.open(seeds);
      for (const bead of [5, 11, 3]) {
        await page.locator('#sheet .column').first().locator(`[data-b="${bead}"]`).first().click();
        const tops = await page.evaluate(() =>
          [...document.querySelectorAll('#sheet .column')].map((column) => column.querySelector('.current')!.getBoundingClientRect().top),
        );
        expect(Math.abs(tops[0]! - tops[1]!), String(bead)).toBeLessThan(1.5);
      }
    });

    test('goes from a spelling in the names table to a sentence that holds it', async () => {
      const { page } = await browser.open(seeds);
      await showView(page, 'names');
      await page.locator('#name-0 td[data-label="004"] a').first().click();
      await expect.poll(() => page.locator('#sheet .flash').textContent()).toContain('Whitkov');
    });

    test('goes from a finding to its pair, and outlines the words in question on both sides', async () => {
      const { page } = await browser.open(seeds);
      await page.selectOption('#left', '2');
      await showView(page, 'findings');
      await page.locator('#f0 .place').last().click();
      await expect.poll(() => page.locator('#left').inputValue()).toBe('0');
      expect(await textsOf(page, '#sheet .asked')).toEqual(['12 serangan ', 'Rusia', '12 fatalities']); // a name stands in it
      expect(await page.locator('#sheet .asked').last().isVisible()).toBe(true);
      expect(await page.locator('#detail').textContent()).toContain('The number is the same, what it counts is not.');
    });

    test('marks only the findings of the open pair', async () => {
      const { page } = await browser.open(seeds);
      expect(await page.locator('#sheet mark:not(.off)').count()).toBe(3);
      await page.selectOption('#right', '4');
      await expect.poll(() => page.locator('#sheet mark').count()).toBe(2);
      expect(await page.locator('#sheet mark:not(.off)').count()).toBe(0);
    });
  });

  describe('pairs', () => {
    test('shows a parallel pair as rows, and links only the beads above the confidence asked for', async () => {
      const { page } = await browser.open(seeds);
      await page.selectOption('#left', '2');
      await page.selectOption('#right', '3');
      await expect.poll(() => page.locator('#sheet').getAttribute('class')).toBe('rows');
      expect(await page.locator('.row .link b:visible').count()).toBe(53);
      expect(await textsOf(page, '.row .link span')).toEqual(['2–1']);
      await page.selectOption('#show', 'sure');
      await page.locator('#least').fill('60');
      const sure = seedAlignment()
        .pairs.find((pair) => pair.relation === 'parallel')!
        .beads.filter((bead) => bead.similarity !== 0 && Math.round(bead.confidence * 100) >= 60);
      expect(await page.locator('.row .link b:visible').count()).toBe(sure.length);
      expect(await page.locator('#least-shown').textContent()).toBe(`60 %, ${53 - sure.length} below`);
    });

    test('swaps the sides', async () => {
      const { page } = await browser.open(seeds);
      await page.click('#swap');
      expect(await page.locator('#left').inputValue()).toBe('1');
      expect(await status(page)).toMatch(/Sentence 4 to 5 with 2/);
    });

    test('opens a pair whose passages cross as threads, each ribbon between its own sentences', async () => {
      const { page } = await browser.open(renderHtml(countedAlignment(12, 5)));
      expect(await page.locator('#sheet').getAttribute('class')).toBe('threads');
      expect(await page.locator('.ribbons path').count()).toBe(12);
      const ends = await page.evaluate(() => {
        const top = document.querySelector('#sheet')!.getBoundingClientRect().top;
        const path = document.querySelector('.ribbons [data-b="0"]')!.getAttribute('d')!;
        const right = document.querySelectorAll('#sheet .column')[1]!.querySelector('[data-b="0"]')!.getBoundingClientRect();
        return { drawn: Number(/C[\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+ ([\d.]+)V/.exec(path)![1]), stands: right.top - top };
      });
      expect(Math.abs(ends.drawn - ends.stands)).toBeLessThan(1);
    });

    test('says what the two documents are to each other, and how much of them is aligned', async () => {
      const { page } = await browser.open(seeds);
      expect(await page.locator('#relation').textContent()).toBe(
        'Comparable: one event, told in two ways (90 % sure). Sentences aligned: 14 of 22 on the left, 15 of 33 on the right.',
      );
    });

    test('says so when a pair has no aligned passage, and still shows both texts', async () => {
      const { page, trouble } = await browser.open(seeds);
      await page.selectOption('#right', '5');
      await expect.poll(() => status(page)).toBe('No passage of these two documents is aligned.');
      expect(await page.locator('#sheet .column').last().textContent()).toContain('Whitkov');
      expect(await page.locator('.ribbons path').count()).toBe(0);
      expect(trouble).toEqual([]);
    });

    test('of thousands of passages draws those on the screen only, wherever that is', async () => {
      const { page } = await browser.open(renderHtml(countedAlignment(1200, 400)));
      const drawn = () => page.locator('.ribbons path').count();
      expect(await drawn()).toBeGreaterThan(5);
      expect(await drawn()).toBeLessThan(200);
      await page.locator('#sheet [tabindex="0"]').focus();
      await page.keyboard.press('End');
      expect(await status(page)).toMatch(/^Passage 1200 of 1200\./);
      await expect.poll(() => page.locator('.ribbons [data-b="1199"]').count()).toBe(1);
      expect(await drawn()).toBeLessThan(200);
      expect(await page.locator('#sheet .current').first().isVisible()).toBe(true);
    });
  });

  describe('words', () => {
    // “Witcaf” stands for “Witkoff”, across a mark; “bertemu” for “met”
    const words = (): WordLink[][][] => {
      const alignment = wordy();
      const find = (document: number, word: string): [number, number] => {
        const at = alignment.documents[document]!.text.indexOf(word);
        return [at, at + word.length];
      };
      const link = (one: string, other: string) => ({ source: find(0, one), target: find(1, other), similarity: 1 });
      return [[[link('Witcaf', 'Witkoff'), link('bertemu', 'met')], []]];
    };
    const wordy = () => {
      const alignment = madeAlignment(
        ['id', 'id', ['Pada hari itu', 'Witcaf bertemu Putin.', 'Akhir.']],
        ['en', 'en', ['That day Witkoff met Putin.', 'The end.']],
        [
          [0, 2, 0, 1],
          [2, 3, 1, 2],
        ],
      );
      const place = { document: 'id', sentence: 1, start: 14, end: 20, text: 'Witcaf' };
      alignment.names = [
        {
          canonical: 'Witkoff',
          type: 'person',
          mentions: [{ ...place, kind: 'garbled', romanized: 'Witcaf', similarity: 0.6, beads: [] }],
        },
      ];
      alignment.findings = [
        {
          rule: 'number',
          beads: [[0, 0]],
          witnesses: [{ ...place, start: 17, end: 28 }],
          message: 'x',
          confidence: 1,
        },
      ];
      return alignment;
    };

    test('light up on both sides when one is pointed at', async () => {
      const { page, trouble } = await browser.open(renderHtml(wordy(), { words: words() }));
      await page.locator('#sheet .w', { hasText: 'met' }).hover();
      expect(await textsOf(page, '#sheet .w.hot')).toEqual(['bertemu', 'met']);
      await page.locator('#sheet .w', { hasText: 'Witkoff' }).hover();
      expect((await textsOf(page, '#sheet .w.hot')).join('|')).toBe('Wit|caf|Witkoff'); // a finding begins inside the name
      expect(await textsOf(page, '#sheet .n.garbled')).toEqual(['Witcaf (Witkoff)']);
      expect(trouble).toEqual([]);
    });

    test('are gone through by key, and said', async () => {
      const { page } = await browser.open(renderHtml(wordy(), { words: words() }));
      await page.locator('#sheet [tabindex="0"]').focus();
      const said = () => page.locator('#word').textContent();
      await page.keyboard.press('ArrowRight');
      expect(await said()).toBe('Witcaf – Witkoff');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await said()).toBe('bertemu – met');
      expect(await textsOf(page, '#sheet .w.current')).toEqual(['bertemu', 'met']);
      await page.keyboard.press('ArrowDown');
      expect(await said()).toBe('');
    });

    test('follow the sides when these are swapped', async () => {
      const { page } = await browser.open(renderHtml(wordy(), { words: words() }));
      await page.evaluate(() => document.querySelector<HTMLElement>('#swap')!.click());
      await page.locator('#sheet [tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('#word').textContent()).toBe('Witkoff – Witcaf');
    });
  });

  describe('text', () => {
    test('runs as its script does, whatever a sentence begins with', async () => {
      const { page } = await browser.open(renderHtml(arabicAlignment()));
      const directions = await page
        .locator('#sheet .s')
        .evaluateAll((all) =>
          all.map((element) => `${element.closest('[lang]')!.getAttribute('lang')} ${getComputedStyle(element).direction}`),
        );
      expect(directions).toEqual(['ar rtl', 'en ltr', 'ar rtl', 'en ltr', 'ar ltr']);
    });

    test('has originals above garbled names, all changed names, or none', async () => {
      const { page } = await browser.open(seeds);
      const shown = (kind: string) => page.locator(`#sheet .n.${kind} rt:visible`).count();
      expect([(await shown('garbled')) > 0, await shown('variant')]).toEqual([true, 0]);
      await page.selectOption('#over', 'all');
      expect([(await shown('garbled')) > 0, (await shown('variant')) > 0]).toEqual([true, true]);
      await page.selectOption('#over', 'none');
      expect([await shown('garbled'), await shown('variant')]).toEqual([0, 0]);
    });

    test('is there without JavaScript', async () => {
      const { page } = await browser.open(seeds, { javaScriptEnabled: false });
      expect(await page.locator('#d0s8').isVisible()).toBe(true);
      expect(await page.locator('#names table').isVisible()).toBe(true);
      expect(await page.locator('#desk').isVisible()).toBe(false);
    });

    test('runs nothing that the input brings along', async () => {
      for (const text of [
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "'; alert(1); '",
        '</script><script>alert(1)</script>',
        '<style>*{display:none}</style><!--',
      ]) {
        const { page, trouble } = await browser.open(renderHtml(hostileAlignment(text), { title: text }));
        expect(await status(page)).toMatch(/^Passage 1 of 1\./);
        for (const view of views) await showView(page, view);
        expect(trouble).toEqual([]);
        expect(await page.locator('img').count()).toBe(0);
      }
    });
  });

  describe('what needs a look', () => {
    test('is shown alone, with the rest folded', async () => {
      const { page, trouble } = await browser.open(seeds);
      await page.selectOption('#left', '2');
      await page.selectOption('#right', '3');
      await page.selectOption('#show', 'look');
      const doubtful = Number(/(\d+) below/.exec((await page.locator('#least-shown').textContent())!)![1]);
      const shown = await page.locator('#sheet > .list > .row').count();
      expect(shown).toBeGreaterThanOrEqual(doubtful);
      expect(shown).toBeLessThan(53);
      const folded = await textsOf(page, '.fold summary');
      expect(folded.reduce((sum, text) => sum + Number(/^\d+/.exec(text)![0]), shown)).toBe(await page.locator('.row').count());
      expect(await page.locator('.fold .row:visible').count()).toBe(0);
      await page.locator('.fold summary').first().click();
      expect(await page.locator('.fold .row:visible').count()).toBeGreaterThan(0);
      expect(trouble).toEqual([]);
    });

    test('is all there is between passage and passage; a link into a fold opens it', async () => {
      const alignment = countedAlignment(9);
      for (const at of [2, 6]) alignment.pairs[0]!.beads[at]!.confidence = 0.2;
      const { page } = await browser.open(renderHtml(alignment));
      await page.selectOption('#show', 'look');
      expect(await status(page)).toMatch(/^Passage 1 of 2\..* 3 with 3/);
      await page.click('#next');
      expect(await status(page)).toMatch(/^Passage 2 of 2\..* 7 with 7/);
      await page.evaluate(() => {
        location.hash = 'd0s4';
      });
      await expect.poll(() => page.locator('#sheet [data-at="0.4"]').isVisible()).toBe(true);
    });
  });

  describe('findings', () => {
    test('are gone through by key, from anywhere, and round again', async () => {
      const { page } = await browser.open(renderHtml({ ...seedAlignment(), findings: Array(2).fill(seedAlignment().findings[0]) }));
      await showView(page, 'names');
      await page.keyboard.press('n');
      await expect.poll(() => page.locator('#finding').textContent()).toBe('Finding 1 of 2');
      expect((await textsOf(page, '#sheet .asked')).join('')).toContain('12 fatalities');
      await page.keyboard.press('n');
      await page.keyboard.press('n');
      expect(await page.locator('#finding').textContent()).toBe('Finding 1 of 2');
      await page.keyboard.press('p');
      expect(await page.locator('#finding').textContent()).toBe('Finding 2 of 2');
    });
  });

  describe('search', () => {
    test('finds words in texts that are not open, and goes to them one by one', async () => {
      const { page, trouble } = await browser.open(seeds);
      await page.keyboard.press('/');
      await page.keyboard.type('whitkov');
      const hits = Number(await page.locator('#found').textContent());
      expect(hits).toBeGreaterThan(1);
      await page.keyboard.press('Enter');
      expect(await page.locator('#found').textContent()).toBe(`1 of ${hits}`);
      await expect.poll(() => page.locator('#sheet .flash').textContent()).toContain('Whitkov');
      await page.keyboard.press('Shift+Enter');
      expect(await page.locator('#found').textContent()).toBe(`${hits} of ${hits}`);
      expect(await page.evaluate(() => document.activeElement!.id)).toBe('find');
      await page.keyboard.press('Escape');
      expect(await page.locator('#found').textContent()).toBe('');
      expect(trouble).toEqual([]);
    });
  });

  describe('corrections', () => {
    const four = () => renderHtml(countedAlignment(4));
    const rows = (page: Page) =>
      page
        .locator('.row')
        .evaluateAll((all) =>
          all.map((row) =>
            [...row.querySelectorAll('.cell')].map((cell) => [...cell.children].map((s) => (s as HTMLElement).dataset.i).join()).join('|'),
          ),
        );
    const box = (page: Page, side: number, sentence: number) => page.locator(`#sheet [data-at="${side}.${sentence}"] .pick`);

    test('join, cut and part passages, and are taken back', async () => {
      const { page, trouble } = await browser.open(four());
      await page.click('#correct');
      await box(page, 0, 1).check();
      await box(page, 1, 1).check();
      await page.click('[data-key="l"]'); // with those of the chosen passage
      expect(await rows(page)).toEqual(['1,2|1,2', '3|3', '4|4']);
      expect(await page.locator('.row .link').first().textContent()).toContain('✓');
      await box(page, 0, 0).uncheck();
      await box(page, 1, 1).uncheck();
      await page.keyboard.press('l');
      expect(await rows(page)).toEqual(['1|2', '2|1', '3|3', '4|4']);
      await page.locator('.row').last().click();
      await page.keyboard.press('u');
      expect(await rows(page)).toEqual(['1|2', '2|1', '3|3', '|4', '4|']);
      for (let i = 0; i < 3; i++) await page.click('[data-key="z"]');
      expect(await rows(page)).toEqual(['1|1', '2|2', '3|3', '4|4']);
      expect(trouble).toEqual([]);
    });

    test('say why they cannot be made', async () => {
      const { page } = await browser.open(four());
      await page.click('#correct');
      await box(page, 0, 2).check();
      await page.click('[data-key="l"]');
      expect(await page.locator('#hand-says').textContent()).toBe('Check sentences on both sides that follow one another.');
      expect(await rows(page)).toHaveLength(4);
    });

    test('that settle a doubtful passage end the need to look at it', async () => {
      const alignment = countedAlignment(4);
      alignment.pairs[0]!.beads[2]!.confidence = 0.3;
      const { page } = await browser.open(renderHtml(alignment));
      await page.selectOption('#show', 'look');
      await page.click('#correct');
      await page.click('[data-key="r"]');
      expect(await status(page)).toBe('No passage needs a look.');
    });

    test('are saved as anchors, which alignDocuments takes, and as an alignment, which formats.json reads', async () => {
      const { page } = await browser.open(four());
      await page.click('#correct');
      await box(page, 1, 1).check();
      await page.click('[data-key="l"]');
      const saved = async (button: string) => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
        return readFileSync((await download.path())!, 'utf8');
      };
      expect(JSON.parse(await saved('#save-anchors'))).toEqual({
        format: 'palimpsest-anchors',
        version: 1,
        documents: [
          { id: 'en', sentences: 4 },
          { id: 'id', sentences: 4 },
        ],
        anchors: [
          {
            source: 'en',
            target: 'id',
            beads: [
              { source: [0, 1], target: [0, 2] },
              { source: [1, 2], target: [0, 0] },
            ],
          },
        ],
      });
      const alignment = formats.json.read(await saved('#save-alignment'));
      expect(alignment.documents.map(({ sentences }) => sentences.map(({ text }) => text))).toEqual(
        countedAlignment(4).documents.map(({ sentences }) => sentences.map(({ text }) => text)),
      );
      expect(alignment.pairs[0]!.beads.map(({ source, target }) => [source, target])).toEqual([
        [
          [0, 1],
          [0, 2],
        ],
        [
          [2, 3],
          [2, 3],
        ],
        [
          [3, 4],
          [3, 4],
        ],
      ]);
    });
  });

  describe('focus', () => {
    test('is where one clicked, so that the arrows go on from there', async () => {
      const { page } = await browser.open(renderHtml(countedAlignment(9)));
      await page.locator('.row').nth(3).locator('.s').last().click();
      await page.keyboard.press('ArrowDown');
      expect(await status(page)).toMatch(/^Passage 5 of 9\./);
    });

    test('comes back to where one was in a list', async () => {
      const alignment = seedAlignment();
      const { page } = await browser.open(renderHtml({ ...alignment, findings: Array(12).fill(alignment.findings[0]) }));
      await showView(page, 'findings');
      await page.evaluate(() => scrollTo(0, 900));
      await page.locator('#f8 .place').first().click();
      await expect.poll(() => page.locator('.view.on').getAttribute('id')).toBe('text');
      await page.goBack();
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    });

    test('goes through every link of a sentence that stands in several', async () => {
      const alignment = madeAlignment(
        ['a', 'en', ['One and two.', 'Three.']],
        ['b', 'de', ['Eins.', 'Zwei.']],
        [
          [0, 1, 0, 1],
          [0, 1, 1, 2],
        ],
        'comparable',
      );
      const { page, trouble } = await browser.open(renderHtml(alignment));
      await page.locator('[value=threads]').evaluate((radio) => (radio as HTMLInputElement).click());
      expect(await page.locator('.ribbons path').count()).toBe(2);
      const sentence = page.locator('#sheet .column').first().locator('.s').first();
      await sentence.click();
      expect(await status(page)).toMatch(/Sentence 1 with 2/);
      await sentence.click();
      expect(await status(page)).toMatch(/Sentence 1 with 1/);
      expect(trouble).toEqual([]);
    });
  });

  describe('lists', () => {
    test('of findings are filtered by rule, and shown whole to a link', async () => {
      const alignment = seedAlignment();
      const [finding] = alignment.findings;
      const findings = (['number', 'number', 'number', 'date', 'date', 'polarity'] as const).map((rule) => ({ ...finding!, rule }));
      const { page } = await browser.open(renderHtml({ ...alignment, findings }));
      await showView(page, 'findings');
      expect(await textsOf(page, '#findings .filter button')).toEqual(['all 6', 'number 3', 'date 2', 'polarity 1']);
      await page.click('#findings .filter button:has-text("date")');
      expect(await page.locator('.findings > li:visible .rule').allTextContents()).toEqual(['date', 'date']);
      await page.evaluate(() => {
        location.hash = 'f0';
      });
      await expect.poll(() => page.locator('.findings > li:visible').count()).toBe(6);
    });

    test('of names are filtered by kind', async () => {
      const { page } = await browser.open(seeds);
      await showView(page, 'names');
      const garbled = seedAlignment().names.filter((name) => name.mentions.some((mention) => mention.kind === 'garbled')).length;
      await page.click(`#names .filter button:has-text("garbled ${garbled}")`);
      expect(await page.locator('.names tbody tr:visible').count()).toBe(garbled);
    });
  });

  test('changes between light and dark', async () => {
    const { page } = await browser.open(seeds, { colorScheme: 'dark' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.click('#theme');
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await paper()).toBe(light); // remembered
    await page.click('#theme');
    expect(await paper()).toBe(dark);
    await page.evaluate(() => localStorage.clear());
  });

  test('fits a phone', async () => {
    const { page } = await browser.open(seeds, { viewport: { width: 360, height: 700 } });
    for (const view of views) {
      await showView(page, view);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(360);
    }
    await showView(page, 'text');
    await page.click('#next');
    expect(await page.locator('#detail').isVisible()).toBe(false);
    await page.click('#more');
    expect(await page.locator('#detail').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('prints every passage in order, every list, and no control', async () => {
    const { page } = await browser.open(seeds, { colorScheme: 'dark' });
    await page.click('#theme');
    await page.click('#theme'); // dark by choice
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(':is(nav, .tools, aside, button, select, .ribbons):visible').count()).toBe(0);
    expect(await page.locator('.s:visible').count()).toBe(22 + 33);
    const left = await page
      .locator('.row .cell:first-child .s')
      .evaluateAll((all) => all.map((element) => Number((element as HTMLElement).dataset.i)));
    expect(left).toEqual([...left].sort((a, b) => a - b));
    for (const list of ['.names tbody tr', '.findings > li', '.maps > li', '.lineage > li', '.warnings > li'])
      expect(await page.locator(`${list}:visible`).count(), list).toBe(await page.locator(list).count());
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.row').evaluateAll((all) => all.every((row) => getComputedStyle(row).breakInside === 'avoid'))).toBe(true);
  });
});
