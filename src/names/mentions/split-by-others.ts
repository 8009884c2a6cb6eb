/**
 * Takes apart what stands side by side, by what other documents call one name: `Погранслужбы Улан Сыдыкбеков` has `Ulan Sydykbekov`
 * in it, in any script; the rest is a name of its own, or an office.
 */
import { skeleton } from '../linking/skeleton.ts';
import { preparedSimilarity } from '../name-similarity.ts';
import { type PreparedName, prepareName } from '../sound/prepared-name.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import { isPeopleWord } from '../tables/common-words.ts';
import { lookUpName } from '../tables/gazetteer.ts';
import { nameNoun } from '../tables/name-nouns.ts';
import type { FoundName, LinkedName } from './found-name.ts';

const longest = 7;
const alike = { whole: 0.85, part: 0.84, word: 0.72 } as const;
const perStep = 200;
/** Spellings of one sound that a name is compared with. */
const largestBlock = 60;

interface Spelling {
  readonly name: PreparedName;
  readonly documents: Set<string>;
}

/** The names, those apart that other documents have apart. Yields every few milliseconds of work. */
export function* splitByOthers(found: readonly (FoundName | LinkedName)[]): Generator<void, (FoundName | LinkedName)[]> {
  const spellings = new Map<string, Spelling>();
  for (const name of found) {
    const key = name.text.toLowerCase();
    const spelling = spellings.get(key);
    if (spelling !== undefined) spelling.documents.add(name.document);
    else if (!name.weak) spellings.set(key, { name: prepareName(name.text), documents: new Set([name.document]) });
  }
  const byWord = new Map<string, Spelling[]>();
  for (const spelling of spellings.values()) {
    const last = spelling.name.words.at(-1);
    if (spelling.name.words.length < 2 || last === undefined) continue;
    const key = `${spelling.name.words.length} ${skeleton(last.latin.letters)}`;
    const list = byWord.get(key);
    if (list === undefined) byWord.set(key, [spelling]);
    else if (list.length < largestBlock) list.push(spelling);
  }
  const best = (name: PreparedName, document: string): number => {
    let most = 0;
    for (const other of byWord.get(`${name.words.length} ${skeleton(name.words.at(-1)?.latin.letters ?? '')}`) ?? []) {
      if (other.documents.size === 1 && other.documents.has(document)) continue;
      if (!name.words.every((word, at) => wordSimilarity(word, other.name.words[at]!) >= alike.word)) continue;
      most = Math.max(most, preparedSimilarity(name, other.name));
    }
    return most;
  };
  const cuts = new Map<string, readonly [number, number] | undefined>();
  const names: (FoundName | LinkedName)[] = [];
  for (const [index, name] of found.entries()) {
    if (index % perStep === perStep - 1) yield;
    const key = `${name.document}\n${name.text}`;
    if (!cuts.has(key)) cuts.set(key, cutOf(name, best));
    const cut = cuts.get(key);
    if (cut === undefined) {
      names.push(name);
      continue;
    }
    const words = placesOf(name.text);
    for (const [from, to] of [[0, cut[0]], cut, [cut[1], words.length]] as const) {
      if (from >= to) continue;
      const [start, end] = [words[from]!.start, words[to - 1]!.end];
      const text = name.text.slice(start, end);
      const isCut = from === cut[0];
      names.push({ ...name, start: name.start + start, end: name.start + end, text, words: text.toLowerCase().split(/\s+/), weak: !isCut });
    }
  }
  return names;
}

function placesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Words of the name, as a span, that another document has as a name; undefined where the name is one as it is. */
function cutOf(name: FoundName, best: (name: PreparedName, document: string) => number): readonly [number, number] | undefined {
  const words = placesOf(name.text);
  if (words.length < 3 || words.length > longest || !/\p{Lu}/u.test(name.text)) return undefined;
  if (best(prepareName(name.text), name.document) >= alike.whole) return undefined;
  for (let length = words.length - 1; length >= 2; length--) {
    for (let from = words.length - length; from >= 0; from--) {
      if (!isLoose(name, from, from + length)) continue;
      const part = name.text.slice(words[from]!.start, words[from + length - 1]!.end);
      if (best(prepareName(part), name.document) >= alike.part) return [from, from + length];
    }
  }
  return undefined;
}

/** Whether the rest may be dropped when the words from `from` to `to` are a name: it has no noun of an organisation and no second family name. */
function isLoose({ words, language }: FoundName, from: number, to: number): boolean {
  const left = [...words.slice(0, from), ...words.slice(to)];
  if (left.some((word) => isPeopleWord(word, language) || (nameNoun(word, language)?.kind ?? 'q') !== 'q')) return false;
  return to === words.length || lookUpName(words.slice(to).join(' ')).length > 0;
}
