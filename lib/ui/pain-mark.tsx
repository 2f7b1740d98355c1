import { cx } from "./cx";
import { painColours } from "./pain-colours";

/** A pain score: its colour and its number; `label` (such as "pain") goes before the number. */
export function PainMark({
  score,
  label,
  className,
}: {
  score: number;
  label?: string;
  className?: string;
}) {
  return (
    <span
      className={cx("inline-flex items-center gap-1.5 whitespace-nowrap tabular-nums", className)}
    >
      <svg aria-hidden="true" viewBox="0 0 10 10" className="size-[0.75em] shrink-0">
        <circle
          cx="5"
          cy="5"
          r="4.5"
          fill={painColours(score).fill}
          stroke="var(--color-secondary)"
          strokeWidth="0.75"
        />
      </svg>
      {label && <span>{label}</span>}
      <strong className="font-bold">{score}</strong>
    </span>
  );
}
