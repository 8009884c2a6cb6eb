/** A language that the library does not know: what its file would hold. */
import type { DateWords, DetectionWords, FurnitureWords, NumberWords, Script, SentenceWords } from '../../src/languages/language.ts';

export const name = 'Quenya';

export const script: Script = 'latin';

export const sentences: SentenceWords = { open: ['hér'] };

export const detection: DetectionWords = { functionWords: ['ar', 'nár', 'ná', 'mára', 'lúmenna', 'heryëa', 'omentielvo'] };

export const furniture: FurnitureWords = { lines: ['ahtaina'] };

export const dates: DateWords = { weekdays: [['isilya'], ['aldúya'], ['menelya'], ['eärenya'], ['valanya'], ['elenya'], ['anarya']] };

export const numbers: NumberWords = {
  decimal: ',',
  complete: true,
  add: { atta: 2, neldë: 3, canta: 4 },
  multiply: { tuxa: 100, mencë: 1000 },
};
