import type { DetectionWords, Script } from './language.ts';

/** Urdu. */
export const name = 'Urdu';

export const script: Script = 'arabic';

export const detection: DetectionWords = {
  letters: 'ٹڈڑےہں',
};
