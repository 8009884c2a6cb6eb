/**
 * Which words may stand for which, by language: every word has a list of English words, learned from parallel sentences and dictionaries, and how reliably
 * one of them, or a relative of one, stands in a right translation. Words that translators render freely have little of that, and prove nothing.
 *
 *     line of the table    <shared><rest> <reliance…><cost> <steps…>     words sorted, so that each shares its beginning with the one before;
 *                                                                        English words by rank instead; lists as steps between sorted ranks
 *
 * The table (`training/findings/` makes it) is unpacked language by language on first use, some 20 ms each, and lists on look-up. Look-up is by word key.
 */
import { unzlibSync } from 'fflate';
import { lexiconTable } from './lexicon-table.ts';
import { lexiconTableEurope } from './lexicon-table-europe.ts';

/** A word of the lexicon. */
export interface LexiconWord {
  /** Ranks of English words that may stand for it, rising; for an English word its paraphrases and itself. */
  readonly english: readonly number[];
  /** In a right translation nothing stands for it once in `2 ** (reliance / 2)` times. English words have one for each of {@link PARTNERS}. */
  readonly reliance: readonly number[];
  /** What the word costs in a cut of Han characters, in thirds; 0 elsewhere. */
  readonly cost: number;
}

/** The languages in whose translations English words were watched, in this order. */
export const PARTNERS = ['id', 'zh', 'other'] as const;

/** Signs of the table: below {@link ENDING} a number ends, above it goes on. */
export const FIRST_SIGN = 35;
/** Numbers are written to this base. */
export const ENDING = 46;

/** The words of one language, read when they are asked for. */
export class LexiconLanguage {
  readonly #lines = new Map<string, string | LexiconWord>();
  readonly #ranks = new Map<string, number>();
  readonly #reliances: number;

  constructor(packed: string, reliances: number) {
    this.#reliances = reliances;
    let before = '';
    for (const line of packed === '' ? [] : packed.split('\n')) {
      const blank = line.indexOf(' ');
      const key = before.slice(0, line.charCodeAt(0) - FIRST_SIGN) + line.slice(1, blank);
      this.#ranks.set(key, this.#ranks.size);
      this.#lines.set(key, line.slice(blank + 1));
      before = key;
    }
  }

  /** Position of a word in the table; of an English one its rank. */
  rankOf(key: string): number | undefined {
    return this.#ranks.get(key);
  }

  get(key: string): LexiconWord | undefined {
    const found = this.#lines.get(key);
    if (typeof found !== 'string') return found;
    const digit = (at: number): number => found.charCodeAt(at) - FIRST_SIGN;
    const reliance = Array.from({ length: this.#reliances }, (_, at) => digit(at));
    const english: number[] = [];
    let rank = -1;
    for (let at = this.#reliances + 1; at < found.length; ) {
      let step = 0;
      for (; digit(at) >= ENDING; at++) step = step * ENDING + digit(at) - ENDING;
      rank += 1 + step * ENDING + digit(at++);
      english.push(rank);
    }
    const word = { english, reliance, cost: digit(this.#reliances) };
    this.#lines.set(key, word);
    return word;
  }
}

const languages = new Map<string, LexiconLanguage>();

/** The words of a language, by its base tag; none where the table has none. */
export function lexiconOf(base: string): LexiconLanguage {
  const known = languages.get(base);
  if (known) return known;
  const packed = lexiconTable[base] ?? lexiconTableEurope[base];
  const made = new LexiconLanguage(packed === undefined ? '' : unpack(packed), base === 'en' ? PARTNERS.length : 1);
  languages.set(base, made);
  return made;
}

function unpack(packed: string): string {
  return new TextDecoder().decode(unzlibSync(Uint8Array.from(atob(packed), (one) => one.charCodeAt(0))));
}
