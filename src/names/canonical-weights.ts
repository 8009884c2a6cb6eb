/** Weights of what speaks for a spelling being the canonical one, written by `node bench/run.mjs bench/fit-canonical.ts`: refit them, do not edit them. */

export const canonicalWeights = {
  votes: 0.222,
  mostVotes: 1.767,
  documents: 0.816,
  inTable: 2.552,
  givenNames: 0.52,
  agreement: 1.021,
  english: 0.381,
  englishVotes: 0.026,
  person: 0.349,
  personFull: 1.243,
  words: -0.641,
  acronym: -0.278,
  longer: 1.503,
  part: 0.065,
  ordinary: 0.272,
};
