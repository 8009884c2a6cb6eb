import type { DetectionWords, Script } from './language.ts';

/** Irish. */
export const name = 'Irish';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'agus',
    'an',
    'na',
    'ar',
    'le',
    'is',
    'go',
    'bhí',
    'i',
    'ag',
    'sé',
    'do',
    'a',
    'tá',
    'ní',
    'ó',
    'mar',
    'sin',
    'leis',
    'nó',
  ],
};
