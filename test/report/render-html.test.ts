import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildReportAssets } from '../../scripts/build-report-assets.mjs';
import { linkWords } from '../../src/align/words/link-words.ts';
import { alignDocuments } from '../../src/align-documents.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { hostileAlignment } from './support/hostile-alignment.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const page = renderHtml(seedAlignment(), { title: 'Seeds' });

test('the script and styles in the source are those built from client/ and style/', async () => {
  const committed = readFileSync(new URL('../../src/report/page-assets.generated.ts', import.meta.url), 'utf8');
  expect(committed, 'run `node scripts/build-report-assets.mjs`').toBe(await buildReportAssets());
});

describe('the report of the seeds', () => {
  test('is under 300 kB', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
  });

  test('asks the network for nothing', () => {
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|video|audio|source|base)\b/i);
    expect(page).not.toMatch(/\b(src|srcset|poster|action|formaction)=/i);
    expect(page).not.toMatch(/url\(|@import|fetch\(|XMLHttpRequest|sendBeacon|WebSocket/);
  });

  test('lets run nothing but its own script and style', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!;
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)![1]!;
    const styles = [...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => hash(match[1]!));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(script)};`);
    expect(policy).toContain(`style-src ${styles.join(' ')};`);
  });

  test('holds every sentence once, with its number and language', () => {
    const alignment = seedAlignment();
    const sentences = alignment.documents.reduce((sum, document) => sum + document.sentences.length, 0);
    expect([...page.matchAll(/<p class="s[^"]*" id="d\d+s\d+"/g)]).toHaveLength(sentences);
    expect(page).toContain('<article class="doc" id="d2" lang="zh"');
  });

  test('says above a garbled name what it stands for', () => {
    expect(page).toMatch(/<ruby class="n garbled" data-n="0">Witcaf<rp> \(<\/rp><rt[^>]*>Witkoff<\/rt>/);
  });

  test('lists the spellings of a name with the letters that changed', () => {
    const row = /<tr id="name-0"[\s\S]*?<\/tr>/.exec(page)![0];
    expect(row).toContain('Wit<b>ca</b>f');
    expect(row).toContain('维特科夫');
    expect(row).toContain('garbled');
  });

  test('links a finding to its two places', () => {
    const finding = /<li id="f0"[\s\S]*?<\/li>/.exec(page)![0];
    expect(finding).toContain('href="#d0s11"');
    expect(finding).toContain('href="#d1s13"');
    expect(page).toContain('<mark data-f="0">12 fatalities</mark>');
  });

  test('is the same each time', () => {
    expect(renderHtml(seedAlignment(), { title: 'Seeds' })).toBe(page);
  });
});

describe('hostile input', () => {
  const hostile = renderHtml(hostileAlignment('<script>alert(1)</script>'));

  test('never becomes a tag', () => {
    const inside = hostile.replace(/<style[\s\S]*?<\/style>/g, '');
    expect([...inside.matchAll(/<script/g)]).toHaveLength(2); // the data and our own
    expect(inside).not.toContain('<script>alert');
  });

  test('never leaves an attribute', () => {
    const quoted = renderHtml(hostileAlignment('" onmouseover="alert(1)" x=\''));
    const withoutData = quoted.replace(/<script[\s\S]*?<\/script>/g, '');
    for (const [tag] of withoutData.matchAll(/<[a-z][^>]*>/gi)) expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/onmouseover/);
  });

  test('never becomes a link that runs code', () => {
    expect(renderHtml(hostileAlignment('javascript:alert(1)'))).not.toMatch(/href="javascript/i);
  });

  test('without names, findings or beads is still a page', () => {
    const empty = renderHtml({ ...seedAlignment(), names: [], findings: [], lineage: [], warnings: [], groups: [], pairs: [] });
    expect(empty).toContain('No names were traced.');
    expect(empty).toContain('Saya mengatakannya seperti itu.');
  });
});

test('the seeds as they come out of the library, with word links, are under 300 kB and say nothing of a network', async () => {
  const { documents } = JSON.parse(readFileSync(new URL('../../seeds/manifest.json', import.meta.url), 'utf8')) as {
    documents: { id: string; file: string }[];
  };
  const texts = documents.map(({ id, file }) => ({ id, text: readFileSync(new URL(`../../seeds/${file}`, import.meta.url), 'utf8') }));
  const alignment = await alignDocuments(texts);
  const report = renderHtml(alignment, { words: await linkWords(alignment) });
  expect(Buffer.byteLength(report)).toBeLessThan(300_000);
  expect(report).not.toMatch(/<(link|img|iframe|object|embed|base)\b|\bsrc=/i);
});
