/**
 * Whether an alignment that a caller hands in, perhaps made by hand or sent by a stranger, hangs together: what the stages after aligning rest on.
 *
 * Time linear in its documents and beads.
 */
import { AlignmentError } from './errors.ts';

type Loose = Record<string, unknown>;

/** What may be asked about; documents always are. */
export type AlignmentPart = 'pairs' | 'names' | 'findings' | 'groups' | 'lineage' | 'warnings' | 'model';

/**
 * Check the documents of an alignment and the `parts` that are asked for: types, ids, spans of sentences, offsets.
 * Beads that names and findings mention are looked up where `pairs` are asked for too.
 *
 * @throws {@link AlignmentError} `OPTION_INVALID`, naming the place and what was expected there.
 */
export function checkAlignment(alignment: unknown, parts: readonly AlignmentPart[]): void {
  const { documents, ...rest } = object(alignment, 'alignment');
  const lengths = new Map<string, readonly [sentences: number, characters: number]>();
  list(documents, 'documents', (document, at) => checkDocument(document, at, lengths));
  const beadCounts: number[] | undefined = parts.includes('pairs') ? [] : undefined;
  const sentencesOf = (id: unknown, at: string): number => {
    const known = lengths.get(text(id, at));
    return known ? known[0] : fail(at, 'the id of one of the documents', id);
  };
  const checkPair = (pair: unknown, at: string): void => {
    const { source, target, relation, relationConfidence, sameEvent, beads } = object(pair, at);
    const counts = { source: sentencesOf(source, `${at}.source`), target: sentencesOf(target, `${at}.target`) };
    if (!['parallel', 'comparable', 'related', 'unrelated'].includes(relation as string)) fail(`${at}.relation`, 'a relation', relation);
    finite(relationConfidence, `${at}.relationConfidence`);
    finite(sameEvent, `${at}.sameEvent`);
    list(beads, `${at}.beads`, (bead, place) => {
      const { source: from, target: to, similarity, confidence } = object(bead, place);
      span(from, counts.source, `${place}.source`);
      span(to, counts.target, `${place}.target`);
      finite(similarity, `${place}.similarity`);
      finite(confidence, `${place}.confidence`);
    });
    beadCounts!.push((beads as unknown[]).length);
  };
  const checkPlace = (value: unknown, at: string): void => {
    const { document, sentence, start, end, text: words } = object(value, at);
    const known = lengths.get(text(document, `${at}.document`)) ?? fail(`${at}.document`, 'the id of one of the documents', document);
    if (whole(sentence, `${at}.sentence`) >= known[0]) fail(`${at}.sentence`, 'a sentence that is there', sentence);
    span([start, end], known[1], at);
    text(words, `${at}.text`);
  };
  const checkBead = (pair: unknown, bead: unknown, at: string): void => {
    if (beadCounts && whole(bead, at) >= (beadCounts[whole(pair, at)] ?? 0)) fail(at, 'a bead that is there', bead);
  };
  for (const part of parts) {
    if (part === 'model') whole(checkTexts(rest.model, 'model', ['id', 'revision']).dimensions, 'model.dimensions');
    else
      list(rest[part], part, (value, at) => {
        if (part === 'pairs') checkPair(value, at);
        else if (part === 'groups') list(value, at, checkPlace);
        else if (part === 'names') checkName(value, at, checkPlace, checkBead);
        else if (part === 'findings') {
          const { witnesses, beads, confidence } = checkTexts(value, at, ['rule', 'message']);
          list(witnesses, `${at}.witnesses`, checkPlace);
          list(beads, `${at}.beads`, (bead, where) => {
            const [pair, index] = Array.isArray(bead) ? (bead as unknown[]) : fail(where, 'a list of two positions', bead);
            checkBead(pair, index, where);
          });
          finite(confidence, `${at}.confidence`);
        } else if (part === 'lineage') {
          const { kind, source, through, confidence, evidence, against, ...others } = checkTexts(value, at, ['document']);
          if (kind !== 'derived' && kind !== 'common-source') fail(`${at}.kind`, 'derived or common-source', kind);
          for (const given of [source, through]) if (given !== undefined) text(given, at);
          for (const given of [others.alternatives, others.with]) if (given !== undefined) list(given, at, text);
          finite(confidence, `${at}.confidence`);
          list(evidence, `${at}.evidence`, text);
          list(against, `${at}.against`, text);
        } else {
          const { document, sentence } = checkTexts(value, at, ['code', 'message']);
          if (document !== undefined) text(document, `${at}.document`);
          if (sentence !== undefined) whole(sentence, `${at}.sentence`);
        }
      });
  }
}

function checkDocument(value: unknown, at: string, lengths: Map<string, readonly [number, number]>): void {
  const { id, parent, url, date, text: words, sentences, languageConfidence } = checkTexts(value, at, ['id', 'language', 'text']);
  finite(languageConfidence, `${at}.languageConfidence`);
  for (const given of [parent, url, date]) if (given !== undefined) text(given, at);
  if (lengths.has(id as string)) throw new AlignmentError('DUPLICATE_ID', `Alignment, ${at}.id: second document with the id \`${id}\``);
  const { length } = words as string;
  list(sentences, `${at}.sentences`, (sentence, place) => {
    const { start, end } = checkTexts(sentence, place, ['text']);
    span([start, end], length, place);
  });
  (sentences as Loose[]).forEach(({ index }, k) => {
    if (index !== k) fail(`${at}.sentences.${k}.index`, String(k), index);
  });
  lengths.set(id as string, [(sentences as unknown[]).length, length]);
}

function checkName(
  value: unknown,
  at: string,
  checkPlace: (value: unknown, at: string) => void,
  checkBead: (pair: unknown, bead: unknown, at: string) => void,
): void {
  const { mentions } = checkTexts(value, at, ['canonical', 'type']);
  list(mentions, `${at}.mentions`, (mention, place) => {
    checkPlace(mention, place);
    const { similarity, beads, evidence } = checkTexts(mention, place, ['kind', 'romanized']);
    finite(similarity, `${place}.similarity`);
    list(beads, `${place}.beads`, (bead, where) => {
      if (!Array.isArray(bead)) fail(where, 'a list of two positions', bead);
      checkBead((bead as unknown[])[0], (bead as unknown[])[1], where);
    });
    if (evidence !== undefined) list(evidence, `${place}.evidence`, text);
  });
}

function checkTexts(value: unknown, at: string, names: readonly string[]): Loose {
  const fields = object(value, at);
  for (const name of names) text(fields[name], `${at}.${name}`);
  return fields;
}

function object(value: unknown, at: string): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : fail(at, 'an object', value);
}

function list(value: unknown, at: string, check: (item: unknown, at: string) => unknown): void {
  if (!Array.isArray(value)) fail(at, 'a list', value);
  for (const [k, item] of (value as unknown[]).entries()) check(item, `${at}.${k}`);
}

function text(value: unknown, at: string): string {
  return typeof value === 'string' ? value : fail(at, 'a string', value);
}

function whole(value: unknown, at: string): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(at, 'an integer from 0 on', value);
}

function finite(value: unknown, at: string): number {
  return Number.isFinite(value) ? (value as number) : fail(at, 'a finite number', value);
}

function span(value: unknown, length: number, at: string): void {
  const [start, end] = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : fail(at, 'a span', value);
  if (!(whole(start, at) <= whole(end, at) && (end as number) <= length)) fail(at, `a span within ${length}`, `${start} to ${end}`);
}

function fail(at: string, expected: string, got: unknown): never {
  const word = typeof got === 'string' ? JSON.stringify(got.slice(0, 60)) : String(got);
  const shown = Array.isArray(got) ? 'a list' : typeof got === 'object' && got !== null ? 'an object' : word.slice(0, 80);
  throw new AlignmentError('OPTION_INVALID', `Alignment, ${at}: expected ${expected}, got ${shown}`);
}
