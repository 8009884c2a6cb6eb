/** Names of the features. Those that need an alignment come last. */
export const pairFeatures = [
  'constant',
  'sameLanguage',
  'pile', // weight of document vectors in a pile of this size
  'cosine', // of the centred document vectors; this and the next three are multiplied by that weight
  'margin',
  'marginLow',
  'behind', // difference to the nearest neighbour in that language
  'sentenceLow', // share that recurs in the other, by sentence vectors
  'sentenceHigh',
  'sentenceTop',
  'size', // logarithm of the number of sentences
  'lessSize', // of the shorter item
  'marks', // share of numbers and names in both, by rarity
  'strangeMarks', // where that share is negligible: logarithm of their number, since articles written to one pattern differ in little else
  'linkLow', // share of the item that is in beads, by mass; of the side that has less
  'linkHigh',
  'linkOdds', // logarithm of the summed log-odds of the beads
  'figuresDiffer', // logarithm of the weight of the figures in beads that the other side of their bead lacks: articles after one pattern differ in little else
  'unrelated', // probability, by the aligner
  'sameEvent', // probability that both report one event, by the aligner
] as const;

/** Name of a feature. */
export type PairFeature = (typeof pairFeatures)[number];

/** Features by name; 0 if not measured. */
export type PairEvidence = Readonly<Record<PairFeature, number>>;

/** Weights by name; those not named are 0. */
export type PairWeights = Readonly<Partial<Record<PairFeature, number>>>;
