/** Where a text holds what is looked for: in any case, with or without accents, in any width of characters. */
export function findText(text: string, query: string): [start: number, end: number][] {
  const wanted = fold(query).folded.trim();
  if (wanted === '') return [];
  const { folded, from } = fold(text);
  const found: [number, number][] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    found.push([from[at]!, from[at + wanted.length] ?? text.length]);
  return found;
}

/** The text without what does not count, and where in the original each of its units comes from. */
function fold(text: string): { folded: string; from: number[] } {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let i = 0; i < plain.length; i++) from.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, from };
}
