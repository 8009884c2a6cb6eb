/**
 * A document type definition as a RELAX NG grammar, since the validator at hand reads the one and not the other. Knows what is needed for
 * types without notations and conditional sections: parameter entities, content models, attributes that are text or one of a list.
 */
export function relaxNgOfDtd(dtd: string, root: string): string {
  const entities = new Map<string, string>();
  const bare = dtd.replace(/<!--[\s\S]*?-->/g, '').replace(/<!ENTITY\s+%\s+(\S+)\s+"([^"]*)">/g, (_, name: string, value: string) => {
    entities.set(name, value);
    return '';
  });
  const text = bare.replace(/%([\w.-]+);/g, (_, name: string) => entities.get(name)!);
  const attributes = new Map([...text.matchAll(/<!ATTLIST\s+(\S+)\s+([^>]*)>/g)].map((match) => [match[1]!, attributesOf(match[2]!)]));
  const elements = [...text.matchAll(/<!ELEMENT\s+(\S+)\s+([^>]*)>/g)].map(
    ([, name, model]) =>
      `<define name="${name}"><element name="${name}">${attributes.get(name!) ?? ''}${contentOf(model!.trim())}</element></define>`,
  );
  return `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="${root}"/></start>${elements.join('')}</grammar>`;
}

function attributesOf(list: string): string {
  const declarations = list.matchAll(/(\S+)\s+(CDATA|\([^)]*\))\s+(#REQUIRED|#IMPLIED|#FIXED\s+"([^"]*)")/g);
  return [...declarations]
    .map(([, name, type, use, fixed]) => {
      const values = type === 'CDATA' ? [] : type!.slice(1, -1).split('|');
      const oneOf = values.map((value) => `<value>${value.trim()}</value>`).join('');
      const content = fixed !== undefined ? `<value>${fixed}</value>` : oneOf === '' ? '<text/>' : `<choice>${oneOf}</choice>`;
      const attribute = `<attribute name="${name}">${content}</attribute>`;
      return use === '#REQUIRED' ? attribute : `<optional>${attribute}</optional>`;
    })
    .join('');
}

const occurrences: Record<string, string> = { '?': 'optional', '*': 'zeroOrMore', '+': 'oneOrMore' };

function contentOf(model: string): string {
  if (model === 'EMPTY') return '<empty/>';
  const tokens = model.match(/#PCDATA|[\w.:-]+|[(),|?*+]/g)!;
  let at = 0;
  const repeated = (pattern: string): string => {
    const name = occurrences[tokens[at] ?? ''];
    if (name === undefined) return pattern;
    at++;
    return `<${name}>${pattern}</${name}>`;
  };
  const particle = (): string => {
    const token = tokens[at++]!;
    if (token !== '(') return repeated(token === '#PCDATA' ? '<text/>' : `<ref name="${token}"/>`);
    const parts = [particle()];
    const separator = tokens[at];
    while (tokens[at] !== ')') {
      at++;
      parts.push(particle());
    }
    at++;
    return repeated(separator === '|' ? `<choice>${parts.join('')}</choice>` : `<group>${parts.join('')}</group>`);
  };
  return particle();
}
