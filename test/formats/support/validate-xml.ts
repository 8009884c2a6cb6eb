/** XML against the document type and the grammar that lie beside this file, with libxml2. */
import { readFileSync } from 'node:fs';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { relaxNgOfDtd } from './dtd-to-relaxng.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const tmxType = { fileName: 'tmx14.dtd', contents: read('tmx14.dtd') };
const tmxGrammar = { fileName: 'tmx.rng', contents: relaxNgOfDtd(tmxType.contents, 'tmx') };
const xliffGrammar = { fileName: 'xliff.rng', contents: read('xliff20.rng') };
const xliff12Grammar = { fileName: 'xliff12.rng', contents: read('xliff12.rng') };

async function errorsOf(files: readonly string[], grammar: { fileName: string; contents: string }): Promise<string[]> {
  const { errors } = await validateXML({
    xml: files.map((contents, i) => ({ fileName: `file${i}.xml`, contents })),
    schema: [grammar],
    preload: tmxType, // a TMX file names it
    extension: 'relaxng',
    initialMemoryPages: 32 * memoryPages.MiB,
    maxMemoryPages: 256 * memoryPages.MiB,
  });
  return errors.map(({ message }) => message);
}

/** What is wrong with TMX files; empty when all are valid. */
export function tmxErrors(...files: string[]): Promise<string[]> {
  return errorsOf(files, tmxGrammar);
}

/** What is wrong with XLIFF files; empty when all are valid. What a grammar cannot say is checked besides: ids, and the target language. */
export async function xliffErrors(...files: string[]): Promise<string[]> {
  const errors = await errorsOf(files, xliffGrammar);
  for (const xml of files) {
    for (const file of xml.split(/(?=<file\b)/).slice(1)) {
      const ids = [...file.matchAll(/<(?:unit|group) id="([^"]*)"/g)].map((match) => match[1]);
      if (new Set(ids).size < ids.length) errors.push('two units of a file have one id');
    }
    if (/<target\b/.test(xml) && !/<xliff\b[^>]*\btrgLang="/.test(xml)) errors.push('targets, but no trgLang');
  }
  return errors;
}

/** The same for XLIFF 1.2, in which the names of units and of groups of contexts must differ within a file. */
export async function xliff12Errors(...files: string[]): Promise<string[]> {
  const errors = await errorsOf(files, xliff12Grammar);
  for (const xml of files) {
    for (const file of xml.split(/(?=<file\b)/).slice(1)) {
      const names = [...file.matchAll(/<(trans-unit id|context-group name)="([^"]*)"/g)].map((match) => match[0]);
      if (new Set(names).size < names.length) errors.push('two units or groups of a file have one name');
    }
  }
  return errors;
}
