import type { ComposedFigure } from "../compose-figure";
import { cm, type Found } from "./finding";

/** A hand or foot this far from its place is seen to float or to sink, cm. */
const MISS = 0.6;

/** Every pinned hand and foot reaches its place. */
export function checkPins({ solved, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ missing }, i) =>
    Object.entries(missing)
      .filter(([, by]) => by > MISS)
      .map(([part, by]) => ({
        check: "pins" as const,
        hard: true,
        pose: source.poses[i]?.name,
        text: `${part} misses its place by ${cm(by)}`,
      })),
  );
}
