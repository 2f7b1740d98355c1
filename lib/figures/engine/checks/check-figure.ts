import type { ComposedFigure } from "../compose-figure";

/** Something that a check found. Hard findings keep the figure off every page. */
export interface Finding {
  readonly check: string;
  readonly hard: boolean;
  /** Pose, part and amount in words. */
  readonly text: string;
}

export function checkFigure(_figure: ComposedFigure): Finding[] {
  return [];
}
