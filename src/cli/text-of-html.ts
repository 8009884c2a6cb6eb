/**
 * The main text of a web page, without menus, captions and scripts.
 *
 * The part of the page is chosen whose paragraphs hold most text of their own that is not in links: after the idea of Readability
 * (Arc90, 2009), much reduced. `<article>` and `<main>` win where they hold at least half of what the best other part holds.
 */
import { DomUtils } from 'htmlparser2';
import { parseMarkup } from './parse-markup.ts';

type Document = ReturnType<typeof parseMarkup>;
type ParentNode = Document | Extract<Document['children'][number], { children: unknown }>;
type AnyNode = Document['children'][number];

/** Parts that are never text of an article. */
const never = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'form',
  'button',
  'select',
  'textarea',
  'head',
]);
/** Parts around an article. */
const around = new Set(['nav', 'header', 'footer', 'aside', 'figure', 'menu', 'dialog']);
const blocks = new Set(
  'address article blockquote body br caption dd details div dl dt fieldset figcaption h1 h2 h3 h4 h5 h6 hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const names = /\b(nav|menu|sidebar|footer|comment|related|share|social|advert|promo|cookie|breadcrumb|newsletter|subscribe)/i;

/**
 * The text of an article on a page. Blocks are separated by a line feed.
 *
 * @throws `TOO_LARGE` for pages of hundreds of thousands of elements, or with hundreds of them within one another.
 */
export function textOfHtml(markup: string): string {
  const page = parseMarkup(markup);
  const root = DomUtils.findOne((element) => element.name === 'body', page.children) ?? page;
  return blockText(mainPart(root), true);
}

/** All text of a piece of HTML that is text throughout: a chapter of a book, rendered Markdown. */
export function textOfFragment(markup: string): string {
  const page = parseMarkup(markup);
  return blockText(DomUtils.findOne((element) => element.name === 'body', page.children) ?? page, false);
}

function mainPart(root: ParentNode): ParentNode {
  const scores = new Map<ParentNode, number>();
  const lengths = measureTexts(root);
  const paragraphs = DomUtils.findAll((element) => ['p', 'blockquote', 'pre'].includes(element.name) && !isAside(element), root.children);
  for (const paragraph of paragraphs) {
    const own = lengths.get(paragraph)!;
    if (own < 20) continue;
    let share = 1;
    for (let parent = paragraph.parent; parent && share > 0.1; parent = parent.parent) {
      if (isAside(parent)) break;
      scores.set(parent as ParentNode, (scores.get(parent as ParentNode) ?? 0) + own * share);
      share /= 1.5;
    }
  }
  let best: ParentNode = root;
  for (const [part, score] of scores) if (score > (scores.get(best) ?? 0)) best = part;
  const marked = [...scores].filter(([part]) => 'name' in part && (part.name === 'article' || part.name === 'main'));
  const [article] = marked.sort((a, b) => b[1] - a[1]);
  return article && article[1] >= (scores.get(best) ?? 0) / 2 ? article[0] : best;
}

function isAside(node: AnyNode | ParentNode): boolean {
  if (!('name' in node) || !('attribs' in node)) return false;
  if (never.has(node.name) || around.has(node.name)) return true;
  if (node.name === 'article' || node.name === 'main' || node.name === 'body' || node.name === 'html') return false;
  const { class: className = '', id = '', hidden, role = '' } = node.attribs as Record<string, string | undefined>;
  return hidden !== undefined || names.test(`${className} ${id}`) || /^(navigation|complementary|banner|contentinfo|search)$/.test(role);
}

/** Characters in each element and what is in it, white space around them and links left out. */
function measureTexts(root: ParentNode): Map<ParentNode, number> {
  const lengths = new Map<ParentNode, number>();
  const measure = (node: AnyNode): number => {
    if (node.type === 'text') return node.data.trim().length;
    if (!('children' in node)) return 0;
    let length = 0;
    for (const child of node.children) length += measure(child as AnyNode);
    lengths.set(node, length);
    return 'name' in node && node.name === 'a' ? 0 : length;
  };
  for (const child of root.children) measure(child as AnyNode);
  return lengths;
}

/** Text with a line feed around every block; white space inside a line is one space, as browsers show it. */
function blockText(node: ParentNode, skipAsides: boolean): string {
  let text = '';
  const visit = (child: AnyNode) => {
    if (child.type === 'text') text += child.data.replace(/[\t\n\r\f ]+/g, ' ');
    if (!('children' in child)) return;
    if ('name' in child && (never.has(child.name) || (skipAsides && isAside(child)))) return;
    const block = 'name' in child && blocks.has(child.name);
    if (block) text += '\n';
    for (const inner of child.children) visit(inner as AnyNode);
    if (block) text += '\n';
  };
  for (const child of node.children) visit(child as AnyNode);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
