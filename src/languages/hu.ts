import type { DetectionWords, Script, SentenceWords } from './language.ts';

/** Hungarian. */
export const name = 'Hungarian';

export const script: Script = 'latin';

export const sentences: SentenceWords = {
  open: ['pl', 'ún', 'dr', 'prof', 'kb', 'ill', 'ld', 'vö', 'özv', 'ifj'],
  either: ['sz', 'Kft', 'Zrt', 'Rt', 'du', 'de'],
  number: ['sz', 'old', 'kb', 'tel'],
  starters: [
    'Az',
    'Ez',
    'Ezt',
    'Azt',
    'Ők',
    'Mi',
    'Én',
    'Ha',
    'De',
    'És',
    'Vagy',
    'Mert',
    'Hogy',
    'Amikor',
    'Majd',
    'Most',
    'Már',
    'Még',
    'Nem',
    'Ki',
    'Hol',
    'Miért',
    'Minden',
    'Sok',
    'Így',
    'Ezért',
  ],
  ordinals: true,
};

export const detection: DetectionWords = {
  functionWords: [
    'a',
    'az',
    'és',
    'hogy',
    'nem',
    'is',
    'egy',
    'meg',
    'ez',
    'volt',
    'van',
    'csak',
    'de',
    'már',
    'még',
    'mint',
    'vagy',
    'el',
    'ha',
    'azt',
    'után',
    'szerint',
    'lehet',
    'ki',
    'minden',
  ],
};
