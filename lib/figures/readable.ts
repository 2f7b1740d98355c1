import type { FigureArt, FigureStills } from "./art";

const FORMAT: FigureArt["format"] = 1;

/** False for no art, and for art of a format that this release does not know. */
export function isReadable<A extends Pick<FigureStills, "format">>(art: A | null): art is A {
  return art?.format === FORMAT;
}
