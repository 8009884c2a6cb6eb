import { test } from 'vitest';
import { testKills } from '../support/corpus-kill-suite.ts';

test.each([1, 2])('a run killed 25 times at random moments and gone on with loses nothing and has nothing twice (seed %d)', (seed) =>
  testKills({ pairs: 1_500, kills: 25, atLeast: 15, seed }),
);
