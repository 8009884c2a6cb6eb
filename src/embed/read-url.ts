/** Fetches model files: from the package's own files in a browser, or from where the caller says. */
import { AlignmentError } from '../errors.ts';
import type { ReadModelFile } from './model-folder.ts';

/** Fetches files below a base URL. */
export function readFromUrl(base: URL): ReadModelFile {
  const folder = base.href.endsWith('/') ? base : new URL(`${base.href}/`);
  return async (name) => {
    const url = new URL(name, folder);
    try {
      const response = await fetch(url);
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      throw new Error(`status ${response.status}`);
    } catch (cause) {
      throw new AlignmentError('MODEL_MISSING', `${url.href}: the file cannot be fetched`, { cause });
    }
  };
}
