/** A blank before a hyphen, a full stop or a comma. Two of 68 real news texts have any; most of the garbled stories do. */
const stray = /(?<!\p{L})\p{L}+ (?:-\p{Ll}+|[.,](?![\p{Nd}.]))/gu;

/** Words with a blank before the hyphen or the stop that follows them, as machine translation leaves behind: `minggu -minggu`. */
export function strayBlanks(text: string): string[] {
  return [...text.matchAll(stray)].map(([words]) => words);
}
