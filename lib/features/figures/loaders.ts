import "server-only";
import { cache } from "react";
import { NotFound } from "../../errors/app-error";
import type { FigureArt } from "../../figures/art";
import { thumbMarkup } from "../../figures/thumb-markup";
import { figureArt, figureThumb } from "./queries";

/** The picture of an exercise for a page, once a request; null where there is none. */
export const loadFigure = cache(async (id: string | null): Promise<FigureArt | null> => {
  if (id === null) return null;
  try {
    return await figureArt(id);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
});

/** The small still picture as an SVG document. Throws `NotFound`. */
export async function loadThumb(id: string): Promise<string> {
  return thumbMarkup(await figureThumb(id));
}
