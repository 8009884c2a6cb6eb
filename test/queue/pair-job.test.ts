import { expect, test } from 'vitest';
import type { CorpusErrorCode } from '../../src/corpus/corpus-pair.ts';
import { isWorthRetrying } from '../../src/queue/job-worker.ts';
import { preparePair } from '../../src/queue/pair-job.ts';

test('the limit of a pair counts the bytes of its JSON, not its characters', () => {
  const pair = { source: '中'.repeat(40), target: 'x' };
  const bytes = Buffer.byteLength(JSON.stringify(pair));
  expect(preparePair('q', pair, 0, bytes)).toMatchObject({ id: '0', bytes });
  const refused = preparePair('q', pair, 0, bytes - 1);
  expect(refused.bytes).toBe(0);
  expect(JSON.parse(refused.line!(7))).toMatchObject({ id: '0', index: 7, status: 'failed', error: { code: 'TOO_LARGE' } });
});

test.each<[CorpusErrorCode, boolean]>([
  ['UNEXPECTED', true],
  ['WORKER_LOST', true],
  ['EMPTY_DOCUMENT', false],
  ['UNREADABLE', false],
])('a pair that failed with %s is tried again: %s', (code, again) => {
  expect(isWorthRetrying({ status: 'failed', index: 0, id: '0', error: { code, message: '' } })).toBe(again);
});
