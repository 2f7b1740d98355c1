const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CONTINUES = 32;

/** Points of one outline at one moment: x0, y0, x1, y1, ... in tenths of a centimetre. */
export type Ring = Int16Array;

function write(value: number): string {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  let out = "";
  while (rest >= CONTINUES) {
    out += DIGITS[(rest % CONTINUES) + CONTINUES];
    rest = Math.floor(rest / CONTINUES);
  }
  return out + DIGITS[rest];
}

const VALUES = new Map([...DIGITS].map((digit, bits) => [digit, bits]));

function read(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let unit = 1;
  for (const digit of text) {
    const bits = VALUES.get(digit);
    if (bits === undefined) throw new Error("figure: outline has an unknown digit");
    value += (bits % CONTINUES) * unit;
    unit *= CONTINUES;
    if (bits >= CONTINUES) continue;
    numbers.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    value = 0;
    unit = 1;
  }
  return numbers;
}

/**
 * Outlines of one part as text: the number of coordinates, the first moment as steps from point to
 * point, then each moment as its difference from the one before. All rings have the same length.
 */
export function encodeRings(rings: readonly (readonly number[])[]): string {
  const length = rings[0]?.length ?? 0;
  let text = write(length);
  let before: readonly number[] | null = null;
  for (const ring of rings) {
    if (ring.length !== length) throw new Error("figure: outlines of one part differ in length");
    for (const [i, value] of ring.entries()) {
      const from = before ? (before[i] as number) : i < 2 ? 0 : (ring[i - 2] as number);
      text += write(value - from);
    }
    before = ring;
  }
  return text;
}

/** The outlines that `encodeRings` wrote. Throws on a text that it cannot have written. */
export function decodeRings(text: string): Ring[] {
  const numbers = read(text);
  const length = numbers[0] ?? 0;
  if (length <= 0 || (numbers.length - 1) % length !== 0)
    throw new Error("figure: outline is cut short");
  const rings: Ring[] = [];
  for (let at = 1; at < numbers.length; at += length) {
    const before = rings.at(-1);
    const ring = new Int16Array(length);
    for (let i = 0; i < length; i++) {
      const from = before ? (before[i] as number) : i < 2 ? 0 : (ring[i - 2] as number);
      ring[i] = from + (numbers[at + i] as number);
    }
    rings.push(ring);
  }
  return rings;
}
