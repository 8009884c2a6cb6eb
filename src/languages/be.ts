import type { DetectionWords, Script } from './language.ts';

/** Belarusian. */
export const name = 'Belarusian';

export const script: Script = 'cyrillic';

export const detection: DetectionWords = {
  letters: 'ў',
};
