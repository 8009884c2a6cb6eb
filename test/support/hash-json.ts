/** Fingerprints of results, so that engines can be compared without their results being kept. */

/** FNV-1a over the bits of numbers, as eight hexadecimal digits. */
export function hashNumbers(numbers: Iterable<number>): string {
  const value = new Float64Array(1);
  const bytes = new Uint8Array(value.buffer);
  let hash = 0x811c9dc5;
  for (value[0] of numbers) for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hex(hash);
}

/** FNV-1a over the UTF-16 units of the JSON of a value, as eight hexadecimal digits. */
export function hashJson(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hex(hash);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
