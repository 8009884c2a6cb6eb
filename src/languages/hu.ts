import type { DetectionWords, Script } from './language.ts';

/** Hungarian. */
export const name = 'Hungarian';

export const script: Script = 'latin';

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
