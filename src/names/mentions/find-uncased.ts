/**
 * Names in scripts without capitals (Chinese, Japanese, Korean, Thai, Arabic, Hebrew …), with no word list:
 *
 * 1. Conventional names from the table, longest first.
 * 2. The aligned bead: a name on its other side is looked for by sound in the sentences of this side.
 * 3. The whole document, for names that no bead brought: at a higher price, so that a chance find is unlikely.
 *
 * A string found once represents its name in the whole document. Names in full (`史蒂夫·威特科夫`) are put together from
 * their parts where only a middle dot, a hyphen or a space is between them.
 */
import type { AlignedDocument, DocumentPair } from '../../types.ts';
import { prepareName } from '../sound/prepared-name.ts';
import type { SoundScript } from '../sound/sound-units.ts';
import { isCalendarWord } from '../tables/common-words.ts';
import { type Concept, conventionalNameAt, lookUpName } from '../tables/gazetteer.ts';
import { simplify } from '../tables/simplified.ts';
import { assemble, type Stretch, withDottedParts } from './dotted-names.ts';
import { type ForeignName, foreignNames } from './foreign-names.ts';
import type { FoundName, LinkedName } from './found-name.ts';
import { nounsBeside, withNouns } from './name-suffixes.ts';
import { pinyinNames } from './pinyin-names.ts';
import { prefixes, spaced, withoutAffixes } from './script-traits.ts';
import { type Meaning, SoundSearch, searchable } from './sound-search.ts';
import { builtNames } from './surname-names.ts';

/** Names of one document without capitals, given the names found in the others. Yields every few milliseconds of work. */
export function* findUncased(
  document: AlignedDocument,
  script: SoundScript | 'other',
  found: readonly FoundName[],
  pairs: readonly DocumentPair[],
): Generator<void, LinkedName[]> {
  const known = new Map<string, Meaning>(); // string here → its meaning
  const strong = found.filter(({ weak }) => !weak);
  for (const sentence of document.sentences) {
    if (sentence.index % sentencesPerStep === sentencesPerStep - 1) yield;
    const whole = script === 'han' ? foreignNames(sentence.text) : [];
    for (const { form, at, concept } of conventionalNames(sentence.text, document.language, script))
      if (!isCalendarWord(form) && !isPartOf(whole, at, form.length, concept)) known.set(form, { word: '', concept, byBead: false });
  }
  const foreign = script === 'han' ? yield* foreignIn(document, known) : new Map<number, ForeignName[]>();
  if (script !== 'other') {
    for (const string of builtNames(document)) if (!known.has(string)) known.set(string, { word: string, byBead: false });
    if (script === 'han') for (const [string, word] of pinyinNames(document, strong)) known.set(string, { word, byBead: false });
    const search = new SoundSearch(document, script, known, foreign);
    yield* search.throughBeads(strong, pairs);
    yield* search.wholeDocument(strong);
    addForeign(foreign, known);
  }
  const latin = [...new Set(strong.flatMap((name) => searchable(name)))].map((word) => prepareName(word).joined);
  const neighbours = new Set(strong.flatMap(({ words }) => words.slice(1).map((word, index) => `${words[index]!} ${word}`)));
  const beside = nounsBeside(strong, new Set([...known.values()].map(({ word }) => word)));
  const stretches = withinForeign(yield* occurrences(document, script, known), document, foreign);
  const parts = [...withDottedParts(document, stretches, latin), ...latinStretches(document, found)].sort((a, b) => a.start - b.start);
  return assemble(document, parts, neighbours).map((name) => withNouns(name, document, script, beside));
}

/** Foreign names by sentence, beside the conventional ones. */
function* foreignIn({ sentences }: AlignedDocument, known: ReadonlyMap<string, Meaning>): Generator<void, Map<number, ForeignName[]>> {
  const names = new Map<number, ForeignName[]>();
  const strings = [...known.keys()].sort((a, b) => b.length - a.length);
  for (const { index, text } of sentences) {
    if (index % sentencesPerStep === sentencesPerStep - 1) yield;
    let rest = text;
    for (const string of strings) rest = rest.replaceAll(string, ' '.repeat(string.length));
    const found = foreignNames(rest);
    if (found.length > 0) names.set(index, found);
  }
  return names;
}

/** Latin names of the document, as parts that names of mixed script are put together from (`哈龙·巴尔卡Wardougou`). */
function latinStretches(document: AlignedDocument, cased: readonly FoundName[]): Stretch[] {
  return cased
    .filter(({ document: id }) => id === document.id)
    .map(({ start, end, sentence, words }) => ({ start, end, sentence, word: '', words, byBead: false, isLatin: true }));
}

/** Found parts of one foreign name as that name. */
function withinForeign(
  stretches: readonly Stretch[],
  { sentences }: AlignedDocument,
  foreign: ReadonlyMap<number, readonly ForeignName[]>,
): Stretch[] {
  const kept = new Set(stretches);
  const whole: Stretch[] = [];
  for (const [sentence, names] of foreign) {
    const from = sentences[sentence]!.start;
    const here = stretches.filter((stretch) => stretch.sentence === sentence);
    for (const name of names) {
      const end = from + name.end;
      let start = from + name.start;
      const parts = here.filter((part) => part.start < end && start < part.end);
      if (
        parts.length === 0 ||
        parts.some(({ concept }) => concept !== undefined) ||
        parts.some((part) => part.start < start || part.end > end)
      )
        continue;
      // one character before what was found by sound is the end of an office more often than the beginning of a name
      if (parts[0]!.start === start + 1) start++;
      if (parts.length === 1 && parts[0]!.start === start && parts[0]!.end === end) continue;
      for (const part of parts) kept.delete(part);
      whole.push({
        ...parts[0]!,
        start,
        end,
        words: parts.flatMap(({ word }) => (word === '' ? [] : [word])),
        byBead: parts.some(({ byBead }) => byBead),
      });
    }
  }
  return [...kept, ...whole].sort((a, b) => a.start - b.start);
}

/** Those that no search led to: no part of a string that is known, and none in them. */
function addForeign(foreign: ReadonlyMap<number, readonly ForeignName[]>, known: Map<string, Meaning>): void {
  const strings = [...known.keys()];
  for (const names of foreign.values()) {
    for (const { text, worth } of names) {
      if (strings.some((string) => string.includes(text) || text.includes(string))) continue;
      known.set(text, { word: text, byBead: false, ...(worth < surelyForeign ? { weak: true } : {}) });
    }
  }
}

/** Nats from which characters alone say that a string is a name. */
const surelyForeign = 6;
const sentencesPerStep = 200;
/** Strings looked for in a sentence, between two yields. */
const stringsPerStep = 20_000;

function* conventionalNames(text: string, language: string, script: string): Generator<{ form: string; at: number; concept: Concept }> {
  if (spaced.has(script) && language !== 'th') {
    const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
    for (let at = 0; at < words.length; at++) {
      for (let length = 3; length > 0; length--) {
        const last = words[at + length - 1];
        if (last === undefined) continue;
        const phrase = text.slice(words[at]!.index, last.index + last[0].length);
        const bare = withoutAffixes(phrase, script).find(
          (form) => form.length > 1 && /[^\u0000-\u024f]/.test(form) && lookUpName(form).length > 0,
        );
        if (bare === undefined) continue;
        yield { form: bare, at: words[at]!.index, concept: bestConcept(bare) };
        at += length - 1;
        break;
      }
    }
    return;
  }
  const simple = simplify(text);
  for (let at = 0; at < text.length; at++) {
    const match = conventionalNameAt(simple, at, language);
    if (match === undefined) continue;
    yield { form: text.slice(at, at + match.form.length), at, concept: bestConcept(match.form) };
    at += match.form.length - 1;
  }
}

/** Whether a hardly known name is cut out of a foreign one: `巴东` of `沙巴东部`, `克孜勒` of `克孜勒别利`. */
function isPartOf(names: readonly ForeignName[], at: number, length: number, { size }: Concept): boolean {
  if (size > hardlyKnown) return false;
  return names.some(({ start, end, worth }) => worth > surelyForeign && start <= at && end >= at + length && end - start > length);
}

/** Forms of an entry of the table that is a small place, or a person's name as well. */
const hardlyKnown = 4;

/** Of several entries with one form, a place before a body before a person before the rest. */
function bestConcept(form: string): Concept {
  const order = { place: 0, organization: 1, person: 2, other: 3 } as const;
  return [...lookUpName(form)].sort((a, b) => order[a.type] - order[b.type])[0]!;
}

function* occurrences(document: AlignedDocument, script: string, known: ReadonlyMap<string, Meaning>): Generator<void, Stretch[]> {
  // a conventional name is not part of what sounds alike by chance
  const rank = (string: string) => {
    const { concept, byBead } = known.get(string)!;
    return string.length + (concept === undefined && !byBead ? 0 : 1);
  };
  const strings = [...known.keys()].sort((a, b) => rank(b) - rank(a) || b.length - a.length || (a < b ? -1 : 1));
  const stretches: Stretch[] = [];
  let work = 0;
  for (const sentence of document.sentences) {
    work += strings.length;
    if (work > stringsPerStep) {
      work = 0;
      yield;
    }
    const free = new Uint8Array(sentence.text.length).fill(1);
    for (const string of strings) {
      for (let at = sentence.text.indexOf(string); at >= 0; at = sentence.text.indexOf(string, at + 1)) {
        if (free.subarray(at, at + string.length).includes(0)) continue;
        if (spaced.has(script) && document.language !== 'th' && !standsFree(sentence.text, at, at + string.length, script)) continue;
        free.fill(0, at, at + string.length);
        const { word, concept, byBead, weak } = known.get(string)!;
        stretches.push({
          start: sentence.start + at,
          end: sentence.start + at + string.length,
          sentence: sentence.index,
          word,
          byBead,
          ...(weak === undefined ? {} : { weak }),
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
