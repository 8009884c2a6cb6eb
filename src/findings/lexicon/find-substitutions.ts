/**
 * Pairs of words that stand at one place of both sides although nothing joins them: the place is told by the joined words around it.
 *
 *     source   kemungkinan  menghargai  diskusi  langsung        anchors of `menghargai`: kemungkinan, one content word away, and langsung, two
 *                   |            :                   |
 *     target   possibility    resuming              direct …     of `resuming`: possibility and direct, one away each
 *
 * Time: unjoined words of one side × those of the other.
 */
import type { JoinedWords } from './join-words.ts';
import type { SideWord } from './side-words.ts';

/** Two words at one place of both sides that nothing joins. */
export interface Substitution {
  /** Positions in the word lists. */
  readonly source: number;
  readonly target: number;
  /** How surely it is one place: 1 for each side on which a joined neighbour stands right beside both, less the farther it stands. 0 to 2. */
  readonly context: number;
  /** How far apart in their sides, 0 to 1. */
  readonly distance: number;
  /** Share of the content words of the bead that are joined, 0 to 1. */
  readonly agreement: number;
  /** Unjoined content words within reach of the two. */
  readonly loose: number;
}

/** Content words looked at on either side of a word. */
const REACH = 3;
const LEAST_CONTEXT = 0.3;

/** The content words of a side, and for each the one it is joined to on the other (position among the content words there), or -1. */
interface Row {
  readonly positions: readonly number[];
  readonly links: readonly number[];
}

/** The best partner of each open word that is not joined, one to one, best places first. `isOpen` tells which words may be accused. */
export function findSubstitutions(links: JoinedWords, isOpen: (side: 'source' | 'target', word: SideWord) => boolean): Substitution[] {
  const [source, target] = rowsOf(links);
  const open = (side: 'source' | 'target', row: Row): number[] =>
    row.positions.flatMap((position, at) => (row.links[at]! < 0 && isOpen(side, links[side][position]!) ? [at] : []));
  const ours = open('source', source);
  const theirs = open('target', target);
  const joined = [...source.links, ...target.links].filter((link) => link >= 0).length;
  const agreement = joined / Math.max(1, source.links.length + target.links.length);
  const found: Substitution[] = [];
  for (const one of ours) {
    for (const other of theirs) {
      const context = (placed(source, one, other) + placed(target, other, one)) / 2;
      if (context < LEAST_CONTEXT) continue;
      found.push({
        source: source.positions[one]!,
        target: target.positions[other]!,
        context,
        distance: Math.abs((one + 0.5) / source.links.length - (other + 0.5) / target.links.length),
        agreement,
        loose: looseAround(source, one) + looseAround(target, other),
      });
    }
  }
  found.sort((one, other) => other.context - other.distance - (one.context - one.distance));
  const taken = new Set<string>();
  return found.filter(({ source: i, target: j }) => {
    if (taken.has(`s${i}`) || taken.has(`t${j}`)) return false;
    taken.add(`s${i}`).add(`t${j}`);
    return true;
  });
}

/** Whether a word says something of its own: function words have no reliance. */
export function isContent(word: SideWord): boolean {
  return word.reliance > 0;
}

function rowsOf({ source, target, sourceLink, targetLink }: JoinedWords): [Row, Row] {
  const ours = source.flatMap((word, at) => (isContent(word) || (sourceLink[at]! >= 0 && isContent(target[sourceLink[at]!]!)) ? [at] : []));
  const theirs = target.flatMap((word, at) =>
    isContent(word) || (targetLink[at]! >= 0 && isContent(source[targetLink[at]!]!)) ? [at] : [],
  );
  const ourRank = new Map(ours.map((position, at) => [position, at]));
  const theirRank = new Map(theirs.map((position, at) => [position, at]));
  return [
    { positions: ours, links: ours.map((position) => theirRank.get(sourceLink[position]!) ?? -1) },
    { positions: theirs, links: theirs.map((position) => ourRank.get(targetLink[position]!) ?? -1) },
  ];
}

function placed({ links }: Row, at: number, other: number): number {
  let sum = 0;
  for (const way of [-1, 1]) {
    let best = 0;
    for (let step = 1; step <= REACH; step++) {
      const link = links[at + way * step];
      if (link === undefined) break;
      if (link < 0) continue;
      const away = Math.abs(link - other);
      if (away >= 1 && away <= REACH) best = Math.max(best, 1 / (step + away - 1));
    }
    sum += best;
  }
  return sum;
}

function looseAround({ links }: Row, at: number): number {
  let loose = 0;
  for (let step = -REACH; step <= REACH; step++) if (step !== 0 && links[at + step] !== undefined && links[at + step]! < 0) loose++;
  return loose;
}
