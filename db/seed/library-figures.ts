import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { FigureArt } from "../../lib/figures/art";
import { type BakeFigures, bakeInThreads, type FigureJob } from "./bake-figures";
import {
  FIGURE_CACHE,
  pruneFigureCache,
  readCachedFigure,
  writeCachedFigure,
} from "./figure-cache";
import { engineDigest, figureIdOf, madeFromOf } from "./figure-digest";

const FOLDER = fileURLToPath(new URL("./library/figures/", import.meta.url));

/** The picture that an exercise has in the database. */
export interface KnownFigure {
  readonly id: string;
  readonly madeFrom: string;
}

/** The picture that it is to have; `art` is null when the database has it already. */
export interface LibraryFigure extends KnownFigure {
  readonly art: FigureArt | null;
}

export interface FigureOptions {
  /** Folder of `<slug>.json`, one per exercise that was drawn. */
  readonly folder?: string;
  readonly cache?: string;
  readonly bake?: BakeFigures;
  /** Told how many have to be drawn, when it is any: it takes a while. */
  readonly onBake?: (count: number) => void;
}

interface Wanted extends FigureJob {
  readonly madeFrom: string;
}

function readSource(folder: string, slug: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(folder, `${slug}.json`), "utf8"));
  } catch (error) {
    throw new Error(`figure of ${slug}: ${(error as Error).message}`);
  }
}

function wantedFigures(folder: string, slugs: readonly string[]): Wanted[] {
  if (!existsSync(folder)) return [];
  const drawn = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));
  const stray = drawn.find((slug) => !slugs.includes(slug));
  if (stray) throw new Error(`figure of ${stray}: the library has no such exercise`);
  const engine = drawn.length > 0 ? engineDigest() : "";
  return drawn.map((slug) => {
    const source = readSource(folder, slug);
    return { slug, source, madeFrom: madeFromOf(slug, source, engine) };
  });
}

/**
 * The pictures of these exercises by slug; those without poses are left out. Draws only what neither
 * the database (`known`, by slug) nor the cache on this disk has. Throws one error that names every
 * exercise that cannot be drawn.
 */
export async function libraryFigures(
  slugs: readonly string[],
  known: ReadonlyMap<string, KnownFigure>,
  options: FigureOptions = {},
): Promise<Map<string, LibraryFigure>> {
  const { folder = FOLDER, cache = FIGURE_CACHE, bake = bakeInThreads, onBake } = options;
  const figures = new Map<string, LibraryFigure>();
  const missing: Wanted[] = [];
  for (const wanted of wantedFigures(folder, slugs)) {
    const { slug, madeFrom } = wanted;
    const had = known.get(slug);
    const cached = had?.madeFrom === madeFrom ? null : readCachedFigure(cache, madeFrom);
    if (had?.madeFrom === madeFrom) figures.set(slug, { ...had, art: null });
    else if (cached) figures.set(slug, { ...cached, madeFrom });
    else missing.push(wanted);
  }
  if (missing.length === 0) return figures;
  onBake?.(missing.length);
  const problems: string[] = [];
  const madeFrom = new Map(missing.map((wanted) => [wanted.slug, wanted.madeFrom]));
  for (const baked of await bake(missing)) {
    const from = madeFrom.get(baked.slug)!;
    if ("problem" in baked) {
      problems.push(baked.problem);
      continue;
    }
    const figure = { id: figureIdOf(baked.art), art: baked.art };
    figures.set(baked.slug, { ...figure, madeFrom: from });
    writeCachedFigure(cache, from, figure);
  }
  const inUse = [...figures.values()].map((figure) => figure.madeFrom);
  pruneFigureCache(cache, new Set(inUse), new Date());
  if (problems.length > 0) throw new Error(problems.sort().join("\n"));
  return figures;
}
