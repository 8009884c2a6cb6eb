/** The short form of growth.slow.test.ts: every eighth input, smaller. */
import { expectGrowth } from '../support/growth-suite.ts';

expectGrowth(1500, 8);
