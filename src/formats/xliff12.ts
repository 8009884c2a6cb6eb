/**
 * XLIFF 1.2, which most translation tools write: one `<trans-unit>` for each bead, confidence, similarity and sentence numbers as contexts. Skips are left
 * out. Characters that XML cannot hold become U+FFFD, with a warning.
 * After "XLIFF Version 1.2", OASIS Standard 2008, https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
 */
import type { Alignment } from '../types.ts';
import type { Passage } from './bitext-alignment.ts';
import { choosePair, isJoined, passageText, sentenceIndices, type WriteOptions } from './chosen-pair.ts';
import { formatError } from './format-error.ts';
import { writableTag } from './language-tag.ts';
import type { XliffFile } from './xliff-files.ts';
import { childrenOf, escapeAttribute, escapeXml, textOf, warnOfReplaced, type XmlElement } from './xml.ts';

/** Write one pair. */
export function writeXliff12(alignment: Alignment, options?: WriteOptions): string {
  const { source, target, beads } = choosePair(alignment, options);
  const written: string[] = [];
  const segment = (text: string) => {
    written.push(text);
    return escapeXml(text);
  };
  const units = beads.filter(isJoined).map(
    (bead, i) => `<trans-unit id="${i + 1}" xml:space="preserve">
<source>${segment(passageText(source, bead.source))}</source>
<target state="translated">${segment(passageText(target, bead.target))}</target>
${contexts({ confidence: bead.confidence.toFixed(4), similarity: bead.similarity.toFixed(4), 'source-sentences': sentenceIndices(bead.source), 'target-sentences': sentenceIndices(bead.target) })}
</trans-unit>
`,
  );
  warnOfReplaced('XLIFF 1.2', written, options?.onWarning);
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="${escapeAttribute(source.id)}" source-language="${writableTag(source.language)}" target-language="${writableTag(target.language)}" datatype="plaintext">
<body>
<group>
${contexts({ 'target-document': target.id, 'source-url': source.url, 'source-date': source.date, 'target-url': target.url, 'target-date': target.date })}
${units.join('')}</group>
</body>
</file>
</xliff>
`;
}

function contexts(values: Record<string, string | undefined>): string {
  const written = Object.entries(values)
    .map(([type, value]) => (value === undefined ? '' : `<context context-type="x-${type}">${escapeXml(value)}</context>`))
    .join('');
  return `<context-group purpose="information">${written}</context-group>`;
}

/** Read the files of XLIFF 1.0 to 1.2. Segments marked inside a unit become separate passages; headers of PO files are left out. */
export function readXliff12(root: XmlElement): XliffFile[] {
  return childrenOf(root, 'file').map((file) => {
    const { original, 'source-language': sourceLanguage, 'target-language': targetLanguage } = file.attributes;
    if (sourceLanguage === undefined) throw formatError('XLIFF', '<file>', 'expected source-language');
    const body = childrenOf(file, 'body')[0];
    if (!body) throw formatError('XLIFF', '<file>', 'expected <body>');
    const [group] = childrenOf(body, 'group');
    return {
      sourceLanguage,
      targetLanguage,
      original,
      told: (type) => group && context(group, type),
      passages: unitsOf(body).flatMap(readUnit),
    };
  });
}

function unitsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'trans-unit') return [child];
    return child.name === 'group' ? unitsOf(child) : [];
  });
}

function readUnit(unit: XmlElement): Passage[] {
  if (unit.attributes.restype === 'x-gettext-domain-header') return [];
  const [source, target, parts] = ['source', 'target', 'seg-source'].map((name) => childrenOf(unit, name)[0]);
  if (!source) throw formatError('XLIFF', `trans-unit ${unit.attributes.id ?? '?'}`, 'expected <source>');
  const number = (type: string, low: number) => {
    const value = Number(context(unit, type) ?? Number.NaN);
    return value >= low && value <= 1 ? value : undefined;
  };
  const [confidence, similarity] = [number('confidence', 0), number('similarity', -1)];
  const numbers = { ...(confidence !== undefined && { confidence }), ...(similarity !== undefined && { similarity }) };

  const [sources, targets] = [marksOf(parts), marksOf(target)];
  if (sources.size > 0 && (targets.size > 0 || !target || segmentText(target).trim() === '')) {
    return [...new Set([...sources.keys(), ...targets.keys()])].map((mid) => ({
      source: sources.get(mid) ?? '',
      target: targets.get(mid) ?? '',
      ...numbers,
    }));
  }
  return [{ source: segmentText(source), target: target ? segmentText(target) : '', ...numbers }];
}

/** Segments by their names. */
function marksOf(element: XmlElement | undefined): Map<string, string> {
  const found = new Map<string, string>();
  const visit = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      if (child.name === 'mrk' && child.attributes.mtype === 'seg' && child.attributes.mid !== undefined)
        found.set(child.attributes.mid, (found.get(child.attributes.mid) ?? '') + segmentText(child));
      else visit(child);
    }
  };
  if (element) visit(element);
  return found;
}

/** Elements that hold codes of the original file instead of text. */
const codes = new Set(['bpt', 'ept', 'it', 'ph', 'x', 'bx', 'ex']);

function segmentText(element: XmlElement): string {
  return textOf(element, ({ name, attributes }) => (codes.has(name) ? (attributes.ctype === 'lb' ? '\n' : '') : undefined));
}

function context(element: XmlElement, type: string): string | undefined {
  const contexts = childrenOf(element, 'context-group').flatMap((group) => childrenOf(group, 'context'));
  const found = contexts.find(({ attributes }) => attributes['context-type'] === `x-${type}`);
  return found && textOf(found);
}
