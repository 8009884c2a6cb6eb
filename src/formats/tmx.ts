/**
 * TMX 1.4b, the exchange format of translation memories: one translation unit for each bead, with its figures as properties.
 *
 * Skips have no second variant and are left out. Elements are in the order of the document type definition: properties before
 * variants, and in a variant before the segment. Characters that XML cannot hold become U+FFFD, with a warning. After "TMX 1.4b Specification",
 * LISA 2005, https://www.gala-global.org/tmx-14b
 */
import { AlignmentError } from '../errors.ts';
import type { AlignedDocument, Alignment, Bead } from '../types.ts';
import { type Passage, passagesAlignment } from './bitext-alignment.ts';
import { choosePair, isJoined, passageText, sentenceIndices, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';
import { baseLanguage, canonicalTag, findLanguage, writableTag } from './language-tag.ts';
import { toolVersion } from './tool-version.ts';
import { childrenOf, escapeXml, parseXml, textOf, warnOfReplaced, type XmlElement } from './xml.ts';

/** Options of the reader. */
export interface TmxReadOptions {
  /** Language of the source: its tag, or one of the same base language where there is only one. @defaultValue that of the header */
  readonly source?: string;
  /** Language of the target. Needed when there are more than two. */
  readonly target?: string;
}

/** Write one pair. */
export function writeTmx(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, beads } = choosePair(alignment, options);
  const written: string[] = [];
  const variant = (document: AlignedDocument, span: Bead['source']) => {
    const text = passageText(document, span);
    written.push(text);
    return `    <tuv xml:lang="${writableTag(document.language)}"><seg>${escapeXml(text)}</seg></tuv>\n`;
  };
  const units = beads.filter(isJoined).map((bead, i) => {
    const single = bead.source[1] - bead.source[0] === 1 && bead.target[1] - bead.target[0] === 1;
    return `  <tu tuid="${i + 1}"${single ? '' : ' segtype="block"'}>
    ${property('x-confidence', bead.confidence.toFixed(4))}
    ${property('x-similarity', bead.similarity.toFixed(4))}
    ${property('x-source-sentences', sentenceIndices(bead.source))}
    ${property('x-target-sentences', sentenceIndices(bead.target))}
${variant(source, bead.source)}${variant(target, bead.target)}  </tu>
`;
  });
  warnOfReplaced('TMX', written, options?.onWarning);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="palimpsest" creationtoolversion="${toolVersion}" segtype="sentence" o-tmf="palimpsest" adminlang="en" srclang="${writableTag(source.language)}" datatype="plaintext">
${documentProperties('source', source)}${documentProperties('target', target)}</header>
<body>
${units.join('')}</body>
</tmx>
`;
}

function property(type: string, value: string): string {
  return `<prop type="${type}">${escapeXml(value)}</prop>`;
}

function documentProperties(side: 'source' | 'target', { id, url, date }: AlignedDocument): string {
  return Object.entries({ document: id, url, date })
    .map(([name, value]) => (value === undefined ? '' : `  ${property(`x-${side}-${name}`, value)}\n`))
    .join('');
}

/**
 * Read two languages of a translation memory. Each segment becomes one sentence; a unit in only one of the two languages becomes a skip.
 * Native codes inside segments (`bpt`, `ept`, `it`, `ph`, `ut`) are dropped, highlighted text (`hi`) is kept.
 *
 * @throws `FORMAT_INVALID` with the place; `OPTION_INVALID` when it holds more than two languages and none are named.
 */
export function readTmx(text: string, options: TmxReadOptions = {}): Alignment {
  const root = parseXml('TMX', checkInput('TMX', text), 'tmx');
  const [header, body] = [childrenOf(root, 'header')[0], childrenOf(root, 'body')[0]];
  if (!header || !body) throw formatError('TMX', '<tmx>', 'expected <header> and <body>');
  const { units, source, target } = chooseLanguages(
    childrenOf(body, 'tu').map((unit, i) => readUnit(unit, i + 1)),
    header.attributes.srclang,
    options,
  );

  const passages = units.flatMap((unit): Passage[] => {
    // two variants of one language are the two sides of a pair within that language
    const [first, second] =
      source === target ? unit.variants : [source, target].map((wanted) => unit.variants.find(({ language }) => language === wanted));
    return first || second ? [{ source: first?.segment ?? '', target: second?.segment ?? '', ...unit.numbers }] : [];
  });
  const side = (name: 'source' | 'target', language: string | undefined) => {
    const told = (type: string) => {
      const found = childrenOf(header, 'prop').find((prop) => prop.attributes.type === `x-${name}-${type}`);
      return found && textOf(found);
    };
    const [id, url, date] = [told('document'), told('url'), told('date')];
    return {
      ...(language !== undefined && { language }),
      ...(id !== undefined && { id }),
      ...(url !== undefined && { url }),
      ...(date !== undefined && { date }),
    };
  };
  return passagesAlignment(passages, side('source', source), side('target', target));
}

interface Unit {
  variants: { language: string; segment: string }[];
  numbers: { confidence?: number; similarity?: number };
}

/** Elements that hold codes of the original file instead of text. */
const codes = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

function readUnit(unit: XmlElement, position: number): Unit {
  const variants = childrenOf(unit, 'tuv').map((variant) => {
    const language = variant.attributes['xml:lang'] ?? variant.attributes.lang;
    const segment = childrenOf(variant, 'seg')[0];
    if (language === undefined || !segment) throw formatError('TMX', `unit ${position}`, 'expected xml:lang and <seg> in every <tuv>');
    return { language: canonicalTag(language) ?? language, segment: textOf(segment, ({ name }) => (codes.has(name) ? '' : undefined)) };
  });
  const number = (type: string, low: number) => {
    const property = childrenOf(unit, 'prop').find((prop) => prop.attributes.type === type);
    const value = property ? Number(textOf(property)) : Number.NaN;
    return value >= low && value <= 1 ? value : undefined;
  };
  const [confidence, similarity] = [number('x-confidence', 0), number('x-similarity', -1)];
  return { variants, numbers: { ...(confidence !== undefined && { confidence }), ...(similarity !== undefined && { similarity }) } };
}

interface Choice {
  units: readonly Unit[];
  source: string | undefined;
  target: string | undefined;
}

/** The two languages that are read. Regions of one language count as that language where no unit has two of them. */
function chooseLanguages(units: readonly Unit[], headerLanguage: string | undefined, options: TmxReadOptions): Choice {
  const found = languagesOf(units);
  const wanted = [options.source, options.target].filter((language) => language !== undefined);
  const isClear = wanted.length < 2 ? found.length <= 2 : wanted.every((language) => findLanguage(language, found) !== undefined);
  if (!isClear) {
    const merged = units.map((unit) => ({
      ...unit,
      variants: unit.variants.map((variant) => ({ ...variant, language: baseLanguage(variant.language) })),
    }));
    const isDistinct = merged.every(({ variants }) => new Set(variants.map(({ language }) => language)).size === variants.length);
    if (isDistinct && languagesOf(merged).length < found.length) return chooseLanguages(merged, headerLanguage, options);
  }
  for (const language of wanted) {
    if (findLanguage(language, found) === undefined)
      throw new AlignmentError('OPTION_INVALID', `TMX: holds ${found.join(', ')}, not ${language}`);
  }
  if (found.length > 2 && wanted.length < 2)
    throw new AlignmentError('OPTION_INVALID', `TMX: holds ${found.join(', ')}: name two with \`source\` and \`target\``);
  if (found.length === 1 && units.every((unit) => unit.variants.length === 2)) return { units, source: found[0], target: found[0] };
  const known = (language: string | undefined) => findLanguage(language, found);
  const other = (than: string | undefined) => found.find((language) => language !== than);
  const source =
    known(options.source) ?? (options.target === undefined ? (known(headerLanguage) ?? found[0]) : other(known(options.target)));
  return { units, source, target: known(options.target) ?? other(source) };
}

function languagesOf(units: readonly Unit[]): string[] {
  return [...new Set(units.flatMap((unit) => unit.variants.map(({ language }) => language)))];
}
