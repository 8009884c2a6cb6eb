/**
 * Comma-separated values after RFC 4180, for names and findings.
 *
 * Cells that a spreadsheet would take for a formula (`=`, `+`, `@` or a control character in front) get an apostrophe: the words come
 * from documents that anyone may have written.
 */

/** Write rows under a header. */
export function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | undefined): string {
  const text = typeof value === 'string' && /^[=+@\t\r\n]/.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
