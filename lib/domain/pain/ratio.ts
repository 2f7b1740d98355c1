/**
 * An exact fraction of whole numbers in lowest terms, `den` at least 1. Clinical decisions compare
 * ratios, because 1.8 - 2.8 is not -1 in floating point.
 */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function reduced(num: bigint, den: bigint): Ratio {
  const divisor = gcd(num, den);
  return { num: Number(num / divisor), den: Number(den / divisor) };
}

/** `num / den` in lowest terms; throws `RangeError` unless both are whole and `den` is at least 1. */
export function ratio(num: number, den: number): Ratio {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den < 1) {
    throw new RangeError("a ratio needs two whole numbers, the lower one at least 1");
  }
  return reduced(BigInt(num), BigInt(den));
}

/** Mean of at least one ratio, exact; throws `RangeError` for none. */
export function meanOf(ratios: readonly Ratio[]): Ratio {
  if (ratios.length === 0) throw new RangeError("no mean of nothing");
  let num = 0n;
  let den = 1n;
  for (const r of ratios) {
    num = num * BigInt(r.den) + BigInt(r.num) * den;
    den *= BigInt(r.den);
  }
  return reduced(num, den * BigInt(ratios.length));
}

/** `a - b`. */
export function minus(a: Ratio, b: Ratio): Ratio {
  const [an, ad, bn, bd] = [BigInt(a.num), BigInt(a.den), BigInt(b.num), BigInt(b.den)];
  return reduced(an * bd - bn * ad, ad * bd);
}

/** `r x num / den` for whole `num` and whole `den` of at least 1. */
export function times(r: Ratio, num: number, den = 1): Ratio {
  return reduced(BigInt(r.num) * BigInt(num), BigInt(r.den) * BigInt(den));
}

/** Negative when `a < b`, 0 when equal, positive when `a > b`; exact. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = BigInt(a.num) * BigInt(b.den);
  const right = BigInt(b.num) * BigInt(a.den);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest float, for drawing and printing only. */
export function ratioToNumber(r: Ratio): number {
  return r.num / r.den;
}
