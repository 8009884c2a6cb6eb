// A plugin of TypeDoc: a page of the documentation is called as its first heading says, and pages are grouped by what they are for.
import { Converter } from 'typedoc';

/** Groups by where a page lies, the first that fits. */
/** @type {[RegExp, string][]} */
const groups = [
  [/docs-src\/guide\//, 'Guide'],
  [/docs-src\/rules\//, 'Kinds of findings'],
  [/./, 'Project'],
];

export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const text = page.content.map((part) => part.text).join('');
    const heading = /^\s*# (.+)\n/.exec(text)?.[1];
    if (heading !== undefined) page.name = heading.replace(/,.*| \(.*|`/g, '');
    const path = page.project.files.getReflectionPath(page) ?? '';
    page.frontmatter.group = groups.find(([fits]) => fits.test(path))?.[1];
  });
}
