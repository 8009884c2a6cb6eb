/** Runs of capitalised words, and their distribution over all documents: which occur alone, which parts are shared. */

import type { AlignedDocument } from '../../types.ts';
import { skeleton } from '../linking/skeleton.ts';
import { foldLatin } from '../sound/latin-fold.ts';
import { soundUnits } from '../sound/sound-units.ts';
import type { TextWord } from './text-words.ts';
import type { WordClass } from './word-evidence.ts';

/** A run of capitalised words and small words between them, with what each may be. */
export interface ClassedRun {
  readonly words: readonly TextWord[];
  readonly classes: readonly WordClass[];
  /** Places that seem to be names of their own here. */
  readonly alone: readonly boolean[];
  readonly document: AlignedDocument;
  readonly headline: boolean;
}

const longestShared = 6;

export class NameRuns {
  /** How often a run occurs alone, and the documents in which a part of a run occurs. */
  readonly #runs = new Map<string, { count: number; readonly documents: Set<string> }>();
  readonly #documents = new Map<string, Set<string>>();
  readonly #given = new Map<string, number>();
  /** Documents in which a run of that sound occurs alone. */
  readonly #sounds = new Map<string, Set<string>>();
  readonly #bones = new Map<string, string>();
  readonly #whole = new Map<ClassedRun, readonly [number, number]>();

  constructor(runs: readonly ClassedRun[]) {
    for (const run of runs) {
      const [from, to] = standing(run);
      this.#whole.set(run, [from, to]);
      const { words, document } = run;
      if (to > from) {
        const key = this.key(words, from, to);
        const stands = this.#runs.get(key);
        if (stands !== undefined) {
          stands.count++;
          stands.documents.add(document.id);
        } else this.#runs.set(key, { count: 1, documents: new Set([document.id]) });
        addTo(this.#sounds, this.#sound(words, from, to), document.id);
      }
      if (to - from === 2) this.#given.set(words[from]!.key, (this.#given.get(words[from]!.key) ?? 0) + 1);
      if (run.headline) continue;
      for (let start = 0; start < words.length; start++) {
        let stretch = '';
        for (let end = start; end < Math.min(words.length, start + longestShared); end++) {
          stretch += end > start ? ` ${words[end]!.key}` : words[end]!.key;
          addTo(this.#documents, stretch, document.id);
        }
      }
    }
  }

  /** Words (lower case) with a blank between. */
  key(words: readonly TextWord[], start: number, end: number): string {
    let key = words[start]?.key ?? '';
    for (let at = start + 1; at < end; at++) key += ` ${words[at]!.key}`;
    return key;
  }

  /** How often the words (lower case, separated by a space) occur alone as a run. */
  count(key: string): number {
    return this.#runs.get(key)?.count ?? 0;
  }

  /** The number of documents in which they occur alone as a run. */
  documents(key: string): number {
    return this.#runs.get(key)?.documents.size ?? 0;
  }

  /** The number of documents in which the words are adjacent in a run. */
  shared(key: string): number {
    return this.#documents.get(key)?.size ?? 0;
  }

  /** How many runs of two words the word opens. */
  givenCount(word: string): number {
    return this.#given.get(word) ?? 0;
  }

  /** Whether the words from `start` to `end` are the core of the run. */
  isWhole(run: ClassedRun, start: number, end: number): boolean {
    const whole = this.#whole.get(run);
    return whole !== undefined && whole[0] === start && whole[1] === end;
  }

  /** Whether another document has a run that sounds alike, by its consonants. */
  isAlike(words: readonly TextWord[], start: number, end: number, document: string): boolean {
    const found = this.#sounds.get(this.#sound(words, start, end));
    return found !== undefined && found.size > (found.has(document) ? 1 : 0);
  }

  #sound(words: readonly TextWord[], start: number, end: number): string {
    let sound = '';
    for (let at = start; at < end; at++) {
      const { key } = words[at]!;
      let bones = this.#bones.get(key);
      if (bones === undefined) {
        bones = /^[a-z]+$/.test(key) ? skeleton(key) : skeleton(latinOf(key));
        this.#bones.set(key, bones);
      }
      sound += at > start ? ` ${bones}` : bones;
    }
    return sound.length < 3 ? `${sound}:${this.key(words, start, end)}` : sound;
  }

  /** Whether both sides of a hyphen occur alone elsewhere, or are full names (`Ada Lund-Max Berg`). */
  parts(words: readonly TextWord[], at: number): boolean {
    if (this.#runs.has(words[at]!.key) && this.#runs.has(words[at - 1]!.key)) return true;
    return words[at - 1]!.follows === ' ' && at > 1 && words[at + 1]?.follows === ' ' && words[at + 1]?.shape === 'capital';
  }

  /** Whether a document that has the words also has the last one alone: a given name, and a family name. */
  endsInFamilyName({ words, headline }: ClassedRun, start: number, end: number): boolean {
    let from = end - 1;
    while (from > start && words[from]!.follows === '-') from--;
    const last = this.#runs.get(this.key(words, from, end))?.documents;
    if (headline || last === undefined || this.#runs.has(words[start]!.key)) return false;
    return [...(this.#documents.get(this.key(words, start, end)) ?? [])].some((id) => last.has(id));
  }
}

function addTo(map: Map<string, Set<string>>, key: string, document: string): void {
  const documents = map.get(key);
  if (documents === undefined) map.set(key, new Set([document]));
  else documents.add(document);
}

/** Cyrillic letters by the Latin consonants they sound like; words of other scripts as they are read. */
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  [...'бвгдзклмнпрстфх']
    .map((letter, at) => [letter, 'bvgdzklmnprstfk'[at]!])
    .concat([
      ['ж', 'z'],
      ['ц', 's'],
      ['ч', 's'],
      ['ш', 's'],
      ['щ', 's'],
      ['й', ''],
      ['ґ', 'g'],
    ]),
);

function latinOf(word: string): string {
  const { script, units } = soundUnits(word);
  return script === 'latin' ? units.join('') : script === 'cyrillic' ? units.map((unit) => cyrillic[unit] ?? '').join('') : foldLatin(word);
}

/** The core of a run: without titles, and common words that open a sentence, at its ends. */
function standing({ words, classes, headline }: ClassedRun): readonly [number, number] {
  if (headline) return [0, 0];
  let [from, to] = [0, words.length];
  const outside = (at: number) => classes[at] === 'title' || words[at]!.shape === 'lower' || (words[at]!.opens && classes[at] === 'common');
  while (from < to && outside(from)) from++;
  while (to > from && outside(to - 1)) to--;
  return [from, to];
}
