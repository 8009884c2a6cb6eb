/**
 * TMX 1.4b, the exchange format of translation memories: one translation unit for each bead, with its figures as properties.
 *
 * Skips have no second variant and are left out. Elements stand in the order of the document type definition: properties before
 * variants, and in a variant before the segment. After "TMX 1.4b Specification", LISA 2005, https://www.gala-global.org/tmx-14b
 */
import { AlignmentError } from '../errors.ts';
import type { AlignedDocument, Alignment, Bead } from '../types.ts';
import { type Passage, passagesAlignment } from './bitext-alignment.ts';
import { choosePair, isJoined, passageText, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';
import { childrenOf, escapeAttribute, escapeXml, parseXml, textOf, type XmlElement } from './xml.ts';

/** Options of the reader. */
export interface TmxReadOptions {
  /** Language of the source, as `xml:lang` has it. @defaultValue that of the header */
  readonly source?: string;
  /** Language of the target. Needed when there are more than two. */
  readonly target?: string;
}

/** Write one pair. */
export function writeTmx(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, beads } = choosePair(alignment, options);
  const property = (type: string, value: string) => `<prop type="${type}">${escapeXml(value)}</prop>`;
  const variant = (document: AlignedDocument, span: Bead['source']) =>
    `    <tuv xml:lang="${escapeAttribute(document.language)}"><seg>${escapeXml(passageText(document, span))}</seg></tuv>\n`;
  const units = beads.filter(isJoined).map(
    (bead) => `  <tu>
    ${property('x-confidence', bead.confidence.toFixed(4))}
    ${property('x-similarity', bead.similarity.toFixed(4))}
${variant(source, bead.source)}${variant(target, bead.target)}  </tu>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="palimpsest" creationtoolversion="1" segtype="sentence" o-tmf="palimpsest" adminlang="en" srclang="${escapeAttribute(source.language)}" datatype="plaintext">
  ${property('x-source-document', source.id)}
  ${property('x-target-document', target.id)}
</header>
<body>
${units.join('')}</body>
</tmx>
`;
}

/**
 * Read two languages of a translation memory; each segment becomes one sentence, a unit in only one of the two languages a skip.
 * Native codes inside segments (`bpt`, `ept`, `it`, `ph`, `ut`) are dropped, highlighted text (`hi`) is kept.
 *
 * @throws `FORMAT_INVALID` with the place; `OPTION_INVALID` when it holds more than two languages and none are named.
 */
export function readTmx(text: string, options: TmxReadOptions = {}): Alignment {
  const root = parseXml('TMX', checkInput('TMX', text), 'tmx');
  const [header, body] = [childrenOf(root, 'header')[0], childrenOf(root, 'body')[0]];
  if (!header || !body) throw formatError('TMX', '<tmx>', 'expected <header> and <body>');
  const units = childrenOf(body, 'tu').map((unit, i) => readUnit(unit, i + 1));
  const [source, target] = chooseLanguages(units, header.attributes.srclang, options);

  const passages = units.flatMap((unit): Passage[] => {
    // two variants of one language are the two sides of a pair within that language
    const [first, second] =
      source === target ? unit.variants : [source, target].map((wanted) => unit.variants.find(({ language }) => language === wanted));
    return first || second ? [{ source: first?.segment ?? '', target: second?.segment ?? '', ...unit.numbers }] : [];
  });
  const id = (type: string) => childrenOf(header, 'prop').find((prop) => prop.attributes.type === type);
  const side = (language: string | undefined, property: XmlElement | undefined) => ({
    ...(language !== undefined && { language }),
    ...(property && { id: textOf(property) }),
  });
  return passagesAlignment(passages, side(source, id('x-source-document')), side(target, id('x-target-document')));
}

interface Unit {
  variants: { language: string; segment: string }[];
  numbers: { confidence?: number; similarity?: number };
}

/** Elements that hold codes of the original file and not text. */
const codes = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

function readUnit(unit: XmlElement, position: number): Unit {
  const variants = childrenOf(unit, 'tuv').map((variant) => {
    const language = variant.attributes['xml:lang'] ?? variant.attributes.lang;
    const segment = childrenOf(variant, 'seg')[0];
    if (language === undefined || !segment) throw formatError('TMX', `unit ${position}`, 'expected xml:lang and <seg> in every <tuv>');
    return { language, segment: textOf(segment, codes) };
  });
  const number = (type: string) => {
    const property = childrenOf(unit, 'prop').find((prop) => prop.attributes.type === type);
    const value = property ? Number(textOf(property)) : Number.NaN;
    return value >= -1 && value <= 1 ? value : undefined;
  };
  const [confidence, similarity] = [number('x-confidence'), number('x-similarity')];
  return { variants, numbers: { ...(confidence !== undefined && { confidence }), ...(similarity !== undefined && { similarity }) } };
}

/** Languages are compared as they are written: `en` and `en-US` are two. */
function chooseLanguages(
  units: readonly Unit[],
  headerLanguage: string | undefined,
  options: TmxReadOptions,
): [string | undefined, string | undefined] {
  const found = [...new Set(units.flatMap((unit) => unit.variants.map((variant) => variant.language)))];
  for (const wanted of [options.source, options.target]) {
    if (wanted !== undefined && !found.includes(wanted))
      throw new AlignmentError('OPTION_INVALID', `TMX: holds ${found.join(', ')}, not ${wanted}`);
  }
  if (found.length > 2 && (options.source === undefined || options.target === undefined)) {
    throw new AlignmentError('OPTION_INVALID', `TMX: holds ${found.join(', ')}: name two with \`source\` and \`target\``);
  }
  if (found.length === 1 && units.every((unit) => unit.variants.length === 2)) return [found[0], found[0]];
  const other = (than: string | undefined) => found.find((language) => language !== than);
  const source =
    options.source ??
    (options.target === undefined ? (found.find((language) => language === headerLanguage) ?? found[0]) : other(options.target));
  return [source, options.target ?? other(source)];
}
