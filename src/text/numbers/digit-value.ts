const IS_DIGIT = /^\p{Nd}$/u;

/**
 * The value of a decimal digit in any script, -1 for every other character.
 *
 * Unicode encodes the digits of a script as ten neighbours, zero first, so the value is the distance to the first digit of the run, modulo ten.
 */
export function digitValue(codePoint: number): number {
  if (codePoint >= 0x30 && codePoint <= 0x39) return codePoint - 0x30;
  if (!(codePoint >= 0x660) || !IS_DIGIT.test(String.fromCodePoint(codePoint))) return -1;
  let value = 0;
  while (IS_DIGIT.test(String.fromCodePoint(codePoint - value - 1))) value++;
  return value % 10;
}
