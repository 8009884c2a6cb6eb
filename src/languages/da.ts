import type { DetectionWords, Script } from './language.ts';

/** Danish. */
export const name = 'Danish';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'og',
    'at',
    'det',
    'i',
    'en',
    'som',
    'er',
    'på',
    'af',
    'for',
    'med',
    'til',
    'den',
    'har',
    'ikke',
    'om',
    'et',
    'var',
    'de',
    'fra',
    'men',
    'ved',
    'kan',
    'sig',
    'efter',
    'eller',
    'også',
    'når',
    'hans',
    'under',
    'så',
    'vi',
    'skal',
    'sin',
    'blev',
    'bliver',
  ],
};
