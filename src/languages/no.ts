import type { DetectionWords, Script } from './language.ts';

/** Norwegian. */
export const name = 'Norwegian';

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
    'av',
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
    'seg',
    'etter',
    'eller',
    'også',
    'når',
    'hans',
    'under',
    'så',
    'vi',
    'skal',
    'sin',
    'ble',
    'blir',
  ],
};
