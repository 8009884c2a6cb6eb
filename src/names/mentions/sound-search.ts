/** Looks for Latin name words by sound in one document: through beads, then everywhere at a higher price. */
import { log } from '../../exact-math.ts';
import type { AlignedDocument, DocumentPair } from '../../types.ts';
import { PreparedNames, type PreparedWord } from '../sound/prepared-name.ts';
import type { SoundScript } from '../sound/sound-units.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import type { Concept } from '../tables/gazetteer.ts';
import { findBySound, type SoundMatch, type SoundText, soundText } from './find-by-sound.ts';
import type { ForeignName } from './foreign-names.ts';
import type { FoundName } from './found-name.ts';
import { prefixes, transliterating } from './script-traits.ts';

/** The meaning of a string of the document: a word, or an entry of the table. */
export interface Meaning {
  readonly word: string;
  readonly concept?: Concept;
  readonly byBead: boolean;
  /** Without evidence of its own. */
  readonly weak?: boolean;
}

/** A string that a word is heard in. */
interface Heard {
  readonly text: string;
  /** Nats above chance. */
  readonly worth: number;
}

/** What a string may lose in likeness for being a name by its characters. */
const foreignMargin = 0.08;
const sentencesPerStep = 100;
const price = { bead: 5, beadSimilarity: 0.68, documentSimilarity: 0.82, documentMargin: 4.5 } as const;

export class SoundSearch {
  readonly #document: AlignedDocument;
  readonly #script: SoundScript;
  readonly #known: Map<string, Meaning>;
  readonly #foreign: ReadonlyMap<number, readonly ForeignName[]>;
  readonly #names = new PreparedNames();
  readonly #texts = new Map<number, SoundText>();
  /** What words were found as in sentences: several pairs have beads around one sentence. */
  readonly #heard = new Map<string, Heard | undefined>();

  constructor(
    document: AlignedDocument,
    script: SoundScript,
    known: Map<string, Meaning>,
    foreign: ReadonlyMap<number, readonly ForeignName[]>,
  ) {
    this.#foreign = foreign;
    this.#document = document;
    this.#script = script;
    this.#known = known;
  }

  /** Looks for each name on the other side of a bead in the sentences of this side. Yields every few milliseconds of work. */
  *throughBeads(strong: readonly FoundName[], pairs: readonly DocumentPair[]): Generator<void> {
    const bySentence = new Map<string, FoundName[]>();
    for (const name of strong) {
      const key = `${name.document} ${name.sentence}`;
      const here = bySentence.get(key);
      if (here) here.push(name);
      else bySentence.set(key, [name]);
    }
    const votes = new Map<string, Map<string, number>>(); // word → string here → nats
    for (const pair of pairs) {
      const mine = pair.source === this.#document.id ? 'source' : pair.target === this.#document.id ? 'target' : undefined;
      if (mine === undefined) continue;
      const [theirs, other] = mine === 'source' ? (['target', pair.target] as const) : (['source', pair.source] as const);
      for (const bead of pair.beads) {
        const words = new Set<string>();
        for (let s = bead[theirs][0]; s < bead[theirs][1]; s++) {
          for (const name of bySentence.get(`${other} ${s}`) ?? []) for (const word of searchable(name)) words.add(word);
        }
        if (words.size === 0) continue;
        yield;
        for (let s = bead[mine][0]; s < bead[mine][1]; s++) {
          for (const word of words) this.#vote(word, s, votes);
        }
      }
    }
    for (const [word, strings] of votes) {
      for (const [string] of [...strings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2))
        this.#accept(string, word, true);
    }
  }

  #vote(word: string, index: number, votes: Map<string, Map<string, number>>): void {
    const sentence = this.#document.sentences[index];
    if (sentence === undefined) return;
    const mine = votes.get(word);
    for (const string of mine?.keys() ?? []) {
      if (!sentence.text.includes(string)) continue;
      mine!.set(string, mine!.get(string)! + 1);
      return;
    }
    for (const [string, { concept }] of this.#known) {
      if (concept !== undefined && lastWord(concept) === word && sentence.text.includes(string)) return;
    }
    const key = `${index} ${word}`;
    if (!this.#heard.has(key)) this.#heard.set(key, this.#best(word, index, price.bead, price.beadSimilarity));
    const best = this.#heard.get(key);
    if (best === undefined) return;
    const strings = mine ?? new Map<string, number>();
    strings.set(best.text, (strings.get(best.text) ?? 0) + best.worth);
    votes.set(word, strings);
  }

  /** Looks everywhere for the names that no bead brought. Yields every few milliseconds of work. */
  *wholeDocument(strong: readonly FoundName[]): Generator<void> {
    const taken = new Set([...this.#known.values()].map(({ word, concept }) => (concept === undefined ? word : lastWord(concept))));
    const length = this.#document.sentences.reduce((sum, { text }) => sum + text.length, 0);
    const least = log(Math.max(20, length)) + price.documentMargin;
    const words = new Set(strong.flatMap((name) => searchable(name)));
    for (const word of words) {
      if (taken.has(word) || word.length < 5) continue;
      for (const sentence of this.#document.sentences) {
        if (sentence.index % sentencesPerStep === 0) yield;
        const best = this.#best(word, sentence.index, least, price.documentSimilarity);
        if (best === undefined) continue;
        this.#accept(best.text, word, false);
        break;
      }
    }
  }

  #accept(string: string, word: string, byBead: boolean): void {
    const before = this.#known.get(string);
    // a conventional name with a character more than it has is that name
    const prepared = this.#names.get(word).joined;
    for (const [other, { concept }] of this.#known)
      if (concept !== undefined && other !== string && string.includes(other) && this.#similarity(other, prepared) >= price.beadSimilarity)
        return;
    if (before === undefined) this.#known.set(string, { word, byBead });
    else if (before.word === '' && before.concept !== undefined) this.#known.set(string, { ...before, word: '' });
  }

  #best(word: string, index: number, least: number, leastSimilarity: number): Heard | undefined {
    const sentence = this.#document.sentences[index]!;
    let text = this.#texts.get(index);
    if (text === undefined) {
      text = soundText(sentence.text, this.#script);
      this.#texts.set(index, text);
    }
    const prepared = this.#names.get(word).words[0];
    if (prepared === undefined || prepared.script !== 'latin') return undefined;
    let best: Heard | undefined;
    for (const match of findBySound(text, prepared.latin, least)) {
      const string = this.#bounded(sentence.text, match.start, match.end);
      if (string === undefined || string.length < 2 || (best !== undefined && match.worth <= best.worth)) continue;
      if (this.#similarity(string, prepared) >= leastSimilarity)
        best = {
          text: this.#asForeign(index, match, prepared) ?? this.#fitted(sentence.text, string, match.end, prepared),
          worth: match.worth,
        };
    }
    return best;
  }

  /** The word of a foreign name that a match is in, or the name, where the letters correspond to it about as well. */
  #asForeign(index: number, { start, end }: SoundMatch, word: PreparedWord): string | undefined {
    const name = this.#foreign.get(index)?.find((other) => other.start < end && start < other.end);
    if (name === undefined) return undefined;
    const text = this.#document.sentences[index]!.text.slice(start, end);
    const least = this.#similarity(text, word) - foreignMargin;
    const words = name.text.split(/[·・‧•]/).filter((part) => part.includes(text) || text.includes(part));
    const [best] = words.map((part) => ({ part, likeness: this.#similarity(part, word) })).sort((a, b) => b.likeness - a.likeness);
    return best !== undefined && best.part.length > 1 && best.likeness >= least ? best.part : undefined;
  }

  /**
   * A match with the character after it, or without its first or last, where the word sounds more like that: worth is
   * counted in nats, and a character too many may still add some.
   */
  #fitted(text: string, string: string, end: number, word: PreparedWord): string {
    if (this.#script !== 'han') return string;
    const next = text[end];
    let [best, likeness] = [string, this.#similarity(string, word)];
    const longer = next !== undefined && transliterating.has(next) ? [string + next] : [];
    for (const other of [...longer, ...(string.length > 2 ? [string.slice(0, -1), string.slice(1)] : [])]) {
      const similarity = this.#similarity(other, word);
      if (similarity > likeness + 0.01 || (other.length > string.length && similarity >= likeness)) [best, likeness] = [other, similarity];
    }
    return best;
  }

  #similarity(string: string, word: PreparedWord): number {
    return wordSimilarity(this.#names.get(string).joined, word);
  }

  /** The string of a match, kept within the words of scripts that have them. */
  #bounded(text: string, start: number, end: number): string | undefined {
    switch (this.#script) {
      case 'kana': {
        let [from, to] = [start, end];
        while (from > 0 && /[\u30a1-\u30fa\u30fc]/.test(text[from - 1]!)) from--;
        while (to < text.length && /[\u30a1-\u30fa\u30fc]/.test(text[to]!)) to++;
        return to - from - (end - start) <= 2 ? text.slice(from, to) : undefined;
      }
      case 'arabic':
      case 'hebrew': {
        const before = /\p{L}*$/u.exec(text.slice(0, start))![0];
        if (/^\p{L}/u.test(text.slice(end)) || (before !== '' && prefixes[this.#script]!.exec(`${before}xxx`)?.[0] !== before))
          return undefined;
        return text.slice(start, end);
      }
      case 'hangul':
        return /\p{L}$/u.test(text.slice(0, start)) ? undefined : text.slice(start, end);
      default:
        return text.slice(start, end);
    }
  }
}

/** The last word of a name, in lower case. */
function lastWord({ name }: Concept): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}

/** Words of a name worth looking for: Latin letters enough to be more than chance. */
export function searchable(name: FoundName): string[] {
  const words = name.words.filter((word) => /^\p{L}{3,}$/u.test(word) && /[a-z]/i.test(word));
  const joined = name.text.includes('-') && name.words.length <= 2 ? [name.words.join('').replaceAll('-', '')] : [];
  return [...words, ...joined];
}
