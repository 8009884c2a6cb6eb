import type { DetectionWords, Script } from './language.ts';

/** Slovak. */
export const name = 'Slovak';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'a',
    'v',
    'sa',
    'na',
    'je',
    'že',
    's',
    'z',
    'do',
    'o',
    'k',
    'i',
    'to',
    'ako',
    'za',
    'pre',
    'ale',
    'by',
    'si',
    'sú',
    'ktorý',
    'ktorá',
    'ktoré',
    'od',
    'po',
    'tak',
    'bolo',
    'bol',
    'byť',
    'alebo',
    'jeho',
    'pri',
    'aj',
  ],
};
