/**
 * Natural logarithm to five digits, for scores that are computed by the million and need no more.
 *
 * A number from 1 to 2048 is taken as an integer of 2^-20; its leading bit gives the exponent, the next ten a place in a table, and the rest
 * the way to the next place. The same on every machine, like `log`. Constant time, a few nanoseconds.
 */
import { log } from '../../exact-math.ts';

const places = 1024;
const table = Float64Array.from({ length: places + 1 }, (_, k) => log(1 + k / places));
const steepness = Float64Array.from({ length: places }, (_, k) => (table[k + 1]! - table[k]!) / 0x200000);

/** Logarithm of x; exact to 1e-6 from 1 to 2048, and as exact as `log` outside. */
export function quickLog(x: number): number {
  if (!(x >= 1 && x < 2048)) return log(x);
  const fixed = x * 0x100000;
  const zeros = Math.clz32(fixed);
  const mantissa = fixed << zeros; // the leading bit is the sign, and falls off
  const place = (mantissa >>> 21) & 1023;
  return (11 - zeros) * Math.LN2 + table[place]! + steepness[place]! * (mantissa & 0x1fffff);
}
