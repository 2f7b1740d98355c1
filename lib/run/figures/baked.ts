import { type BakedFigure, bakeInThreads } from "../../../db/seed/bake-figures";
import { FIGURE_CACHE, readCachedFigure, writeCachedFigure } from "../../../db/seed/figure-cache";
import { engineDigest, figureIdOf, madeFromOf } from "../../../db/seed/figure-digest";
import type { FigureArt } from "../../figures/art";
import { drawFigure } from "../../figures/engine/bake";
import { composeFigure } from "../../figures/engine/compose-figure";
import { readFigure } from "../../figures/engine/read-figure";
import type { Drawing } from "./library";

/** Art by slug; from the cache that seeding uses too. What cannot be drawn is left out. */
export async function bakedArt(drawings: readonly Drawing[]): Promise<Map<string, FigureArt>> {
  const engine = engineDigest();
  const art = new Map<string, FigureArt>();
  const jobs = drawings.flatMap(({ slug, source }) => {
    const cached = readCachedFigure(FIGURE_CACHE, madeFromOf(slug, source, engine));
    if (cached) art.set(slug, cached.art);
    return cached ? [] : [{ slug, source }];
  });
  const baked: readonly BakedFigure[] = jobs.length > 0 ? await bakeInThreads(jobs) : [];
  const sources = new Map(jobs.map(({ slug, source }) => [slug, source]));
  for (const one of baked) {
    if ("problem" in one) continue;
    art.set(one.slug, one.art);
    const madeFrom = madeFromOf(one.slug, sources.get(one.slug), engine);
    writeCachedFigure(FIGURE_CACHE, madeFrom, { id: figureIdOf(one.art), art: one.art });
  }
  return art;
}

/** Art of figures that only stand or lie: no exercise, so not refused for standing still. */
export const drawnStill = (drawings: readonly Drawing[]): Map<string, FigureArt> =>
  new Map(
    drawings.map(({ slug, source }) => [slug, drawFigure(composeFigure(readFigure(source, slug)))]),
  );
