import type { DetectionWords, Script } from './language.ts';

/** Afrikaans. */
export const name = 'Afrikaans';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'die',
    'en',
    'van',
    'in',
    'is',
    'het',
    'dat',
    'nie',
    'te',
    'wat',
    'vir',
    'met',
    'op',
    'as',
    'om',
    'sy',
    'hy',
    'was',
    'aan',
    'by',
    'word',
    'ook',
    'deur',
  ],
};
