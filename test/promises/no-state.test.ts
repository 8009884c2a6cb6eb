/** A stage keeps nothing between calls: an alignment that was changed is read as it now is. */
import { describe, expect, it } from 'vitest';
import { alignDocuments, findDivergences, linkWords, traceNames } from '../../src/index.ts';
import type { Alignment } from '../../src/types.ts';

const english = '“The talks were good and we will meet again next week,” Steve Witkoff said in Moscow. In the city 10 people were hurt.';
const changed = 'The talks were good and they would meet again next week, Jared Kushner said in Moscow. In the city 47 people were hurt.';
const indonesian =
  '“Pembicaraan itu baik dan kami akan bertemu lagi minggu depan,” kata Steve Witkoff di Moskow. Di kota itu 10 orang terluka.';

/** Give a document another text with as many sentences, in place. */
function change({ documents }: Alignment, text: string): void {
  const document = documents[0]!;
  document.text = text;
  let start = 0;
  for (const sentence of document.sentences) {
    const end = text.indexOf('.', start) + 1;
    Object.assign(sentence, { start, end, text: text.slice(start, end) });
    start = end + 1;
  }
}

describe('a changed document is read anew', () => {
  it.each([
    ['findDivergences', findDivergences],
    ['traceNames', traceNames],
    ['linkWords', linkWords],
  ] as const)('by %s', async (_, stage) => {
    const alignment = await alignDocuments([
      { id: 'en', text: english, language: 'en' },
      { id: 'id', text: indonesian, language: 'id' },
    ]);
    const before = JSON.stringify(await stage(alignment));
    change(alignment, changed);
    const copy = JSON.parse(JSON.stringify(alignment)) as Alignment;
    const after = JSON.stringify(await stage(alignment));
    expect(after).toBe(JSON.stringify(await stage(copy)));
    expect(after).not.toBe(before);
  });
});
