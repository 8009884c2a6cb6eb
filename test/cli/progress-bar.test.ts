import { expect, test } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { memoryIo } from './support/memory-io.ts';

test('draws over itself on a terminal and leaves nothing behind', () => {
  const io = memoryIo({}, { tty: true });
  const bar = progressBar(io.stderr);
  bar.update({ stage: 'embed', done: 1, total: 4 });
  bar.update({ stage: 'embed', done: 1, total: 4 });
  bar.update({ stage: 'embed', done: 4, total: 4 });
  bar.clear();
  bar.clear();
  const lines = io.err.split('\r\x1b[K');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toBe(`${'━'.repeat(6)}${'─'.repeat(18)}  25 % embedding`);
  expect(lines[2]).toContain('100 % embedding');
  expect(lines[3]).toBe('');
});

test('is silent where nobody looks', () => {
  const io = memoryIo();
  const bar = progressBar(io.stderr);
  bar.update({ stage: 'load', done: 0, total: 0 });
  bar.clear();
  expect(io.err).toBe('');
});
