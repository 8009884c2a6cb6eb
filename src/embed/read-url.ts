/** Fetches model files: from the package's own files in a browser, or from where the caller says. */
import { AlignmentError } from '../errors.ts';
import type { ReadModelFile } from './model-folder.ts';

/** Fetches files below a base URL. */
export function readFromUrl(base: URL): ReadModelFile {
  const folder = base.href.endsWith('/') ? base : new URL(`${base.href}/`);
  return (name) => fetchFile(new URL(name, folder));
}

/** Fetches files that lie each at a URL of its own. */
export function readFiles(urls: ReadonlyMap<string, URL>): ReadModelFile {
  return async (name) => {
    const url = urls.get(name);
    if (!url) throw new AlignmentError('MODEL_MISSING', `${name}: the address of the file is unknown`);
    return fetchFile(url);
  };
}

async function fetchFile(url: URL): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new Error(`status ${response.status}`);
  } catch (cause) {
    throw new AlignmentError('MODEL_MISSING', `${url.href}: the file cannot be fetched`, { cause });
  }
}
