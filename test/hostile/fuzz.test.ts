/** The short form of fuzz.slow.test.ts. */
import { fuzz } from '../support/fuzz-suite.ts';

fuzz(2000);
