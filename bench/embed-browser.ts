/**
 * How fast the built-in embedder is in Chromium: sentences a second, tokenising included, and the time to fetch and load.
 *
 *     node bench/run.mjs bench/embed-browser.ts [folder of sentence files, one sentence a line]
 *
 * The same texts as in `bench/embed.ts`. That the vectors are those of Node is checked in `test/browser/embed.test.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { openPage } from '../test/support/chromium.ts';
import { readBenchTexts } from './embed-texts.ts';

declare const bundle: typeof import('../test/browser/embed-page.ts');

const open = await openPage('test/browser/embed-page.ts');
const record: Record<string, unknown> = {};
try {
  for (const { name, texts } of readBenchTexts(process.argv[2])) {
    const { load, fresh, warm } = await open.page.evaluate((list) => bundle.measure(list), texts);
    const rate = (duration: number): number => Math.round(texts.length / (duration / 1000));
    record[name] = {
      sentences: texts.length,
      loadMilliseconds: Math.round(load),
      sentencesPerSecond: { fresh: rate(fresh), warm: rate(warm) },
    };
    console.log(name, record[name]);
  }
} finally {
  await open.close();
}
mkdirSync('bench/record', { recursive: true });
writeFileSync('bench/record/embed-browser.json', `${JSON.stringify(record, null, 2)}\n`);
