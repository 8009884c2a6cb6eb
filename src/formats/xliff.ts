/**
 * XLIFF 2.0: one unit with one segment for each bead, confidence, similarity and sentence numbers as metadata. Skips are left out.
 * Characters that XML cannot hold are kept: XLIFF has an element for them, `<cp hex="0003"/>`. After "XLIFF Version 2.0", OASIS Standard 2014, https://docs.oasis-open.org/xliff/xliff-core/v2.0/
 */
import type { Alignment, Bead } from '../types.ts';
import { type Passage, passagesAlignment } from './bitext-alignment.ts';
import { choosePair, isJoined, passageText, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';
import { childrenOf, escapeAttribute, escapeXml, parseXml, textOf, unwritable, type XmlElement } from './xml.ts';

/** Write one pair. */
export function writeXliff(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, beads } = choosePair(alignment, options);
  const units = beads.filter(isJoined).map(
    (bead, i) => `<unit id="u${i + 1}">
${metadataXml({ confidence: bead.confidence.toFixed(4), similarity: bead.similarity.toFixed(4), 'source-sentences': indices(bead.source), 'target-sentences': indices(bead.target) })}
<segment state="translated"><source>${textXml(passageText(source, bead.source))}</source><target>${textXml(passageText(target, bead.target))}</target></segment>
</unit>
`,
  );
  // a file needs at least one unit, so without beads there is one with an empty segment
  const body = units.length > 0 ? units.join('') : '<unit id="u1">\n<segment><source></source></segment>\n</unit>\n';
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" srcLang="${escapeAttribute(source.language)}" trgLang="${escapeAttribute(target.language)}" xml:space="preserve">
<file id="f1" original="${escapeAttribute(source.id)}">
${metadataXml({ 'target-document': target.id, 'source-url': source.url, 'source-date': source.date, 'target-url': target.url, 'target-date': target.date })}
${body}</file>
</xliff>
`;
}

function metadataXml(values: Record<string, string | undefined>): string {
  const metas = Object.entries(values)
    .map(([type, value]) => (value === undefined ? '' : `<mda:meta type="${type}">${escapeXml(value)}</mda:meta>`))
    .join('');
  return `<mda:metadata><mda:metaGroup category="palimpsest">${metas}</mda:metaGroup></mda:metadata>`;
}

/** Text of a segment; what XML cannot hold is written as its code point. */
function textXml(text: string): string {
  let [at, xml] = [0, ''];
  for (const { 0: c, index } of text.matchAll(unwritable)) {
    xml += `${escapeXml(text.slice(at, index))}<cp hex="${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`;
    at = index + 1;
  }
  return xml + escapeXml(text.slice(at));
}

/** Positions from 0 in the source or target document. */
function indices([start, end]: Bead['source']): string {
  return Array.from({ length: end - start }, (_, k) => start + k).join(' ');
}

/**
 * Read the segments of a file in XLIFF 2.x; each becomes one sentence on either side, a segment without target a skip. Inline codes are dropped, `<cp>` becomes its character.
 *
 * @throws `FORMAT_INVALID` with the place; XLIFF 1.2 is another format and is refused.
 */
export function readXliff(text: string): Alignment {
  const root = parseXml('XLIFF', checkInput('XLIFF', text), 'xliff');
  const { version, srcLang, trgLang } = root.attributes;
  if (!version?.startsWith('2.')) throw formatError('XLIFF', '<xliff>', `expected version 2.0 or 2.1, got ${version ?? 'none'}`);
  if (srcLang === undefined) throw formatError('XLIFF', '<xliff>', 'expected srcLang');
  const files = childrenOf(root, 'file');
  if (files.length === 0) throw formatError('XLIFF', '<xliff>', 'expected <file>');

  const passages = files.flatMap((file) => unitsOf(file)).flatMap((unit) => readSegments(unit));
  const target = metadata(files[0]!, 'target-document');
  const origin = (side: 'source' | 'target') => {
    const [url, date] = [metadata(files[0]!, `${side}-url`), metadata(files[0]!, `${side}-date`)];
    return { ...(url !== undefined && { url }), ...(date !== undefined && { date }) };
  };
  return passagesAlignment(
    passages,
    { language: srcLang, ...(target !== undefined && { id: files[0]!.attributes.original }), ...origin('source') },
    { ...(trgLang !== undefined && { language: trgLang }), ...(target !== undefined && { id: target }), ...origin('target') },
  );
}

/** Units in reading order, also those in groups. */
function unitsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'unit') return [child];
    return child.name === 'group' ? unitsOf(child) : [];
  });
}

function readSegments(unit: XmlElement): Passage[] {
  const number = (type: string, low: number) => {
    const value = Number(metadata(unit, type) ?? Number.NaN);
    return value >= low && value <= 1 ? value : undefined;
  };
  const [confidence, similarity] = [number('confidence', 0), number('similarity', -1)];
  return childrenOf(unit, 'segment').map((segment) => {
    const source = childrenOf(segment, 'source')[0];
    if (!source) throw formatError('XLIFF', `unit ${unit.attributes.id ?? '?'}`, 'expected <source> in every <segment>');
    const target = childrenOf(segment, 'target')[0];
    return {
      source: textOf(source, codePoint),
      target: target ? textOf(target, codePoint) : '',
      ...(confidence !== undefined && { confidence }),
      ...(similarity !== undefined && { similarity }),
    };
  });
}

/** The character that `<cp hex="…"/>` stands for. */
function codePoint({ name, attributes: { hex = '' } }: XmlElement): string | undefined {
  if (name !== 'cp') return undefined;
  const code = /^[\da-f]{2,8}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  if (!(code <= 0x10ffff)) throw formatError('XLIFF', '<cp>', `expected a code point in hexadecimal digits, got ${JSON.stringify(hex)}`);
  return String.fromCodePoint(code);
}

function metadata(element: XmlElement, type: string): string | undefined {
  for (const group of childrenOf(element, 'mda:metadata').flatMap((data) => childrenOf(data, 'mda:metaGroup'))) {
    const found = childrenOf(group, 'mda:meta').find((meta) => meta.attributes.type === type);
    if (found) return textOf(found);
  }
  return undefined;
}
