import type { DetectionWords, Script } from './language.ts';

/** Marathi. */
export const name = 'Marathi';

export const script: Script = 'devanagari';

export const detection: DetectionWords = {
  functionWords: ['आहे', 'आहेत', 'आणि', 'या', 'ते', 'हा', 'ही', 'होते', 'होता', 'व', 'त्यांनी', 'नाही', 'केले', 'मध्ये', 'त्या'],
};
