import type { DetectionWords, NameWords, Script } from './language.ts';

/** Romanian. */
export const name = 'Romanian';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'și',
    'de',
    'în',
    'la',
    'a',
    'cu',
    'pe',
    'că',
    'nu',
    'o',
    'din',
    'un',
    'care',
    'este',
    'sunt',
    'pentru',
    'mai',
    'au',
    'fost',
    'sau',
    'dar',
    'lui',
    'prin',
    'între',
    'după',
    'ca',
    'se',
    'fi',
    'era',
    'cel',
  ],
};

export const names: NameWords = {
  titles: ['președintele', 'președinte', 'ministrul', 'prim-ministrul', 'domnul', 'doamna'],
};
