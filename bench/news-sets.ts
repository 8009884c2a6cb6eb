/**
 * Reads reports with their gold: the stories of this repository but those held out, and real articles of different outlets, whose folder comes from
 * `PALIMPSEST_REAL`, default `real-news` beside the other development sets.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devFolder } from './align-dev-sets.ts';

/** What two reports are to one another. */
export type NewsKind = 'translation' | 'mt' | 'rewrite' | 'rewrite-far' | 'independent' | 'related' | 'real' | 'real-other-event';

/** A document of a set. */
export interface NewsDocument {
  readonly id: string;
  readonly language: string;
  readonly sentences: readonly string[];
}

/** Two documents of a set and what links them. */
export interface NewsPair {
  readonly source: number;
  readonly target: number;
  readonly kind: NewsKind;
  readonly sameEvent: boolean;
  /** Links surely right, and those that count neither way, as `source × 10,000 + target`. */
  readonly sure: ReadonlySet<number>;
  readonly possible: ReadonlySet<number>;
}

/** Reports of one event, or of two. */
export interface NewsSet {
  readonly id: string;
  readonly isReal: boolean;
  readonly documents: readonly NewsDocument[];
  readonly pairs: readonly NewsPair[];
}

/** A link as a number. */
export function linkKey(source: number, target: number): number {
  return source * 10_000 + target;
}

/** All sets that may be fitted on. */
export function readNewsSets(): NewsSet[] {
  const held = new Set(readFileSync('stories/held-out.txt', 'utf8').split('\n'));
  const real = process.env.PALIMPSEST_REAL ?? join(devFolder, 'real-news');
  return ['stories', ...(existsSync(real) ? [real] : [])].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json') && !held.has(file.slice(0, -5)))
      .sort()
      .map((file) => readSet(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: files of two shapes
type Loose = any;

function readSet({ id, documents, pairs }: Loose): NewsSet {
  const made: NewsPair[] = [];
  for (let source = 0; source < documents.length; source++) {
    for (let target = source + 1; target < documents.length; target++) {
      const pair = pairs ? readReal(pairs, documents[source].id, documents[target].id) : compareFacts(documents[source], documents[target]);
      if (pair) made.push({ source, target, ...pair });
    }
  }
  return {
    id,
    isReal: Boolean(pairs),
    documents: documents.map(({ id: own, language, sentences }: Loose) => ({
      id: own,
      language,
      sentences: sentences.map((sentence: Loose) => sentence.text ?? sentence),
    })),
    pairs: made,
  };
}

function readReal(pairs: Loose, source: string, target: string): Omit<NewsPair, 'source' | 'target'> | undefined {
  const pair = pairs.find(({ documents }: Loose) => documents.includes(source) && documents.includes(target));
  if (!pair) return undefined;
  const turned = pair.documents[0] !== source;
  const keys = (links: [number, number][]) => new Set(links.map(([s, t]) => (turned ? linkKey(t, s) : linkKey(s, t))));
  const kind = pair.sameEvent ? 'real' : 'real-other-event';
  return { kind, sameEvent: pair.sameEvent, sure: keys(pair.sure), possible: keys(pair.possible) };
}

function compareFacts(source: Loose, target: Loose): Omit<NewsPair, 'source' | 'target'> {
  const sure = new Set<number>();
  const possible = new Set<number>();
  const share = (own: readonly string[], other: readonly string[]) => own.some((fact) => other.includes(fact));
  source.sentences.forEach((own: Loose, s: number) => {
    target.sentences.forEach((other: Loose, t: number) => {
      const all = (sentence: Loose) => [...(sentence.main ?? []), ...(sentence.also ?? [])];
      if (share(own.main ?? [], other.main ?? [])) sure.add(linkKey(s, t));
      else if (share(all(own), all(other))) possible.add(linkKey(s, t));
    });
  });
  const kind = kindOf(source, target);
  return { kind, sameEvent: kind !== 'related', sure, possible };
}

function kindOf(source: Loose, target: Loose): NewsKind {
  const roles = [source.role, target.role];
  if (roles.includes('related')) return 'related';
  const isMade = (made: Loose, from: Loose) => made.source === from.id;
  const made = isMade(source, target)
    ? source
    : isMade(target, source)
      ? target
      : source.source && source.source === target.source
        ? source
        : undefined;
  if (!made) return roles.includes('rewrite') ? 'rewrite-far' : 'independent';
  if (roles.includes('rewrite')) return 'rewrite';
  return made.role === 'mt' ? 'mt' : 'translation';
}
