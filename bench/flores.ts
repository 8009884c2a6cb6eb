/** Parallel lines of FLORES as documents for the benches of findings; the folder comes from `PALIMPSEST_DEV`, default `../shared/eval-dev`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlignedDocument, DocumentPair, Finding } from '../src/types.ts';

const folder = process.env.PALIMPSEST_DEV ?? '../shared/eval-dev';

/** First line and the one behind the last, from the command line; 0 and 500 without. Lines 501 to 1012 served for tuning, the first 500 as a check. */
export const [from = 0, to = 500] = process.argv
  .slice(2)
  .filter((one) => /^\d+$/.test(one))
  .map(Number);

/** The rule after `--show`: what it reports on untouched texts is printed. */
export const shown = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : undefined;

/** The languages after `--only`, commas between; else all of a list. */
export function chosen(languages: readonly string[]): readonly string[] {
  const at = process.argv.indexOf('--only');
  return at < 0 ? languages : process.argv[at + 1]!.split(',');
}

export function linesOf(language: string): string[] {
  return readFileSync(join(folder, 'flores-devtest', `${language}.txt`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(from, to);
}

/** Writes a part of `bench/record/findings.json`. */
export function updateRecord(part: object): void {
  const file = 'bench/record/findings.json';
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  writeFileSync(file, `${JSON.stringify({ ...known, ...part }, null, 1)}\n`);
}

let state = 7;

/** A number from 0 to 1, the same in every run. */
export function random(): number {
  state = (state * 1103515245 + 12345) & 0x7fffffff;
  return state / 0x7fffffff;
}

export function pick<T>(list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** A text with the words of a match exchanged. */
export function replaceAt(text: string, match: RegExpMatchArray | undefined, by: (old: string) => string): string | undefined {
  if (!match) return undefined;
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index! + match[0].length);
}

/** Lines as one document, a sentence each. */
export function documentOf(id: string, language: string, texts: readonly string[]): AlignedDocument {
  let start = 0;
  const sentences = texts.map((text, index) => {
    const sentence = { index, start, end: start + text.length, text };
    start += text.length + 1;
    return sentence;
  });
  return { id, language, languageConfidence: 1, text: texts.join('\n'), sentences };
}

/** Two documents whose sentences translate one another one by one. */
export function lineByLine(
  language: string,
  source: readonly string[],
  target: readonly string[],
): { documents: AlignedDocument[]; pairs: DocumentPair[] } {
  const beads = source.map((_, at) => ({
    source: [at, at + 1] as [number, number],
    target: [at, at + 1] as [number, number],
    similarity: 0.8,
    confidence: 0.95,
  }));
  return {
    documents: [documentOf('source', language, source), documentOf('target', 'en', target)],
    pairs: [{ source: 'source', target: 'target', relation: 'parallel', relationConfidence: 1, sameEvent: 1, beads }],
  };
}

/** What a finding says, without its place: to tell what an injected error added. */
export function wording({ rule, witnesses }: Finding): string {
  return [rule, ...witnesses.map(({ text }) => text)].join(' ');
}

/** How many findings were true at the confidence they state. */
export class Reliability {
  readonly #bins = new Map<number, [findings: number, right: number, stated: number]>();

  add(confidence: number, right: boolean): void {
    const bin = Math.floor(confidence * 10) / 10;
    const entry = this.#bins.get(bin) ?? [0, 0, 0];
    this.#bins.set(bin, [entry[0] + 1, entry[1] + Number(right), entry[2] + confidence]);
  }

  toString(): string {
    return [...this.#bins]
      .sort(([one], [other]) => one - other)
      .map(
        ([bin, [findings, right, stated]]) =>
          `${bin.toFixed(1)}: ${findings} findings, stated ${(stated / findings).toFixed(2)}, right ${(right / findings).toFixed(2)}`,
      )
      .join('\n    ');
  }
}
