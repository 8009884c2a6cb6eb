/** How smaller results show themselves in a notebook: as one table. See {@link withNotebookDisplay}. */
import { html } from './html.ts';

/** A table: its head, then its rows. */
export interface NotebookTable {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** Give a result its display, and return the same object. The table is made when it is asked for. */
export function withNotebookTable<Result extends object>(result: Result, table: () => NotebookTable): Result {
  return Object.defineProperty(result, Symbol.for('Jupyter.display'), {
    configurable: true,
    enumerable: false,
    value: () => {
      const { head, rows } = table();
      const shown = (value: string | number) => (typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value));
      const line = (cells: readonly (string | number)[]) =>
        html`<tr>${cells.map((value) => html`<td dir="auto" style="text-align:start;padding-inline-end:1em">${shown(value)}</td>`)}</tr>`;
      return {
        'text/html':
          html`<table><thead><tr>${head.map((name) => html`<th style="text-align:start;padding-inline-end:1em">${name}</th>`)}</tr></thead><tbody>${rows.map(line)}</tbody></table>`
            .markup,
        'text/plain': [head, ...rows].map((cells) => cells.map(shown).join('\t')).join('\n'),
      };
    },
  });
}
