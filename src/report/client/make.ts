/** The first element that matches; the page always holds what is asked for. */
export const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

/** An element with a class and its contents. */
export function make(tag: string, className = '', ...contents: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...contents);
  return element;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An SVG element with its attributes. */
export function makeSvg(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(svgNamespace, tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  return element;
}
