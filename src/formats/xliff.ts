/**
 * XLIFF 2.0: one unit with one segment for each bead, confidence and similarity as metadata. Skips are left out.
 * After "XLIFF Version 2.0", OASIS Standard 2014, https://docs.oasis-open.org/xliff/xliff-core/v2.0/
 */
import type { Alignment } from '../types.ts';
import { type Passage, passagesAlignment } from './bitext-alignment.ts';
import { choosePair, isJoined, passageText, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';
import { childrenOf, escapeAttribute, escapeXml, parseXml, textOf, type XmlElement } from './xml.ts';

/** Write one pair. */
export function writeXliff(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, beads } = choosePair(alignment, options);
  const units = beads.filter(isJoined).map(
    (bead, i) => `<unit id="u${i + 1}">
<mda:metadata><mda:metaGroup category="palimpsest"><mda:meta type="confidence">${bead.confidence.toFixed(4)}</mda:meta><mda:meta type="similarity">${bead.similarity.toFixed(4)}</mda:meta></mda:metaGroup></mda:metadata>
<segment><source>${escapeXml(passageText(source, bead.source))}</source><target>${escapeXml(passageText(target, bead.target))}</target></segment>
</unit>
`,
  );
  // a file needs at least one unit, so without beads there is one with an empty segment
  const body = units.length > 0 ? units.join('') : '<unit id="u1">\n<segment><source></source></segment>\n</unit>\n';
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" srcLang="${escapeAttribute(source.language)}" trgLang="${escapeAttribute(target.language)}" xml:space="preserve">
<file id="f1" original="${escapeAttribute(source.id)}">
<mda:metadata><mda:metaGroup category="palimpsest"><mda:meta type="target-document">${escapeXml(target.id)}</mda:meta></mda:metaGroup></mda:metadata>
${body}</file>
</xliff>
`;
}

/**
 * Read the segments of a file in XLIFF 2.x; each becomes one sentence on either side, a segment without target a skip. Inline codes are dropped.
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
  return passagesAlignment(
    passages,
    { language: srcLang, ...(target !== undefined && { id: files[0]!.attributes.original }) },
    { ...(trgLang !== undefined && { language: trgLang }), ...(target !== undefined && { id: target }) },
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
  const number = (type: string) => {
    const value = Number(metadata(unit, type) ?? Number.NaN);
    return value >= -1 && value <= 1 ? value : undefined;
  };
  const [confidence, similarity] = [number('confidence'), number('similarity')];
  return childrenOf(unit, 'segment').map((segment) => {
    const source = childrenOf(segment, 'source')[0];
    if (!source) throw formatError('XLIFF', `unit ${unit.attributes.id ?? '?'}`, 'expected <source> in every <segment>');
    const target = childrenOf(segment, 'target')[0];
    return {
      source: textOf(source),
      target: target ? textOf(target) : '',
      ...(confidence !== undefined && { confidence }),
      ...(similarity !== undefined && { similarity }),
    };
  });
}

function metadata(element: XmlElement, type: string): string | undefined {
  for (const group of childrenOf(element, 'mda:metadata').flatMap((data) => childrenOf(data, 'mda:metaGroup'))) {
    const found = childrenOf(group, 'mda:meta').find((meta) => meta.attributes.type === type);
    if (found) return textOf(found);
  }
  return undefined;
}
