/** Plots in notebooks: a kernel has no browser, so Observable Plot is lent a document. */
import * as Plot from '@observablehq/plot';
import { Window } from 'happy-dom';

export { Plot };

/** Show a plot below the cell; the options are those of `Plot.plot`. */
export function draw(options) {
  const figure = Plot.plot({ document: new Window().document, ...options });
  figure.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return Deno.jupyter.display({ 'text/html': figure.outerHTML, 'text/plain': 'a plot' }, { raw: true });
}
