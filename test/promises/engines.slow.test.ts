/** The same results on the Node versions that npm can install, with Unicode 15.0, 16.0 and 17.0, and in Chromium. */
import { compareEngines } from '../support/compare-engines.ts';

compareEngines(['20.8.0', '22.23.3', '24.9.0'], { rounds: 30, everyBlock: 4 });
