/**
 * Evidence that two spellings are one name: their sound, their meaning, the nouns in them, and their beads.
 *
 * In a bead, a name whose partner is plain (equal, alike, or of one entry of the table) is settled; the rest of both
 * sides, in the same place of the sentence and time and again, is one name however it is garbled.
 */
import { log } from '../../exact-math.ts';
import type { AlignedDocument, Alignment } from '../../types.ts';
import { preparedSimilarity } from '../name-similarity.ts';
import { type PreparedName, prepareName } from '../sound/prepared-name.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import { type NameNoun, nameNoun, nounEndings } from '../tables/name-nouns.ts';
import type { NameForm } from './name-forms.ts';
import { cosine, PhraseVectors, type PiecesOf } from './phrase-vectors.ts';

/** What is known of a pair, by name; each a number near 0 to 1. */
export interface LinkEvidence {
  readonly bias: number;
  readonly sound: number;
  readonly soundHigh: number;
  readonly soundTop: number;
  readonly low: number;
  readonly short: number;
  readonly shortSound: number;
  readonly otherScript: number;
  readonly otherScriptSound: number;
  readonly full: number;
  readonly mixed: number;
  readonly meets: number;
  readonly meetShare: number;
  readonly meetSound: number;
  readonly rival: number;
  readonly distance: number;
  readonly leftOver: number;
  readonly leftOverTimes: number;
  readonly meaning: number;
  readonly meetMeaning: number;
  readonly sameNoun: number;
  readonly otherNoun: number;
  readonly oneNoun: number;
  readonly sameNounCore: number;
  readonly oneNounCore: number;
  readonly together: number;
  readonly weak: number;
  readonly bothWeak: number;
  readonly otherLanguage: number;
  readonly knownOther: number;
  readonly numberDiffers: number;
  readonly partMeets: number;
  readonly partAlone: number;
  readonly alone: number;
  readonly aloneSure: number;
  readonly aloneNear: number;
  readonly sure: number;
  readonly sameCount: number;
  readonly singles: number;
}

/** The weight of each, fitted (bench/fit-name-links.ts). */
export type LinkWeights = { readonly [Name in keyof LinkEvidence]: number };

/** A form without its nouns, and these. */
interface Core {
  readonly nouns: readonly NameNoun[];
  readonly name: PreparedName;
  readonly digits: string;
}

/** A bead with the forms on its sides and where each stands, 0 to 1. */
interface FormBead {
  readonly confidence: number;
  readonly sides: readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>];
  /** How many forms of the side that has more of them are without a plain partner on the other; counted when first asked for. */
  leftOver?: number;
}

const settledSound = 0.86;

export class PairEvidence {
  readonly #forms: readonly NameForm[];
  readonly #beads: FormBead[] = [];
  /** Beads that contain two forms; the number of beads of a form. */
  readonly #meetings = new Map<number, FormBead[]>();
  readonly #inBeads: Int32Array;
  readonly #sounds = new Map<number, number>();
  readonly #cores = new Map<number, Core>();
  readonly #vectors = new Map<number, Float64Array | undefined>();
  readonly #phrases: PhraseVectors;

  constructor(forms: readonly NameForm[], documents: readonly AlignedDocument[], pairs: Alignment['pairs'], piecesOf: PiecesOf) {
    this.#forms = forms;
    this.#phrases = new PhraseVectors(documents, piecesOf);
    this.#inBeads = new Int32Array(forms.length);
    const bySentence = new Map<string, Map<number, number>>();
    const lengths = new Map(documents.map(({ id, sentences }) => [id, sentences]));
    for (const form of forms) {
      for (const { document, sentence, start } of form.found) {
        const place = lengths.get(document)![sentence]!;
        const key = `${document}\n${sentence}`;
        const here = bySentence.get(key) ?? new Map<number, number>();
        if (!here.has(form.index)) here.set(form.index, (start - place.start) / Math.max(1, place.end - place.start));
        bySentence.set(key, here);
      }
    }
    const side = (document: string, [start, end]: readonly [number, number]) => {
      const all = new Map<number, number>();
      for (let s = start; s < end; s++)
        for (const [form, at] of bySentence.get(`${document}\n${s}`) ?? [])
          if (!all.has(form)) all.set(form, (s - start + at) / (end - start));
      return all;
    };
    for (const { source, target, beads } of pairs) {
      for (const bead of beads) {
        const sides = [side(source, bead.source), side(target, bead.target)] as const;
        if (sides[0].size === 0 || sides[1].size === 0) continue;
        const formBead: FormBead = { sides, confidence: bead.confidence };
        this.#beads.push(formBead);
        for (const forms of sides) for (const form of forms.keys()) this.#inBeads[form]!++;
        for (const one of sides[0].keys())
          for (const other of sides[1].keys()) {
            if (one === other) continue;
            const list = this.#meetings.get(this.#key(one, other));
            if (list === undefined) this.#meetings.set(this.#key(one, other), [formBead]);
            else list.push(formBead);
          }
      }
    }
  }

  #key(one: number, other: number): number {
    return Math.min(one, other) * this.#forms.length + Math.max(one, other);
  }

  /** In how many beads the two meet. */
  count(one: NameForm, other: NameForm): number {
    return this.#meetings.get(this.#key(one.index, other.index))?.length ?? 0;
  }

  /** Pairs of forms that meet at all, as indices. */
  *pairs(): Generator<[number, number]> {
    for (const key of this.#meetings.keys()) yield [Math.floor(key / this.#forms.length), key % this.#forms.length];
  }

  #sound(one: NameForm, other: NameForm): number {
    const key = this.#key(one.index, other.index);
    let sound = this.#sounds.get(key);
    if (sound === undefined) {
      sound = preparedSimilarity(one.name, other.name);
      this.#sounds.set(key, sound);
    }
    return sound;
  }

  #vector(form: NameForm): Float64Array | undefined {
    if (!this.#vectors.has(form.index)) this.#vectors.set(form.index, this.#phrases.at(form.found[0]!));
    return this.#vectors.get(form.index);
  }

  #core(form: NameForm): Core {
    let core = this.#cores.get(form.index);
    if (core === undefined) {
      core = coreOf(form);
      this.#cores.set(form.index, core);
    }
    return core;
  }

  /** Whether two forms are plainly one name. */
  #isPlain(one: NameForm, other: NameForm): boolean {
    return one === other || one.concepts.some((concept) => other.concepts.includes(concept)) || this.#sound(one, other) >= settledSound;
  }

  /** Best sound of a form with others than the partner on the other side of a bead. */
  #rival(form: NameForm, partner: NameForm, others: ReadonlyMap<number, number>): number {
    let best = 0;
    for (const index of others.keys()) {
      const other = this.#forms[index]!;
      if (other !== partner) best = Math.max(best, this.#isPlain(form, other) ? 1 : this.#sound(form, other));
    }
    return best;
  }

  /** How many of the forms are without a plain partner on the other side. */
  #leftOver(own: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): number {
    let count = 0;
    const partners = [...others.keys()];
    for (const index of own.keys()) if (!partners.some((other) => this.#isPlain(this.#forms[index]!, this.#forms[other]!))) count++;
    return count;
  }

  /** All that is known of a pair. */
  of(one: NameForm, other: NameForm): LinkEvidence {
    const beads = this.#meetings.get(this.#key(one.index, other.index)) ?? [];
    let [rival, distance, leftOver, sure, alone, aloneSure, aloneNear] = [0, 0, 0, 0, 0, 0, 0];
    for (const bead of beads) {
      const { sides } = bead;
      const [own, theirs] = sides[0].has(one.index) && sides[1].has(other.index) ? sides : [sides[1], sides[0]];
      const rivals = Math.max(this.#rival(one, other, theirs), this.#rival(other, one, own));
      rival += rivals / beads.length;
      const apart = Math.abs(own.get(one.index)! - theirs.get(other.index)!);
      distance += apart / beads.length;
      sure += bead.confidence / beads.length;
      if (rivals >= settledSound) continue;
      bead.leftOver ??= Math.max(this.#leftOver(own, theirs), this.#leftOver(theirs, own));
      leftOver += 1 / Math.max(1, bead.leftOver);
      if (bead.leftOver > 1) continue;
      alone = 1;
      aloneSure = Math.max(aloneSure, bead.confidence);
      aloneNear = Math.max(aloneNear, 1 - 3 * apart);
    }
    const meets = beads.length > 0 ? 1 : 0;
    const sound = this.#sound(one, other);
    const [a, b] = [this.#core(one), this.#core(other)];
    const shared = a.nouns.filter((noun) => b.nouns.includes(noun)).length;
    const differ = a.nouns.length > 0 && b.nouns.length > 0 && shared < Math.max(a.nouns.length, b.nouns.length) ? 1 : 0;
    const core = a.nouns.length + b.nouns.length > 0 || a.digits + b.digits !== '' ? Math.max(0, coreSimilarity(a, b) - 0.5) : 0;
    const isOther = one.name.joined.script !== other.name.joined.script ? 1 : 0;
    const isFull = (form: NameForm) => form.name.words.filter((word) => !word.light && !word.initial).length > 1;
    const short = Math.min(one.name.joined.latin.codes.length, other.name.joined.latin.codes.length) < 5 ? 1 : 0;
    const meaning =
      one.found[0]!.language === other.found[0]!.language ? 0 : Math.max(0, cosine(this.#vector(one), this.#vector(other)) - 0.3);
    const part = isFull(one) && isFull(other) ? Math.max(0, highest(one, other) - 0.6) : 0;
    const together = [...one.documents].some((id) => other.documents.has(id)) ? 1 : 0;
    return {
      bias: 1,
      sound: sound - 0.5,
      soundHigh: Math.max(0, sound - 0.7),
      soundTop: Math.max(0, sound - 0.85),
      low: isFull(one) && isFull(other) ? lowest(one, other) - 0.5 : 0,
      short,
      shortSound: short * Math.max(0, sound - 0.6),
      otherScript: isOther,
      otherScriptSound: isOther * Math.max(0, sound - 0.6),
      full: isFull(one) && isFull(other) ? 1 : 0,
      mixed: isFull(one) !== isFull(other) ? 1 : 0,
      meets,
      meetShare: beads.length / Math.max(1, Math.min(this.#inBeads[one.index]!, this.#inBeads[other.index]!)),
      meetSound: meets * (sound - 0.4),
      rival: meets * Math.max(0, rival - 0.4),
      distance,
      leftOver: beads.length > 0 ? leftOver / beads.length : 0,
      leftOverTimes: log(1 + leftOver),
      meaning,
      meetMeaning: meets * meaning,
      sameNoun: Math.min(1, shared),
      otherNoun: differ,
      oneNoun: a.nouns.length > 0 !== b.nouns.length > 0 ? 1 : 0,
      sameNounCore: Math.min(1, shared) * core,
      oneNounCore: a.nouns.length > 0 !== b.nouns.length > 0 ? core : 0,
      together,
      weak: one.weak || other.weak ? 1 : 0,
      bothWeak: one.weak && other.weak ? 1 : 0,
      otherLanguage: one.found[0]!.language === other.found[0]!.language ? 0 : 1,
      knownOther: knownApart(one, other),
      numberDiffers: a.digits !== b.digits ? 1 : 0,
      partMeets: meets * part,
      partAlone: alone * part,
      alone,
      aloneSure,
      aloneNear,
      sure,
      sameCount: meets > 0 && one.name.words.length === other.name.words.length ? 1 : 0,
      singles: meets > 0 && one.name.words.length === 1 && other.name.words.length === 1 ? 1 : 0,
    };
  }
}

/** The log odds of a pair being one name. */
export function logOdds(evidence: LinkEvidence, weights: LinkWeights): number {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof LinkWeights)[]) sum += weights[name] * evidence[name];
  return sum;
}

/** 1 where the table knows both, as two things. */
function knownApart(one: NameForm, other: NameForm): number {
  const known = (form: NameForm) => form.concepts.filter(({ type }) => type !== 'other');
  const [a, b] = [known(one), known(other)];
  return a.length > 0 && b.length > 0 && !a.some((concept) => b.includes(concept)) ? 1 : 0;
}

function coreSimilarity(one: Core, other: Core): number {
  if (one.name.words.length === 0 || other.name.words.length === 0) return one.name.words.length === other.name.words.length ? 1 : 0;
  return preparedSimilarity(one.name, other.name);
}

const hanDigits = '〇一二三四五六七八九十';

/** A form without the nouns in it, in the language it was found in. */
function coreOf(form: NameForm): Core {
  const language = form.found[0]!.language;
  const nouns: NameNoun[] = [];
  let text = form.text;
  const digits = [...text.matchAll(/\d+|[一二三四五六七八九十](?=号|號)/g)]
    .map(([match]) => (/\d/.test(match) ? match : String(hanDigits.indexOf(match))))
    .join(' ');
  if (form.name.joined.script === 'latin' || form.name.joined.script === 'cyrillic') {
    const words = form.text.split(/\s+/).filter((word) => {
      const noun = nameNoun(word.toLowerCase(), language);
      if (noun !== undefined) nouns.push(noun);
      return noun === undefined;
    });
    text = words.join(' ');
  } else {
    for (let found = true; found; ) {
      found = false;
      for (const [ending, noun] of nounEndings(language)) {
        if (text.length <= ending.length || !text.endsWith(ending)) continue;
        nouns.push(noun);
        text = text.slice(0, -ending.length);
        found = true;
        break;
      }
    }
  }
  const core = prepareName(text.replace(/[-\s]?\d+$|\s?No\.?\s?\d+$|[一二三四五六七八九十\d]+$/u, ''));
  return { nouns, name: nouns.length > 0 || digits !== '' ? core : form.name, digits };
}

/** The best sound of any two words of two names. */
function highest(one: NameForm, other: NameForm): number {
  const words = (form: NameForm) => form.name.words.filter((word) => !word.light && !word.initial);
  return Math.max(...words(one).flatMap((word) => words(other).map((candidate) => wordSimilarity(word, candidate))));
}

/** The least sound of the words of two names in full, each with its best partner. */
function lowest(one: NameForm, other: NameForm): number {
  const words = (form: NameForm) => form.name.words.filter((word) => !word.light && !word.initial);
  const [a, b] = [words(one), words(other)];
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return Math.min(...few.map((word) => Math.max(...many.map((candidate) => wordSimilarity(word, candidate)))));
}
