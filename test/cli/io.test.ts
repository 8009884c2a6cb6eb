import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/io.ts';

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
