/** What the checks are called, in findings and in an author's `allow`. */
export const CHECKS = [
  "names",
  "joints",
  "pins",
  "floor",
  "props",
  "touch",
  "support",
  "balance",
  "overlap",
  "slide",
  "between",
  "moves",
  "side",
  "arrow",
  "frame",
  "difference",
  "foreshortening",
  "alike",
] as const;
export type CheckName = (typeof CHECKS)[number];

/** Something that a check found in one pose, or in the figure as a whole. */
export interface Found {
  readonly check: CheckName;
  readonly hard: boolean;
  readonly pose?: string | undefined;
  /** Part and amount in words. */
  readonly text: string;
}

/** Something that a check found. Hard findings keep the figure off every page. */
export interface Finding extends Omit<Found, "pose"> {
  /** The author's reason why it may be so; such a finding is never hard. */
  readonly allowed?: string;
}

/** From which amount on a finding is made, and from which it is hard. */
export interface Limits {
  readonly soft: number;
  readonly hard: number;
}

/** A finding when the amount is over its limits; none otherwise. */
export function over(
  amount: number,
  { soft, hard }: Limits,
  found: Omit<Found, "hard">,
): readonly Found[] {
  return amount > soft ? [{ ...found, hard: amount > hard }] : [];
}

/** "3.4 cm". */
export const cm = (amount: number): string => `${amount.toFixed(1)} cm`;
export const degreesText = (angle: number): string => `${Math.round(angle)}°`;
