/**
 * Measures negations and numbers on FLORES in further ways of getting them wrong, each counted by itself: what `findings.ts` puts in is what the rules were made
 * with, and another hand would put in other things.
 *
 * `node bench/run.mjs bench/findings-ways.ts [first line] [last line] [--missed "way"]`; texts: `flores.ts`. Lines 501 to 1012 served for tuning, the first 500
 * as a check. Each sentence pair is a bead of its own; every sentence that a way can be used on is changed once, at a place drawn by lot.
 */
import { findDivergences } from '../src/findings/find-divergences.ts';
import type { Finding } from '../src/types.ts';
import { chosen, from, lineByLine, linesOf, pick, random, replaceAt, wording } from './flores.ts';

/** Changes a sentence, given its translation; undefined where it cannot. */
type Way = (text: string, translation: string) => string | undefined;

const AUXILIARY = 'is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|may|might';
const VERBS =
  'added|allowed|announced|arrived|asked|attacked|became|began|believe|believes|brought|called|came|caused|claimed|confirmed|created|decided|developed|died|ended|entered|expected|explained|felt|found|gave|got|helped|include|includes|included|joined|kept|killed|know|left|lived|lost|made|means|moved|offers|opened|played|produced|provides|reached|received|reported|requires|said|saw|showed|started|stated|stopped|suggested|supported|took|told|tried|turned|used|visited|wanted|went|won|worked|wrote';
const BASE: Readonly<Record<string, string>> = Object.fromEntries(
  'became become;began begin;brought bring;came come;felt feel;found find;gave give;got get;kept keep;left leave;lost lose;made make;said say;saw see;took take;told tell;went go;won win;wrote write;tried try;died die;used use;moved move;believes believe;includes include;means mean;offers offer;provides provide;requires require;arrived arrive;caused cause;created create;decided decide;included include;lived live;produced produce;received receive;stated state'
    .split(';')
    .map((pair) => pair.split(' ')),
);
const baseOf = (verb: string): string => BASE[verb] ?? verb.replace(/ed$/, '');
const supportOf = (verb: string): string =>
  /^(?:believe|include|know)$/.test(verb) ? 'do not' : verb.endsWith('s') ? 'does not' : 'did not';

const ENGLISH_NEGATIVE = /\b(?:not|no|never|none|without|cannot|nothing|neither|nobody)\b|n't/i;
const FOREIGN_NEGATIVE: Record<string, RegExp> = { id: /\b(?:tidak|bukan|belum|tak|jangan|tanpa|tiada)\b/i, zh: /[不没未无别]/ };

const at =
  (pattern: RegExp, by: (old: string) => string): Way =>
  (text) =>
    replaceAt(text, pick([...text.matchAll(pattern)]), by);
/** Only where the translation negates too: what is taken away has a counterpart. */
const whereNegative =
  (negative: RegExp, way: Way): Way =>
  (text, translation) =>
    negative.test(translation) ? way(text, translation) : undefined;
const whereNot =
  (negative: RegExp, way: Way): Way =>
  (text, translation) =>
    negative.test(text) ? undefined : way(text, translation);

const english = (foreign: RegExp): Record<string, Way> => ({
  'en: not dropped': whereNegative(
    foreign,
    at(/\b\w+(?:n't| not)\b|\bcannot\b/gi, (old) => old.replace(/n't$| not$|not$/i, '')),
  ),
  'en: no, never, without taken away': whereNegative(
    foreign,
    at(/\b(?:no|never|without)\b(?! (?:one|longer|matter))/gi, (old) =>
      /^no$/i.test(old) ? 'the' : /^never$/i.test(old) ? 'always' : 'with',
    ),
  ),
  'en: not after an auxiliary': whereNot(
    ENGLISH_NEGATIVE,
    at(new RegExp(`\\b(?:${AUXILIARY})\\b(?! not)`, 'g'), (old) => `${old} not`),
  ),
  'en: contracted': whereNot(
    ENGLISH_NEGATIVE,
    at(/\b(?:is|are|was|were|has|have|had|would|could|should)\b/g, (old) => `${old}n't`),
  ),
  'en: do not': whereNot(
    ENGLISH_NEGATIVE,
    at(new RegExp(`(?<=[a-z] )\\b(?:${VERBS})\\b`, 'g'), (old) => `${supportOf(old)} ${baseOf(old)}`),
  ),
  'en: never': whereNot(
    ENGLISH_NEGATIVE,
    at(new RegExp(`(?<=[a-z] )\\b(?:${VERBS})\\b`, 'g'), (old) => `never ${old}`),
  ),
  'en: without for with': whereNot(
    ENGLISH_NEGATIVE,
    at(/\bwith\b/g, () => 'without'),
  ),
  'en: no for the': whereNot(
    ENGLISH_NEGATIVE,
    at(/(?<=\b(?:is|are|was|were|has|have|had|with) )(?:a|an|the)\b/g, () => 'no'),
  ),
});

const FOREIGN: Record<string, Record<string, Way>> = {
  id: {
    'id: tidak, bukan, belum, tak, jangan dropped': whereNegative(
      ENGLISH_NEGATIVE,
      at(/\b(?:tidak|bukan|belum|tak|jangan) /gi, () => ''),
    ),
    'id: tanpa taken away': whereNegative(
      ENGLISH_NEGATIVE,
      at(/\btanpa\b/gi, () => 'dengan'),
    ),
    'id: tidak before a verb': whereNot(
      FOREIGN_NEGATIVE.id!,
      at(/(?<=[a-z]\s)(?:me[a-z]{4,}|ber[a-z]{3,}|di[a-z]{5,}|ter[a-z]{4,})/g, (old) => `tidak ${old}`),
    ),
    'id: tidak before an auxiliary': whereNot(
      FOREIGN_NEGATIVE.id!,
      at(/\b(?:akan|dapat|bisa|harus|ada|mampu|mungkin|perlu|boleh)\b/g, (old) => `tidak ${old}`),
    ),
    'id: bukan': whereNot(
      FOREIGN_NEGATIVE.id!,
      at(/\b(?:adalah|merupakan)\b/g, () => 'bukan'),
    ),
    'id: belum': whereNot(
      FOREIGN_NEGATIVE.id!,
      at(/\b(?:telah|sudah)\b/g, () => 'belum'),
    ),
    'id: tanpa for dengan': whereNot(
      FOREIGN_NEGATIVE.id!,
      at(/\bdengan\b/g, () => 'tanpa'),
    ),
  },
  zh: {
    'zh: negator dropped': whereNegative(
      ENGLISH_NEGATIVE,
      at(/并未|并不|从未|从不|不再|没有|尚未|不(?![仅断同久少过管论])|没|未(?!来)|(?<=[，。他她人们])别/g, (old) =>
        old === '没有' ? '有' : '',
      ),
    ),
    'zh: 无法, 毫无, 无需 taken away': whereNegative(
      ENGLISH_NEGATIVE,
      at(/无法|毫无|无需/g, (old) => (old === '无法' ? '可以' : old === '毫无' ? '有' : '需')),
    ),
    'zh: 不 before an auxiliary': whereNot(
      FOREIGN_NEGATIVE.zh!,
      at(/是(?![否的])|会(?![议员])|能(?![力量源够])|可以|应该|需要|想要|必须|愿意/g, (old) => `不${old}`),
    ),
    'zh: 没有, 没, 未 before a verb': whereNot(
      FOREIGN_NEGATIVE.zh!,
      at(
        /(?:获得|发现|使用|开始|进入|参加|支持|提供|得到|发生|发表|宣布|表示|造成|导致|成为|到达|完成|带来|看到|影响|改变|死亡)/gu,
        (old) => pick(['没有', '没', '未', '并未', '从未'])! + old,
      ),
    ),
    'zh: 不, 不再, 从不, 无法 before a verb': whereNot(
      FOREIGN_NEGATIVE.zh!,
      at(
        /认为|知道|使用|支持|提供|包括|包含|属于|参加|相信|希望|允许|存在|喜欢|打算|改变|影响/g,
        (old) => pick(['不', '不再', '从不', '无法'])! + old,
      ),
    ),
    'zh: 没有 for 有': whereNot(
      FOREIGN_NEGATIVE.zh!,
      at(/(?<![没所具拥只含还占仅持])有(?![关效些时名趣害限机毒利])/g, () => '没有'),
    ),
  },
};

const NUMBER_WORDS = 'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const INDONESIAN = 'dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split(' ');
const HAN_DIGITS = Array.from('一二三四五六七八九');

const otherOf = (list: readonly string[], old: string): string => {
  for (;;) {
    const word = pick(list)!;
    if (word.toLowerCase() !== old.toLowerCase()) return word;
  }
};
const otherNumber = (old: string): string => {
  for (;;) {
    const made = String(Math.max(1, Number(old) + pick([-30, -10, -7, -3, -2, -1, 1, 2, 3, 5, 10, 20])!));
    if (made !== old) return made;
  }
};
const oneDigit = (old: string): string => {
  const place = Math.floor(random() * old.length);
  const digit = String(1 + ((Number(old[place]) + Math.floor(random() * 7)) % 9));
  return old.slice(0, place) + (digit === old[place] ? String((Number(digit) % 9) + 1) : digit) + old.slice(place + 1);
};

const ALL_NUMBERS: Record<string, Way> = {
  'number by a little': at(/(?<![\d.,:\-–])\d{1,4}(?![\d:\-–]|[.,]\d)/g, otherNumber),
  'one digit': at(/\d+/g, oneDigit),
  year: at(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g, otherNumber),
  percentage: at(/\d+(?=\s?%| percent| per cent| persen)|(?<=百分之)[\d]+/g, otherNumber),
  decimal: at(/(?<=\d[.,])\d{1,2}(?!\d)/g, (old) => otherNumber(old).slice(0, old.length)),
  'times ten': at(/(?<![\d.,:])[1-9]\d{0,2}(?![\d:]|[.,]\d)/g, (old) => `${old}0`),
};

const NUMBERS: Record<string, Record<string, Way>> = {
  en: {
    ...ALL_NUMBERS,
    'number word': at(new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})\\b`, 'gi'), (old) => otherOf(NUMBER_WORDS, old)),
    ordinal: at(/\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/g, (old) => otherOf(ORDINALS, old)),
    'ordinal in digits': at(/\d+(?:st|nd|rd|th)\b/g, (old) => `${Number.parseInt(old, 10) + 2}th`),
    magnitude: at(/\b(?:million|billion|thousand|hundred|trillion)\b/g, (old) =>
      otherOf(['million', 'billion', 'thousand', 'hundred'], old),
    ),
  },
  id: {
    ...ALL_NUMBERS,
    'number word': at(new RegExp(`\\b(?:${INDONESIAN.join('|')})\\b`, 'gi'), (old) => otherOf(INDONESIAN, old)),
    ordinal: at(
      /\bke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b(?! (?:belah|orang|pihak|negara))/g,
      (old) => `ke${otherOf(INDONESIAN, old.slice(2))}`,
    ),
    magnitude: at(/\b(?:juta|ribu|miliar|ratus|puluh)\b/g, (old) => otherOf(['juta', 'ribu', 'miliar', 'ratus', 'puluh'], old)),
  },
  zh: {
    ...ALL_NUMBERS,
    'number word': at(
      /(?<![一二三四五六七八九十百千万\p{Script=Han}]第|[之进统单唯])[二三四五六七八九](?=[十百千万亿个名年人次天位种座所场艘月])/gu,
      (old) => otherOf(HAN_DIGITS, old),
    ),
    'ten and more': at(/(?<=十)[一二三四五六七八九]/g, (old) => otherOf(HAN_DIGITS, old)),
    ordinal: at(/(?<=第)[二三四五六七八九]/g, (old) => otherOf(HAN_DIGITS, old)),
    magnitude: at(/(?<=[\d一二三四五六七八九十百千])[万亿千百]/g, (old) => otherOf(['万', '亿', '千', '百'], old)),
  },
};

function find(language: string, source: string, target: string): Finding[] {
  return findDivergences({ ...lineByLine(language, [source], [target]), names: [] });
}

const shownWay = process.argv.includes('--missed') ? process.argv[process.argv.indexOf('--missed') + 1] : undefined;
const lines = linesOf('en');
for (const language of chosen(['id', 'zh'])) {
  const tally = new Map<string, [hits: number, all: number]>();
  linesOf(language).forEach((source, index) => {
    const target = lines[index]!;
    const known = new Set(find(language, source, target).map(wording));
    const tryOn = (way: string, changedSource: string | undefined, changedTarget: string | undefined): void => {
      if (changedSource === undefined || changedTarget === undefined) return;
      if (changedSource === source && changedTarget === target) return;
      const isFound = find(language, changedSource, changedTarget).some((finding) => !known.has(wording(finding)));
      const [hits, all] = tally.get(way) ?? [0, 0];
      tally.set(way, [hits + Number(isFound), all + 1]);
      if (!isFound && way === shownWay) console.log(`${from + index + 1}\n  ${changedSource}\n  ${changedTarget}`);
    };
    for (const [way, change] of Object.entries(english(FOREIGN_NEGATIVE[language]!))) tryOn(way, source, change(target, source));
    for (const [way, change] of Object.entries(FOREIGN[language]!)) tryOn(way, change(source, target), target);
    for (const [way, change] of Object.entries(NUMBERS.en!)) tryOn(`en: ${way}`, source, change(target, source));
    for (const [way, change] of Object.entries(NUMBERS[language]!)) tryOn(`${language}: ${way}`, change(source, target), target);
  });
  const rows = [...tally].map(([way, [hits, all]]) => `${way} ${hits}/${all} = ${(hits / all).toFixed(3)}`);
  console.log([`${language}-en`, ...rows].join('\n    '));
}
