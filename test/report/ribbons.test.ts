import { expect, test } from 'vitest';
import { ribbonPath } from '../../src/report/client/ribbons.ts';

test('a ribbon leaves both columns level and joins their corners', () => {
  expect(ribbonPath([10, 30], [50, 60], 80)).toBe('M0 10C40 10 40 50 80 50V60C40 60 40 30 0 30Z');
});
