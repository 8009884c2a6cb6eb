import type { DetectionWords, Script } from './language.ts';

/** Swedish. */
export const name = 'Swedish';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'och',
    'att',
    'det',
    'i',
    'en',
    'som',
    'är',
    'på',
    'av',
    'för',
    'med',
    'till',
    'den',
    'har',
    'inte',
    'om',
    'ett',
    'var',
    'de',
    'från',
    'men',
    'vid',
    'kan',
    'sig',
    'efter',
    'eller',
    'också',
    'när',
    'hans',
    'under',
    'så',
    'vi',
    'ska',
    'sin',
  ],
};
