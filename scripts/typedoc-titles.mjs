// A plugin of TypeDoc: a page of the documentation is called as its first heading says, and pages are grouped by what they are for.
import { Converter } from 'typedoc';

/** Groups by where a page lies. */
const groupOf = (path) => (path.includes('docs-src/guide/') ? 'Guide' : path.includes('docs-src/rules/') ? 'Kinds of findings' : 'Project');

export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const text = page.content.map((part) => part.text).join('');
    const heading = /^\s*# (.+)\n/.exec(text)?.[1];
    if (heading !== undefined) page.name = heading.replace(/,.*| \(.*|`/g, '');
    page.frontmatter.group = groupOf(page.project.files.getReflectionPath(page) ?? '');
  });
}
