/** The built-in embedder in Chromium: the same vectors as in Node, from the package's own files, and no word to anyone else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { chromiumPath, type OpenPage, openPage } from '../support/chromium.ts';
import { sampleTexts } from '../support/sample-texts.ts';

declare const bundle: typeof import('./embed-page.ts');

if (chromiumPath === undefined) console.warn('test/browser/embed.test.ts is skipped: no Chromium found; name one with CHROMIUM_PATH');

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage('test/browser/embed-page.ts');
  });
  afterAll(() => open?.close());

  test.each([
    ['from the files of the package', undefined],
    ['from where the caller says', '/models/palimpsest-base'],
  ])('the built-in model %s gives the vectors it gives in Node', async (_, modelUrl) => {
    const embedder = await createEmbedder();
    const inNode = await embedder.embed(sampleTexts.map(([, text]) => text));
    await embedder.dispose();
    const inPage = await open.page.evaluate((url) => bundle.embedSamples(url), modelUrl);
    expect(Float32Array.from(inPage)).toEqual(inNode);
  });

  test('a model that is not there is missing', async () => {
    expect(await open.page.evaluate(() => bundle.errorOf({ modelUrl: '/models/nowhere/' }))).toMatch(
      /^MODEL_MISSING .*\/models\/nowhere\/(config|tokenizer|onnx)/,
    );
  });

  test('a folder on disk is refused, for there is no disk', async () => {
    expect(await open.page.evaluate(() => bundle.errorOf({ model: './models' }))).toMatch(/^MODEL_MISSING .*\.\/models/);
  });

  test('a runtime that is not there says what to install', async () => {
    expect(await open.page.evaluate(() => bundle.errorOf({ model: 'Xenova/LaBSE' }))).toMatch(/^RUNTIME_MISSING .*npm install/);
  });

  test('transformers.js needs to be told a model', async () => {
    expect(await open.page.evaluate(() => bundle.errorOf({ runtime: '@xenova/transformers' }))).toMatch(/^OPTION_INVALID .*`model`/);
  });

  test('nothing but the files of the package is asked for', () => {
    expect(open.requests.length).toBeGreaterThan(4);
    for (const url of open.requests.filter((url) => !url.startsWith('data:')))
      expect(url).toMatch(new RegExp(`^${open.origin}/(models/.*|dist/embed/index.js)?$`));
  });
});
