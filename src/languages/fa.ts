import type { DetectionWords, Script } from './language.ts';

/** Persian. */
export const name = 'Persian';

export const script: Script = 'arabic';

export const detection: DetectionWords = {
  letters: 'پچژگ',
};
