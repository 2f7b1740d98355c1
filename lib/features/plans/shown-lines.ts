import type { ContentLine, DraftContent } from "./draft-content";

/** Which lines the builder lists: those of a phase with those of every phase, or all. */
export type Shown = { readonly phaseId: string } | "all";

/** The lines on the screen, in plan order. A phase that is gone shows all. */
export function shownLines({ lines, phases }: DraftContent, shown: Shown): readonly ContentLine[] {
  if (shown === "all" || !phases.some(({ phaseId }) => phaseId === shown.phaseId)) return lines;
  return lines.filter(({ phaseId }) => phaseId === null || phaseId === shown.phaseId);
}

/**
 * Where a line comes to stand in the whole plan when it goes to a place on the screen: beside its
 * new neighbour there, whatever other phases have in between.
 */
export function placeInPlan(
  lines: readonly ContentLine[],
  visible: readonly ContentLine[],
  lineId: string,
  to: number,
): number {
  const rest = lines.filter((line) => line.lineId !== lineId);
  const seen = visible.filter((line) => line.lineId !== lineId);
  const at = Math.min(seen.length, Math.max(0, to));
  const placeOf = (id: string | undefined) => rest.findIndex((line) => line.lineId === id);
  const before = placeOf(seen[at - 1]?.lineId);
  if (before >= 0) return before + 1;
  const after = placeOf(seen[at]?.lineId);
  return after >= 0 ? after : rest.length;
}

/** The lines from one to another as they stand on the screen, both included; only the last where one is not there. */
export function between(
  visible: readonly ContentLine[],
  one: string | null,
  other: string,
): string[] {
  const ids = visible.map(({ lineId }) => lineId);
  const [a, b] = [one === null ? -1 : ids.indexOf(one), ids.indexOf(other)];
  if (a < 0 || b < 0) return [other];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
