/** No input makes a reader or a stage take time in step with its square. */
import { expectGrowth } from '../support/growth-suite.ts';

expectGrowth(10_000, 1);
