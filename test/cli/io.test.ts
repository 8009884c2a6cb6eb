import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeIo, writeWhole } from '../../src/cli/io.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palimpsest-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a file is replaced whole, and nothing else is left in its folder', async () => {
  await writeWhole(join(folder, 'a.txt'), 'old');
  await writeWhole(join(folder, 'a.txt'), 'new');
  expect(await readdir(folder)).toEqual(['a.txt']);
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new');
});

test('a failure leaves the old file and no temporary one', async () => {
  await expect(writeWhole(join(folder, 'gone', 'b.txt'), 'x')).rejects.toThrow('ENOENT');
  await expect(writeWhole(folder, 'x')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a.txt']);
});

test('standard input is read to its end', async () => {
  const io = nodeIo(new AbortController().signal, Readable.from([Buffer.from('ab'), Buffer.from('c')]));
  expect(Buffer.from(await io.readStdin()).toString()).toBe('abc');
});

test('reading standard input that never ends stops on Ctrl-C', async () => {
  const controller = new AbortController();
  const reading = nodeIo(controller.signal, new PassThrough()).readStdin();
  controller.abort();
  await expect(reading).rejects.toThrow(/abort/i);
});
