/**
 * Measures what is found in whole documents, by way of the aligner: reports retold from articles of FLORES, one of them garbled as bad machine translation garbles,
 * in names and words.
 *
 * `node bench/run.mjs bench/findings-documents.ts [--only id,zh] [--half check] [--show content]`. Articles are drawn from the second half of FLORES, which
 * served for tuning, or with `--half check` from the first. Half of the sentences of the garbled report have one word exchanged for another of the same ending or
 * beginning, half of its names other letters; both reports turn sentences around and add half sentences of other articles. A finding is
 * right when it touches an exchanged word; a word can be found when the other report has the sentence.
 */
import { alignDocuments } from '../src/align-documents.ts';
import type { Finding } from '../src/types.ts';
import { type DevPair, readFlores, retellings, retellPair } from './align-dev-sets.ts';
import { createRandom, type Random } from './align-random.ts';
import { chosen, Reliability, shown } from './flores.ts';

const RULES = new Set(['content', 'quotation']);
const PAIRS = 24;
/** Which side is garbled; in Chinese there are no capitals to tell names by. */
const GARBLED: Readonly<Record<string, 'source' | 'target'>> = { id: 'source', es: 'source', zh: 'target', ru: 'target' };

const isCheck = process.argv.includes('--half') && process.argv[process.argv.indexOf('--half') + 1] === 'check';
const flores = readFlores();
const half = flores.articles.findIndex((lines) => lines[0]! >= 500);
const [first, last] = isCheck ? [0, half] : [half, flores.articles.length];

const classOf = (word: string, language: string): string =>
  language === 'id'
    ? `${/^(?:me|ber|di|ter|ke|pe|se)/.exec(word)?.[0] ?? ''}-${/(?:kan|an|nya|i)$/.exec(word)?.[0] ?? ''}`
    : (/(?:ing|ed|tion|s|ly|er|al|ive|ción|ado|ido|ar|os|as|mente)$/.exec(word)?.[0] ?? '');
const WORD = /(?<=\p{Ll}[,]? )\p{Ll}{5,}/gu;

function wordsByClass(language: string): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const word of flores.lines(language).flatMap((text) => text.match(WORD) ?? []))
    words.set(classOf(word, language), [...(words.get(classOf(word, language)) ?? []), word]);
  return words;
}

interface Garbled {
  readonly texts: string[];
  /** For each sentence the stretch of the exchanged word. */
  readonly exchanged: (readonly [start: number, end: number] | undefined)[];
}

function garble(texts: readonly string[], language: string, others: ReadonlyMap<string, readonly string[]>, random: Random): Garbled {
  const exchanged: Garbled['exchanged'] = [];
  const garbled = texts.map((text) => {
    const named = text.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{4,}/gu, (name) => {
      if (random.next() < 0.5) return name;
      const at = 1 + random.below(name.length - 2);
      return `${name.slice(0, at)}${'aeiklnorst'[random.below(10)]}${name.slice(at + 1)}`;
    });
    const words = [...named.matchAll(WORD)];
    if (words.length === 0 || random.next() < 0.5) {
      exchanged.push(undefined);
      return named;
    }
    const word = words[random.below(words.length)]!;
    const list = others.get(classOf(word[0], language))!;
    const other = list[random.below(list.length)]!;
    exchanged.push(other === word[0] ? undefined : [word.index, word.index + other.length]);
    return named.slice(0, word.index) + other + named.slice(word.index + word[0].length);
  });
  return { texts: garbled, exchanged };
}

/** One text, with a paragraph every three sentences, and where each sentence starts. */
function joinTexts(texts: readonly string[], language: string): { text: string; starts: number[] } {
  let text = '';
  const starts = texts.map((sentence, at) => {
    if (at > 0) text += at % 3 === 0 ? '\n\n' : language === 'zh' ? '' : ' ';
    const start = text.length;
    text += sentence;
    return start;
  });
  return { text, starts };
}

const reliability = new Reliability();
for (const language of chosen(['id', 'zh', 'es', 'ru'])) {
  const side = GARBLED[language]!;
  const own = side === 'source' ? language : 'en';
  const others = wordsByClass(own);
  const random = createRandom(11);
  const tally = { right: 0, wrong: 0, found: 0, wanted: 0 };
  for (let k = 0; k < PAIRS; k++) {
    const articles = random.shuffle(Array.from({ length: last - first }, (_, at) => first + at));
    const retelling = { ...retellings.garbled!, garbling: 0, thinning: 0 };
    const pair: DevPair = retellPair(flores, articles.slice(0, 8), articles.slice(8, 28), language, 'en', retelling, 500 + k, 'documents');
    const made = garble(pair[side], own, others, random);
    const ours = joinTexts(made.texts, own);
    const theirs = joinTexts(pair[side === 'source' ? 'target' : 'source'], side === 'source' ? 'en' : language);
    const alignment = await alignDocuments([
      { id: 'garbled', text: ours.text, language: own },
      { id: 'clean', text: theirs.text, language: side === 'source' ? 'en' : language },
    ]);
    const findings = alignment.findings.filter((finding) => RULES.has(finding.rule));
    const answered = new Set(pair.gold.flatMap((bead) => bead[side]));
    const spans = made.exchanged.flatMap((span, at) =>
      span && answered.has(at) ? [[ours.starts[at]! + span[0], ours.starts[at]! + span[1]] as const] : [],
    );
    const placeOf = (finding: Finding) => [finding.source, finding.target].find((place) => place?.document === 'garbled');
    const touches = (finding: Finding, [start, end]: readonly [number, number]): boolean => {
      const place = placeOf(finding);
      return place !== undefined && place.start < end && place.end > start;
    };
    for (const finding of findings) {
      const isRight = spans.some((span) => touches(finding, span));
      reliability.add(finding.confidence, isRight);
      if (isRight) tally.right++;
      else tally.wrong++;
      if (finding.rule === shown) console.log(`${isRight ? 'right' : 'WRONG'} ${finding.confidence} ${finding.message}`);
    }
    tally.wanted += spans.length;
    tally.found += spans.filter((span) => findings.some((finding) => touches(finding, span))).length;
    if (process.argv.includes('--relations'))
      console.log(alignment.pairs.map(({ relation, beads }) => `${relation} ${beads.length}`).join());
  }
  const { right, wrong, found, wanted } = tally;
  console.log(
    `${language}: recall ${found}/${wanted} = ${(found / wanted).toFixed(3)}, precision ${right}/${right + wrong} = ${(right / Math.max(1, right + wrong)).toFixed(3)}`,
  );
}
console.log(`confidence:\n    ${reliability}`);
