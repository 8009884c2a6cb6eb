import type { DetectionWords, Script, SentenceWords } from './language.ts';

/** Finnish. */
export const name = 'Finnish';

export const script: Script = 'latin';

export const sentences: SentenceWords = {
  open: ['esim', 'ks', 'ns', 'prof', 'tri', 'klo', 'vrt', 'mm', 'huom', 'yht'],
  either: ['eKr', 'jKr', 'milj', 'mrd'],
  number: ['n', 's', 'ks', 'klo', 'nro', 'puh', 'luku'],
  starters: [
    'Se',
    'Hän',
    'He',
    'Me',
    'Minä',
    'Ne',
    'Tämä',
    'Nämä',
    'Kun',
    'Jos',
    'Mutta',
    'Ja',
    'Myös',
    'Niin',
    'Sitten',
    'Vaikka',
    'Koska',
    'Ei',
    'Nyt',
    'Jo',
    'Kuinka',
    'Mitä',
    'Kuka',
    'Miksi',
    'Kaikki',
    'Monet',
  ],
  ordinals: true,
};

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
