import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { OperatorError } from "./operator-error";

/** Where Carryover keeps its data on this machine. */
export interface Home {
  readonly directory: string;
  /** The data is not in the project's `.data`, so say where it is. */
  readonly elsewhere: boolean;
}

const POINTER = "location";

/**
 * Finds (and makes) the data directory: `chosen` (CARRYOVER_DATA), else `.data` of the project. Root's
 * Postgres runs as another user who may not be able to reach the project, so root's data lies below
 * /var/lib and `.data/location` points there.
 */
export function dataHome(project: string, chosen: string | null): Home {
  const { directory, elsewhere } = locate(project, chosen);
  return { directory: made(directory), elsewhere };
}

/** Where the data directory is, without making it. */
export function locate(project: string, chosen: string | null): Home {
  if (chosen) return { directory: path.resolve(project, chosen), elsewhere: true };
  const local = path.join(project, ".data");
  const pointer = path.join(local, POINTER);
  if (existsSync(pointer))
    return { directory: readFileSync(pointer, "utf8").trim(), elsewhere: true };
  if (process.getuid?.() !== 0 || existsSync(path.join(local, "postgres", "PG_VERSION")))
    return { directory: local, elsewhere: false };
  const mark = createHash("sha256").update(path.resolve(project)).digest("hex").slice(0, 8);
  return { directory: `/var/lib/carryover-${mark}`, elsewhere: true };
}

/** Leaves a note in the project where its data lies; once. */
export function leavePointer(project: string, home: Home, chosen: string | null): void {
  const local = path.join(project, ".data");
  if (chosen || home.directory === local || existsSync(path.join(local, POINTER))) return;
  mkdirSync(local, { recursive: true });
  writeFileSync(path.join(local, POINTER), `${home.directory}\n`);
}

function made(directory: string): string {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const isRoot = process.getuid?.() === 0;
    const own = !process.getuid || isRoot || statSync(directory).uid === process.getuid();
    // Root lets the database's user pass through; every secret inside is 0600.
    if (own) chmodSync(directory, isRoot ? 0o711 : 0o700);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return directory;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOSPC" || code === "EDQUOT") throw error;
    throw new OperatorError(
      `The data directory ${directory} cannot be used (${code}): start as the user who owns it, or set CARRYOVER_DATA to another one.`,
    );
  }
}
