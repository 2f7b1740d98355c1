import type { DayOutcome } from "../../../domain/adherence/day-outcome";
import type { LogSource } from "../../../domain/session/facts";
import { painColours } from "../../../ui/pain-colours";

/** A rating before a session: a dot; filled in late: a ring; typed in from paper: a square. */
export function RatingDot({
  x,
  y,
  r,
  score,
  source,
}: {
  x: number;
  y: number;
  r: number;
  score: number;
  source: LogSource;
}) {
  const look = { fill: painColours(score).fill, className: "stroke-secondary", strokeWidth: 0.8 };
  if (source === "paper") {
    const side = r * 1.8;
    return <rect x={x - side / 2} y={y - side / 2} width={side} height={side} {...look} />;
  }
  return (
    <>
      <circle cx={x} cy={y} r={r} {...look} />
      {source === "late" && <circle cx={x} cy={y} r={r * 0.45} className="fill-surface" />}
    </>
  );
}

/** A next-morning rating: a small triangle, filled when it had not settled. */
export function MorningMark({
  x,
  y,
  size,
  isUnsettled,
}: {
  x: number;
  y: number;
  size: number;
  isUnsettled: boolean;
}) {
  const d = `M${x} ${y - size}L${x + size} ${y + size * 0.75}H${x - size}Z`;
  return (
    <path
      d={d}
      className={isUnsettled ? "fill-clay stroke-clay" : "fill-surface stroke-secondary"}
      strokeWidth={1}
      strokeLinejoin="round"
    />
  );
}

/** A visit: a small diamond on the time axis. */
export function VisitMark({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <path
      d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`}
      className="fill-ink"
    />
  );
}

const CELLS: Record<Exclude<DayOutcome, "not_due">, string> = {
  done: "fill-spruce-mid",
  partial: "fill-spruce-line",
  skipped: "fill-surface stroke-spruce-mid",
  none: "fill-line",
  open: "fill-surface stroke-line",
  paused: "fill-marigold-tint stroke-marigold-line",
};

/** One day of the session strip. Words stand beside it or in the table: colour never says it alone. */
export function StripMark({
  outcome,
  x,
  y,
  width,
  height,
}: {
  outcome: DayOutcome;
  x: number;
  y: number;
  width: number;
  height: number;
}) {
  if (outcome === "not_due") {
    return (
      <rect x={x} y={y + height / 2 - 0.75} width={width} height={1.5} className="fill-line" />
    );
  }
  const look = CELLS[outcome];
  const inset = look.includes("stroke-") ? 0.5 : 0;
  return (
    <rect
      x={x + inset}
      y={y + inset}
      width={Math.max(0.5, width - 2 * inset)}
      height={height - 2 * inset}
      rx={Math.min(1.5, width / 4)}
      className={look}
    />
  );
}
