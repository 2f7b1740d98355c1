const LIGHT_TEXT_FROM = 8;

/** The ramp of the numeric pain rating, 0 to 10; `text` is readable on `fill` from 20 px bold. Print the number beside it, always. */
export function painColours(score: number): { fill: string; text: string } {
  const step = Math.min(10, Math.max(0, Math.round(score)));
  return {
    fill: `var(--color-pain-${step})`,
    text: step >= LIGHT_TEXT_FROM ? "var(--color-surface)" : "var(--color-ink)",
  };
}
