import type { DetectionWords, Script } from './language.ts';

/** Catalan. */
export const name = 'Catalan';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'el',
    'la',
    'de',
    'i',
    'que',
    'en',
    'els',
    'les',
    'un',
    'una',
    'del',
    'per',
    'amb',
    'no',
    'és',
    'al',
    'va',
    'com',
    'més',
    'són',
    'però',
    'dels',
    'a',
    'ha',
  ],
};
