/**
 * Detects the language of a text: by script first, then by letters and function words, and by tinyld's n-grams among the remaining languages.
 *
 * tinyld has no Malay, and is confidently wrong on lines full of names, so a table of function words votes too.
 * Long texts are read in evenly spaced samples: time and memory are bounded. Same text, same answer.
 */

import { detectAll } from 'tinyld';
import { expectText } from '../check-options.ts';
import { exp } from '../exact-math.ts';
import { DETECTION, SCRIPT } from '../languages/languages.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './chinese-writing.ts';
import { withoutInvisible } from './invisible.ts';
import { LEAST_LANGUAGE_CONFIDENCE } from './language-confidence.ts';
import { type Script, weighScripts } from './scripts.ts';
import { settleText } from './settled-characters.ts';

/** A language with the probability that it is right. */
export interface LanguageGuess {
  /** BCP 47: a base tag, `'zh-Hant'` for traditional Chinese, `'und'` below {@link LEAST_LANGUAGE_CONFIDENCE}. */
  language: string;
  /** 0 to 1; of the best guess, also where `language` is `'und'`. */
  confidence: number;
}

/** Weight of tinyld's score relative to the share of function words: a single rare n-gram can give it the score 1. */
const NGRAM_WEIGHT = 0.4;
const SAMPLES = 16;
const SAMPLE_LENGTH = 500;
/** Weighted letters below which the confidence is reduced. */
const FEW_LETTERS = 6;
/** Share of the main script below which the confidence is reduced: quoted names in another script rarely take more than the rest. */
const MAIN_SCRIPT_SHARE = 0.6;
/** Share of kana that makes Han text Japanese. Japanese prose has about half, Chinese none but a quotation. */
const KANA_SHARE = 0.1;
/** Confidence of Chinese: a Japanese headline may have no kana. */
const CHINESE_CONFIDENCE = 0.97;
/** Confidence where only one supported language has the script. */
const SCRIPT_CONFIDENCE = 0.99;
/** Score of a letter that one language of its script has, for each of the first three: as much as the best n-gram score. */
const LETTER_WEIGHT = 0.4;
/** Head start of Hindi, so that it is chosen where no word decides. */
const HINDI_PRIOR = 0.05;
/** Doubt about Indonesian without a word that Malay does not use; each such word divides it by e. */
const INDONESIAN_DOUBT = 0.3;
/** The same for Malay, which has fewer readers. */
const MALAY_DOUBT = 0.4;
/** Evidence (lead × words) that raises the confidence to 1 - 1/e. */
const EVIDENCE_SCALE = 1.2;

const ONE_LANGUAGE_SCRIPTS: Partial<Record<Script, string>> = {
  kana: 'ja',
  hangul: 'ko',
  greek: 'el',
  hebrew: 'he',
  thai: 'th',
  armenian: 'hy',
  georgian: 'ka',
  bengali: 'bn',
  gurmukhi: 'pa',
  gujarati: 'gu',
  tamil: 'ta',
  telugu: 'te',
  kannada: 'kn',
  khmer: 'km',
  lao: 'lo',
  burmese: 'my',
  tibetan: 'bo',
  ethiopic: 'am',
};

const simplified = new Set(SIMPLIFIED_ONLY);
const traditional = new Set(TRADITIONAL_ONLY);
for (const character of SIMPLIFIED_ONLY) {
  if (traditional.delete(character)) simplified.delete(character);
}
const functionWords = wordIndex('latin', 'functionWords');
const malayWords = wordIndex('latin', 'peculiar');
const devanagariWords = wordIndex('devanagari', 'functionWords');
const CYRILLIC_LANGUAGES = ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'mn', 'tt'];
const LATIN_LANGUAGES = Object.keys(DETECTION).filter((language) => SCRIPT[language] === 'latin' && language !== 'ms');

/**
 * The language of a text. Text without letters gives `'und'` with confidence 0.
 *
 * @example
 * ```ts
 * console.log(detectLanguage('Utusan itu tiba di Moskow pada hari Jumat.').language); // → id
 * ```
 */
export function detectLanguage(text: string): LanguageGuess {
  expectText('text', text);
  const best = guessLanguage(text);
  return best.confidence < LEAST_LANGUAGE_CONFIDENCE ? { language: 'und', confidence: best.confidence } : best;
}

/** The best guess, whatever its confidence: `'und'` only for text without letters. `among` restricts the languages of a script to these, if any of them has the script. */
export function guessLanguage(text: string, among?: readonly string[]): LanguageGuess {
  return guess(withoutInvisible(settleText(sampleText(text))), tinyldScores, among);
}

/** The same for many short texts: n-grams take nearly all the time, so they are used only where script, letters and function words do not decide. */
export function guessQuickly(text: string): LanguageGuess {
  const settled = withoutInvisible(settleText(sampleText(text)));
  const quick = guess(settled, () => new Map());
  return quick.confidence >= LEAST_LANGUAGE_CONFIDENCE ? quick : guess(settled, tinyldScores);
}

/** The whole text when short, else samples from its beginning to its end. */
function sampleText(text: string): string {
  if (text.length <= SAMPLES * SAMPLE_LENGTH) return text;
  const step = (text.length - SAMPLE_LENGTH) / (SAMPLES - 1);
  return Array.from({ length: SAMPLES }, (_, index) => text.slice(Math.floor(index * step), Math.floor(index * step) + SAMPLE_LENGTH)).join(
    ' ',
  );
}

/** Scores of languages by n-grams. */
type NgramScores = (text: string, languages: readonly string[]) => Map<string, number>;

function guess(text: string, ngrams: NgramScores, among?: readonly string[]): LanguageGuess {
  const weights = weighScripts(text);
  let total = 0;
  let script: Script | undefined;
  for (const [each, weight] of weights) {
    total += weight;
    if (!script || weight > weights.get(script)!) script = each;
  }
  if (!script) return { language: 'und', confidence: 0 };
  const eastAsian = (weights.get('han') ?? 0) + (weights.get('kana') ?? 0);
  if (eastAsian > weights.get(script)!) script = 'han';
  const share = (script === 'han' || script === 'kana' ? eastAsian : weights.get(script)!) / total;
  const answer = guessInScript(script, text, weights, ngrams, among);
  return {
    language: answer.language,
    confidence: answer.confidence * Math.min(1, share / MAIN_SCRIPT_SHARE) * Math.min(1, total / FEW_LETTERS),
  };
}

function guessInScript(
  script: Script,
  text: string,
  weights: ReadonlyMap<Script, number>,
  ngrams: NgramScores,
  among?: readonly string[],
): LanguageGuess {
  if (script === 'han' || script === 'kana') {
    const kana = weights.get('kana') ?? 0;
    return kana >= KANA_SHARE * (kana + (weights.get('han') ?? 0))
      ? { language: 'ja', confidence: 1 }
      : { language: chineseScript(text), confidence: CHINESE_CONFIDENCE };
  }
  if (script === 'latin') return guessLatin(text, ngrams, among);
  if (script === 'cyrillic')
    return guessByLetters(text, ngrams(text, CYRILLIC_LANGUAGES), ['ru', 'uk', 'be', 'sr', 'mk', 'kk', 'mn'], 'ru');
  if (script === 'arabic') return guessByLetters(text, ngrams(text, ['ar', 'fa', 'ur']), ['fa', 'ur'], 'ar');
  if (script === 'devanagari') return guessByWords(text);
  return { language: ONE_LANGUAGE_SCRIPTS[script]!, confidence: SCRIPT_CONFIDENCE };
}

/** `zh-Hant` where characters that only traditional writing has outnumber those that only simplified writing has. */
function chineseScript(text: string): 'zh' | 'zh-Hant' {
  let balance = 0;
  for (const character of text) {
    if (traditional.has(character)) balance++;
    else if (simplified.has(character)) balance--;
  }
  return balance > 0 ? 'zh-Hant' : 'zh';
}

/** Cyrillic and Arabic: n-grams, and letters that only one language has. */
function guessByLetters(text: string, scores: Map<string, number>, telling: readonly string[], common: string): LanguageGuess {
  const small = text.toLowerCase();
  for (const language of telling) {
    const letters = DETECTION[language]?.letters ?? '';
    let count = 0;
    for (const character of small) if (letters.includes(character)) count++;
    if (count > 0) scores.set(language, (scores.get(language) ?? 0) + LETTER_WEIGHT * Math.min(3, count));
  }
  return decide(scores, text.length / 6, common);
}

function guessByWords(text: string): LanguageGuess {
  const scores = new Map<string, number>([['hi', HINDI_PRIOR]]);
  const words = wordsOf(text);
  addHits(scores, words, devanagariWords, 1);
  return decide(scores, words.length, 'hi');
}

function guessLatin(text: string, ngrams: NgramScores, among?: readonly string[]): LanguageGuess {
  const words = wordsOf(text);
  const wanted = among && LATIN_LANGUAGES.filter((language) => among.includes(language));
  const scores = ngrams(text, wanted?.length ? wanted : LATIN_LANGUAGES);
  addHits(scores, words, functionWords, 3);
  scores.set('id', Math.max(scores.get('id') ?? 0, scores.get('ms') ?? 0));
  scores.delete('ms');
  if (wanted?.length) for (const language of scores.keys()) if (!wanted.includes(language)) scores.delete(language);
  const best = decide(scores, words.length, 'en');
  return best.language === 'id' ? separateMalay(words, best.confidence) : best;
}

/** Indonesian or Malay, by words that only one of them uses. Without such a word, Indonesian: it has about ten times as many readers. */
function separateMalay(words: readonly string[], confidence: number): LanguageGuess {
  let balance = 0;
  for (const word of words) {
    const languages = malayWords.get(word);
    if (languages) balance += languages[0] === 'id' ? 1 : -1;
  }
  const sure = 1 - (balance < 0 ? MALAY_DOUBT : INDONESIAN_DOUBT) * exp(-Math.abs(balance));
  return { language: balance < 0 ? 'ms' : 'id', confidence: confidence * sure };
}

function tinyldScores(text: string, languages: readonly string[]): Map<string, number> {
  return new Map(detectAll(text, { only: [...languages] }).map(({ lang, accuracy }) => [lang, NGRAM_WEIGHT * accuracy]));
}

/** Adds, for each language, the share of words that are in its list; a word of several lists counts less in each. */
function addHits(
  scores: Map<string, number>,
  words: readonly string[],
  index: ReadonlyMap<string, readonly string[]>,
  weight: number,
): void {
  for (const word of words) {
    const languages = index.get(word);
    if (!languages) continue;
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + weight / (words.length * Math.sqrt(languages.length)));
  }
}

/** The language with the best score. The confidence grows with its lead over the second best and with the number of words. */
function decide(scores: ReadonlyMap<string, number>, words: number, fallback: string): LanguageGuess {
  let language = fallback;
  let best = 0;
  let second = 0;
  for (const [each, score] of scores) {
    if (score > best) {
      second = best;
      best = score;
      language = each;
    } else if (score > second) second = score;
  }
  if (best === 0) return { language, confidence: 0 };
  const lead = (best - second) / best;
  return { language, confidence: 1 - exp(-(lead * (0.5 + best) * Math.sqrt(words + 1)) / EVIDENCE_SCALE) };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** For each word of a list, the languages of the script that have it. */
function wordIndex(script: Script, list: 'functionWords' | 'peculiar'): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(DETECTION)) {
    if (SCRIPT[language] !== script) continue;
    for (const word of words[list] ?? []) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}
