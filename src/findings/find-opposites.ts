import type { BeadSide } from './bead-side.ts';
import { WordPlaces } from './lexicon/word-places.ts';
import { OPPOSITES } from './opposites.ts';
import type { Stretch } from './stretch.ts';

/** A pair of poles that two texts take the opposite ends of. */
export interface Opposition {
  readonly name: string;
  readonly source: Stretch;
  readonly target: Stretch;
}

interface Pole {
  readonly whole: ReadonlySet<string>;
  readonly heads: readonly string[];
  /** Phrases by their first word. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** The words of a pole, and those that only show that a text has it. */
interface PoleWords {
  readonly told: Pole;
  readonly shown: Pole;
}

/** Where a text has a pole: the first word that tells it, or one that shows it. */
interface PolePlace {
  readonly told: Stretch | undefined;
  readonly isThere: boolean;
}

const poles = new Map<string, readonly (readonly [PoleWords | undefined, PoleWords | undefined])[]>();

/** Where one text has only one pole of a pair and the other only the other: all here, none there. */
export function findOpposites(source: BeadSide, target: BeadSide): Opposition[] {
  const ours = polesIn(source);
  const theirs = polesIn(target);
  const found = OPPOSITES.flatMap(({ name }, at): Opposition[] => {
    const [one, other] = ours[at]!;
    const [here, there] = theirs[at]!;
    if (one.told && !other.isThere && there.told && !here.isThere) return [{ name, source: one.told, target: there.told }];
    if (other.told && !one.isThere && here.told && !there.isThere) return [{ name, source: other.told, target: here.told }];
    return [];
  });
  if (found.length === 0) return found;
  const places = new WordPlaces(source, target);
  return found.filter((one) => (places.distance(one.source, one.target) ?? 0) <= SAME_PLACE);
}

/** How many words apart the counterparts of what stands around a word and the word that is its opposite may be. */
const SAME_PLACE = 3;

const placesOfPoles = new WeakMap<BeadSide, readonly (readonly [PolePlace, PolePlace])[]>();

/** For each pair of poles where a text has either. */
function polesIn(side: BeadSide): readonly (readonly [PolePlace, PolePlace])[] {
  const known = placesOfPoles.get(side);
  if (known) return known;
  const base = side.base === 'yue' ? 'zh' : side.base === 'ms' ? 'id' : side.base;
  const places = polesOf(base).map(([one, other]) => [poleIn(side, one), poleIn(side, other)] as const);
  placesOfPoles.set(side, places);
  return places;
}

function poleIn(side: BeadSide, pole: PoleWords | undefined): PolePlace {
  const told = pole && placeOf(side, pole.told);
  return { told, isThere: told !== undefined || (pole !== undefined && placeOf(side, pole.shown) !== undefined) };
}

function placeOf(side: BeadSide, pole: Pole): Stretch | undefined {
  if (side.base === 'zh' || side.base === 'yue') {
    for (const word of pole.whole) {
      const at = side.text.indexOf(word);
      if (at >= 0) return { start: at, end: at + word.length };
    }
    return undefined;
  }
  const words = side.words;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (pole.whole.has(word.text) || hasHead(word.text, pole.heads)) return word;
    const phrase = pole.phrases.get(word.text)?.find((one) => one.every((text, offset) => words[at + offset]?.text === text));
    if (phrase) return { start: word.start, end: words[at + phrase.length - 1]!.end };
  }
  return undefined;
}

function hasHead(word: string, heads: readonly string[]): boolean {
  for (const head of heads) if (word.startsWith(head)) return true;
  return false;
}

function polesOf(base: string): readonly (readonly [PoleWords | undefined, PoleWords | undefined])[] {
  const known = poles.get(base);
  if (known) return known;
  const made = OPPOSITES.map((entry) => [poleOf(entry.poles[0][base]), poleOf(entry.poles[1][base])] as const);
  poles.set(base, made);
  return made;
}

function poleOf(list: string | undefined): PoleWords | undefined {
  if (list === undefined) return undefined;
  const entries = list.split('|');
  const isShown = (entry: string): boolean => entry.startsWith('~');
  return {
    told: wordsOf(entries.filter((entry) => !isShown(entry))),
    shown: wordsOf(entries.filter(isShown).map((entry) => entry.slice(1))),
  };
}

function wordsOf(entries: readonly string[]): Pole {
  const phrases = new Map<string, string[][]>();
  for (const entry of entries.filter((one) => one.includes('_'))) {
    const words = entry.split('_');
    phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), words]);
  }
  return {
    whole: new Set(entries.filter((entry) => !entry.includes('_') && !entry.endsWith('*'))),
    heads: entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
    phrases,
  };
}
