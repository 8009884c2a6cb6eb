/**
 * The main text of a web page, without menus, captions and scripts.
 *
 * The part of the page is chosen whose blocks hold most text of their own that is not in links: after the idea of Readability
 * (Arc90, 2009), much reduced. `<article>` and `<main>` win where they hold at least half of what the best other part holds.
 * Time and memory: linear in the page, but for what stands above each block, of which there are few.
 */
import { DomUtils } from 'htmlparser2';
import { parseMarkup } from './parse-markup.ts';

type Document = ReturnType<typeof parseMarkup>;
type ParentNode = Document | Extract<Document['children'][number], { children: unknown }>;
type AnyNode = Document['children'][number];
type Element = Extract<AnyNode, { attribs: unknown }>;

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
  'rt', // readings of characters
  'rp',
  'rtc',
]);
/** Parts around an article. */
const around = new Set(['nav', 'header', 'footer', 'aside', 'figure', 'menu', 'dialog']);
const blocks = new Set(
  'address article blockquote body br caption dd details div dl dt fieldset figcaption h1 h2 h3 h4 h5 h6 hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Text in these stands in what is around them; everything else in `blocks` may be the article itself. */
const paragraphs = new Set(['p', 'blockquote', 'pre', 'li', 'dd', 'dt', 'summary', 'address', 'caption', 'figcaption']);
const headings = /^h[1-6]$/;
/** Line ends in these are line ends. */
const preformatted = new Set(['pre', 'listing', 'xmp']);
/** What names of classes, and of elements such as `amp-ad`, say is no article. */
const names =
  /\b(nav|menu|sidebar|footer|comment|disqus|related|share|sharing|social|advert|sponsor|promo|cookie|consent|gdpr|breadcrumb|pagination|pager|newsletter|subscribe|popup|disclaimer|legal|ads?\b)/i;
/** Classes that say what state a thing is in or what comes with it, not what it is: `has-sidebar`, `article--with-comments`. */
const states = /(?:^|\s)(?:has|is|no|not|with|without)-\S+|--\S+|\S+-(?:enabled|disabled|open|closed|fixed)(?=\s|$)/g;

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
export function textOfFragment(markup: string, options: { recognizeSelfClosing?: boolean } = {}): string {
  const page = parseMarkup(markup, options);
  return blockText(DomUtils.findOne((element) => element.name === 'body', page.children) ?? page, false);
}

function mainPart(root: ParentNode): ParentNode {
  const scores = new Map<ParentNode, number>();
  const lengths = measureBlocks(root);
  for (const [block, own] of lengths) {
    if (own < 20) continue;
    let share = 1;
    const first = 'name' in block && (paragraphs.has(block.name) || headings.test(block.name)) ? block.parent : block;
    for (let part = first; part && share > 0.1; part = part.parent) {
      if (isAside(part)) break;
      scores.set(part, (scores.get(part) ?? 0) + own * share);
      share /= 1.5;
    }
  }
  let best: ParentNode = root;
  for (const [part, score] of scores) if (score > (scores.get(best) ?? 0)) best = part;
  const marked = [...scores].filter(([part]) => 'name' in part && (part.name === 'article' || part.name === 'main'));
  const [article] = marked.sort((a, b) => b[1] - a[1]);
  return article && article[1] >= (scores.get(best) ?? 0) / 2 ? article[0] : withSiblings(best, scores);
}

/** Up to the parent of a part that has a sibling of the same kind and class with text in it: articles come in sections, too. */
function withSiblings(best: ParentNode, scores: ReadonlyMap<ParentNode, number>): ParentNode {
  let part = best;
  for (let level = 0; level < 3 && part.parent && 'name' in part; level++) {
    const { name, attribs } = part;
    const alike = part.parent.children.filter(
      (child) =>
        'attribs' in child &&
        child.name === name &&
        attribs.class !== undefined &&
        child.attribs.class?.split(' ')[0] === attribs.class.split(' ')[0],
    );
    if (alike.some((child) => child !== part && scores.has(child as Element) && !isAside(child))) return part.parent;
    part = part.parent;
  }
  return best;
}

function isAside(node: AnyNode | ParentNode): boolean {
  if (!('name' in node) || !('attribs' in node)) return false;
  if (never.has(node.name) || isHidden(node)) return true;
  if (around.has(node.name)) return node.name !== 'header' || !isInArticle(node); // there it holds title and lead
  const { class: className = '', id = '', role = '' } = node.attribs as Record<string, string | undefined>;
  if (node.name === 'article' || node.name === 'main' || node.name === 'body' || node.name === 'html') return false;
  return (
    names.test(`${node.name} ${className.replace(states, ' ')} ${id}`) ||
    /^(navigation|complementary|banner|contentinfo|search|dialog)$/.test(role)
  );
}

function isHidden({ attribs: { hidden, style = '' } }: Element): boolean {
  return hidden !== undefined || /display\s*:\s*none/i.test(style);
}

function isInArticle(node: Element): boolean {
  for (let part = node.parent; part; part = part.parent) if ('name' in part && part.name === 'article') return true;
  return false;
}

/** Whether a block is nothing but links, or a paragraph little but one: `Read also: …`. A sentence that is a link stays. */
function isLinks(node: Element): boolean {
  if (!blocks.has(node.name) || node.name === 'br' || headings.test(node.name)) return false;
  const links = DomUtils.getElementsByTagName('a', node);
  if (links.length === 0) return false;
  const linked = links.reduce((sum, link) => sum + lengthOf(DomUtils.textContent(link)), 0);
  const text = DomUtils.textContent(node);
  const all = lengthOf(text);
  const rest = all - linked;
  const isListed = node.name === 'li' || node.name === 'dd' || node.name === 'dt';
  if (!isListed && isLinkedSentence(text, links.map(DomUtils.textContent))) return false;
  return (paragraphs.has(node.name) ? rest < 20 : rest === 0) && linked > all / 2 && !DomUtils.existsOne(isHeading, node.children);
}

/** Characters of a paragraph that is a sentence, and not the title of another article: eight words or so. */
const shortestSentence = { spaced: 40, unspaced: 15 };
const fullStop = /[.…。｡۔।॥။།]["'”’»«›」』）)\]]*\s*$/u;
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Khmer}\p{scx=Lao}\p{scx=Myanmar}]/u;

/** Whether a text that is little but links is a sentence: long, with its full stop, and with no label before the link. */
function isLinkedSentence(text: string, links: readonly string[]): boolean {
  const linked = links.join('');
  const least = unspaced.test(linked) ? shortestSentence.unspaced : shortestSentence.spaced;
  const last = links.at(-1)!;
  const before = text.slice(0, text.indexOf(links[0]!));
  const after = text.slice(text.lastIndexOf(last) + last.length);
  const isLabelled = /[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
  return lengthOf(linked) >= least && !isLabelled && fullStop.test(text) && !links.slice(0, -1).some((link) => fullStop.test(link));
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/**
 * Whether an element is a note or refers to one: by its role; or as a sign that is a link within the book; or as a raised number behind the full stop
 * of its sentence.
 */
function isNote(node: Element): boolean {
  const { role = '', class: className = '', href = '', 'epub:type': type = '' } = node.attribs as Record<string, string | undefined>;
  if (/(?:^|\s)(?:doc-)?(?:noteref|footnotes?|endnotes?|rearnotes?)(?:\s|$)/.test(`${role} ${type}`)) return true;
  if (/(?:^|\s)footnotes?(?:\s|$)/.test(className) && blocks.has(node.name)) return true;
  if (node.name !== 'sup' && node.name !== 'a') return false;
  const sign = DomUtils.textContent(node).trim();
  const isBracketed = /^\[(?:\p{L}{1,8}\.?[ \u00a0]?)?\d{1,3}\]$/u.test(sign); // [1], [note 1], [注 1]
  if (node.name === 'a') return href.includes('#') && (isBracketed || /^(?:\[\w{1,3}\]|[*†‡§¶]{1,3})$/.test(sign));
  const around = node.parent && 'name' in node.parent && node.parent.name === 'a' ? node.parent : undefined;
  const link = around ?? DomUtils.getElementsByTagName('a', node)[0];
  if (link) return (isBracketed || /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})[\])]?$/.test(sign)) && (link.attribs.href ?? '#').includes('#');
  const before = node.prev && 'data' in node.prev ? node.prev.data : '';
  return /^(?:\[?\d{1,3}\]?|[*†‡§¶]{1,3})$/.test(sign) && /[.!?…。！？؟।۔”»」』"]$/u.test(before);
}

function isHeading({ name }: Element): boolean {
  return headings.test(name);
}

/** Characters that stand in each block itself and not in blocks within it, white space around them and links left out. */
function measureBlocks(root: ParentNode): Map<ParentNode, number> {
  const lengths = new Map<ParentNode, number>();
  const measure = (node: AnyNode, block: ParentNode) => {
    if (node.type === 'text') lengths.set(block, (lengths.get(block) ?? 0) + node.data.trim().length);
    if (!('children' in node) || ('name' in node && (node.name === 'a' || never.has(node.name) || isHidden(node)))) return;
    const inner = 'name' in node && blocks.has(node.name) && node.name !== 'br' ? node : block;
    for (const child of node.children) measure(child as AnyNode, inner);
  };
  for (const child of root.children) measure(child as AnyNode, root);
  return lengths;
}

/** Whether line ends inside an element are line ends. */
function keepsLines({ name, attribs: { style = '' } }: Element): boolean {
  return preformatted.has(name) || /white-space\s*:\s*(?:pre|break-spaces)/i.test(style);
}

/** Text with a line feed around every block; white space inside a line is one space, as browsers show it. Preformatted text keeps its lines, and a blank one between them. */
function blockText(node: ParentNode, skipAsides: boolean): string {
  let text = '';
  const visit = (child: AnyNode, isPreformatted: boolean) => {
    if (child.type === 'text')
      text += isPreformatted ? child.data.replace(/\n(?=[ \t\r]*\n)/g, '\n\0') : child.data.replace(/[\t\n\r\f ]+/g, ' ');
    if (!('children' in child)) return;
    if ('name' in child && (never.has(child.name) || isNote(child) || (skipAsides && (isAside(child) || isLinks(child))))) return;
    const block = 'name' in child && blocks.has(child.name);
    if (block) text += '\n';
    const inside = isPreformatted || ('name' in child && keepsLines(child));
    for (const inner of child.children) visit(inner as AnyNode, inside);
    if (block) text += '\n';
  };
  for (const child of node.children) visit(child as AnyNode, false);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(/(?:^|\n)(?:\0\n?)+/g, '\n\n') // a blank line was marked
    .trim();
}
