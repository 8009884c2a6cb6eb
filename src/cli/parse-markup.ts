/**
 * Markup to a tree, within limits: trees take a hundred times the memory of their text, and deep ones more time than anybody has.
 */
import { DomHandler, Parser } from 'htmlparser2';
import { AlignmentError } from '../index.ts';

const mostElements = 400_000;
/** Deepest nesting that is read, as browsers have it, give or take. */
export const deepestNesting = 600;

/**
 * Parse a page, or XML.
 *
 * @throws {@link AlignmentError} `TOO_LARGE` for more than 400,000 elements, or more than 600 within one another.
 */
export function parseMarkup(markup: string, options: { xmlMode?: boolean } = {}): DomHandler['root'] {
  const handler = new LimitedHandler();
  new Parser(handler, options).end(markup);
  return handler.root;
}

class LimitedHandler extends DomHandler {
  #elements = 0;

  override onopentag(name: string, attributes: { [name: string]: string }): void {
    super.onopentag(name, attributes);
    checkNesting(this.tagStack.length);
    if (++this.#elements > mostElements) throw new AlignmentError('TOO_LARGE', `markup: more than ${mostElements} elements`);
  }
}

/** @throws {@link AlignmentError} `TOO_LARGE` past {@link deepestNesting}. */
export function checkNesting(depth: number): void {
  if (depth > deepestNesting) throw new AlignmentError('TOO_LARGE', `markup: more than ${deepestNesting} elements within one another`);
}
