/**
 * InterText XML: two documents with numbered sentences, and a third file that links them. Sentences are kept whole, also inside n-m beads.
 *
 *     <linkGrp toDoc="target.xml" fromDoc="source.xml"><link type="2-1" xtargets="1:5 1:6;1:4" status="auto"/></linkGrp>
 *
 * InterText names the target first: `toDoc` before `fromDoc`, in `type` and in `xtargets` too (unlike XCES). This is the order of the manual
 * alignments distributed with Bertalign. One paragraph for each paragraph of the document.
 * After the manual of InterText, https://wanthalf.saga.cz/intertext
 */
import { keepSurest } from '../align/free/link-beads.ts';
import type { AlignedDocument, Alignment } from '../types.ts';
import { bitextAlignment, type FileBead } from './bitext-alignment.ts';
import { choosePair, type WriteOptions } from './chosen-pair.ts';
import { checkFiles, checkInput, formatError } from './format-error.ts';
import { childrenOf, escapeAttribute, escapeXml, parseXml, textOf, warnOfReplaced, type XmlElement } from './xml.ts';

/** The three files. */
export interface InterTextFiles {
  source: string;
  target: string;
  alignment: string;
}

/** Options of the writer. */
export interface InterTextWriteOptions extends WriteOptions {
  /** File names of the two documents, in the same folder as the alignment. @defaultValue `source.xml` and `target.xml` */
  readonly fileNames?: { readonly source: string; readonly target: string };
}

/**
 * Write one pair. Sentences without a bead become links with one empty side, since InterText requires a link for every sentence. Of beads that share a sentence, as in
 * comparable pairs, the one with the highest confidence is written.
 */
export function writeInterText(alignment: Alignment, options: InterTextWriteOptions = {}): InterTextFiles {
  const { fileNames = { source: 'source.xml', target: 'target.xml' }, ...rest } = options;
  const { source, target, beads: all } = choosePair(alignment, rest);
  const beads = keepSurest(all);
  const texts = [source, target].flatMap((document) => document.sentences.map(({ text }) => text));
  warnOfReplaced('InterText', texts, options.onWarning);
  const [sourceIds, targetIds] = [sentenceIds(source), sentenceIds(target)];
  const links = [...beads, ...unheld(source, target, beads)].map((bead) => {
    const [from, to] = [sourceIds.slice(...bead.source), targetIds.slice(...bead.target)];
    return `<link type="${to.length}-${from.length}" xtargets="${to.join(' ')};${from.join(' ')}" status="auto"/>\n`;
  });
  return {
    source: documentXml(source, sourceIds),
    target: documentXml(target, targetIds),
    alignment: `${declaration}<linkGrp toDoc="${escapeAttribute(fileNames.target)}" fromDoc="${escapeAttribute(fileNames.source)}">\n${links.join('')}</linkGrp>\n`,
  };
}

/**
 * Read the three files. Status and marks of links are not kept; a link with a gap becomes the span from its first to its last sentence
 * (`readBeads` keeps the gap).
 *
 * @throws `FORMAT_INVALID` with the place.
 */
export function readInterText(files: InterTextFiles): Alignment {
  checkFiles('InterText', files);
  const { source, target, beads } = readFiles(files);
  return bitextAlignment(source, target, beads);
}

/**
 * Read the links of the three files as index lists, gaps and crossings kept, for {@link scoreAlignment}.
 *
 * @throws `FORMAT_INVALID` with the place.
 */
export function readInterTextBeads(files: InterTextFiles): FileBead[] {
  return readFiles(files).beads;
}

function readFiles(files: InterTextFiles) {
  const source = readDocument(files.source, 'InterText source');
  const target = readDocument(files.target, 'InterText target');
  const root = parseXml('InterText alignment', checkInput('InterText alignment', files.alignment), 'linkGrp');
  const beads = childrenOf(root, 'link').map((link, i): FileBead => {
    const sides = (link.attributes.xtargets ?? '').split(';');
    if (sides.length !== 2) throw formatError('InterText alignment', `link ${i + 1}`, 'expected xtargets="…;…"');
    const find = (side: { ids: Map<string, number> }, list: string) =>
      list
        .split(/\s+/)
        .filter(Boolean)
        .map((id) => {
          const index = side.ids.get(id);
          if (index === undefined) throw formatError('InterText alignment', `link ${i + 1}`, `names sentence ${id}, which is not there`);
          return index;
        });
    return { source: find(source, sides[1]!), target: find(target, sides[0]!) };
  });
  return { source, target, beads };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Sentence 1:3 is the third of the first paragraph. */
function sentenceIds(document: AlignedDocument): string[] {
  let [paragraph, position] = [1, 0];
  return document.sentences.map((sentence, i) => {
    if (i > 0 && document.text.slice(document.sentences[i - 1]!.end, sentence.start).includes('\n'))
      [paragraph, position] = [paragraph + 1, 0];
    position++;
    return `${paragraph}:${position}`;
  });
}

function documentXml(document: AlignedDocument, ids: readonly string[]): string {
  const lines = document.sentences.map(({ text }, i) => {
    const opens = i === 0 || ids[i]!.endsWith(':1');
    const [paragraph] = ids[i]!.split(':');
    return `${opens ? `${i === 0 ? '' : '</p>\n'}<p id="${paragraph}">\n` : ''}<s id="${ids[i]}">${escapeXml(text)}</s>\n`;
  });
  return `${declaration}<text id="${escapeAttribute(document.id)}" xml:lang="${escapeAttribute(document.language)}">\n${lines.join('')}${lines.length > 0 ? '</p>\n' : ''}</text>\n`;
}

/** Skips for the sentences without a bead. */
function unheld(
  source: AlignedDocument,
  target: AlignedDocument,
  beads: readonly { source: [number, number]; target: [number, number] }[],
) {
  const missing = (document: AlignedDocument, side: 'source' | 'target') => {
    const held = new Set(beads.flatMap((bead) => Array.from({ length: bead[side][1] - bead[side][0] }, (_, k) => bead[side][0] + k)));
    return document.sentences.map((sentence) => sentence.index).filter((index) => !held.has(index));
  };
  return [
    ...missing(source, 'source').map((i) => ({ source: [i, i + 1] as const, target: [0, 0] as const })),
    ...missing(target, 'target').map((i) => ({ source: [0, 0] as const, target: [i, i + 1] as const })),
  ];
}

function readDocument(text: string, format: string): { id?: string; language?: string; sentences: string[]; ids: Map<string, number> } {
  const checked = checkInput(format, text);
  const name = /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/.exec(checked.replace(/<[?!][^>]*>/g, ''))?.[1] ?? 'text';
  const root = parseXml(format, checked, name);
  const found = sentencesOf(root);
  const ids = new Map<string, number>();
  found.forEach((sentence, i) => {
    const id = sentence.attributes.id;
    if (id === undefined || ids.has(id))
      throw formatError(format, `sentence ${i + 1}`, id === undefined ? 'expected an id' : `second sentence with the id ${id}`);
    ids.set(id, i);
  });
  const { id, 'xml:lang': language } = root.attributes;
  return {
    ...(id !== undefined && { id }),
    ...(language !== undefined && { language }),
    sentences: found.map((sentence) => textOf(sentence)),
    ids,
  };
}

function sentencesOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : child.name === 's' ? [child] : sentencesOf(child)));
}
