import type { DetectionWords, Script } from './language.ts';

/** Czech. */
export const name = 'Czech';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'a',
    'v',
    'se',
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
    'jako',
    'za',
    'pro',
    'ale',
    'by',
    'si',
    'jsou',
    'který',
    'která',
    'které',
    'od',
    'po',
    'tak',
    'bylo',
    'byl',
    'být',
    'nebo',
    'jeho',
    'při',
    'také',
  ],
};
