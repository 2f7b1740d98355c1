import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ComposedFigure, composeFigure } from "@/lib/figures/engine/compose-figure";
import { readFigure } from "@/lib/figures/engine/read-figure";

const FOLDER = path.join(process.cwd(), "db/seed/library/figures");

/** Slugs of all exercises that have poses. */
export const authoredSlugs: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

/** The figure of an exercise, solved. */
export function authoredFigure(slug: string): ComposedFigure {
  const source: unknown = JSON.parse(readFileSync(path.join(FOLDER, `${slug}.json`), "utf8"));
  return composeFigure(readFigure(source, slug));
}

/** A figure out of a test, solved. */
export const composed = (source: object): ComposedFigure =>
  composeFigure(readFigure(source, "test"));
