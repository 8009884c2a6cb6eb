/**
 * Labels a sequence so that it agrees with the votes and changes seldom.
 *
 *     sum over places of (weight where the vote is for the label, -weight elsewhere)  -  changes × cost
 *
 * Maximised by dynamic programming (Viterbi 1967): the best path to a label extends the best path before it, in the same label or, at a cost, in any.
 * Time places × labels, memory the same.
 */

/** The vote of one place. */
export interface Ballot {
  /** Index of the label, or -1 for none of them. */
  readonly label: number;
  /** Weight of the vote, from 0. */
  readonly weight: number;
}

/** The best labels, one per place. Of equal labellings, the one that changes later wins, then the smaller label. No places give no labels. */
export function findBestLabels(ballots: readonly Ballot[], labels: number, changeCost: number): number[] {
  let scores = new Float64Array(labels);
  const cameFrom: Int32Array[] = [];
  for (const { label, weight } of ballots) {
    const best = indexOfBest(scores);
    const next = new Float64Array(labels);
    const from = new Int32Array(labels);
    for (let index = 0; index < labels; index++) {
      const changed = scores[best]! - changeCost;
      const changes = cameFrom.length > 0 && changed > scores[index]!;
      from[index] = changes ? best : index;
      next[index] = (changes ? changed : scores[index]!) + (index === label ? weight : -weight);
    }
    scores = next;
    cameFrom.push(from);
  }
  const path = new Array<number>(ballots.length);
  let state = indexOfBest(scores);
  for (let place = ballots.length - 1; place >= 0; place--) {
    path[place] = state;
    state = cameFrom[place]![state]!;
  }
  return path;
}

function indexOfBest(scores: Float64Array): number {
  let best = 0;
  for (let index = 1; index < scores.length; index++) if (scores[index]! > scores[best]!) best = index;
  return best;
}
