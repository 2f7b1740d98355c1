import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { libraryContent } from "../../../db/seed/library-content";
import { BASES } from "../../figures/engine/bases";

const LIBRARY = fileURLToPath(new URL("../../../db/seed/library/", import.meta.url));

/** An exercise of the library as far as its figure goes. */
export interface Exercise {
  readonly slug: string;
  readonly name: string;
  readonly regions: readonly string[];
  readonly side: string;
}

/** Poses as an author wrote them, not yet read. */
export interface Drawing {
  readonly slug: string;
  readonly name: string;
  readonly source: unknown;
  readonly exercise: Exercise | null;
}

const json = (...parts: string[]): unknown =>
  JSON.parse(readFileSync(path.join(LIBRARY, ...parts), "utf8"));

export function libraryExercises(): Exercise[] {
  return libraryContent().map(({ facts: { slug, regions, side }, text }) => ({
    slug,
    regions,
    side,
    name: text.en.name,
  }));
}

/** Slugs of all figures that were drawn, whether the library knows them or not. */
export function drawnSlugs(): string[] {
  const folder = path.join(LIBRARY, "figures");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));
}

/** The poses of an exercise. Throws a sentence for a file that is no JSON. */
export function drawingOf(exercise: Exercise): Drawing {
  const { slug, name } = exercise;
  try {
    return { slug, name, exercise, source: json("figures", `${slug}.json`) };
  } catch (error) {
    throw new Error(`${slug}: ${(error as Error).message}`);
  }
}

/** Each base as a figure that stays as it is. */
export const baseDrawings = (): Drawing[] =>
  Object.keys(BASES).map((name) => ({
    slug: `base ${name}`,
    name,
    exercise: null,
    source: { base: name, poses: [{ name: "start" }, { name: "end" }] },
  }));
