/** The shape of an alignment in JSON. `alignment.schema.json` is generated from this; a test compares the two. */
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const cosine = v.pipe(v.number(), v.minValue(-1.000001), v.maxValue(1.000001)); // rounding may exceed the bounds
const span = v.strictTuple([count, count]);

const place = { document: v.string(), sentence: count, start: count, end: count, text: v.string() };

const sentence = v.object({ index: count, start: count, end: count, text: v.string(), furniture: v.optional(v.boolean()) });

const document = v.object({
  id: v.string(),
  parent: v.optional(v.string()),
  language: v.string(),
  languageConfidence: ratio,
  text: v.string(),
  url: v.optional(v.string()),
  date: v.optional(v.string()),
  sentences: v.array(sentence),
});

const pair = v.object({
  source: v.string(),
  target: v.string(),
  relation: v.picklist(['parallel', 'comparable', 'related', 'unrelated']),
  relationConfidence: ratio,
  sameEvent: ratio,
  beads: v.array(v.object({ source: span, target: span, similarity: cosine, confidence: ratio })),
});

const name = v.object({
  canonical: v.string(),
  type: v.picklist(['person', 'place', 'organization', 'other']),
  mentions: v.array(
    v.object({
      ...place,
      kind: v.picklist(['exact', 'variant', 'transliterated', 'garbled']),
      romanized: v.string(),
      similarity: ratio,
      beads: v.array(v.array(count)),
      evidence: v.optional(v.array(v.string())),
    }),
  ),
});

const finding = v.object({
  rule: v.picklist(['number', 'date', 'name', 'polarity', 'quotation', 'count-noun', 'content', 'clause']),
  witnesses: v.array(v.object({ ...place, value: v.optional(v.string()), odd: v.optional(v.boolean()) })),
  beads: v.array(span),
  message: v.string(),
  confidence: ratio,
});

const lineage = v.object({
  document: v.string(),
  kind: v.picklist(['derived', 'common-source']),
  source: v.optional(v.string()),
  alternatives: v.optional(v.array(v.string())),
  with: v.optional(v.array(v.string())),
  through: v.optional(v.string()),
  confidence: ratio,
  evidence: v.array(v.string()),
  against: v.array(v.string()),
});

const warning = v.object({ code: v.string(), message: v.string(), document: v.optional(v.string()), sentence: v.optional(count) });

/** Version 1 of the file. Unknown properties are dropped, so that later versions may add some. */
export const alignmentSchema = v.object({
  format: v.literal('palimpsest-alignment'),
  version: v.literal(1),
  documents: v.array(document),
  pairs: v.array(pair),
  groups: v.array(v.array(v.object(place))),
  names: v.array(name),
  findings: v.array(finding),
  lineage: v.array(lineage),
  warnings: v.array(warning),
  model: v.object({ id: v.string(), revision: v.string(), dimensions: count }),
});
