import { cx } from "./cx";

const STROKES = {
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  "chevron-right": "m9.5 6 6 6-6 6",
  "chevron-left": "m14.5 6-6 6 6 6",
  "chevron-down": "m6 9.5 6 6 6-6",
  "arrow-up": "M12 19V5m-6 6 6-6 6 6",
  "arrow-down": "M12 5v14m-6-6 6 6 6-6",
  close: "m6 6 12 12M18 6 6 18",
  check: "m5 12.5 4.5 4.5L19 7.5",
  warning: "M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.4v.1",
  stop: "M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2L8.2 3ZM12 8v5m0 3v.1",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5m0-8.2v.1",
  undo: "M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-4",
  redo: "m16 5 4 4-4 4M19.5 9H10a5.5 5.5 0 0 0 0 11h4",
  print: "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7v-6Z",
  phone:
    "M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3Zm2.8 15h2.4",
  calendar: "M4.5 6.5h15v13h-15v-13Zm0 4h15M8.5 4v4m7-4v4",
  globe:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.3 12h17.4M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9S9.5 5.6 12 3Z",
  menu: "M4 7h16M4 12h16M4 17h16",
  home: "m4 11 8-7 8 7v9h-5.5v-5.5h-5V20H4v-9Z",
  chart: "M4 4v16h16M8 15l3.5-4 3 2.5L20 7.5",
  list: "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1",
  message: "M4 5h16v11.5H11L6.5 20v-3.5H4V5Z",
  settings:
    "M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6",
  play: "M8 5v14l11-7L8 5Z",
  star: "m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8L12 3.8Z",
  lock: "M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3",
  download: "M12 4v11m-5-4.5 5 5 5-5M5 20h14",
  copy: "M9 9h11v11H9V9Zm-3 6H4V4h11v2",
  offline:
    "M4 4l16 16M8.5 14.5a5 5 0 0 1 5.6-1M5 11a10 10 0 0 1 3.6-2.3M11.5 8A10 10 0 0 1 19 11m-7 7.5v.1",
} as const;

const DOTS = {
  more: [
    [6, 12],
    [12, 12],
    [18, 12],
  ],
  drag: [
    [9, 6],
    [15, 6],
    [9, 12],
    [15, 12],
    [9, 18],
    [15, 18],
  ],
} as const;

export type IconName = keyof typeof STROKES | keyof typeof DOTS;

/** A decorative line icon, sized in em by default; the control around it carries the words. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={cx("size-[1.25em] shrink-0", className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {name === "more" || name === "drag" ? (
        DOTS[name].map(([x, y]) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r="1.7" fill="currentColor" stroke="none" />
        ))
      ) : (
        <path d={STROKES[name]} />
      )}
    </svg>
  );
}
