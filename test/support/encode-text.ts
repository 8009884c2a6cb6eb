/** Text in an encoding of one or two bytes, by asking the decoder which bytes stand for which character. */

/** @throws when the encoding does not have a character. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'iso-2022-jp') return encodeJis(text);
  if (encoding.startsWith('utf-16')) {
    return Uint8Array.from(
      [...text].flatMap((c) =>
        encoding.endsWith('be') ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
      ),
    );
  }
  const decoder = new TextDecoder(encoding === 'windows-1252' ? 'windows-1254' : encoding, { fatal: true }); // some engines take windows-1252 for Latin-1
  const known = new Map<string, number[]>();
  const learn = (...bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !known.has(character)) known.set(character, bytes);
    } catch {
      // these bytes stand for nothing
    }
  };
  for (let byte = 0; byte < 256; byte++) learn(byte);
  if ([...text].some((character) => !known.has(character)))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn(lead, trail);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = known.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

function encodeJis(text: string): Uint8Array {
  return Uint8Array.from(
    text.split(/([\0-\x7f]+)/).flatMap((part, i) => {
      if (part === '') return [];
      const bytes = [...encodeText(part, 'euc-jp')];
      return i % 2 === 1 ? bytes : [0x1b, 0x24, 0x42, ...bytes.map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42];
    }),
  );
}
