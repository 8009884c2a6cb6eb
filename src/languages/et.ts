import type { DetectionWords, Script } from './language.ts';

/** Estonian. */
export const name = 'Estonian';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'ja',
    'on',
    'ei',
    'et',
    'see',
    'oli',
    'ta',
    'kui',
    'ka',
    'mis',
    'oma',
    'aga',
    'või',
    'kes',
    'nii',
    'olid',
    'ning',
    'pärast',
    'selle',
  ],
};
