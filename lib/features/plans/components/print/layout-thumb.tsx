import type { PaperLayout } from "../../../../domain/plan/paper-layout";

const SHEET = "M2 1h32v46H2z";
const lines = (x: number, ys: readonly number[], width: number) =>
  ys.map((y) => `M${x} ${y}h${width}`).join("");
const boxes = (xs: readonly number[], ys: readonly number[], side: number) =>
  ys.flatMap((y) => xs.map((x) => `M${x} ${y}h${side}v${side}h-${side}z`)).join("");

/** What each layout looks like from afar: figures as blocks, text as lines. */
const DRAWINGS: Record<PaperLayout, { readonly figures: string; readonly text: string }> = {
  standard: {
    figures: boxes([6], [13, 24, 35], 7),
    text: `${lines(6, [6], 14)}${lines(16, [14, 17, 20, 25, 28, 31, 36, 39, 42], 14)}`,
  },
  large: {
    figures: boxes([6, 19], [14], 11),
    text: `${lines(6, [7], 20)}${lines(6, [30, 35, 40], 24)}`,
  },
  picture: {
    figures: boxes([5.5, 14.5, 23.5], [11, 23, 35], 7),
    text: `${lines(6, [6], 14)}${lines(5.5, [20.5, 32.5, 44.5], 7)}${lines(14.5, [20.5, 32.5, 44.5], 7)}${lines(23.5, [20.5, 32.5, 44.5], 7)}`,
  },
  bilingual: {
    figures: boxes([5], [13, 29], 5),
    text: `${lines(5, [6], 14)}${lines(12, [14, 17, 20, 23, 30, 33, 36, 39], 8)}${lines(22, [14, 17, 20, 23, 30, 33, 36, 39], 8)}`,
  },
  diary: {
    figures: "",
    text: `${lines(6, [6], 14)}${lines(5, [14, 20, 26, 32], 7)}${boxes([14, 18, 22, 26], [12, 18, 24, 30], 2.6)}${lines(5, [40, 44], 26)}`,
  },
};

/** A small drawing of a page; what it shows is said beside it. */
export function LayoutThumb({ layout }: { layout: PaperLayout }) {
  const { figures, text } = DRAWINGS[layout];
  return (
    <svg viewBox="0 0 36 48" aria-hidden="true" className="h-20 w-15 shrink-0">
      <path d={SHEET} className="fill-surface stroke-control" strokeWidth="0.8" />
      <path d={figures} className="fill-spruce" />
      <path
        d={text}
        className="fill-none stroke-secondary"
        strokeWidth={layout === "large" ? 1.8 : 0.9}
      />
    </svg>
  );
}
