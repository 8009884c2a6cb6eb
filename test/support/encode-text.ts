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
  // some engines take windows-1252 for Latin-1
  const decoder = new TextDecoder(encoding === 'windows-1252' ? 'windows-1254' : encoding);
  const known = new Map<string, number[]>();
  const learn = (codes: readonly number[][]): void => {
    const characters = decoder.decode(Uint8Array.from(codes.flatMap((bytes) => [...bytes, 10]))).split('\n');
    codes.forEach((bytes, i) => {
      if ([...characters[i]!].length === 1 && !known.has(characters[i]!)) known.set(characters[i]!, bytes);
    });
  };
  const range = (start: number, end: number) => Array.from({ length: end - start }, (_, k) => start + k);
  learn([...range(0, 10), ...range(11, 0x80)].map((byte) => [byte]));
  known.set('\n', [10]);
  const isWide = /jis|gb|big5|euc/.test(encoding); // two bytes a character
  learn(
    isWide
      ? range(0x81, 0xff).flatMap((lead) => range(0x40, 0xff).map((trail) => [lead, trail]))
      : range(0x80, 0x100).map((byte) => [byte]),
  );
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
