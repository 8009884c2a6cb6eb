/** Names of what is measured of two statements, in the order of their weights. */
export const statementFeatures = [
  'constant',
  'cosine',
  'near', // mean cosine of the nearest sentences of both: what is near to everything says little
  'rivalLow', // cosine above that of the nearest other sentence, on the side where it is nearer
  'rivalHigh',
  'shortMass', // logarithm of the weight of the words of the shorter one
  'massRatio', // … of the longer one, less that
  'coveredShort', // share of the words that find a counterpart, of the shorter one: near 1 where the longer one contains it
  'coveredLong',
  'coveredBoth', // the two multiplied
  'rareShort', // the same with words weighing more that few sentences of their document have
  'rareLong',
  'rareBoth',
  'rareLow', // the lower of the two
  'sharpShort', // the same with squared cosines: near counterparts only
  'sharpLong',
  'sharpBoth',
  'specificShort', // the same with words weighing more that few sentences of the other document cover
  'specificLong',
  'specificBoth',
  'matchedMass', // logarithm of the weight of rare and specific words that find a near counterpart
  'rareMass', // … of rare ones
  'missingMass', // … of rare ones that find none
  'rareNear', // mean of the highest rareBoth of both: what recurs everywhere
  'offset', // how far their places in the documents differ
  'leads', // both open their documents
  'oneLeads',
  'early', // how near to the beginning
  'earlyBoth',
  'depth',
  'sharedFigures', // logarithm of the weight of figures in common
  'otherFigures', // … of figures that differ, on the side that has fewer
  'onlyOtherFigures', // … where none is in common
  'crossLanguage',
] as const;

/** Name of something measured of two statements. */
export type StatementFeature = (typeof statementFeatures)[number];

/** Place of a feature among the others. */
export const statementIndex = Object.fromEntries(statementFeatures.map((name, k) => [name, k])) as Record<StatementFeature, number>;
