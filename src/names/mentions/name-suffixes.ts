/** Takes into a name of a script without spaces the number and the nouns that follow it: `桑吉赫群岛`, `千峰三号`, `恒瑞资本`. */
import type { AlignedDocument } from '../../types.ts';
import { isGivenName, isOrdinaryWord } from '../tables/common-words.ts';
import { type NameNoun, nameNoun, nounEndings } from '../tables/name-nouns.ts';
import type { FoundName, LinkedName } from './found-name.ts';

const number = /^(?:第?[一二三四五六七八九十百\d]+(?:号|號|号船|号机组)|-\d+)/u;
const mostNouns = 3;
/** Small places are mostly named without their noun. */
const small = /^(?:村|镇|鎮|区|區|里|町|リ|面|리|마을)$/u;
/** A noun of one character that continues is part of a longer word: 市长, 海域, 部门. */
const goesOn = /^[长長域岸军軍委政民队隊门門内內外上方员員厅廳]/u;

/** Divisions of a country: a name of three characters or more is mostly said without. */
const division = /^(?:省|市|县|縣|州|郡|府|地区|地區|大区|道|도|시|군|주)$/u;

/** What follows the sound of a body's name up to its noun: characters of no grammar, few. */
const bodyTail =
  /^[^的在和与與及由向对對从從将將被是有为為以于於说說称稱了也还還至到把让讓给給个個名旗下所等\P{Script=Han}]{0,6}?(?:有限公司|有限责任公司|公司|集团|集團|银行|銀行|部队|部隊|队|隊|俱乐部|俱樂部|大学|大學|委员会|委員會|基金会|基金會|协会|協會|医院|醫院|电影节|電影節|研究所|交易所)/u;

/** Nouns, by number, that other texts have in one name with a word (lower case). */
export type NounsBeside = ReadonlySet<string>;

/** The nouns of cased names, each with every other word of its name, and words beside one that is not heard. */
export function nounsBeside(names: readonly FoundName[], heard: ReadonlySet<string>): NounsBeside {
  const beside = new Set<string>();
  for (const { words, language } of names) {
    for (const [at, word] of words.entries()) {
      const noun = nameNoun(word, language);
      // a word that is not heard may be translated: what is heard of the name is the sound of a body's
      if (!heard.has(word) && !isGivenName(word))
        for (const other of words) if (other !== word && !isOrdinaryWord(other, language)) beside.add(other);
      if (noun !== undefined) for (const [other, rest] of words.entries()) if (other !== at) beside.add(`${noun.id} ${rest}`);
    }
  }
  return beside;
}

/** The name with what follows it. */
export function withNouns(
  name: LinkedName,
  { text, sentences, language }: AlignedDocument,
  script: string,
  beside: NounsBeside,
): LinkedName {
  if (!['han', 'kana', 'hangul'].includes(script)) return name;
  const after = text.slice(name.end, sentences[name.sentence]!.end);
  const digits = number.exec(after)?.[0] ?? '';
  let length = digits.length;
  let last: NameNoun | undefined;
  const endings = nounEndings(language);
  const isPlace = name.concept?.type === 'place';
  for (let count = 0; count < mostNouns && digits === ''; count++) {
    const next = endings.find(([ending, { kind }]) => after.startsWith(ending, length) && (!isPlace || kind === 'l' || kind === 's'));
    const isKnown = next !== undefined && name.standsFor.some((word) => beside.has(`${next[1].id} ${word}`));
    if (
      next === undefined ||
      (!isKnown && isLeftOut(next[0], next[1], name)) ||
      small.test(next[0]) ||
      (next[0].length === 1 && goesOn.test(after.slice(length + 1)))
    )
      break;
    length += next[0].length;
    last = next[1];
  }
  if (length === 0 && script === 'han' && name.concept === undefined && name.standsFor.some((word) => beside.has(word))) {
    length = bodyTail.exec(after)?.[0].length ?? 0;
    if (length > 0) last = endings.find(([ending]) => after.slice(0, length).endsWith(ending))?.[1];
  }
  if (length === 0 || last?.kind === 'q') return name;
  const own = text.slice(name.start, name.end + length);
  const isSame = last === undefined || last.kind === 's';
  const { concept, ...rest } = name;
  return {
    ...rest,
    end: name.end + length,
    text: own,
    words: [own.toLowerCase()],
    standsFor: isSame ? name.standsFor : [],
    ...(concept !== undefined && last?.kind === 's' ? { concept } : {}),
  };
}

/** Whether a noun that no other text has in the name is no part of it. */
function isLeftOut(noun: string, { kind }: NameNoun, { text, standsFor }: LinkedName): boolean {
  if (division.test(noun)) return text.length > 2;
  return (kind === 'l' || kind === 'b') && standsFor.length > 0 && text.length > 2;
}
