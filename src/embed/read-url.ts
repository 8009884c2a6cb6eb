/** Fetches model files: those of the package, in a browser, or those at a URL that the caller names. */
import { AlignmentError } from '../errors.ts';
import type { ReadModelFile } from './model-folder.ts';

/** Fetches files below a base URL. */
export function readFromUrl(base: URL): ReadModelFile {
  const folder = base.href.endsWith('/') ? base : new URL(`${base.href}/`);
  return (name) => fetchFile(new URL(name, folder));
}

/** Fetches files that each have their own URL. */
export function readFiles(urls: ReadonlyMap<string, URL>): ReadModelFile {
  return async (name) => {
    const url = urls.get(name);
    if (!url) throw new AlignmentError('MODEL_MISSING', `${name}: the URL of the file is unknown`);
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
