import type { DetectionWords, Script } from './language.ts';

/** Macedonian. */
export const name = 'Macedonian';

export const script: Script = 'cyrillic';

export const detection: DetectionWords = {
  letters: 'ѓќѕ',
};
