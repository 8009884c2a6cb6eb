import type { DetectionWords, Script } from './language.ts';

/** Croatian. */
export const name = 'Croatian';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'i',
    'u',
    'je',
    'se',
    'na',
    'da',
    'za',
    'od',
    'su',
    'o',
    's',
    'a',
    'što',
    'kao',
    'koji',
    'koja',
    'koje',
    'iz',
    'ne',
    'bi',
    'po',
    'ili',
    'ali',
    'nije',
    'bio',
    'do',
    'također',
  ],
};
