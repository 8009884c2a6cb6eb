/**
 * Safe reading and writing of XML.
 *
 * Reading: a document type that declares entities is refused, so nothing can expand; only the five predefined entities and
 * character references are accepted. Writing: characters that XML 1.0 cannot hold (most control characters, lone surrogates, U+FFFE, U+FFFF) become
 * U+FFFD, with a warning, and a carriage return becomes a character reference, since a bare one would be read as a line feed.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { WriteOptions } from './chosen-pair.ts';
import { formatError } from './format-error.ts';

/** An element: its name, attributes, and children in order, text as strings. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Characters that XML 1.0 cannot hold, not even as character references. */
export const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu;

/** Report to `onWarning` how many written characters became U+FFFD. */
export function warnOfReplaced(format: string, texts: readonly string[], onWarning: WriteOptions['onWarning']): void {
  const count = texts.reduce((sum, text) => sum + (text.match(unwritable)?.length ?? 0), 0);
  if (count > 0) {
    const what = count === 1 ? '1 character' : `${count} characters`;
    onWarning?.({ code: 'CHARACTERS_REPLACED', message: `${format}: ${what} that XML cannot hold became U+FFFD` });
  }
}

/** Escape text for an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;');
}

/** Escape an attribute value, in which XML would turn tabs and line feeds into spaces. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');
}

type RawNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 100,
});

/**
 * Parse a document and return its root element.
 *
 * @throws `FORMAT_INVALID` with the line, for text that is not well formed, has another root, or declares entities.
 */
export function parseXml(format: string, text: string, root: string): XmlElement {
  const doctype = /<!DOCTYPE[^>[]*(\[)?/i.exec(text);
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  if (doctype?.[1] || /<!ENTITY/i.test(text))
    throw formatError(format, lineOf(doctype?.index ?? 0), 'declares entities, which are not read');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw formatError(format, valid.err.line, valid.err.msg);

  let nodes: RawNode[];
  try {
    nodes = parser.parse(text) as RawNode[];
  } catch (cause) {
    throw formatError(format, 1, cause instanceof Error ? cause.message : String(cause), cause);
  }
  const elements = nodes.map((node) => convert(format, node)).filter((node) => typeof node !== 'string');
  const found = elements.map((element) => resolveNames(element)).find((element) => element.name === root);
  if (!found) throw formatError(format, 1, `expected the root element <${root}>, got <${elements[0]?.name ?? ''}>`);
  return found;
}

/** Fixed prefixes for namespaces other than that of the root, whatever prefixes a file uses. */
const prefixes: ReadonlyMap<string, string> = new Map([['urn:oasis:names:tc:xliff:metadata:2.0', 'mda:']]);

/** Namespace bindings at an element, inherited ones included. */
interface Scope {
  readonly bound: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

/** Elements of the namespace of the root lose their prefix, whatever it is; those of other namespaces without a prefix are named by their namespace. */
function resolveNames(element: XmlElement, outer?: Scope, own?: string): XmlElement {
  const declared = Object.keys(element.attributes).filter((key) => key === 'xmlns' || key.startsWith('xmlns:'));
  const scope = declared.length === 0 ? outer : { bound: new Map(declared.map((key) => [key.slice(6), element.attributes[key]!])), outer };
  const colon = element.name.indexOf(':');
  const prefix = element.name.slice(0, Math.max(colon, 0));
  let at = scope;
  while (at && !at.bound.has(prefix)) at = at.outer;
  const namespace = at?.bound.get(prefix) ?? '';
  const root = own ?? namespace;
  const local = element.name.slice(colon + 1);
  const known = namespace === root ? '' : (prefixes.get(namespace) ?? (prefix === '' ? `${namespace}:` : `${prefix}:`));
  return {
    name: namespace === '' && prefix !== '' ? element.name : known + local,
    attributes: element.attributes,
    children: element.children.map((child) => (typeof child === 'string' ? child : resolveNames(child, scope, root))),
  };
}

function convert(format: string, node: RawNode): XmlElement | string {
  if ('#text' in node) return decode(format, String(node['#text']));
  if ('#cdata' in node) return (node['#cdata'] as RawNode[]).map((part) => String(part['#text'])).join('');
  const { ':@': attributes = {}, ...rest } = node;
  const [name, children] = Object.entries(rest)[0] as [string, RawNode[]];
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes as Record<string, string>).map(([key, value]) => [key, decode(format, value)]),
    ),
    children: children.map((child) => convert(format, child)),
  };
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(format: string, text: string): string {
  return text.replace(/&([^;&\s]{0,12});?/g, (reference, body: string) => {
    const number = /^#(?:x([\da-f]+)|(\d+))$/i.exec(body);
    const code = number ? Number.parseInt(number[1] ?? number[2]!, number[1] ? 16 : 10) : Number.NaN;
    if (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
    if (reference.endsWith(';') && Object.hasOwn(named, body)) return named[body]!;
    throw formatError(format, 'an entity', `unknown reference ${JSON.stringify(reference)}`);
  });
}

/** Child elements of one name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** All text inside an element. Where `special` returns text for an inner element, it replaces that element. */
export function textOf(element: XmlElement, special: (element: XmlElement) => string | undefined = () => undefined): string {
  return element.children.map((child) => (typeof child === 'string' ? child : (special(child) ?? textOf(child, special)))).join('');
}
