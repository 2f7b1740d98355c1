import { randomBytes } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { FigureArt } from "../../lib/figures/art";
import { figureIdOf } from "./figure-digest";

/** Shared by tests, `npm start` and `npm run figures`; may be deleted at any time. */
export const FIGURE_CACHE = fileURLToPath(
  new URL("../../node_modules/.cache/carryover/figures/", import.meta.url),
);
const KEPT_MS = 14 * 86_400_000;

interface Cached {
  readonly id: string;
  readonly art: FigureArt;
}

const fileOf = (folder: string, madeFrom: string) => path.join(folder, `${madeFrom}.json`);

/** The picture made from this before; null when there is none, or not whole. */
export function readCachedFigure(folder: string, madeFrom: string): Cached | null {
  try {
    const cached = JSON.parse(readFileSync(fileOf(folder, madeFrom), "utf8")) as Cached;
    return figureIdOf(cached.art) === cached.id ? cached : null;
  } catch {
    return null;
  }
}

/** Keeps a picture for the next time. Where nothing can be written, the next time bakes again. */
export function writeCachedFigure(folder: string, madeFrom: string, cached: Cached): void {
  const half = path.join(folder, `${madeFrom}.${randomBytes(4).toString("hex")}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(half, JSON.stringify(cached));
    renameSync(half, fileOf(folder, madeFrom));
  } catch {
    // Only a saving of time; a half that is left over is pruned one day.
  }
}

/** Pictures of sources that changed since go after two weeks; `inUse` names those that stay. */
export function pruneFigureCache(folder: string, inUse: ReadonlySet<string>, now: Date): void {
  try {
    for (const name of readdirSync(folder)) {
      if (inUse.has(name.replace(/\.json$/, ""))) continue;
      const file = path.join(folder, name);
      if (now.getTime() - statSync(file).mtimeMs > KEPT_MS) rmSync(file, { force: true });
    }
  } catch {
    // Not there, or being cleared by another process.
  }
}
