/**
 * Scores traced names against `seeds/gold/names.json`, as written in that file: every listed form, wherever it occurs in
 * its document, is one mention. Linked: its traced name also holds most other mentions of its entity. Wrong: its traced
 * name holds mentions of another listed entity. Kinds are counted over the linked mentions.
 */
import { readFileSync } from 'node:fs';
import type { AlignedDocument, TracedName } from '../../src/types.ts';

interface GoldEntity {
  readonly canonical: string;
  readonly type: string;
  readonly forms: Readonly<Record<string, readonly string[]>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly optional?: boolean;
}

/** Shares of the listed mentions, 0 to 1, and what went wrong in words. */
export interface NameScore {
  linked: number;
  wrong: number;
  kinds: number;
  count: number;
  problems: string[];
}

/** The names listed by hand for the seeds. */
export function goldNames(): GoldEntity[] {
  return (JSON.parse(readFileSync(new URL('../../seeds/gold/names.json', import.meta.url), 'utf8')) as { entities: GoldEntity[] }).entities;
}

interface GoldMention {
  readonly entity: number;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  name: number;
  kind: string;
}

export function scoreNames(
  names: readonly TracedName[],
  documents: readonly AlignedDocument[],
  gold: readonly GoldEntity[] = goldNames(),
): NameScore {
  const entities = gold.filter(({ optional }) => !optional);
  const mentions = entities.flatMap((entity, index) => goldMentions(entity, index, documents));
  for (const mention of mentions) {
    let best = 0;
    for (const [n, name] of names.entries()) {
      for (const other of name.mentions) {
        if (other.document !== mention.document) continue;
        const shared = Math.min(other.end, mention.end) - Math.max(other.start, mention.start);
        if (shared * 2 <= mention.end - mention.start || shared <= best) continue;
        best = shared;
        mention.name = n;
        mention.kind = other.kind;
      }
    }
  }
  const problems: string[] = [];
  let [linked, wrong, kinds] = [0, 0, 0];
  for (const mention of mentions) {
    const own = mentions.filter((other) => other !== mention && other.entity === mention.entity);
    const together = own.filter((other) => mention.name >= 0 && other.name === mention.name).length;
    const isLinked = mention.name >= 0 && (own.length === 0 || together * 2 > own.length);
    const mixed = mention.name >= 0 && mentions.some((other) => other.entity !== mention.entity && other.name === mention.name);
    const expected = entities[mention.entity]!.kinds[mention.text] ?? 'exact';
    if (isLinked) linked++;
    if (mixed) wrong++;
    if (isLinked && mention.kind === expected) kinds++;
    const title = `${mention.document} "${mention.text}" (${entities[mention.entity]!.canonical})`;
    const under = mention.name < 0 ? 'nothing' : names[mention.name]!.canonical;
    if (!isLinked) problems.push(`${title} not linked: under ${under}`);
    else if (mention.kind !== expected) problems.push(`${title} is ${mention.kind}, not ${expected}, beside ${under}`);
    if (mixed) problems.push(`${title} is mixed with another name under ${under}`);
  }
  return {
    linked: linked / mentions.length,
    wrong: wrong / mentions.length,
    kinds: kinds / Math.max(1, linked),
    count: mentions.length,
    problems,
  };
}

/** Every occurrence of a listed form that no longer listed form of the entity covers. */
function goldMentions(entity: GoldEntity, index: number, documents: readonly AlignedDocument[]): GoldMention[] {
  const found: GoldMention[] = [];
  for (const [id, forms] of Object.entries(entity.forms)) {
    const document = documents.find((candidate) => candidate.id === id);
    if (document === undefined) continue;
    const taken: [number, number][] = [];
    for (const form of [...forms].sort((a, b) => b.length - a.length)) {
      for (const sentence of document.sentences) {
        for (let at = sentence.text.indexOf(form); at >= 0; at = sentence.text.indexOf(form, at + 1)) {
          const [start, end] = [sentence.start + at, sentence.start + at + form.length];
          if (taken.some(([from, to]) => start < to && end > from)) continue;
          // inside a longer word a Latin form is another word (Russia in Russian), unless a capital follows (glue)
          if (/\w$/.test(sentence.text.slice(0, at)) && !/^\p{Lu}/u.test(form)) continue;
          if (
            /[A-Za-z]$/.test(form) &&
            /^[a-z]/.test(sentence.text.slice(at + form.length)) &&
            !(form === 'Donald Trump' || form === 'Trump')
          )
            continue;
          taken.push([start, end]);
          found.push({ entity: index, document: id, start, end, text: form, name: -1, kind: '' });
        }
      }
    }
  }
  return found;
}
