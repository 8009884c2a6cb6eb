/**
 * The only way markup is made in the report: a tagged template that escapes every value it is given.
 *
 * Text of documents may hold anything. So `&`, `<`, `>` and both quotes become references, which is enough inside elements and
 * inside quoted attributes, and control characters, which HTML forbids, become their pictures (`\0` is shown as `␀`).
 */

/** Markup that is safe to put on a page. Made by {@link html} and {@link trusted} only. */
export class SafeHtml {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** Values allowed in a template. `undefined`, `false` and `null` become nothing. */
export type HtmlValue = string | number | SafeHtml | readonly HtmlValue[] | undefined | null | false;

/** Build markup; every value that is not {@link SafeHtml} is escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  let markup = strings[0]!;
  for (let i = 0; i < values.length; i++) markup += render(values[i]) + strings[i + 1]!;
  return new SafeHtml(markup);
}

/** Markup from our own constants, taken as it is. Never call it on anything that came from outside. */
export function trusted(markup: string): SafeHtml {
  return new SafeHtml(markup);
}

/** JSON for a `<script type="application/json">` block: no character in it can end the block or open a comment. */
export function jsonBlock(value: unknown): SafeHtml {
  return new SafeHtml(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

function render(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof SafeHtml) return value.markup;
  if (Array.isArray(value)) return value.map(render).join('');
  return escapeText(String(value));
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (c) => references[c]!)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/[\x7f-\x9f\p{Surrogate}]/gu, '\ufffd');
}
