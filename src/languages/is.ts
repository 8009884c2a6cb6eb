import type { DetectionWords, Script } from './language.ts';

/** Icelandic. */
export const name = 'Icelandic';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'og',
    'að',
    'í',
    'er',
    'á',
    'sem',
    'var',
    'til',
    'við',
    'um',
    'með',
    'ekki',
    'en',
    'af',
    'fyrir',
    'það',
    'hann',
    'eru',
    'frá',
    'því',
    'hefur',
  ],
};
