/** The short form of growth.slow.test.ts: every sixth input, smaller. */
import { expectGrowth } from '../support/growth-suite.ts';

expectGrowth(2000, 6);
