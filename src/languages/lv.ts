import type { DetectionWords, Script } from './language.ts';

/** Latvian. */
export const name = 'Latvian';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'un',
    'ir',
    'ka',
    'no',
    'ar',
    'par',
    'kas',
    'uz',
    'tas',
    'bet',
    'arī',
    'bija',
    'tā',
    'kā',
    'pēc',
    'vai',
    'lai',
    'viņš',
    'gada',
  ],
};
