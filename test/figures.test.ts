import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('README, the guide and the results of the benches say what the benches recorded and what the example prints', () => {
  expect(() => execFileSync(process.execPath, ['scripts/update-figures.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
});
