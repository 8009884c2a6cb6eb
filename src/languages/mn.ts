import type { DetectionWords, Script } from './language.ts';

/** Mongolian. */
export const name = 'Mongolian';

export const script: Script = 'cyrillic';

export const detection: DetectionWords = {
  letters: 'өү',
};
