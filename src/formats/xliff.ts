/**
 * XLIFF. The writer gives 2.0 or, for tools limited to it, 1.2 (xliff12.ts); the reader accepts every version. A bead becomes one unit with one segment;
 * confidence, similarity and sentence numbers become metadata. Skips are left out. Characters that XML cannot hold are kept: XLIFF has an element for them, `<cp hex="0003"/>`. After "XLIFF Version 2.0", OASIS Standard 2014, https://docs.oasis-open.org/xliff/xliff-core/v2.0/
 */
import { AlignmentError } from '../errors.ts';
import type { Alignment } from '../types.ts';
import { type Passage, passagesAlignment } from './bitext-alignment.ts';
import { choosePair, isJoined, passageText, sentenceIndices, type WriteOptions } from './chosen-pair.ts';
import { checkInput, formatError } from './format-error.ts';
import { writableTag } from './language-tag.ts';
import { chooseFiles, type XliffFile, type XliffReadOptions } from './xliff-files.ts';
import { readXliff12, writeXliff12 } from './xliff12.ts';
import { childrenOf, escapeAttribute, escapeXml, parseXml, textOf, unwritable, type XmlElement } from './xml.ts';

/** Options of the writer. */
export interface XliffWriteOptions extends WriteOptions {
  /** `'1.2'` for tools that support no other version. @defaultValue `'2.0'` */
  readonly version?: '1.2' | '2.0';
}

/** Write one pair. */
export function writeXliff(alignment: Alignment, options: XliffWriteOptions = {}): string {
  const { version = '2.0', ...rest } = options;
  if (version === '1.2') return writeXliff12(alignment, rest);
  if (version !== '2.0') throw new AlignmentError('OPTION_INVALID', `Option \`version\` must be '1.2' or '2.0', got ${String(version)}`);
  const { source, target, beads } = choosePair(alignment, rest);
  const units = beads.filter(isJoined).map(
    (bead, i) => `<unit id="u${i + 1}">
${metadataXml({ confidence: bead.confidence.toFixed(4), similarity: bead.similarity.toFixed(4), 'source-sentences': sentenceIndices(bead.source), 'target-sentences': sentenceIndices(bead.target) })}
<segment state="translated"><source>${textXml(passageText(source, bead.source))}</source><target>${textXml(passageText(target, bead.target))}</target></segment>
</unit>
`,
  );
  // a file needs at least one unit, so without beads there is one with an empty segment
  const body = units.length > 0 ? units.join('') : '<unit id="u1">\n<segment><source></source></segment>\n</unit>\n';
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" srcLang="${writableTag(source.language)}" trgLang="${writableTag(target.language)}" xml:space="preserve">
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

/** Text of a segment; a character that XML cannot hold is written as its code point. */
function textXml(text: string): string {
  let [at, xml] = [0, ''];
  for (const { 0: c, index } of text.matchAll(unwritable)) {
    xml += `${escapeXml(text.slice(at, index))}<cp hex="${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`;
    at = index + 1;
  }
  return xml + escapeXml(text.slice(at));
}

/**
 * Read the segments of a file in XLIFF 1.x or 2.x; each becomes one sentence on either side, a segment without target a skip. Inline codes are dropped,
 * `<cp>` becomes its character.
 *
 * @throws `FORMAT_INVALID` with the place; `OPTION_INVALID` when the files inside are in several pairs of languages and none is named.
 */
export function readXliff(text: string, options: XliffReadOptions = {}): Alignment {
  const root = parseXml('XLIFF', checkInput('XLIFF', text), 'xliff');
  const { version } = root.attributes;
  if (!/^[12]\./.test(version ?? '')) throw formatError('XLIFF', '<xliff>', `expected version 1.x or 2.x, got ${version ?? 'none'}`);
  const files = version!.startsWith('1.') ? readXliff12(root) : readFiles(root);
  if (files.length === 0) throw formatError('XLIFF', '<xliff>', 'expected <file>');

  const { files: chosen, source, target, isSwapped } = chooseFiles(files, options);
  const { told, original } = chosen[0]!;
  const id = { source: told('target-document') === undefined ? undefined : original, target: told('target-document') };
  const side = (name: 'source' | 'target', language: string | undefined) => {
    const [url, date] = [told(`${name}-url`), told(`${name}-date`)];
    return {
      ...(language !== undefined && { language }),
      ...(id[name] !== undefined && { id: id[name] }),
      ...(url !== undefined && { url }),
      ...(date !== undefined && { date }),
    };
  };
  const passages = chosen.flatMap((file) => file.passages);
  const sides = [side('source', source), side('target', target)] as const;
  if (!isSwapped) return passagesAlignment(passages, ...sides);
  return passagesAlignment(
    passages.map((passage) => ({ ...passage, source: passage.target, target: passage.source })),
    sides[1],
    sides[0],
  );
}

function readFiles(root: XmlElement): XliffFile[] {
  const { srcLang, trgLang } = root.attributes;
  if (srcLang === undefined) throw formatError('XLIFF', '<xliff>', 'expected srcLang');
  return childrenOf(root, 'file').map((file) => ({
    sourceLanguage: srcLang,
    targetLanguage: trgLang,
    original: file.attributes.original,
    told: (type) => metadata(file, type),
    passages: unitsOf(file).flatMap((unit) => readSegments(unit)),
  }));
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

/** The character of `<cp hex="…"/>`, or a line break of the original. */
function codePoint({ name, attributes: { hex = '', subType } }: XmlElement): string | undefined {
  if (name === 'ph' && subType === 'xlf:lb') return '\n';
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
