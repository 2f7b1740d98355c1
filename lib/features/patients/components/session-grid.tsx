import type { GridDay } from "../../../domain/adherence/grid-days";

const CELL = 9;
const GAP = 2;
const ACROSS = 7;

const FILL: Record<GridDay, string> = {
  done: "fill-spruce-mid",
  partial: "fill-spruce-line",
  missed: "fill-line",
  rest: "fill-sand stroke-line",
  paused: "fill-marigold-tint stroke-marigold-line",
  outside: "fill-none stroke-line",
};

/** Four weeks of days, a week to a row, today last. The words say the same as the colours. */
export function SessionGrid({ days, label }: { days: readonly GridDay[]; label: string }) {
  const step = CELL + GAP;
  const rows = Math.ceil(days.length / ACROSS);
  const [width, height] = [ACROSS * step - GAP, rows * (step - 2) - GAP + 2];
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="shrink-0"
    >
      <title>{label}</title>
      {days.map((day, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is known by its place
          key={i}
          x={(i % ACROSS) * step + 0.5}
          y={Math.floor(i / ACROSS) * (step - 2) + 0.5}
          width={CELL - 1}
          height={CELL - 3}
          rx={1.5}
          className={FILL[day]}
        />
      ))}
    </svg>
  );
}
