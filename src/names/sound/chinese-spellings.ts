/**
 * Other spellings of Chinese names in Latin letters than pinyin, character by character: surnames with a reading of their own, Wade–Giles (Taiwan),
 * Cantonese (Hong Kong), and Hokkien (Singapore, Malaysia): its surnames and commonest given names, else the Cantonese reading, which comes near.
 */
import { lazy } from '../../lazy.ts';
import { cantoneseTable } from './cantonese-table.ts';
import { readSyllables, syllableOf } from './sound-units.ts';

// general knowledge; both ways of writing
const surnameReadings =
  'yue乐樂 qiu仇 ou区區 shan单單 zhai翟祭 shao召 yun员員 she折 zeng曾 piao朴 zha查 ge盖蓋 po繁 miao缪繆 nai能 bo薄 xie解 qin覃 xian冼洗 chong种 ren任 bi秘 he黑 ning宁甯 xi郗 gou句 ji纪紀 fei费費 hua华華 guo过過';
const compoundSurnames =
  'yu:chi尉迟尉遲 zhang:sun长孙長孫 tan:tai澹台澹臺 mo:qi万俟 chan:yu单于單于 ling:hu令狐 xian:yu鲜于鮮于 ou:yang欧阳歐陽 si:ma司马司馬 zhu:ge诸葛諸葛 shang:guan上官 xia:hou夏侯 huang:fu皇甫 gong:sun公孙公孫 mu:rong慕容 si:tu司徒 dong:fang东方東方 nan:gong南宫南宮 yu:wen宇文';
const hokkienSurnames =
  'tan陈陳 lim林 ng黄黃 ong王汪翁 teo张張 goh吴吳 chua蔡 lau刘劉 yeo杨楊 tay郑鄭 chia谢謝 koh许許高辜 quek郭 ang洪 sim沈 chew周 soh苏蘇 yap叶葉 liau廖 loh罗羅卢盧骆駱 chee徐 khoo邱 kua柯 oh胡 png方 pang冯馮彭 see施薛 seow萧蕭 phua潘 gan颜顏 chng庄莊 cheong钟鍾 eu余 tng唐 choo朱 poh傅 foo符 peh白 kee纪紀 au欧歐 tang董 teng丁 neo梁';
const hokkienGivenNames =
  'boon文 beng明 kok国國 tong栋棟东東 hin兴興 hock福 chye财財才 kim金 chwee水 seng成生胜勝 teck德 hwa华華花 kong光 leong龙龍良 ann安 hoe和 huat发發 soon顺順 guan源元 chuan泉 bok木 thian天 cheng清 boo武 lee利丽麗 kiat吉杰傑 choon春俊 san山 hai海 bee美 eng英荣榮永 geok玉 siew秀 tin珍 lan兰蘭 guat月 hoon云雲 hiang香 jin仁 ghee义義 lay礼禮 sin信 tiong忠中长長 teng廷 keng庆慶 peng炳平 yew耀有友 siang祥 khoon坤 hui辉輝 kwee贵貴 hoo富 poh宝寶 lai来來 tai大 chee志 keong强強 wee伟偉 kian健建 lip立 chin振 lam南 swee瑞 kheng琼瓊 hong丰豐 liang亮 hui惠慧 ling玲 ping萍';

const readingOfSurname = lazy(() => readSyllables(surnameReadings));
const hokkienSurnameOf = lazy(() => readSyllables(hokkienSurnames));
const hokkienGivenOf = lazy(() => readSyllables(hokkienGivenNames));
const cantoneseOf = lazy(() => readSyllables(cantoneseTable));
const compoundOf = lazy(
  () =>
    new Map(
      compoundSurnames.split(' ').flatMap((entry) => {
        const [, reading, characters] = /^([a-z:]+)(.+)$/u.exec(entry)!;
        return Array.from(
          { length: characters!.length / 2 },
          (_, k) => [characters!.slice(2 * k, 2 * k + 2), reading!.split(':')] as const,
        );
      }),
    ),
);

/** A name in Latin letters, a blank between its parts. */
export interface ChineseSpelling {
  readonly text: string;
  /** Pinyin with the surname's own reading. */
  readonly isPinyin: boolean;
}

/** The spellings of a name of two to four Han characters, surname first; pinyin only where the surname is read otherwise than its characters. */
export function chineseSpellings(name: string): ChineseSpelling[] {
  const characters = [...name];
  if (characters.length < 2 || characters.length > 4) return [];
  const [first] = characters as [string];
  const compound = characters.length > 2 ? compoundOf().get(characters.slice(0, 2).join('')) : undefined;
  const plain = characters.map(syllableOf);
  if (plain.includes('')) return [];
  const syllables = compound ? [...compound, ...plain.slice(2)] : [readingOfSurname().get(first) ?? plain[0]!, ...plain.slice(1)];
  const cut = compound ? 2 : 1;
  const found: ChineseSpelling[] = [{ text: syllables.map(wadeGiles).join(' '), isPinyin: false }];
  if (syllables.join() !== plain.join())
    found.push({ text: `${syllables.slice(0, cut).join('')} ${syllables.slice(cut).join('')}`, isPinyin: true });
  const cantonese = characters.map((character) => cantoneseOf().get(character));
  if (cantonese.every((syllable) => syllable !== undefined)) {
    found.push({ text: cantonese.join(' '), isPinyin: false });
    const hokkien = hokkienSurnameOf().get(first);
    const given = characters.slice(1).map((character, k) => hokkienGivenOf().get(character) ?? cantonese[k + 1]!);
    if (hokkien !== undefined) found.push({ text: [hokkien, ...given].join(' '), isPinyin: false });
  }
  return found;
}

/** How many syllables a word in Latin letters has: runs of vowels, and a nasal by itself (`Ng`). */
export function countSyllables(letters: string): number {
  return Math.max(1, letters.match(/[aeiouy]+/g)?.length ?? 0);
}

const initials: readonly (readonly [RegExp, string])[] = [
  [/^(zh|ch|sh|r)i$/, '$1ih'],
  [/^(?:zh|j|q)/, 'ch'],
  [/^[zc](?!h)/, 'ts'],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
  [/^x/, 'hs'],
  [/^r/, 'j'],
];
const finals: readonly (readonly [RegExp, string])[] = [
  [/^tsi$/, 'tzu'],
  [/^si$/, 'ssu'],
  [/^er$/, 'erh'],
  [/^yi$/, 'i'],
  [/^you$/, 'yu'],
  [/ian$/, 'ien'],
  [/^yan$/, 'yen'],
  [/(i|y|u|v)e$/, '$1eh'],
  [/^([kh])e$/, '$1o'],
  [/ong$/, 'ung'],
  [/([^kh]|sh|^)uo$/, '$1o'],
  [/^(k)ui$/, '$1uei'],
  [/v/, 'u'],
];

/** A syllable of pinyin in Wade–Giles, without its apostrophes. */
function wadeGiles(syllable: string): string {
  return [...initials, ...finals].reduce((text, [from, to]) => text.replace(from, to), syllable);
}
