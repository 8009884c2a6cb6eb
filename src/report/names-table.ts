/** The names table: one row a name, one column a document, and in the cells every spelling with its kind and the letters that changed. */
import type { Alignment, Mention, MentionKind, TracedName } from '../types.ts';
import { html, type SafeHtml } from './html.ts';
import { languageLabel, scriptLabel } from './language-label.ts';
import { type LetterRun, letterChanges } from './letter-changes.ts';
import { originalForm } from './original-form.ts';

/** How each kind of mention is called on the page. */
export const kindLabels: Record<MentionKind, string> = {
  exact: 'as reported',
  variant: 'other spelling',
  transliterated: 'transliterated',
  garbled: 'garbled',
};

/** So many documents fit side by side on a sheet of paper without breaking words. */
export const mostOnPaper = 7;

/** The table, or a sentence that says that there is none. Garbled names come first, then by number of mentions. */
export function namesTable({ documents, names }: Pick<Alignment, 'documents' | 'names'>): SafeHtml {
  if (names.length === 0) return html`<p class="empty">No names were traced.</p>`;
  const garbled = (name: TracedName) => name.mentions.filter((mention) => mention.kind === 'garbled').length;
  const order = names.map((name, index) => ({ name, index }));
  order.sort((a, b) => Number(garbled(b.name) > 0) - Number(garbled(a.name) > 0) || b.name.mentions.length - a.name.mentions.length);
  const position = new Map(documents.map((document, i) => [document.id, i]));

  return html`<div class="scroll" tabindex="0" role="region" aria-label="Names and their spellings">
<table class="names${documents.length > mostOnPaper && ' wide'}">
<thead><tr><th scope="col">Name</th>${documents.map(
    ({ id, language }) => html`<th scope="col"><bdi>${id}</bdi> <small>${languageLabel(language)}</small></th>`,
  )}</tr></thead>
<tbody>
${order.map(
  ({ name, index }) => html`<tr id="name-${index}" data-kinds="${kindsOf(name)}">
<th scope="row"><bdi class="canonical">${name.canonical}</bdi> <small>${name.type}</small></th>${documents.map(
    ({ id, language }) =>
      html`<td data-label="${id}" lang="${language}">${spellings(name, id).map((spelling) => cell(name, spelling, position.get(id)!))}</td>`,
  )}
</tr>`,
)}
</tbody></table></div>`;
}

/** What the filter above the table looks for: kinds of its mentions, and `several` where it is spelled in more than one way. */
function kindsOf({ mentions }: TracedName): string {
  const spelled = new Set(mentions.map((mention) => mention.text)).size;
  return [...new Set(mentions.map((mention) => mention.kind)), ...(spelled > 1 ? ['several'] : [])].join(' ');
}

interface Spelling {
  text: string;
  kind: MentionKind;
  mentions: Mention[];
}

/** The spellings of a name in one document, in order of appearance; one spelling may have two kinds. */
function spellings(name: TracedName, document: string): Spelling[] {
  const found = new Map<string, Spelling>();
  for (const mention of name.mentions.filter((mention) => mention.document === document)) {
    const key = `${mention.kind} ${mention.text}`;
    const spelling = found.get(key) ?? { text: mention.text, kind: mention.kind, mentions: [] };
    spelling.mentions.push(mention);
    found.set(key, spelling);
  }
  return [...found.values()];
}

function cell(name: TracedName, { text, kind, mentions }: Spelling, document: number): SafeHtml {
  const { romanized, sentence } = mentions[0]!;
  const count = mentions.length > 1 && html` <span class="count">×${mentions.length}</span>`;
  const place = html`#d${document}s${sentence}`;
  if (kind === 'exact') return html`<div class="spelling"><a href="${place}"><bdi>${text}</bdi></a>${count}</div>`;

  const original = originalForm(name, romanized || text);
  const sameScript = isLatin(text);
  const changes = letterChanges(sameScript ? text : romanized, original);
  const label = html`<small class="kind">${kindLabels[kind]}${!sameScript && scriptLabel(text) !== undefined && html`, ${scriptLabel(text)}`}</small>`;
  const shown = sameScript && kind !== 'transliterated' ? html`${changes.from.map(run)}` : html`${text}`; // a convention changes nothing by mistake
  const reading = !sameScript && romanized !== '' && html` <small class="reading" lang="">${romanized}</small>`;
  const meant =
    kind === 'garbled' && html` <small class="meant" lang=""><span class="sr">stands for </span><bdi>${changes.to.map(run)}</bdi></small>`;
  return html`<div class="spelling ${kind}"><a href="${place}"><bdi>${shown}</bdi></a>${count}${reading}${meant} ${label}</div>`;
}

function run({ text, changed }: LetterRun): SafeHtml {
  return changed ? html`<b>${text}</b>` : html`${text}`;
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}
