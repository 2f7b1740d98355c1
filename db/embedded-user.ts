import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { OperatorError } from "./operator-error";

/** The system user the bundled Postgres runs as; null: as ourselves. */
export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ["postgres", "carryover"];

function userFrom(field: 0 | 2, value: string): RunAs | null {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const fields = lines.map((line) => line.split(":")).find((parts) => parts[field] === value);
  const [name, , uid, gid] = fields ?? [];
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/**
 * Postgres refuses to run as root, so as root an unprivileged system user is found or made.
 * An existing data directory is kept by the user who owns it.
 */
export function databaseUser(dataDirectory: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(dataDirectory);
  if (owner) return userFrom(2, String(owner.uid)) ?? { name: String(owner.uid), ...owner };
  for (const name of CANDIDATES) {
    const user = userFrom(0, name);
    if (user && user.uid !== 0) return user;
  }
  return created("carryover");
}

function ownerOf(directory: string): { uid: number; gid: number } | null {
  const stat = statSync(directory, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

function created(name: string): RunAs {
  const refusal = new OperatorError(
    "PostgreSQL refuses to run as root and no system user could be created for it: start Carryover as a normal user, or create a system user named postgres.",
  );
  try {
    execFileSync(
      "/usr/sbin/useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name],
      {
        stdio: "ignore",
      },
    );
  } catch {
    throw refusal;
  }
  const user = userFrom(0, name);
  if (!user) throw refusal;
  return user;
}

/** Options of `spawn` that make the child run as that user. */
export function identity(user: RunAs | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** Whether that user can enter the directory: asked of the system, so that every ancestor and ACL counts. */
export function canEnter(user: RunAs | null, directory: string): boolean {
  if (user === null) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], {
    ...identity(user),
    cwd: "/",
  });
  return probe.status === 0;
}
