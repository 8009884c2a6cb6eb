import type { DetectionWords, Script } from './language.ts';

/** Kazakh. */
export const name = 'Kazakh';

export const script: Script = 'cyrillic';

export const detection: DetectionWords = {
  letters: 'әғқңұһ',
};
