const IS_DIGIT = /^\p{Nd}$/u;
const known = new Map<number, number>();

/**
 * The value of a decimal digit in any script, -1 for every other character.
 *
 * Unicode encodes the digits of a script as ten neighbours, zero first, so the value is the distance to the first digit of the run, modulo ten.
 */
export function digitValue(codePoint: number): number {
  if (codePoint >= 0x30 && codePoint <= 0x39) return codePoint - 0x30;
  if (codePoint < 0x660) return -1;
  const cached = known.get(codePoint);
  if (cached !== undefined) return cached;
  let value = -1;
  if (IS_DIGIT.test(String.fromCodePoint(codePoint))) {
    value = 0;
    while (IS_DIGIT.test(String.fromCodePoint(codePoint - value - 1))) value++;
    value %= 10;
  }
  known.set(codePoint, value);
  return value;
}
