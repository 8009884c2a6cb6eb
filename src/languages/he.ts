import type { Script, SentenceWords } from './language.ts';

/** Hebrew. */
export const name = 'Hebrew';

export const script: Script = 'hebrew';

export const sentences: SentenceWords = {
  open: ['ד״ר', 'פרופ', 'עו'],
};
