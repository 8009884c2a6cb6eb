import type { DetectionWords, Script } from './language.ts';

/** Tagalog. */
export const name = 'Tagalog';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'ang',
    'ng',
    'sa',
    'na',
    'mga',
    'at',
    'ay',
    'ni',
    'si',
    'para',
    'hindi',
    'ito',
    'kung',
    'may',
    'mula',
    'isang',
    'siya',
    'niya',
    'nila',
    'din',
  ],
};
