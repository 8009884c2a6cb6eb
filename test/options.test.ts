/** Every stage refuses options that it does not know, and values that an option cannot have. */
import { describe, expect, test } from 'vitest';
import { alignDocuments, findDivergences, linkWords, renderHtml, splitSentences, traceNames } from '../src/index.ts';

const alignment = await alignDocuments(['The cat sleeps in Rome.', 'Kucing itu tidur di Roma.'], { trace: false });
type Call = (options: never) => unknown;

const stages: Record<string, { call: Call; bad: object }> = {
  splitSentences: { call: (options) => splitSentences('One. Two.', options), bad: { language: 3 } },
  traceNames: { call: (options) => traceNames(alignment, options), bad: { knownNames: 'Rome' } },
  findDivergences: { call: (options) => findDivergences(alignment, options), bad: { rules: 'number' } },
  linkWords: { call: (options) => linkWords(alignment, options), bad: { embedder: {} } },
  renderHtml: { call: (options) => renderHtml(alignment, options), bad: { words: [1] } },
};

describe.each(Object.entries(stages))('%s', (_, { call, bad }) => {
  const codeOf = async (options: unknown): Promise<unknown> => {
    try {
      await call(options as never);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  test('names the option that it does not know', async () => {
    await expect((async () => call({ langauge: 'en' } as never))()).rejects.toThrow(/`langauge`; known options: \w/);
    expect(await codeOf({ langauge: 'en' })).toBe('OPTION_UNKNOWN');
  });

  test.each([null, 3, [], bad])('refuses %j', async (options) => {
    expect(await codeOf(options)).toBe('OPTION_INVALID');
  });

  test('takes no options, none that are set, and undefined ones', async () => {
    for (const options of [undefined, {}, Object.fromEntries(Object.keys(bad).map((name) => [name, undefined]))])
      expect(await codeOf(options)).toBe('done');
  });
});
