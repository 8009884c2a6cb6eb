/**
 * The words of a document in a script with capitals, as names see them: where a sentence opens, what is capitalised,
 * and glued words taken apart (`PutinSteve` → `Putin`, `Steve`).
 *
 * Glue is seen through by evidence: a word that occurs once, whose parts occur on their own somewhere in the documents.
 */
import type { AlignedDocument } from '../../types.ts';
import { isCommonWord } from '../tables/common-words.ts';

/** One word. Offsets are UTF-16 units into the document's text. */
export interface TextWord {
  readonly text: string;
  /** Lower case. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** First of a sentence, or after a colon, an opening quote, a bullet: a capital there says nothing. */
  readonly opens: boolean;
  readonly shape: 'capital' | 'upper' | 'lower';
  /** What parts it from the word before, where that is one space, a hyphen or the end of a possessive. */
  readonly follows: '' | ' ' | '-' | "'" | 'glued';
}

// letters of scripts with capitals only: Han, Hangul and the like end a word
const wordPattern =
  /(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{Lu}\p{Ll}]))?|[\p{Lu}\p{Ll}\p{Lt}][\p{Lu}\p{Ll}\p{Lt}\p{M}]*(?:['’ʼ][\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\p{M}]*)*(?:-\p{Ll}[\p{Lu}\p{Ll}\p{M}]*)*/gu;
/** Longer runs of letters are no words: base64, or an attack on the clock. */
const longestWord = 100;
const cased = /[\p{Lu}\p{Lt}]/u;
// quotes that open, also the wrong way round; colons and bullets
const opener = /(?:^|[.!?…:;]["'’”»)\]]*\s+|[“„«"([{‹]\s*|[–—•*]\s+|-\s+|\n\s*)$/u;

/** How often each word (lower case) occurs in the documents, and how often with a capital. */
export interface WordCounts {
  readonly all: ReadonlyMap<string, number>;
  readonly capital: ReadonlyMap<string, number>;
}

const sentencesPerStep = 200;

/** Count the words of all documents once, for seeing through glue. Yields every few milliseconds of work. */
export function* countWords(documents: readonly AlignedDocument[]): Generator<void, WordCounts> {
  const all = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const document of documents) {
    for (const sentence of document.sentences) {
      if (sentence.index % sentencesPerStep === sentencesPerStep - 1) yield;
      for (const [word] of sentence.text.matchAll(wordPattern)) {
        if (word.length > longestWord) continue;
        const bare = withoutPossessive(word.replace(elision, ''), document.language);
        const key = bare.toLowerCase();
        all.set(key, (all.get(key) ?? 0) + 1);
        if (cased.test(bare[0]!)) capital.set(key, (capital.get(key) ?? 0) + 1);
      }
    }
  }
  return { all, capital };
}

/** The words of one document, in order. Yields every few milliseconds of work. */
export function* textWords(document: AlignedDocument, counts: WordCounts): Generator<void, TextWord[]> {
  const words: TextWord[] = [];
  for (const sentence of document.sentences) {
    if (sentence.index % sentencesPerStep === sentencesPerStep - 1) yield;
    let last = -1;
    for (const match of sentence.text.matchAll(wordPattern)) {
      if (match[0].length > longestWord) continue;
      const elided = elision.exec(match[0])?.[0].length ?? 0;
      const word = withoutPossessive(match[0].slice(elided), document.language);
      const from = match.index + elided;
      const before = last < 0 ? '' : sentence.text.slice(last, from);
      const short = last >= 0 && /^\.\s?$/.test(before) && words.length > 0 && isShortened(words.at(-1)!.text);
      const opens =
        !short && (last < 0 || opener.test(sentence.text.slice(Math.max(0, match.index - 6), match.index)) || before.includes('\n'));
      let at = from;
      for (const [index, part] of takeApart(word, document.language, counts).entries()) {
        words.push({
          text: part,
          key: part.toLowerCase(),
          start: sentence.start + at,
          end: sentence.start + at + part.length,
          sentence: sentence.index,
          opens: index === 0 && opens,
          shape: shapeOf(part),
          follows: index > 0 ? 'glued' : last < 0 || elided > 0 ? '' : isStray(before, words.at(-1)!, part) ? '-' : joint(before),
        });
        at += part.length;
      }
      last = from + word.length;
    }
  }
  return words;
}

/** Words written short with a full stop that ends no sentence: an initial, `St.`, `Mr.` */
function isShortened(word: string): boolean {
  return (
    /^\p{Lu}$/u.test(word) ||
    /^(?:St|Ste|Sta|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Adm|Jr|Sr|Mt|Ft|Mme|Mlle|Hr|Fr|Sra?|Ing|Hon|Rev)$/u.test(word)
  );
}

/** A blank that slipped in beside the hyphen of a name (`Lu Cing -Sui`); a place in capitals before a dash opens a report. */
function isStray(gap: string, before: TextWord, word: string): boolean {
  return gap === ' -' && before.shape === 'capital' && cased.test(word[0]!) && word.length > 1 && !isCommonWord(word, 'en');
}

function joint(gap: string): '' | ' ' | '-' | "'" {
  if (/^['’ʼ]s $/.test(gap)) return "'";
  if (/^['’ʼ] $/.test(gap)) return ' '; // Workers' Union
  if (/^[ \u00a0\u202f]$/.test(gap) || gap === '. ' || gap === '.') return ' ';
  return gap === '-' || gap === '‑' ? '-' : '';
}

function shapeOf(word: string): TextWord['shape'] {
  if (!cased.test(word[0]!)) return 'lower';
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() ? 'upper' : 'capital';
}

// articles and prepositions that elide before a name (French, Italian); O' and D' stay, they are part of names
const elision = /^(?:l|d|dell|all|nell|sull|dall|qu|un|quest|j|n|s|c|L|Dell|All|Nell|Sull|Dall|Qu|Un)['’ʼ](?=\p{Lu})/u;

/** Without a possessive, a case ending after an apostrophe (Turkish), or a particle after a hyphen (Indonesian). */
function withoutPossessive(word: string, language: string): string {
  if (!/['’ʼ-]/.test(word)) return word;
  return word
    .replace(/['’ʼ](?:s|S)?$/u, '')
    .replace(language === 'tr' || language === 'az' ? /(?<=\p{L}{2})['’ʼ]\p{Ll}{1,6}$/u : /(?!)/, '')
    .replace(/-(?:nya|lah|kah|pun)$/u, '')
    .replace(language === 'en' ? /-(?:\p{Ll}+ed|born|led|run|era|wide|area|style|owned|made|speaking)$/u : /(?!)/, '');
}

const namePrefix = /^(?:Mc|Mac|O['’]|D['’]|De|Di|Du|La|Le|Van|Von|Fitz|El|Al|St|i|e)$/;
// endings that make a name into another word: they are no second word glued on
const endings = new Set(
  'er en es an in is as us al ic ish ian ans s n i a o e or ed ly ist ism ra ne na no um ka ki ko om em ov ev ak ok ek et at ot te de ne me'.split(
    ' ',
  ),
);

/** The parts of a glued word; the word itself where there is no evidence for glue. */
function takeApart(word: string, language: string, counts: WordCounts): string[] {
  if (word.length < 5 || (counts.all.get(word.toLowerCase()) ?? 0) > 1) return [word];
  const seam = word.search(/(?<=\p{Ll})\p{Lu}/u);
  if (seam > 0) {
    const [head, tail] = [word.slice(0, seam), word.slice(seam)];
    const known = (part: string) => (counts.all.get(part.toLowerCase()) ?? 0) > 0 || isCommonWord(part, language);
    if (head.length > 2 && tail.length > 1 && !namePrefix.test(head) && known(head)) return [head, tail];
    if (head.length > 2 && !namePrefix.test(head) && tail.length > 2 && known(tail)) return [head, tail];
    return [word];
  }
  // a name with a small word stuck to its end: the name occurs elsewhere, the rest is a common word and no ending
  if (!cased.test(word[0]!)) return [word];
  for (let cut = word.length - 2; cut >= 4; cut--) {
    const [head, rest] = [word.slice(0, cut), word.slice(cut)];
    const key = head.toLowerCase();
    const often = counts.capital.get(key) ?? 0;
    if (often >= 2 && often === counts.all.get(key) && !endings.has(rest) && isCommonWord(rest, language)) return [head, rest];
  }
  return [word];
}
