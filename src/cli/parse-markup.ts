/**
 * Markup to a tree or to events, within limits: trees take a hundred times the memory of their text, and deep ones more time than anybody has.
 */
import { DomHandler, Parser } from 'htmlparser2';
import { AlignmentError } from '../index.ts';

const mostElements = 400_000;
/** Deepest nesting that is read, as browsers have it, give or take. */
const deepestNesting = 600;

const xhtml = 'http://www.w3.org/1999/xhtml';

/**
 * Parse a page, or XML. Elements of a page in XHTML lose the prefix of their namespace, and those that close themselves are closed.
 *
 * @throws {@link AlignmentError} `TOO_LARGE` for more than 400,000 elements, or more than 600 within one another.
 */
export function parseMarkup(markup: string, options: { xmlMode?: boolean; recognizeSelfClosing?: boolean } = {}): DomHandler['root'] {
  const handler = new LimitedHandler();
  const head = markup.slice(0, 2000);
  const isXml = options.xmlMode === true || head.trimStart().startsWith('<?xml') || head.includes(xhtml);
  new Parser(handler, { recognizeSelfClosing: isXml, ...options }).end(markup);
  return handler.root;
}

class LimitedHandler extends DomHandler {
  #elements = 0;
  /** `h:` where the page writes `<h:p>`. */
  #prefix: string | undefined;

  override onopentag(name: string, attributes: { [name: string]: string }): void {
    const bound = this.#elements < 2 && Object.keys(attributes).find((key) => key.startsWith('xmlns:') && attributes[key] === xhtml);
    if (bound) this.#prefix = `${bound.slice(6)}:`;
    super.onopentag(this.#prefix !== undefined && name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name, attributes);
    checkNesting(this.tagStack.length);
    if (++this.#elements > mostElements) throw new AlignmentError('TOO_LARGE', `markup: more than ${mostElements} elements`);
  }
}

/** What {@link readXml} tells. */
export interface XmlEvents {
  /** @param name - With the prefix that `prefixes` gives its namespace. @param within - Names of the elements around it, the outermost first. */
  onOpen(name: string, attributes: Readonly<Record<string, string>>, within: readonly string[]): void;
  onText(text: string, within: readonly string[]): void;
  onClose(name: string): void;
}

/**
 * Tell the elements of XML one by one, known by their namespaces: files may bind any prefix to them, or none.
 *
 * @param prefixes - Prefix for each namespace that counts. Elements of other namespaces keep the prefix that they have.
 * @throws {@link AlignmentError} `TOO_LARGE` for more than 600 elements within one another.
 */
export function readXml(markup: string, prefixes: ReadonlyMap<string, string>, events: XmlEvents): void {
  const within: string[] = [];
  const bindings = new Map<string, string[]>(); // what each prefix of the file is bound to, the innermost last
  const bound: string[][] = []; // prefixes that each open element binds
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        checkNesting(within.length + 1);
        const own = Object.keys(attributes).filter((key) => key === 'xmlns' || key.startsWith('xmlns:'));
        for (const key of own) bindings.set(key.slice(6), [...(bindings.get(key.slice(6)) ?? []), attributes[key]!]);
        bound.push(own.map((key) => key.slice(6)));
        const colon = written.indexOf(':');
        const prefix = prefixes.get(bindings.get(written.slice(0, Math.max(colon, 0)))?.at(-1) ?? '');
        const name = prefix === undefined ? written : `${prefix}:${written.slice(colon + 1)}`;
        events.onOpen(name, attributes, within);
        within.push(name);
      },
      ontext(text) {
        events.onText(text, within);
      },
      onclosetag() {
        for (const prefix of bound.pop()!) bindings.get(prefix)!.pop();
        events.onClose(within.pop()!);
      },
    },
    { xmlMode: true },
  );
  parser.end(markup);
}

/** The name of an element without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function checkNesting(depth: number): void {
  if (depth > deepestNesting) throw new AlignmentError('TOO_LARGE', `markup: more than ${deepestNesting} elements within one another`);
}
