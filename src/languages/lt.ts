import type { DetectionWords, Script } from './language.ts';

/** Lithuanian. */
export const name = 'Lithuanian';

export const script: Script = 'latin';

export const detection: DetectionWords = {
  functionWords: [
    'ir',
    'yra',
    'kad',
    'į',
    'su',
    'tai',
    'iš',
    'kaip',
    'bet',
    'buvo',
    'jis',
    'ne',
    'už',
    'apie',
    'ar',
    'po',
    'nuo',
    'dėl',
    'taip',
    'jo',
  ],
};
