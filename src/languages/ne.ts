import type { DetectionWords, Script } from './language.ts';

/** Nepali. */
export const name = 'Nepali';

export const script: Script = 'devanagari';

export const detection: DetectionWords = {
  functionWords: ['छ', 'छन्', 'र', 'को', 'मा', 'हो', 'भएको', 'गरेको', 'थियो', 'पनि', 'लागि', 'यो', 'गर्न', 'भने'],
};
