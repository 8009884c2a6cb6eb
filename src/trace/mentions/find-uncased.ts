/**
 * Names in scripts without capitals (Chinese, Japanese, Korean, Thai, Arabic, Hebrew …), with no word list:
 *
 * 1. Conventional names from the table, longest first.
 * 2. The aligned bead: a name on its other side is looked for by sound in the sentences of this side.
 * 3. The whole document, for names that no bead brought: at a higher price, so that a chance find is unlikely.
 *
 * A string found once stands for its name in the whole document. Names in full (`史蒂夫·威特科夫`) are put together from
 * their parts where only a middle dot, a hyphen or a space is between them.
 */
import type { AlignedDocument, DocumentPair } from '../../types.ts';
import { type PreparedWord, prepareName } from '../sound/prepared-name.ts';
import { transliterationCharacters } from '../sound/sound-tables.ts';
import type { SoundScript } from '../sound/sound-units.ts';
import { scriptOf } from '../sound/sound-units.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import { type Concept, conventionalNameAt, lookUpName } from '../tables/gazetteer.ts';
import { findBySound, type SoundText, soundText } from './find-by-sound.ts';
import type { FoundName } from './find-capitalised.ts';

/** A name found by what it stands for. */
export interface LinkedName extends FoundName {
  /** Words (lower case) of the names it was found by; empty where the table alone knows it. */
  readonly standsFor: readonly string[];
  /** Whether a bead led to it. */
  readonly byBead: boolean;
  readonly concept?: Concept;
}

const price = { bead: 5, beadSimilarity: 0.68, documentSimilarity: 0.86, documentMargin: 5 } as const;

/** The script of a document without capitals that sound can be searched in; undefined for all others. */
export function uncasedScript(document: AlignedDocument): SoundScript | 'other' | undefined {
  const counts = new Map<string, number>();
  for (const character of document.sentences
    .slice(0, 40)
    .map(({ text }) => text)
    .join('')) {
    const script = /\p{L}/u.test(character) ? (/[\p{Lu}\p{Ll}]/u.test(character) ? 'cased' : scriptOf(character)) : undefined;
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  // kana beside Han is Japanese
  if ((counts.get('kana') ?? 0) * 4 > (counts.get('han') ?? 0)) counts.set('kana', (counts.get('kana') ?? 0) + (counts.get('han') ?? 0));
  const [script] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (script === undefined || script === 'cased') return undefined;
  return script === 'latin' ? 'other' : (script as SoundScript);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly concept?: Concept;
  readonly byBead: boolean;
}

/** Names of one document without capitals, given the names found in the others. */
export function findUncased(
  document: AlignedDocument,
  script: SoundScript | 'other',
  found: readonly FoundName[],
  pairs: readonly DocumentPair[],
): LinkedName[] {
  const known = new Map<string, { word: string; concept?: Concept; byBead: boolean }>(); // string here → what it stands for
  const strong = found.filter(({ weak }) => !weak);
  for (const { form, concept } of conventionalNames(document, script)) known.set(form, { word: '', concept, byBead: false });
  if (script !== 'other') {
    const search = new Search(document, script, known);
    search.throughBeads(strong, pairs);
    search.wholeDocument(strong);
  }
  const latin = [...new Set(strong.flatMap((name) => searchable(name)))].map((word) => prepareName(word).joined);
  const neighbours = new Set(strong.flatMap(({ words }) => words.slice(1).map((word, index) => `${words[index]!} ${word}`)));
  return assemble(document, withDottedParts(document, occurrences(document, script, known), latin), neighbours);
}

// ── the table ───────────────────────────────────────────────────────────────

const spaced = new Set<string>(['hangul', 'arabic', 'hebrew', 'other']);

function* conventionalNames(document: AlignedDocument, script: string): Generator<{ form: string; concept: Concept }> {
  for (const sentence of document.sentences) {
    if (spaced.has(script) && document.language !== 'th') {
      const words = [...sentence.text.matchAll(/[\p{L}\p{M}]+/gu)];
      for (let at = 0; at < words.length; at++) {
        for (let length = 3; length > 0; length--) {
          const last = words[at + length - 1];
          if (last === undefined) continue;
          const phrase = sentence.text.slice(words[at]!.index, last.index + last[0].length);
          const bare = withoutAffixes(phrase, script).find(
            (form) => form.length > 1 && /[^\u0000-\u024f]/.test(form) && lookUpName(form).length > 0,
          );
          if (bare === undefined) continue;
          yield { form: bare, concept: bestConcept(bare) };
          at += length - 1;
          break;
        }
      }
      continue;
    }
    for (let at = 0; at < sentence.text.length; at++) {
      const match = conventionalNameAt(sentence.text, at, document.language);
      if (match === undefined) continue;
      yield { form: match.form, concept: bestConcept(match.form) };
      at += match.form.length - 1;
    }
  }
}

/** Of several entries with one form, a place before a body before a person before the rest. */
function bestConcept(form: string): Concept {
  const order = { place: 0, organization: 1, person: 2, other: 3 } as const;
  return [...lookUpName(form)].sort((a, b) => order[a.type] - order[b.type])[0]!;
}

const prefixes: Readonly<Record<string, RegExp>> = {
  arabic: /^(?:[وف]?[بلك]?(?:ال)?)(?=\p{L}{2})/u,
  hebrew: /^[וש]?[הבלמכ]?(?=\p{L}{2})/u,
};
const koreanParticle = /(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|이라고|라고|측|군)$/u;

function withoutAffixes(word: string, script: string): string[] {
  const forms = [word];
  const prefix = prefixes[script];
  if (prefix !== undefined) forms.push(word.replace(prefix, ''));
  if (script === 'hangul') forms.push(word.replace(koreanParticle, ''));
  return forms;
}

// ── by sound ────────────────────────────────────────────────────────────────

class Search {
  readonly #document: AlignedDocument;
  readonly #script: SoundScript;
  readonly #known: Map<string, { word: string; concept?: Concept; byBead: boolean }>;
  readonly #texts = new Map<number, SoundText>();

  constructor(document: AlignedDocument, script: SoundScript, known: Map<string, { word: string; concept?: Concept; byBead: boolean }>) {
    this.#document = document;
    this.#script = script;
    this.#known = known;
  }

  throughBeads(strong: readonly FoundName[], pairs: readonly DocumentPair[]): void {
    const bySentence = new Map<string, FoundName[]>();
    for (const name of strong) {
      const key = `${name.document} ${name.sentence}`;
      bySentence.set(key, [...(bySentence.get(key) ?? []), name]);
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
      if (concept?.name.toLowerCase().split(' ').at(-1) === word && sentence.text.includes(string)) return;
    }
    const best = this.#best(word, index, price.bead, price.beadSimilarity);
    if (best === undefined) return;
    const strings = mine ?? new Map<string, number>();
    strings.set(best.text, (strings.get(best.text) ?? 0) + best.worth);
    votes.set(word, strings);
  }

  wholeDocument(strong: readonly FoundName[]): void {
    const taken = new Set(
      [...this.#known.values()].flatMap(({ word, concept }) => [word, ...(concept?.name.toLowerCase().split(' ').at(-1) ?? '')]),
    );
    const length = this.#document.sentences.reduce((sum, { text }) => sum + text.length, 0);
    const least = Math.log(Math.max(20, length)) + price.documentMargin;
    const words = new Set(strong.flatMap((name) => searchable(name)));
    for (const word of words) {
      if (taken.has(word) || word.length < 5) continue;
      for (const sentence of this.#document.sentences) {
        const best = this.#best(word, sentence.index, least, price.documentSimilarity);
        if (best === undefined) continue;
        this.#accept(best.text, word, false);
        break;
      }
    }
  }

  #accept(string: string, word: string, byBead: boolean): void {
    const before = this.#known.get(string);
    if (before === undefined) this.#known.set(string, { word, byBead });
    else if (before.word === '' && before.concept !== undefined) this.#known.set(string, { ...before, word: '' });
  }

  #best(word: string, index: number, least: number, leastSimilarity: number): { text: string; worth: number } | undefined {
    const sentence = this.#document.sentences[index]!;
    let text = this.#texts.get(index);
    if (text === undefined) {
      text = soundText(sentence.text, this.#script);
      this.#texts.set(index, text);
    }
    const prepared = prepareName(word).words[0];
    if (prepared === undefined || prepared.script !== 'latin') return undefined;
    let best: { text: string; worth: number } | undefined;
    for (const match of findBySound(text, prepared.latin, least)) {
      const string = this.#bounded(sentence.text, match.start, match.end);
      if (string === undefined || string.length < 2 || (best !== undefined && match.worth <= best.worth)) continue;
      if (similarityOf(string, prepared) >= leastSimilarity)
        best = { text: this.#lengthened(sentence.text, string, match.end, prepared), worth: match.worth };
    }
    return best;
  }

  /** A match and the transliteration character after it, where the word sounds no less alike with it (Halifax, 哈利法克斯). */
  #lengthened(text: string, string: string, end: number, word: PreparedWord): string {
    const next = text[end];
    if (this.#script !== 'han' || next === undefined || !transliterating.has(next)) return string;
    return similarityOf(string + next, word) >= similarityOf(string, word) - 0.02 ? string + next : string;
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

function similarityOf(string: string, word: PreparedWord): number {
  const other = prepareName(string).joined;
  return wordSimilarity(other, word);
}

/** Words of a name worth looking for: Latin letters enough to be more than chance. */
function searchable(name: FoundName): string[] {
  const words = name.words.filter((word) => /^\p{L}{3,}$/u.test(word) && /[a-z]/i.test(word));
  const joined = name.text.includes('-') && name.words.length <= 2 ? [name.words.join('').replaceAll('-', '')] : [];
  return [...words, ...joined];
}

// ── where they stand ────────────────────────────────────────────────────────

function occurrences(
  document: AlignedDocument,
  script: string,
  known: ReadonlyMap<string, { word: string; concept?: Concept; byBead: boolean }>,
): (Stretch & { sentence: number })[] {
  const strings = [...known.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const stretches: (Stretch & { sentence: number })[] = [];
  for (const sentence of document.sentences) {
    const free = new Uint8Array(sentence.text.length).fill(1);
    for (const string of strings) {
      for (let at = sentence.text.indexOf(string); at >= 0; at = sentence.text.indexOf(string, at + 1)) {
        if (free.subarray(at, at + string.length).includes(0)) continue;
        if (spaced.has(script) && document.language !== 'th' && !standsFree(sentence.text, at, at + string.length, script)) continue;
        free.fill(0, at, at + string.length);
        const { word, concept, byBead } = known.get(string)!;
        stretches.push({
          start: sentence.start + at,
          end: sentence.start + at + string.length,
          sentence: sentence.index,
          word,
          byBead,
          ...(concept === undefined ? {} : { concept }),
        });
      }
    }
  }
  return stretches.sort((a, b) => a.start - b.start);
}

function standsFree(text: string, start: number, end: number, script: string): boolean {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(0, start))![0];
  if (before !== '' && prefixes[script]?.exec(`${before}${text.slice(start, end)}`)?.[0] !== before) return false;
  return script === 'hangul' || !/^[\p{L}\p{M}]/u.test(text.slice(end));
}

/**
 * Parts of dotted names that neither table nor sound knew: the run of transliteration characters (or of katakana) that
 * a middle dot joins to what is known, or to another such run.
 */
function withDottedParts(
  document: AlignedDocument,
  stretches: readonly (Stretch & { sentence: number })[],
  latin: readonly PreparedWord[],
): (Stretch & { sentence: number })[] {
  const all = [...stretches];
  const isFree = (start: number, end: number) => all.every((other) => end <= other.start || start >= other.end);
  for (const sentence of document.sentences) {
    for (const match of sentence.text.matchAll(/[·・‧•]/gu)) {
      const dot = sentence.start + match.index;
      for (const side of [-1, 1] as const) {
        const inner = side < 0 ? dot : dot + 1;
        let [start, end] = [inner, inner];
        while (Math.abs(end - start) < 7) {
          const next = document.text[side < 0 ? start - 1 : end] ?? '';
          if (!isTransliterating(next) || !isFree(side < 0 ? start - 1 : end, side < 0 ? start : end + 1)) break;
          if (side < 0) start--;
          else end++;
        }
        // a stretch already known may end before the dot (the first half of a word): it is part of the run
        const cutOff = all.findIndex(
          (other) =>
            other.sentence === sentence.index && (side < 0 ? other.end === start && start < dot : other.start === end && end > inner),
        );
        if (cutOff >= 0) {
          const other = all[cutOff]!;
          all[cutOff] = { ...other, start: Math.min(other.start, start), end: Math.max(other.end, end) };
        } else if (end - start > 1) {
          const length = fittingLength(document.text.slice(start, end), side, latin);
          all.push({
            start: side < 0 ? end - length : start,
            end: side < 0 ? end : start + length,
            sentence: sentence.index,
            word: '',
            byBead: false,
          });
        }
      }
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

/** How much of a run beside a dot is the name: what sounds most like some Latin name word, all of it where none does. */
function fittingLength(run: string, side: -1 | 1, latin: readonly PreparedWord[]): number {
  let best = { length: run.length, likeness: 0.62 };
  for (let length = run.length; length > 1; length--) {
    const part = prepareName(side < 0 ? run.slice(-length) : run.slice(0, length)).joined;
    for (const word of latin) {
      const likeness = wordSimilarity(part, word);
      if (likeness > best.likeness) best = { length, likeness };
    }
  }
  return best.length;
}

const transliterating = new Set(transliterationCharacters);

function isTransliterating(character: string): boolean {
  return transliterating.has(character) || /[\u30a1-\u30fa\u30fc]/.test(character);
}

/** Join parts that only a dot, a hyphen or a space keeps apart into names in full. */
function assemble(
  document: AlignedDocument,
  stretches: readonly (Stretch & { sentence: number })[],
  neighbours: ReadonlySet<string>,
): LinkedName[] {
  const names: LinkedName[] = [];
  const joins = (one: Stretch, other: Stretch) => {
    const gap = document.text.slice(one.end, other.start);
    // a space joins what a name elsewhere has side by side
    return /^[·・‧•=＝]$/u.test(gap) || (gap === ' ' && neighbours.has(`${one.word} ${other.word}`));
  };
  for (let at = 0; at < stretches.length; ) {
    let to = at + 1;
    while (
      to < stretches.length &&
      stretches[to]!.sentence === stretches[at]!.sentence &&
      to - at < 4 &&
      joins(stretches[to - 1]!, stretches[to]!)
    )
      to++;
    const parts = stretches.slice(at, to);
    const [start, end] = [parts[0]!.start, parts.at(-1)!.end];
    const text = document.text.slice(start, end);
    at = to;
    if (parts.length === 1 && parts[0]!.word === '' && parts[0]!.concept === undefined) continue; // an unknown part alone is no name
    const concept = parts.length === 1 ? parts[0]!.concept : undefined;
    names.push({
      document: document.id,
      language: document.language,
      sentence: parts[0]!.sentence,
      start,
      end,
      text,
      words: text.toLowerCase().split(/[^\p{L}\p{M}]+/u),
      weak: false,
      standsFor: parts.flatMap(({ word, concept: entry }) =>
        word === '' ? (entry === undefined ? [] : [entry.name.toLowerCase().split(' ').at(-1)!]) : [word],
      ),
      byBead: parts.some(({ byBead }) => byBead),
      ...(concept === undefined ? {} : { concept }),
    });
  }
  return names;
}
