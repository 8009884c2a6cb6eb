/** Plots in notebooks: a kernel has no browser, so Observable Plot is lent a document. */
import * as Plot from '@observablehq/plot';
import { Window } from 'happy-dom';

export { Plot };

/**
 * Show a plot below the cell.
 *
 * @param {Plot.PlotOptions} options
 */
export function draw(options) {
  const figure = Plot.plot({ document: /** @type {Document} */ (/** @type {unknown} */ (new Window().document)), ...options });
  figure.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return globalThis.Deno.jupyter.display({ 'text/html': figure.outerHTML, 'text/plain': 'a plot' }, { raw: true });
}
