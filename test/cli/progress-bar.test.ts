import { expect, test } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { memoryIo } from './support/memory-io.ts';

test('draws over itself on a terminal and leaves nothing behind', () => {
  const io = memoryIo({}, { tty: true });
  const bar = progressBar(io.stderr);
  bar.update({ stage: 'embed', done: 1, total: 4 });
  bar.update({ stage: 'embed', done: 1, total: 4 });
  bar.update({ stage: 'trace', done: 4, total: 4 });
  bar.clear();
  bar.clear();
  const lines = io.err.split('\r\x1b[K');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toBe(`${'━'.repeat(4)}${'─'.repeat(20)}  18 % embedding`);
  expect(lines[2]).toContain('100 % tracing names');
  expect(lines[3]).toBe('');
});

test('runs once over all stages, and never back', () => {
  const io = memoryIo({}, { tty: true });
  const bar = progressBar(io.stderr);
  for (const stage of ['load', 'split', 'embed', 'align', 'embed', 'trace'] as const)
    for (const done of [0, 1, 2]) bar.update({ stage, done, total: 2 });
  const shares = [...io.err.matchAll(/(\d+) %/g)].map((match) => Number(match[1]));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(100);
});

test('is silent where nobody looks', () => {
  const io = memoryIo();
  const bar = progressBar(io.stderr);
  bar.update({ stage: 'load', done: 0, total: 0 });
  bar.clear();
  expect(io.err).toBe('');
});
