/** Puts names in full together from their parts: `史蒂夫·威特科夫`. */
import type { AlignedDocument } from '../../types.ts';
import { type PreparedWord, prepareName } from '../sound/prepared-name.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import type { Concept } from '../tables/gazetteer.ts';
import type { LinkedName } from './found-name.ts';
import { isTransliterating } from './script-traits.ts';

/** Part of a name where it stands, offsets into the document's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly word: string;
  /** Where it is a name in several words. */
  readonly words?: readonly string[];
  readonly concept?: Concept;
  readonly byBead: boolean;
  /** Whether it is a name of its own already, in Latin letters. */
  readonly isLatin?: boolean;
  /** Without evidence of its own. */
  readonly weak?: boolean;
}

/**
 * Parts of dotted names that neither table nor sound knew: the run of transliteration characters (or of katakana) that
 * a middle dot joins to what is known, or to another such run.
 */
export function withDottedParts(document: AlignedDocument, stretches: readonly Stretch[], latin: readonly PreparedWord[]): Stretch[] {
  const all = [...stretches];
  const isFree = (start: number, end: number) => all.every((other) => end <= other.start || start >= other.end);
  for (const sentence of document.sentences) {
    for (const match of sentence.text.matchAll(/[·・‧•]/gu)) {
      const dot = sentence.start + match.index;
      for (const side of [-1, 1] as const) {
        const inner = side < 0 ? dot : dot + 1;
        const reach = (belongs: (character: string) => boolean): [number, number] => {
          let [start, end] = [inner, inner];
          while (end - start < 7) {
            const at = side < 0 ? start - 1 : end;
            if (!belongs(document.text[at] ?? '') || !isFree(at, at + 1)) break;
            if (side < 0) start--;
            else end++;
          }
          return [start, end];
        };
        const [start, end] = reach(isTransliterating);
        const [widestStart, widestEnd] = reach((character) => /\p{Script=Han}/u.test(character) || isTransliterating(character));
        // a stretch already known may end before the dot (the first half of a word): it is part of the run
        const cutOff = all.findIndex(
          (other) =>
            other.sentence === sentence.index && (side < 0 ? other.end === start && start < dot : other.start === end && end > inner),
        );
        if (cutOff >= 0) {
          const other = all[cutOff]!;
          all[cutOff] = { ...other, start: Math.min(other.start, start), end: Math.max(other.end, end) };
        } else {
          const length = fittingLength(document.text.slice(widestStart, widestEnd), side, latin) ?? end - start;
          if (length < 2) continue;
          const [from, to] = side < 0 ? [inner - length, inner] : [inner, inner + length];
          all.push({ start: from, end: to, sentence: sentence.index, word: '', byBead: false });
        }
      }
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

/** How much of a run beside a dot is the name: what sounds most like some Latin name word; undefined where none does. */
function fittingLength(run: string, side: -1 | 1, latin: readonly PreparedWord[]): number | undefined {
  let best: { length: number | undefined; likeness: number } = { length: undefined, likeness: 0.62 };
  for (let length = run.length; length > 1; length--) {
    const part = prepareName(side < 0 ? run.slice(-length) : run.slice(0, length)).joined;
    for (const word of latin) {
      const likeness = wordSimilarity(part, word);
      if (likeness > best.likeness) best = { length, likeness };
    }
  }
  return best.length;
}

/** Join parts that only a dot, a hyphen or a space keeps apart into names in full. */
export function assemble(document: AlignedDocument, stretches: readonly Stretch[], neighbours: ReadonlySet<string>): LinkedName[] {
  const names: LinkedName[] = [];
  const joins = (one: Stretch, other: Stretch) => {
    const gap = document.text.slice(one.end, other.start);
    if (one.isLatin !== other.isLatin && one.concept === undefined && other.concept === undefined) return /^[·・‧• ]?$/u.test(gap);
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
    if (parts.every(({ isLatin }) => isLatin) || (parts.length === 1 && parts[0]!.word === '' && parts[0]!.concept === undefined)) continue; // an unknown part alone is no name
    const concept = parts.length === 1 ? parts[0]!.concept : undefined;
    names.push({
      document: document.id,
      language: document.language,
      sentence: parts[0]!.sentence,
      start,
      end,
      text,
      words: text.toLowerCase().split(/[^\p{L}\p{M}]+/u),
      weak: parts.every(({ weak }) => weak ?? false),
      standsFor: parts.flatMap(({ word, words, concept: entry }) =>
        words !== undefined ? words : word === '' ? (entry === undefined ? [] : [entry.name.toLowerCase().split(' ').at(-1)!]) : [word],
      ),
      byBead: parts.some(({ byBead }) => byBead),
      ...(concept === undefined ? {} : { concept }),
    });
  }
  return names;
}
