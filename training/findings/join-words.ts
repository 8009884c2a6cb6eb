/**
 * Joins the words of parallel sentences, in two halves apart, so that what one half taught can be tried on the other:
 *
 *   node --max-old-space-size=16000 bench/run.mjs training/findings/join-words.ts id
 *
 * writes `training/work/findings/<language>.json`. Runs a minute or two for each language.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { alignWords, type Tokens } from './align-words.ts';
import { cutHanBy, cutWords, dictionary, hanWords, sentencePairs, toTokens } from './corpus.ts';

/** What {@link build-lexicon} reads. */
export interface JoinedWords {
  /** Keys and counts of the foreign words, and of the English ones. */
  readonly foreign: readonly [string, number][];
  readonly english: readonly [string, number][];
  /** Per half: position of the foreign word, of the English one, and how often they were joined. */
  readonly joined: readonly (readonly [number, number, number][])[];
  readonly han: readonly [string, number][] | null;
}

/** Which half a sentence is in. */
export const halfOf = (sentence: number): 0 | 1 => (sentence % 4 < 2 ? 0 : 1);

/** Dictionaries of words; names have their own tables. */
export const DICTIONARIES = ['omw-wikt', 'omw', 'wiktionary', 'cc-cedict', 'unciv-terms'];
const LEAST_COUNT = 3;
const LEAST_JOINED = 0.6;

const language = process.argv[2];
if (language !== undefined && process.argv[1]?.includes('join-words')) {
  const pairs = sentencePairs(language);
  const han = language === 'zh' ? hanWords(pairs, dictionary(language, DICTIONARIES)) : undefined;
  const cut = han ? cutHanBy(han) : cutWords(language);
  const cutEnglish = cutWords('en');
  const foreign = toTokens(
    pairs.map(([text]) => cut(text)),
    LEAST_COUNT,
  );
  const english = toTokens(
    pairs.map(([, text]) => cutEnglish(text)),
    LEAST_COUNT,
  );
  const joined = ([0, 1] as const).map((half) => {
    const found: [number, number, number][] = [];
    alignWords(
      halfOfTokens(foreign, half),
      halfOfTokens(english, half),
    )((one, other, count) => {
      if (count >= LEAST_JOINED) found.push([one, other, Math.round(count * 10) / 10]);
    });
    return found;
  });
  const result: JoinedWords = {
    foreign: foreign.words.map((word, at) => [word, foreign.counts[at]!]),
    english: english.words.map((word, at) => [word, english.counts[at]!]),
    joined,
    han: han ? [...han] : null,
  };
  mkdirSync('training/work/findings', { recursive: true });
  writeFileSync(`training/work/findings/${language}.json`, JSON.stringify(result));
}

function halfOfTokens({ words, ids, offsets }: ReturnType<typeof toTokens>, half: 0 | 1): Tokens {
  const kept: number[] = [];
  const starts = [0];
  for (let sentence = 0; sentence + 1 < offsets.length; sentence++) {
    if (halfOf(sentence) !== half) continue;
    for (let at = offsets[sentence]!; at < offsets[sentence + 1]!; at++) kept.push(ids[at]!);
    starts.push(kept.length);
  }
  return { ids: Int32Array.from(kept), offsets: Int32Array.from(starts), words: words.length };
}
