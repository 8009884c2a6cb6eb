import type { Mention, TracedName } from '../types.ts';
import type { BeadSide } from './bead-side.ts';

/** A name with a mention that stands in a side of a bead. */
export interface NameHere {
  readonly name: TracedName;
  readonly mention: Mention;
}

/** How many names, and what share of all, make a document garbled. */
const LEAST_GARBLED = 2;
const GARBLED_SHARE = 0.1;

/** Traced names by where they stand, made once per alignment. */
export class NameIndex {
  readonly #bySentence = new Map<string, NameHere[]>();
  readonly #documents = new Map<TracedName, Set<string>>();
  readonly #garbled = new Map<string, Set<TracedName>>();
  /** Names by document. */
  readonly #counts = new Map<string, number>();

  constructor(names: readonly TracedName[]) {
    for (const name of names) {
      const documents = new Set<string>();
      for (const mention of name.mentions) {
        const key = `${mention.sentence} ${mention.document}`;
        const here = this.#bySentence.get(key) ?? [];
        here.push({ name, mention });
        this.#bySentence.set(key, here);
        documents.add(mention.document);
        if (mention.kind === 'garbled') this.#garbled.set(mention.document, (this.#garbled.get(mention.document) ?? new Set()).add(name));
      }
      this.#documents.set(name, documents);
      for (const document of documents) this.#counts.set(document, (this.#counts.get(document) ?? 0) + 1);
    }
  }

  /** The names that stand in a side, each with its first mention there. */
  in(side: BeadSide): NameHere[] {
    const found: NameHere[] = [];
    const seen = new Set<TracedName>();
    for (let sentence = side.first; sentence < side.last; sentence++) {
      for (const here of this.#bySentence.get(`${sentence} ${side.document.id}`) ?? []) {
        if (seen.has(here.name)) continue;
        seen.add(here.name);
        found.push(here);
      }
    }
    return found;
  }

  /** Whether names of a document are garbled, several and a good share of all: then whoever wrote it will have garbled words too. */
  isGarbled(document: string): boolean {
    const garbled = this.#garbled.get(document)?.size ?? 0;
    return garbled >= LEAST_GARBLED && garbled >= GARBLED_SHARE * (this.#counts.get(document) ?? 0);
  }

  /** Whether a name stands in both documents, so that its spellings are known to be linked across the two languages. */
  isLinked(name: TracedName, source: BeadSide, target: BeadSide): boolean {
    const documents = this.#documents.get(name);
    return documents?.has(source.document.id) === true && documents.has(target.document.id);
  }
}
