/**
 * Names that are translated word by word (`Court of Arbitration for Sport`, `Спортивный арбитражный суд`), found in the sentences
 * aligned with theirs: the stretch of words whose meaning lies nearest to the name's.
 *
 *     Doctors Without Borders said …        meaning of the name
 *     Organisasi [Dokter Lintas Batas] …    meanings of all short stretches: the nearest one, where it is near enough
 *
 * Needs the vectors of tokens; without them nothing is found. The stretches of a sentence are read once, with the lengths of their vectors; a name is then
 * multiplied with each word, and stretches are sums of these. Time: words × longest stretch × dimensions once, and words × dimensions for each name in a bead.
 */
import type { AlignedDocument, DocumentPair, TextPieces } from '../../types.ts';
import type { PhraseVectors } from '../linking/phrase-vectors.ts';
import { isOrdinaryWord } from '../tables/common-words.ts';
import { nameNoun } from '../tables/name-nouns.ts';
import { type FoundName, isSmallWord, type LinkedName } from './found-name.ts';
import { withNouns } from './name-suffixes.ts';
import { uncasedScript } from './script-traits.ts';

/** In scripts without capitals nothing else finds such names. */
const leastMeaning = { cased: 0.66, uncased: 0.52 } as const;
const leastBead = 0.5;
const longestStretch = 8;
const noNouns: ReadonlySet<string> = new Set();

/** The counterparts, in aligned sentences, of names made of words. Yields at every pair. */
export function* projectNames(
  found: readonly FoundName[],
  documents: readonly AlignedDocument[],
  pairs: readonly DocumentPair[],
  vectors: PhraseVectors,
): Generator<void, LinkedName[]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const scripts = new Map(documents.map((document) => [document.id, uncasedScript(document)]));
  const bySentence = new Map<string, FoundName[]>();
  const nouns = new Map<string, boolean>(); // by language and word: the same names recur in all documents
  const isNoun = (word: string, language: string): boolean => {
    const key = `${language} ${word}`;
    if (!nouns.has(key)) nouns.set(key, nameNoun(word, language) !== undefined || isOrdinaryWord(word, language));
    return nouns.get(key)!;
  };
  for (const name of found) {
    if (name.weak || name.words.length < 2 || !name.words.some((word) => word.length > 2 && isNoun(word, name.language))) continue;
    const key = `${name.document}\n${name.sentence}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), name]);
  }
  const projected = new Map<string, LinkedName>();
  const meanings = new Map<FoundName, Float64Array | undefined>();
  const views = new Map(documents.map((document) => [document.id, new StretchView(document, vectors.piecesOf(document.id))]));
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
            if (!meanings.has(name)) meanings.set(name, vectors.at(name));
            const best = nearestStretch(name, meanings.get(name), views.get(other)!, scripts.get(other), otherSpan);
            if (best !== undefined) projected.set(`${other}\n${best.start}\n${best.end}`, best);
          }
        }
      }
    }
  }
  return [...projected.values()];
}

/** Stretches of the words of a sentence that may be a name, by where they start. */
interface Stretches {
  /** First and last token of stretch k, and the length of its vector. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly norms: readonly number[];
}

/** The stretches of a document, each sentence read when it is first asked for. */
class StretchView {
  readonly document: AlignedDocument;
  readonly pieces: TextPieces | undefined;
  readonly #sentences: (Stretches | undefined)[] = [];

  constructor(document: AlignedDocument, pieces: TextPieces | undefined) {
    this.document = document;
    this.pieces = pieces;
  }

  stretchesOf(sentence: number, dimensions: number): Stretches {
    this.#sentences[sentence] ??= readStretches(this.document, sentence, this.pieces!, dimensions);
    return this.#sentences[sentence]!;
  }
}

function readStretches(document: AlignedDocument, index: number, pieces: TextPieces, dimensions: number): Stretches {
  const { text } = document.sentences[index]!;
  const [from, to] = [pieces.offsets[index]!, pieces.offsets[index + 1]!];
  const stretches = { first: [] as number[], last: [] as number[], norms: [] as number[] };
  const words = Array.from({ length: to - from }, (_, k) => text.slice(pieces.starts[from + k]!, pieces.ends[from + k]!));
  const isSmall = words.map((word) => isSmallWord(word.trim().toLowerCase(), document.language));
  const isBreak = words.map(
    (word, k) =>
      (k > 0 && /[,.;:!?，。；：！？、“”"«»()（）—–]/u.test(text.slice(pieces.ends[from + k - 1]!, pieces.starts[from + k]!))) ||
      /^[\p{P}\s]+$/u.test(word),
  );
  const sum = new Float64Array(dimensions);
  for (let start = 0; start < words.length; start++) {
    if (isSmall[start]) continue;
    sum.fill(0);
    for (let end = start; end < Math.min(words.length, start + longestStretch); end++) {
      if (end > start && isBreak[end]) break;
      add(sum, pieces, from + end);
      if (isSmall[end]) continue;
      stretches.first.push(from + start);
      stretches.last.push(from + end);
      stretches.norms.push(lengthOf(sum));
    }
  }
  return stretches;
}

function nearestStretch(
  name: FoundName,
  meaning: Float64Array | undefined,
  view: StretchView,
  script: string | undefined,
  [from, to]: readonly [number, number],
): LinkedName | undefined {
  const { document, pieces } = view;
  if (meaning === undefined || pieces === undefined) return undefined;
  const least = script === undefined ? leastMeaning.cased : leastMeaning.uncased;
  const words = name.words.filter((word) => !isSmallWord(word, name.language)).length;
  let best: { sentence: number; start: number; end: number; likeness: number } | undefined;
  for (let s = from; s < to; s++) {
    const sentence = document.sentences[s]!;
    const { first, last, norms } = view.stretchesOf(s, meaning.length);
    const before = sumProducts(pieces, s, meaning);
    const offset = pieces.offsets[s]!;
    for (let k = 0; k < first.length; k++) {
      const [start, end] = [first[k]!, last[k]!];
      if ((end - start + 1) * 2 < words) continue;
      const likeness = norms[k] === 0 ? 0 : (before[end + 1 - offset]! - before[start - offset]!) / norms[k]!;
      if (likeness > (best?.likeness ?? least))
        best = { sentence: s, start: sentence.start + pieces.starts[start]!, end: sentence.start + pieces.ends[end]!, likeness };
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
  return script === undefined ? projected : withNouns(projected, document, script, noNouns);
}

function add(sum: Float64Array, { ids, weights, vectors }: TextPieces, token: number): void {
  const row = ids[token]! * sum.length;
  for (let d = 0; d < sum.length; d++) sum[d]! += weights[token]! * vectors[row + d]!;
}

/** Products of the words of a sentence with a vector, times their weights, added up: those before word k at k. */
function sumProducts({ offsets, ids, weights, vectors }: TextPieces, sentence: number, meaning: Float64Array): Float64Array {
  const from = offsets[sentence]!;
  const sums = new Float64Array(offsets[sentence + 1]! - from + 1);
  for (let k = 0; k + 1 < sums.length; k++) {
    const row = ids[from + k]! * meaning.length;
    let product = 0;
    for (let d = 0; d < meaning.length; d++) product += meaning[d]! * vectors[row + d]!;
    sums[k + 1] = sums[k]! + weights[from + k]! * product;
  }
  return sums;
}

function lengthOf(vector: Float64Array): number {
  let square = 0;
  for (let d = 0; d < vector.length; d++) square += vector[d]! * vector[d]!;
  return Math.sqrt(square);
}
