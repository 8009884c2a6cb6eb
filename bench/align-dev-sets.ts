/** Reads the development sets, and makes damaged news documents from FLORES. The folder comes from `PALIMPSEST_DEV`, default `../shared/eval-dev`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldBead } from '../src/types.ts';
import { createRandom, type Random } from './align-random.ts';

/** A pair of documents with its gold. */
export interface DevPair {
  readonly set: string;
  readonly name: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly GoldBead[];
  readonly possible: readonly GoldBead[];
}

export const devFolder = process.env.PALIMPSEST_DEV ?? '../shared/eval-dev';

/** Every pair of a folder of JSON gold. */
export function readGoldFolder(folder: string, set: string): DevPair[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && /^[\w.]+-[\w.]+\.json$|^\d+\.json$/.test(file));
  return files.sort().map((file) => {
    const data = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return {
      set,
      name: `${set}/${file.replace('.json', '')}`,
      source: data.source.sentences,
      target: data.target.sentences,
      gold: data.beads,
      possible: data.possible ?? [],
    };
  });
}

/** FLORES by article: lines of one language, article by article. */
export interface Flores {
  readonly articles: readonly (readonly number[])[];
  lines(language: string): readonly string[];
}

export function readFlores(folder = join(devFolder, 'flores-devtest')): Flores {
  const cache = new Map<string, string[]>();
  const names = readLines(join(folder, 'documents.tsv'));
  const articles: number[][] = [];
  names.forEach((name, line) => {
    if (line > 0 && names[line - 1] === name) articles.at(-1)!.push(line);
    else articles.push([line]);
  });
  return {
    articles,
    lines(language) {
      const known = cache.get(language) ?? readLines(join(folder, `${language}.txt`));
      cache.set(language, known);
      return known;
    },
  };
}

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1);
}

/** How a document is damaged. */
export interface Damage {
  /** Chance that a line stands on one of the two sides only. */
  readonly drop: number;
  /** Chance that a line is cut in two on one side. */
  readonly cut: number;
  /** Chance that two or three lines are one sentence on one side. */
  readonly merge: number;
  /** Expected number of foreign runs in a document, each of 3 to 12 lines on one side. */
  readonly runs: number;
}

export const newsDamage: Damage = { drop: 0.1, cut: 0.12, merge: 0.1, runs: 0 };
export const runDamage: Damage = { drop: 0.05, cut: 0.1, merge: 0.15, runs: 1.5 };

/** Piece of a document: a sentence and the lines it renders. */
interface Piece {
  text: string;
  lines: number[];
}

/** Make one damaged pair from some articles. Lines of `foreign` are what untranslated runs are made of. */
export function damagePair(
  flores: Flores,
  articles: readonly number[],
  foreign: readonly number[],
  sourceLanguage: string,
  targetLanguage: string,
  damage: Damage,
  seed: number,
  set: string,
): DevPair {
  const random = createRandom(seed);
  const lines = articles.flatMap((article) => flores.articles[article]!);
  const languages = [sourceLanguage, targetLanguage];
  const sides: [Piece[], Piece[]] = [[], []];
  for (let k = 0; k < lines.length; ) {
    const side = random.below(2);
    const chance = random.next();
    const line = lines[k]!;
    const [own, other] = [languages[side]!, languages[1 - side]!];
    if (chance < damage.drop) {
      sides[1 - side]!.push({ text: flores.lines(other)[line]!, lines: [line] });
      k++;
    } else if (chance < damage.drop + damage.cut) {
      for (const text of cutText(flores.lines(own)[line]!)) sides[side]!.push({ text, lines: [line] });
      sides[1 - side]!.push({ text: flores.lines(other)[line]!, lines: [line] });
      k++;
    } else if (chance < damage.drop + damage.cut + damage.merge && k + 1 < lines.length) {
      const size = k + 2 < lines.length && random.next() < 0.2 ? 3 : 2;
      const joined = lines.slice(k, k + size);
      const joint = spaceless.has(own) ? '' : ' ';
      sides[side]!.push({ text: joined.map((each) => flores.lines(own)[each]!).join(joint), lines: joined });
      for (const each of joined) sides[1 - side]!.push({ text: flores.lines(other)[each]!, lines: [each] });
      k += size;
    } else {
      languages.forEach((language, which) => {
        sides[which]!.push({ text: flores.lines(language)[line]!, lines: [line] });
      });
      k++;
    }
  }
  const runs = Math.floor(damage.runs + random.next());
  const foreignLines = foreign.flatMap((article) => flores.articles[article]!);
  for (let run = 0, next = 0; run < runs; run++) {
    const side = random.below(2);
    const length = 3 + random.below(10);
    const texts = flores.lines(side === 0 ? sourceLanguage : targetLanguage);
    const inserted = foreignLines.slice(next, next + length).map((line) => ({ text: texts[line]!, lines: [] as number[] }));
    next += length;
    const places = placesBetweenBeads(goldOf(sides[0]!, sides[1]!), side, sides[side]!.length);
    sides[side]!.splice(places[random.below(places.length)]!, 0, ...inserted);
  }
  return {
    set,
    name: `${set}/${sourceLanguage}-${targetLanguage}-${seed}`,
    source: sides[0]!.map((piece) => piece.text),
    target: sides[1]!.map((piece) => piece.text),
    gold: goldOf(sides[0]!, sides[1]!),
    possible: [],
  };
}

const spaceless = new Set(['zh', 'zh-Hant', 'ja', 'th']);

function damageSide(
  lines: readonly number[],
  texts: readonly string[],
  language: string,
  damage: Damage,
  random: Random,
  joined?: ReadonlySet<number>,
): Piece[] {
  const pieces: Piece[] = [];
  const joint = spaceless.has(language) ? '' : ' ';
  let previous = -1;
  for (const line of lines) {
    const text = texts[line]!;
    const halves = random.next() < damage.cut ? cutText(text) : [text];
    const joins = joined ? joined.has(line) && previous === line - 1 : previous >= 0 && random.next() < damage.merge;
    halves.forEach((half, k) => {
      if (k === 0 && joins) {
        const last = pieces.at(-1)!;
        last.text = `${last.text}${joint}${half}`;
        last.lines.push(line);
      } else pieces.push({ text: half, lines: [line] });
    });
    previous = line;
  }
  return pieces;
}

/** Cut a text in two at the comma nearest its middle, else at the space nearest it; texts without either stay whole. */
export function cutText(text: string): string[] {
  for (const pattern of [/[,;:，、；：،](?!\d)/gu, /\s/gu]) {
    const places = [...text.matchAll(pattern)]
      .map((match) => match.index + 1)
      .filter((place) => place > text.length * 0.2 && place < text.length * 0.8);
    if (places.length === 0) continue;
    const place = places.reduce((best, other) => (Math.abs(other - text.length / 2) < Math.abs(best - text.length / 2) ? other : best));
    return [text.slice(0, place).trim(), text.slice(place).trim()];
  }
  return [text];
}

/** Beads: pieces of both sides that share a line, directly or through others. */
function goldOf(source: readonly Piece[], target: readonly Piece[]): GoldBead[] {
  const parent = [...source, ...target].map((_, k) => k);
  const find = (k: number): number => (parent[k] === k ? k : find(parent[k]!));
  const holders = new Map<number, number[]>();
  [...source, ...target].forEach((piece, k) => {
    for (const line of piece.lines) holders.set(line, [...(holders.get(line) ?? []), k]);
  });
  for (const pieces of holders.values()) {
    // a line on one side only joins nothing
    const both = pieces.some((k) => k < source.length) && pieces.some((k) => k >= source.length);
    if (both) for (const k of pieces) parent[find(k)] = find(pieces[0]!);
  }
  const groups = new Map<number, { source: number[]; target: number[] }>();
  parent.forEach((_, k) => {
    const root = find(k);
    const group = groups.get(root) ?? { source: [], target: [] };
    if (k < source.length) group.source.push(k);
    else group.target.push(k - source.length);
    groups.set(root, group);
  });
  return [...groups.values()];
}

/** Positions of one side at which nothing that belongs together is torn apart. */
function placesBetweenBeads(gold: readonly GoldBead[], side: number, count: number): number[] {
  const beadOf: number[] = [];
  gold.forEach((bead, k) => {
    for (const index of side === 0 ? bead.source : bead.target) beadOf[index] = k;
  });
  return Array.from({ length: count + 1 }, (_, k) => k).filter((k) => k === 0 || k === count || beadOf[k - 1] !== beadOf[k]);
}

/** Damaged pairs of a language pair, of about `linesPerPair` lines each, from the articles `[first, last)`. */
export function damagedPairs(
  flores: Flores,
  sourceLanguage: string,
  targetLanguage: string,
  range: readonly [number, number],
  damage: Damage,
  linesPerPair: number,
  seed: number,
  set: string,
): DevPair[] {
  const random = createRandom(seed);
  const articles = random.shuffle(Array.from({ length: range[1] - range[0] }, (_, k) => range[0] + k));
  const pairs: DevPair[] = [];
  let chosen: number[] = [];
  let count = 0;
  articles.forEach((article, k) => {
    chosen.push(article);
    count += flores.articles[article]!.length;
    if (count >= linesPerPair) {
      const foreign = articles.slice(Math.max(k - 60, 0), k + 1 - chosen.length).concat(articles.slice(k + 1, k + 40));
      pairs.push(damagePair(flores, chosen, foreign, sourceLanguage, targetLanguage, damage, seed * 1000 + pairs.length, set));
      chosen = [];
      count = 0;
    }
  });
  return pairs;
}

/** What kind of comparable pair is made. */
export interface Retelling {
  /** Share of the lines that each side keeps, drawn from this range for each side. */
  readonly keep: readonly [number, number];
  /** Lines of other articles thrown in on each side, as a share of the kept ones. */
  readonly foreign: number;
  /** Whether the lines of one side come in another order: not at all, in blocks, or fully. */
  readonly order: 'same' | 'blocks' | 'shuffled';
  /** Mean share of the words left out of a sentence, drawn from 0 to this for each document: retold sentences say less. */
  readonly thinning: number;
  /** Share of the sentences whose second half comes first, drawn from 0 to this for each document. */
  readonly turning: number;
  /** Share of the sentences that half a sentence of another article is added to, drawn from 0 to this for each document. */
  readonly padding: number;
  /** Share of the lines that are cut in two. */
  readonly cut: number;
  /** Share of the long words with letters changed, as machine translation garbles names; drawn from 0 to this for each document. */
  readonly garbling?: number;
}

/** Make one comparable pair from some articles. */
export function retellPair(
  flores: Flores,
  articles: readonly number[],
  foreign: readonly number[],
  sourceLanguage: string,
  targetLanguage: string,
  retelling: Retelling,
  seed: number,
  set: string,
): DevPair {
  const random = createRandom(seed);
  const lines = articles.flatMap((article) => flores.articles[article]!);
  const foreignLines = foreign.flatMap((article) => flores.articles[article]!);
  const damage: Damage = { drop: 0, cut: retelling.cut, merge: 0.1, runs: 0 };
  let next = 0;
  const joins = [0, 1].map(() => new Set(lines.filter((line, k) => k > 0 && lines[k - 1] === line - 1 && random.next() < damage.merge)));
  // lines that either side joins stay together, whatever the order
  const units: number[][] = [];
  for (const line of lines) {
    if (joins.some((joined) => joined.has(line))) units.at(-1)!.push(line);
    else units.push([line]);
  }
  const sides = [sourceLanguage, targetLanguage].map((language, side) => {
    const share = retelling.keep[0] + random.next() * (retelling.keep[1] - retelling.keep[0]);
    const keptUnits = units.map((unit) => unit.filter(() => random.next() < share)).filter((unit) => unit.length > 0);
    const ordered =
      side === 0 || retelling.order === 'same'
        ? keptUnits
        : retelling.order === 'shuffled'
          ? random.shuffle(keptUnits)
          : shuffleBlocks(keptUnits, random);
    const kept = ordered.flat();
    const texts = flores.lines(language);
    const thinning = random.next() * retelling.thinning;
    const pieces = damageSide(kept, texts, language, damage, random, joins[side]!);
    const turning = random.next() * retelling.turning;
    const padding = random.next() * retelling.padding;
    const garbling = retelling.garbling === undefined ? 0 : random.next() * retelling.garbling;
    const joint = spaceless.has(language) ? '' : ' ';
    for (const piece of pieces) {
      const thin = thinText(random.next() < turning ? turnText(piece.text) : piece.text, random.next() * 2 * thinning, random);
      const stranger = foreignLines.length > 0 ? cutText(texts[foreignLines[random.below(foreignLines.length)]!]!).at(-1)! : '';
      piece.text = garbleText(random.next() < padding ? `${thin}${joint}${stranger}` : thin, garbling, random);
    }
    const strangers = Math.round(kept.length * retelling.foreign * random.next() * 2);
    for (let k = 0; k < strangers && next < foreignLines.length; k++, next++) {
      pieces.splice(random.below(pieces.length + 1), 0, { text: thinText(texts[foreignLines[next]!]!, thinning, random), lines: [] });
    }
    return pieces;
  });
  const gold = goldOf(sides[0]!, sides[1]!).filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  return {
    set,
    name: `${set}/${sourceLanguage}-${targetLanguage}-${seed}`,
    source: sides[0]!.map((piece) => piece.text),
    target: sides[1]!.map((piece) => piece.text),
    gold,
    possible: [],
  };
}

function shuffleBlocks(units: readonly number[][], random: Random): number[][] {
  const blocks: number[][][] = [];
  for (let k = 0; k < units.length; ) {
    const size = 1 + random.below(6);
    blocks.push(units.slice(k, k + size));
    k += size;
  }
  return random.shuffle(blocks).flat();
}

/** The second half of a sentence, then the first. */
function turnText(text: string): string {
  const halves = cutText(text);
  return halves.length < 2 ? text : `${halves[1]} ${halves[0]}`;
}

/** Change letters in the middle of words that begin with a capital, and of some others; scripts without capitals lose a character of a run here and there. */
function garbleText(text: string, share: number, random: Random): string {
  if (share === 0) return text;
  return text.replace(/[\p{L}]{4,}/gu, (word) => {
    const isName = /^\p{Lu}/u.test(word) || !/^\p{Ll}/u.test(word);
    if (random.next() >= (isName ? share : share / 4)) return word;
    const letters = [...word];
    const at = 1 + random.below(letters.length - 2);
    if (random.next() < 0.5) [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
    else letters.splice(at, 1, letters[random.below(letters.length)]!);
    return letters.join('');
  });
}

/** Leave out words at random; texts without spaces lose runs of three characters. */
export function thinText(text: string, share: number, random: Random): string {
  const words = text.split(' ');
  if (words.length < 4) {
    let thin = '';
    for (let k = 0; k < text.length; k += 3) if (random.next() >= share) thin += text.slice(k, k + 3);
    return thin.trim() || text;
  }
  return words.filter(() => random.next() >= share).join(' ') || text;
}

/** The kinds of comparable pairs that figures are reported for. */
export const retellings: Readonly<Record<string, Retelling>> = {
  reordered: { keep: [0.9, 1], foreign: 0, order: 'blocks', thinning: 0, turning: 0, padding: 0, cut: 0.1 },
  abridged: { keep: [0.35, 0.9], foreign: 0.1, order: 'blocks', thinning: 0, turning: 0, padding: 0, cut: 0.1 },
  mixed: { keep: [0.5, 0.9], foreign: 0.8, order: 'blocks', thinning: 0, turning: 0, padding: 0, cut: 0.1 },
  shuffled: { keep: [0.5, 0.9], foreign: 0.4, order: 'shuffled', thinning: 0, turning: 0, padding: 0, cut: 0.1 },
  retold: { keep: [0.6, 0.95], foreign: 0.3, order: 'blocks', thinning: 0.3, turning: 0.5, padding: 0.6, cut: 0.15 },
  // other words for much of it, sentences joined and cut otherwise, names garbled: what news agencies make of one another through machine translation
  garbled: { keep: [0.6, 0.95], foreign: 0.4, order: 'blocks', thinning: 0.25, turning: 0.4, padding: 0.4, cut: 0.15, garbling: 0.6 },
  // reports on one event by different authors have little in common but its core
  sparse: { keep: [0.25, 0.6], foreign: 1, order: 'blocks', thinning: 0.25, turning: 0.3, padding: 0.3, cut: 0.15, garbling: 0.3 },
  rewritten: { keep: [0.5, 0.9], foreign: 0.4, order: 'blocks', thinning: 0.5, turning: 0.5, padding: 0.5, cut: 0.2 },
};

/** Comparable pairs of a language pair and of all kinds, from the articles `[first, last)`. */
export function retoldPairs(
  flores: Flores,
  sourceLanguage: string,
  targetLanguage: string,
  range: readonly [number, number],
  perKind: number,
  seed: number,
  set: string,
): DevPair[] {
  const random = createRandom(seed);
  const pairs: DevPair[] = [];
  for (const [kind, retelling] of Object.entries(retellings)) {
    for (let k = 0; k < perKind; k++) {
      const articles = random.shuffle(Array.from({ length: range[1] - range[0] }, (_, a) => range[0] + a));
      const size = 2 + random.below(10);
      pairs.push(
        retellPair(
          flores,
          articles.slice(0, size),
          articles.slice(size, size + 20),
          sourceLanguage,
          targetLanguage,
          retelling,
          seed * 1000 + pairs.length,
          `${set}-${kind}`,
        ),
      );
    }
  }
  return pairs;
}

/** Pairs of a few short sentences that share a third to two thirds of what they say: abridged, or with other sentences between, in the same order or another. */
export function tinyRetellings(
  flores: Flores,
  sourceLanguage: string,
  targetLanguage: string,
  range: readonly [number, number],
  count: number,
  seed: number,
): DevPair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, k) => {
    const articles = random.shuffle(Array.from({ length: range[1] - range[0] }, (_, a) => range[0] + a));
    const lines = articles
      .slice(0, 3)
      .flatMap((article) => flores.articles[article]!)
      .slice(0, 3 + random.below(5));
    const others = articles.slice(3).flatMap((article) => flores.articles[article]!);
    const shared = Math.max(1, Math.floor(lines.length * (0.34 + 0.33 * random.next())));
    const chosen = new Set(random.shuffle([...lines]).slice(0, shared));
    const kept = lines.filter((line) => chosen.has(line));
    const told = k % 2 === 0 ? kept : random.shuffle(kept);
    const strangers = k % 3 === 0 ? 0 : 1 + random.below(lines.length);
    for (let stranger = 0; stranger < strangers; stranger++) told.splice(random.below(told.length + 1), 0, others[stranger]!);
    const cuts = random.below(3);
    const write = (language: string, from: readonly number[]) => {
      let texts = from.map((line) => flores.lines(language)[line]!);
      for (let cut = 0; cut < cuts; cut++) texts = texts.flatMap(cutText);
      return texts;
    };
    return {
      set: 'tiny, in part',
      name: `tiny, in part/${sourceLanguage}-${targetLanguage}-${seed}-${k}`,
      source: write(sourceLanguage, lines),
      target: write(targetLanguage, told),
      gold: [],
      possible: [],
    };
  });
}

/** Pairs of one to four short sentences, halves of lines for the most part: a translation, and two that share nothing. */
export function tinyPairs(
  flores: Flores,
  sourceLanguage: string,
  targetLanguage: string,
  range: readonly [number, number],
  count: number,
  seed: number,
): { parallel: DevPair[]; unrelated: DevPair[] } {
  const random = createRandom(seed);
  const parallel: DevPair[] = [];
  const unrelated: DevPair[] = [];
  for (let k = 0; k < count; k++) {
    const [here, there] = random.shuffle(Array.from({ length: range[1] - range[0] }, (_, a) => range[0] + a)) as [number, number];
    const few = 1 + random.below(3);
    const cuts = random.below(3); // none, halves, quarters
    const write = (article: number, language: string, size: number) => {
      let texts = flores.articles[article]!.slice(0, size).map((line) => flores.lines(language)[line]!);
      for (let cut = 0; cut < cuts; cut++) texts = texts.flatMap(cutText);
      return texts;
    };
    const bare = { name: `tiny/${sourceLanguage}-${targetLanguage}-${seed}`, set: 'tiny', gold: [], possible: [] };
    const own = write(here, sourceLanguage, few);
    parallel.push({ ...bare, source: own, target: write(here, targetLanguage, few) });
    const other = write(there, targetLanguage, 1 + random.below(3));
    // parts of a line as a document of their own: shorter still
    const from = random.below(Math.max(own.length - 2, 1));
    unrelated.push({ ...bare, source: own, target: other });
    unrelated.push({ ...bare, source: own.slice(from, from + 1 + random.below(3)), target: other.slice(0, 1 + random.below(3)) });
  }
  return { parallel, unrelated };
}

/** Pairs of documents that share nothing: sides of comparable pairs about other articles. Half of them have their lines cut, for short sentences. */
export function strangerPairs(
  flores: Flores,
  sourceLanguage: string,
  targetLanguage: string,
  range: readonly [number, number],
  count: number,
  seed: number,
): DevPair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, k) => {
    const articles = random.shuffle(Array.from({ length: range[1] - range[0] }, (_, a) => range[0] + a));
    const retelling: Retelling = { keep: [0.8, 1], foreign: 0, order: 'same', thinning: 0, turning: 0, padding: 0, cut: k % 2 };
    const sizes = [1 + random.below(6), 1 + random.below(6)] as const;
    const make = (chosen: readonly number[], own: number) =>
      retellPair(flores, chosen, [], sourceLanguage, targetLanguage, retelling, own, 'strangers');
    const here = make(articles.slice(0, sizes[0]), seed * 1000 + 2 * k);
    const there = make(articles.slice(sizes[0], sizes[0] + sizes[1]), seed * 1000 + 2 * k + 1);
    return { ...here, target: there.target, gold: [] };
  }).filter(({ source, target }) => source.length > 0 && target.length > 0);
}
