/** The output of a long run without the work: what is left after a kill at any moment, and what is made of it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { beginJournal, chainDigest, describeDifferences, noCheckpoint } from '../../src/cli/corpus/run-journal.ts';
import { openRunOutput, type RunOutput } from '../../src/cli/corpus/run-output.ts';
import { emptyTally } from '../../src/cli/corpus/run-tally.ts';

const seed = 27_182;
const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-run-output-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const out = join(scratch, 'beads.jsonl');
const part = `${out}.part`;
const journal = `${out}.journal`;
const told = { version: '1', minConfidence: 0.5 };
const line = (k: number): string => `${'é'.repeat(k % 5)}${k}\n`;
const whole = (count: number): string => Array.from({ length: count }, (_, k) => line(k)).join('');

beforeEach(() => {
  for (const file of [out, part, journal]) rmSync(file, { force: true });
});

async function addTo(output: RunOutput, from: number, to: number): Promise<void> {
  for (let k = from; k < to; k++)
    await output.add(line(k), { input: `digest ${k}`, tally: { ...emptyTally(), pairs: k + 1 }, model: 'm@1' });
}
async function open(resume: boolean, options: object = told): Promise<RunOutput> {
  return (await openRunOutput(out, options, resume))!;
}

describe('the output of a run', () => {
  test('has its final name when it is whole, and not before', async () => {
    const output = await open(false);
    await addTo(output, 0, 20);
    await output.save();
    expect([existsSync(out), readFileSync(part, 'utf8')]).toEqual([false, whole(20)]);
    await output.finish();
    expect([readFileSync(out, 'utf8'), existsSync(part), existsSync(journal)]).toEqual([whole(20), false, false]);
    await output.close();
    expect(existsSync(out)).toBe(true);
  });

  test('is saved now and then, while lines come', async () => {
    const output = await open(false);
    for (let k = 0; k < 70; k++) await output.add(`${'x'.repeat(1_000)}\n`, { input: '', tally: emptyTally(), model: null });
    expect(output.kept()).toBeGreaterThan(60);
    expect(readFileSync(part, 'utf8').length).toBe(output.kept() * 1_001);
    await output.close();
  });

  test('goes on after what was saved, and knows how it stood', async () => {
    const first = await open(false);
    await addTo(first, 0, 7);
    await first.save();
    await addTo(first, 7, 9); // not saved
    await first.close();
    const second = await open(true);
    expect(second.start).toMatchObject({
      pairs: 7,
      bytes: Buffer.byteLength(whole(7)),
      input: 'digest 6',
      model: 'm@1',
      tally: { pairs: 7 },
    });
    await addTo(second, 7, 12);
    await second.finish();
    expect(readFileSync(out, 'utf8')).toBe(whole(12));
  });

  test(`is whole and right after a kill at any moment (seed ${seed})`, async () => {
    const saves = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(saves, fc.nat(200), fc.nat(200), fc.string(), async (steps, cutJournal, cutPart, torn) => {
        for (const file of [out, part, journal]) rmSync(file, { force: true });
        const first = await open(false);
        let done = 0;
        const heading = readFileSync(journal, 'utf8').split('\n')[0]!.length + 1;
        const promised: [journal: number, bytes: number][] = [[heading, 0]];
        for (const step of steps) {
          await addTo(first, done, done + step);
          done += step;
          await first.save();
          promised.push([readFileSync(journal).length, readFileSync(part).length]);
        }
        await first.close();
        // what a kill leaves: the journal as far as it was written, and of the part at least what that promises
        const text = readFileSync(journal);
        const length = heading + (cutJournal % (text.length - heading + 1));
        writeFileSync(journal, text.subarray(0, length));
        const least = promised.filter(([end]) => end <= length).at(-1)![1];
        const lines = readFileSync(part);
        writeFileSync(part, Buffer.concat([lines.subarray(0, least + (cutPart % (lines.length - least + 1))), Buffer.from(torn)]));

        const second = await open(true);
        expect(readFileSync(part, 'utf8')).toBe(whole(second.start.pairs));
        expect(second.start.bytes).toBe(least);
        await addTo(second, second.start.pairs, 25);
        await second.finish();
        expect(readFileSync(out, 'utf8')).toBe(whole(25));
        expect([existsSync(part), existsSync(journal)]).toEqual([false, false]);
      }),
      { seed, numRuns: 60 },
    );
  });

  test('begins anew where there is nothing to go on with, and where a kill came before the first line', async () => {
    const fresh = await open(true);
    expect(fresh.start.pairs).toBe(0);
    await fresh.close();
    expect([existsSync(part), existsSync(journal)]).toEqual([false, false]); // nothing in it, nothing left
    writeFileSync(journal, beginJournal(told, noCheckpoint()));
    const again = await open(true);
    await addTo(again, 0, 3);
    await again.finish();
    expect(readFileSync(out, 'utf8')).toBe(whole(3));
  });

  test('is left alone where it is whole already, also when the kill came right after that', async () => {
    const output = await open(false);
    await addTo(output, 0, 5);
    await output.save();
    const kept = readFileSync(journal);
    await output.finish();
    expect(await openRunOutput(out, told, true)).toBeUndefined();
    writeFileSync(journal, kept); // killed before the journal was removed
    expect(await openRunOutput(out, told, true)).toBeUndefined();
    expect([existsSync(journal), readFileSync(out, 'utf8')]).toEqual([false, whole(5)]);
  });

  test('takes the place of an older one only at the end', async () => {
    writeFileSync(out, 'old\n');
    const output = await open(false);
    await addTo(output, 0, 2);
    await output.save();
    expect(readFileSync(out, 'utf8')).toBe('old\n');
    await output.finish();
    expect(readFileSync(out, 'utf8')).toBe(whole(2));
  });

  test.each<[string, () => void, boolean, object, RegExp]>([
    ['without --resume over an unfinished run', () => undefined, false, told, /unfinished run lies in .*\.part: go on with --resume/],
    ['with other options', () => undefined, true, { ...told, minConfidence: 0.7 }, /told otherwise \(minConfidence was 0\.5\)/],
    ['without a journal', () => rmSync(journal), true, told, /no journal beside it/],
    ['with a journal of something else', () => writeFileSync(journal, '{"journal": 7}\n'), true, told, /no journal beside it/],
    ['with less than was promised', () => writeFileSync(part, 'x'), true, told, /shorter than its journal says/],
  ])('is refused %s', async (_, spoil, resume, options, message) => {
    const output = await open(false);
    await addTo(output, 0, 5);
    await output.save();
    await output.close();
    spoil();
    await expect(openRunOutput(out, options, resume)).rejects.toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
    );
    expect(existsSync(part)).toBe(true);
  });

  test.skipIf(!existsSync('/proc/self/stat'))(
    'is refused while another process is at work on it (told by /proc, which only Linux has)',
    async () => {
      const output = await open(false);
      await addTo(output, 0, 5);
      await output.save();
      await output.close();
      const text = readFileSync(journal, 'utf8');
      const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
      const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]!;
      const asIf = (pid: number, start: string): void =>
        writeFileSync(journal, text.replace(/"pid":\d+,"began":"\d+"/, `"pid":${pid},"began":"${start}"`));
      asIf(process.ppid, began);
      await expect(open(true)).rejects.toThrow(`process ${process.ppid} is at work`);
      asIf(process.ppid, `${began}1`); // the number was given out again
      await (await open(true)).close();
    },
  );

  test.each([
    ['a folder that is not there', join(scratch, 'gone', 'beads.jsonl'), /gone.*there is no such folder/],
    ['a folder', scratch, /it is a folder/],
    ['a file in the place of a folder', join(import.meta.filename, 'beads.jsonl'), /a part of the path is not a folder/],
  ])('cannot be %s', async (_, path, message) => {
    await expect(openRunOutput(path, told, false)).rejects.toThrow(message);
  });
});

test('a digest tells another pair, another order and another beginning', () => {
  const pairs = [['a', 'b'], ['a', 'c'], { id: 'a', source: 'a', target: 'b' }, { error: new Error('a') }, { error: new Error('b') }, null];
  const digests = pairs.map((pair) => chainDigest('', pair));
  expect(new Set(digests).size).toBe(pairs.length);
  expect(chainDigest(digests[0]!, pairs[1])).not.toBe(chainDigest(digests[1]!, pairs[0]));
  expect(chainDigest('', ['a', 'b'])).toBe(digests[0]);
});

test('differences of what two runs were told are named', () => {
  expect(describeDifferences({ a: 1, b: [2], c: 3 }, { a: 1, b: [4], d: 5 })).toBe('b was [2], c was 3, d was not given');
  expect(describeDifferences({ a: 1 }, { a: 1, b: undefined })).toBe('');
});
