/** The short form of engines.slow.test.ts: one other Node, and Chromium. */
import { compareEngines } from '../support/compare-engines.ts';

compareEngines(['24.9.0'], { rounds: 2, everyBlock: 96 });
