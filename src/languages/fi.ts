import type { DetectionWords, Script } from './language.ts';

/** Finnish. */
export const name = 'Finnish';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'ja',
    'on',
    'ei',
    'se',
    'että',
    'oli',
    'hän',
    'ovat',
    'joka',
    'mutta',
    'kun',
    'myös',
    'kuin',
    'niin',
    'tai',
    'sen',
    'olla',
    'ole',
    'mukaan',
    'sekä',
    'voi',
    'jos',
    'ne',
    'tämä',
    'hänen',
    'jälkeen',
    'vain',
  ],
};
