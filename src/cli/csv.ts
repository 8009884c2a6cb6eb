/**
 * Comma-separated values after RFC 4180, for names and findings.
 *
 * Text that a spreadsheet could take for a formula (`=`, `+`, `-`, `@`, their wide forms, a tab or a line end in front) gets an apostrophe,
 * since the words come from documents that anyone may have written; plain numbers stay as they are.
 */

/** Write rows under a header. */
export function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | undefined): string {
  const formula = typeof value === 'string' && /^[=+\-@＝＋－＠\t\r\n]/.test(value) && !/^[+-]?\d[\d.,]*$/.test(value);
  const text = formula ? `'${value}` : String(value ?? '');
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
