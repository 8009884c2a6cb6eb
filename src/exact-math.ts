/**
 * `exp` and `log` that give the same bits on every engine.
 *
 * ECMAScript leaves the last bits of `Math.exp`, `Math.log` and similar functions to the engine, and engines do differ: Chromium 156 gives different
 * values from Node, and Node 24 a different `Math.pow` from Node 22. Additions, multiplications, divisions and square roots are fixed to the
 * last bit, so functions built only from these are too.
 *
 * After fdlibm, e_exp.c and e_log.c (Sun Microsystems 1993, freely granted with notice kept); the error is below one unit in the last place.
 * Constant time and memory.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;

/** Powers of two from 2^-1022 on. */
const powers = new Float64Array(2046);
powers[1022] = 1;
for (let k = 1023; k < powers.length; k++) powers[k] = powers[k - 1]! * 2;
for (let k = 1021; k >= 0; k--) powers[k] = powers[k + 1]! / 2;

/** Largest |x| that needs no reduction (0.5 ln 2), and that is reduced by one ln 2 (1.5 ln 2), as fdlibm rounds them. */
const HALF_LN2 = 0.3465735912322998;
const THREE_HALVES_LN2 = 1.0397205352783203;

/** e to the power of x. */
export function exp(x: number): number {
  const size = x < 0 ? -x : x;
  if (!(size <= 745.2)) return x > 0 ? Number.POSITIVE_INFINITY : x < 0 ? 0 : x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x === 1) return Math.E;
  if (size < 3.725290298461914e-9) return 1 + x;
  let k = 0;
  let high = x;
  let low = 0;
  if (size >= HALF_LN2) {
    k = size < THREE_HALVES_LN2 ? (x < 0 ? -1 : 1) : (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
  }
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t * (-0.0027777777777015593 + t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k > 1023) return y * 2 * powers[2045]!;
  return k >= -1021 ? y * powers[k + 1022]! : y * powers[k + 2022]! * powers[22]!;
}

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);
number[0] = 1;
const HIGH = halves[1] === 0 ? 0 : 1; // which half holds sign and exponent

/** Natural logarithm of x; `-Infinity` for 0, `NaN` below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    number[0] = x * 18014398509481984;
  } else number[0] = x;
  const bits = halves[HIGH]!;
  const mantissa = bits & 0xfffff;
  const up = (mantissa + 0x95f64) & 0x100000;
  k += (bits >> 20) - 1023 + (up >> 20);
  halves[HIGH] = mantissa | (up ^ 0x3ff00000);
  const f = number[0]! - 1;
  if ((0xfffff & (2 + mantissa)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const rest = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = even + odd;
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + rest)) : k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - rest) : k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}

/** Logarithm of 1 + x; accurate to 1e-16, not to the last digit of a tiny x. */
export function log1p(x: number): number {
  return log(1 + x);
}

/** Logarithm to base 2; for a power of two the error may be one unit in the last place. */
export function log2(x: number): number {
  return log(x) * Math.LOG2E;
}
