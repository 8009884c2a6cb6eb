/** The form under which a word stands in the lexicon: endings off, so that forms of one word meet. Light rules by language; never a word of its own. */

type Stem = (word: string) => string;

const STEMS: Readonly<Record<string, Stem>> = {
  en: (word) => head(stemEnglish(word)),
  id: (word) => cut(word, /(?:nya|lah|kah|pun)$/, 4),
  es: (word) => cut(word, /(?:as|os|es|a|o|e|s)$/, 4),
  pt: (word) => cut(word, /(?:as|os|es|a|o|e|s)$/, 4),
  fr: (word) => cut(word.replace(/^(?:[cdjlmnst]|qu)'/, ''), /(?:ées?|és?|es|e|s|x)$/, 4),
  de: (word) => cut(word, /(?:en|er|es|em|e|n|s)$/, 4),
  ru: (word) =>
    cut(
      word,
      /(?:ого|его|ему|ому|ыми|ими|ами|ями|ах|ях|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям|ых|их|а|я|о|е|и|ы|у|ю|ь)$/,
      3,
    ),
  el: (word) => cut(word.normalize('NFD').replace(/\p{M}/gu, ''), /(?:ους|ων|ος|ου|ης|ες|ας|οι|εις|α|η|ο|ι|ε|υ|ς|ν)$/, 3),
};

/** The key of a word in lower case, by the base tag of its language. */
export function wordKey(word: string, base: string): string {
  return STEMS[base]?.(word) ?? word;
}

/** Whether the lexicon knows how to cut words of a language. */
export function hasWordKeys(base: string): boolean {
  return base === 'zh' || base in STEMS;
}

function cut(word: string, ending: RegExp, least: number): string {
  const found = ending.exec(word);
  return found && found.index >= least ? word.slice(0, found.index) : word;
}

/** Relatives share their beginning (negotiate, negotiator): that many letters stand for all, more behind prefixes that many words share. */
function head(stem: string): string {
  return stem.slice(0, /^(?:inter|contr|const|under|trans|super|commu|count|techn)/.test(stem) ? 8 : 6);
}

function stemEnglish(word: string): string {
  let stem = word.replace(/'s$/, '').replace(/'/g, '');
  if (stem.length <= 3) return stem;
  if (/ies$|ied$/.test(stem)) stem = stem.length > 4 ? `${stem.slice(0, -3)}y` : stem.slice(0, -1);
  else if (/(?:ss|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^su]s$/.test(stem) && !/is$/.test(stem)) stem = stem.slice(0, -1);
  const suffix = /(?:ing|ed)$/.exec(stem);
  if (suffix && suffix.index >= 3 && /[aeiouy]/.test(stem.slice(0, suffix.index))) {
    stem = stem.slice(0, suffix.index);
    if (/([bdgkmnprt])\1$/.test(stem)) stem = stem.slice(0, -1);
  }
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}
