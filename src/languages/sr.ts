import type { DetectionWords, Script } from './language.ts';

/** Serbian. */
export const name = 'Serbian';

export const script: Script = 'cyrillic';

export const detection: DetectionWords = {
  letters: 'јљњћђџ',
};
