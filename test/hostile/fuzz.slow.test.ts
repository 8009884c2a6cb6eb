/** Every way in, a hundred thousand times. */
import { fuzz } from '../support/fuzz-suite.ts';

fuzz(100_000);
