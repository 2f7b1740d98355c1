import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "neutral" | "spruce" | "marigold" | "clay";

const TONES: Record<Tone, string> = {
  neutral: "bg-sand text-secondary",
  spruce: "bg-spruce-tint text-spruce",
  marigold: "bg-marigold-tint text-marigold",
  clay: "bg-clay-tint text-clay",
};

/** A short state or reason; the tone never says more than the words do. */
export function Badge({
  tone = "neutral",
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-block rounded-badge px-2 py-0.5 text-sm font-semibold tabular-nums print:border print:border-line",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
