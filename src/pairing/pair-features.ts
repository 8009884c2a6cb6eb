/** Names of the evidence. What is only known after aligning comes last. */
export const pairFeatures = [
  'constant',
  'sameLanguage',
  'pile', // how far the pile is to be trusted as a measure of what is near
  'cosine', // of the documents, less what is common to their languages; the four times that trust
  'margin',
  'marginLow',
  'behind', // how much nearer one of them has another in that language
  'sentenceLow', // how much recurs, by sentence vectors
  'sentenceHigh',
  'sentenceTop',
  'size', // logarithm of the number of sentences
  'lessSize', // of the shorter item
  'marks', // share of the numbers and names that both hold, by rarity
  'strangeMarks', // where next to none is shared: logarithm of how many there are, since articles after one pattern differ in little else
  'linkLow', // share of the item that is in beads, by mass; of the side that has less
  'linkHigh',
  'linkOdds', // logarithm of the summed log-odds of the beads
  'unrelated', // probability of that, says the aligner
  'sameEvent', // probability that both report one event, says the aligner
] as const;

/** Name of a piece of evidence. */
export type PairFeature = (typeof pairFeatures)[number];

/** Evidence by name; what was not measured is 0. */
export type PairEvidence = Readonly<Record<PairFeature, number>>;

/** Weights by name; those not named are 0. */
export type PairWeights = Readonly<Partial<Record<PairFeature, number>>>;
