import { type Checked, THUMB_LIMIT } from "./check-drawing";

const isHard = ({ findings }: Checked) => findings.some(({ hard }) => hard);

/** The findings of each figure that has some; soft ones only when asked for. */
export function findingLines(checked: readonly Checked[], soft: boolean): string[] {
  return checked.flatMap((one) => {
    const shown = one.findings.filter(({ hard }) => hard || soft);
    if (shown.length === 0) return [];
    const lines = shown.map(({ check, hard, allowed, text }) => {
      const kind = allowed ? "allowed" : hard ? "HARD" : "soft";
      return `  ${kind} (${check}) ${text}${allowed ? ` [${allowed}]` : ""}`;
    });
    return [one.drawing.slug, ...lines];
  });
}

/** One paragraph: how many, how good, how big. */
export function summary(checked: readonly Checked[], exercises: number, missing: string[]): string {
  const figures = checked.filter(({ drawing }) => drawing.exercise);
  const findings = checked.flatMap((one) => one.findings);
  const count = (kind: (f: (typeof findings)[number]) => boolean) => findings.filter(kind).length;
  const sizes = figures.map(({ thumbBytes }) => thumbBytes).filter((bytes) => bytes > 0);
  const mean = Math.round(sizes.reduce((a, b) => a + b, 0) / Math.max(1, sizes.length));
  const bases = checked.length - figures.length;
  return [
    `${figures.length} figures for ${exercises} exercises, ${bases} bases.`,
    `${count((f) => f.hard)} hard findings in ${checked.filter(isHard).length} figures,`,
    `${count((f) => !f.hard && !f.allowed)} soft, ${count((f) => Boolean(f.allowed))} allowed.`,
    `Thumbnails ${mean} bytes gzip on average, ${Math.max(0, ...sizes)} at most (limit ${THUMB_LIMIT}).`,
    missing.length > 0 ? `Without a figure: ${missing.join(", ")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Whether nothing is missing and nothing hard was found. */
export const passes = (checked: readonly Checked[], missing: readonly string[]): boolean =>
  missing.length === 0 && !checked.some(isHard);
