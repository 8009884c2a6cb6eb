/** A notebook in format 4, as far as the runner knows it. */
export interface Notebook {
  cells: {
    cell_type: 'code' | 'markdown' | 'raw';
    source: string | string[];
    execution_count?: number | null;
    outputs?: { output_type: string }[];
  }[];
}

/** A cell threw. */
export class CellError extends Error {}

/** Run all code cells of a notebook, in order, in one fresh kernel; one cell may take `timeout` milliseconds. */
export function runNotebook(file: string, options?: { timeout?: number }): Promise<Notebook>;
