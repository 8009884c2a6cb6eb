/**
 * Names that are translated word by word (`Court of Arbitration for Sport`, `Спортивный арбитражный суд`), found in the sentences
 * aligned with theirs: the stretch of words whose meaning lies nearest to the name's.
 *
 *     Doctors Without Borders said …        meaning of the name
 *     Organisasi [Dokter Lintas Batas] …    meanings of all short stretches: the nearest one, where it is near enough
 *
 * Needs the vectors of tokens; without them nothing is found. Time: for each name in a bead, words of the other sentence × longest stretch.
 */
import type { AlignedDocument, DocumentPair, TextPieces } from '../../types.ts';
import { cosine, type PhraseVectors } from '../linking/phrase-vectors.ts';
import { isOrdinaryWord } from '../tables/common-words.ts';
import { nameNoun } from '../tables/name-nouns.ts';
import { type FoundName, isSmallWord, type LinkedName } from './found-name.ts';
import { withNouns } from './name-suffixes.ts';
import { uncasedScript } from './script-traits.ts';

/** In scripts without capitals nothing else finds such names. */
const leastMeaning = { cased: 0.66, uncased: 0.52 } as const;
const leastBead = 0.5;
const longestStretch = 8;

/** What stands in the aligned sentences for the names that are made of words. Yields at every pair. */
export function* projectNames(
  found: readonly FoundName[],
  documents: readonly AlignedDocument[],
  pairs: readonly DocumentPair[],
  vectors: PhraseVectors,
): Generator<void, LinkedName[]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const scripts = new Map(documents.map((document) => [document.id, uncasedScript(document)]));
  const bySentence = new Map<string, FoundName[]>();
  for (const name of found) {
    const noun = (word: string) => nameNoun(word, name.language) !== undefined || isOrdinaryWord(word, name.language);
    if (name.weak || name.words.length < 2 || !name.words.some((word) => word.length > 2 && noun(word))) continue;
    const key = `${name.document}\n${name.sentence}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), name]);
  }
  const projected = new Map<string, LinkedName>();
  for (const { source, target, beads } of pairs) {
    yield;
    if (byId.get(source)!.language === byId.get(target)!.language) continue;
    for (const bead of beads) {
      if (bead.confidence < leastBead) continue;
      for (const [own, ownSpan, other, otherSpan] of [
        [source, bead.source, target, bead.target],
        [target, bead.target, source, bead.source],
      ] as const) {
        for (let s = ownSpan[0]; s < ownSpan[1]; s++) {
          for (const name of bySentence.get(`${own}\n${s}`) ?? []) {
            const best = nearestStretch(name, byId.get(other)!, scripts.get(other), otherSpan, vectors);
            if (best !== undefined) projected.set(`${other}\n${best.start}\n${best.end}`, best);
          }
        }
      }
    }
  }
  return [...projected.values()];
}

function nearestStretch(
  name: FoundName,
  document: AlignedDocument,
  script: string | undefined,
  [from, to]: readonly [number, number],
  vectors: PhraseVectors,
): LinkedName | undefined {
  const meaning = vectors.at(name);
  const pieces = vectors.piecesOf(document.id);
  if (meaning === undefined || pieces === undefined) return undefined;
  const least = script === undefined ? leastMeaning.cased : leastMeaning.uncased;
  const words = name.words.filter((word) => !isSmallWord(word, name.language)).length;
  let best: { sentence: number; start: number; end: number; likeness: number } | undefined;
  for (let s = from; s < to; s++) {
    const sentence = document.sentences[s]!;
    const [first, last] = [pieces.offsets[s]!, pieces.offsets[s + 1]!];
    const isBreak = (token: number) =>
      /[,.;:!?，。；：！？、“”"«»()（）—–]/u.test(sentence.text.slice(pieces.ends[token - 1]!, pieces.starts[token]!)) ||
      /^[\p{P}\s]+$/u.test(sentence.text.slice(pieces.starts[token]!, pieces.ends[token]!));
    for (let start = first; start < last; start++) {
      const sum = new Float64Array(meaning.length);
      for (let end = start; end < Math.min(last, start + longestStretch); end++) {
        if (end > start && isBreak(end)) break;
        add(sum, pieces, end);
        if ((end - start + 1) * 2 < words) continue;
        if (!opensWell(sentence.text, pieces, start, end, document.language)) continue;
        const likeness = cosineOf(sum, meaning);
        if (likeness > (best?.likeness ?? least))
          best = { sentence: s, start: sentence.start + pieces.starts[start]!, end: sentence.start + pieces.ends[end]!, likeness };
      }
    }
  }
  if (best === undefined) return undefined;
  const raw = document.text.slice(best.start, best.end);
  const text = raw
    .trim()
    .replace(/^\p{P}+|\p{P}+$/gu, '')
    .replace(/^(?:根据|根據|在|到|对|對|与|與|和|从|從|由|被|为|為|向|据|據|及|是)(?=\p{Script=Han}{3})/u, '');
  const start = best.start + raw.indexOf(text);
  if (text.length < 2) return undefined;
  const projected: LinkedName = {
    document: document.id,
    language: document.language,
    sentence: best.sentence,
    start,
    end: start + text.length,
    text,
    words: text.toLowerCase().split(/\s+/),
    weak: false,
    standsFor: [],
    byBead: true,
  };
  return script === undefined ? projected : withNouns(projected, document, script);
}

/** Whether neither end of a stretch is a function word. */
function opensWell(text: string, { starts, ends }: TextPieces, first: number, last: number, language: string): boolean {
  const word = (token: number) => text.slice(starts[token]!, ends[token]!).trim().toLowerCase();
  return !isSmallWord(word(first), language) && !isSmallWord(word(last), language);
}

function add(sum: Float64Array, { ids, weights, vectors }: TextPieces, token: number): void {
  const row = ids[token]! * sum.length;
  for (let d = 0; d < sum.length; d++) sum[d]! += weights[token]! * vectors[row + d]!;
}

function cosineOf(sum: Float64Array, unit: Float64Array): number {
  let square = 0;
  for (const value of sum) square += value * value;
  return square === 0 ? 0 : cosine(sum, unit) / Math.sqrt(square);
}
