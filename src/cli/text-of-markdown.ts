/** The text of Markdown, by way of HTML. Notes and the signs that refer to them are left out. */
import { Marked, type TokenizerAndRendererExtension } from 'marked';
import { AlignmentError } from '../index.ts';
import { textOfFragment } from './text-of-html.ts';

/** Marks of emphasis that a paragraph may have: for each, the parser looks for its partner among all others. */
const mostMarks = 2_000;

/**
 * Text of Markdown. Quotes and lists hundreds deep, which nobody writes, exhaust the stack of the parser; marks of emphasis by the thousand in one
 * paragraph its patience, so they are left as characters.
 *
 * @throws {@link AlignmentError} `TOO_LARGE` for nesting without end.
 */
export function textOfMarkdown(markdown: string, path: string): string {
  const body = markdown.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, ''); // front matter
  const paragraphs = body.split(/(\n[ \t]*\n)/).map(escapeMarks);
  try {
    return textOfFragment(new Marked({ extensions: [note, ...references(body)] }).parse(paragraphs.join(''), { async: false }));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AlignmentError('TOO_LARGE', `${path} has quotes or lists nested too deep`, { cause });
  }
}

function escapeMarks(paragraph: string): string {
  const count = paragraph.length > mostMarks ? (paragraph.match(/[*_~]+/g)?.length ?? 0) : 0;
  return count > mostMarks ? paragraph.replace(/[*_~]/g, '\\$&') : paragraph;
}

/** `[^1]: Words of the note`, with the lines that go on in it: those that follow at once, and indented ones behind a blank line. */
const note: TokenizerAndRendererExtension = {
  name: 'note',
  level: 'block',
  start: (source) => /^ {0,3}\[\^[^\]\s]+\]:/m.exec(source)?.index,
  tokenizer(source) {
    const found = /^ {0,3}\[\^[^\]\s]+\]:[^\n]*(?:\n(?! {0,3}\[\^)[^\n]*\S[^\n]*|(?:\n[ \t]*)+\n(?: {2,}|\t)[^\n]*\S[^\n]*)*\n?/.exec(
      source,
    );
    return found ? { type: 'note', raw: found[0] } : undefined;
  },
  renderer: () => '',
};

/** `[^1]` where there is such a note, and `^[words of a note]`. */
function references(markdown: string): TokenizerAndRendererExtension[] {
  const names = new Set(Array.from(markdown.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm), ([, name]) => name!));
  const signs: readonly (readonly [name: string, sign: string, pattern: RegExp])[] = [
    ['reference', '[^', /^\[\^([^\]\s]+)\]/],
    ['inlineNote', '^[', /^\^\[[^[\]]+\](?!\()/],
  ];
  return signs.map(([type, sign, pattern]) => ({
    name: type,
    level: 'inline',
    start: (source) => {
      const at = source.indexOf(sign);
      return at < 0 ? undefined : at;
    },
    tokenizer(source) {
      const found = pattern.exec(source);
      return found && (found[1] === undefined || names.has(found[1])) ? { type, raw: found[0] } : undefined;
    },
    renderer: () => '',
  }));
}
