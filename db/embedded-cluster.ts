import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Binaries } from "./embedded-binaries";
import type { Keys } from "./embedded-keys";
import { identity, type RunAs } from "./embedded-user";
import { diskFull, OperatorError } from "./operator-error";

/** Only what the programs need: no secret of ours, no PG* variable of the user's. */
export function environment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "SystemRoot", "windir", "TEMP", "TMP", "TMPDIR"];
  const entries = kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(entries), LC_ALL: "C", TZ: "UTC" };
}

/** Makes the cluster: whole or not at all. */
export function createCluster(
  dir: string,
  data: string,
  binaries: Binaries,
  user: RunAs | null,
  keys: Keys,
  temporary: boolean,
): void {
  // Made beside its place and renamed: a killed initdb leaves nothing that looks like a cluster.
  const unfinished = path.join(dir, "postgres.unfinished");
  const passwordFile = path.join(dir, "postgres.password");
  if (existsSync(data))
    throw new OperatorError(
      `${data} is not a PostgreSQL data directory: move it away and start again.`,
    );
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${keys.superuserPassword}\n`, { mode: 0o600, flag: "wx" });
    if (user) for (const file of [unfinished, passwordFile]) chownSync(file, user.uid, user.gid);
    const flags = [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--data-checksums",
      ...(temporary ? ["--no-sync"] : []),
    ];
    const run = spawnSync(binaries.initdb, flags, {
      ...identity(user),
      cwd: dir,
      env: environment(),
      encoding: "utf8",
    });
    if (run.status !== 0) throw initFailure(`${run.stderr ?? ""}${run.error?.message ?? ""}`, dir);
    renameSync(unfinished, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initFailure(output: string, dir: string): OperatorError {
  if (/No space left|Disk quota/i.test(output)) return diskFull(dir);
  const reason =
    output.split("\n").find((line) => /error|FATAL/.test(line)) ?? output.trim().split("\n").pop();
  return new OperatorError(`The bundled PostgreSQL could not create its data in ${dir}: ${reason}`);
}

/** Data of another major version is refused: its files mean nothing to these programs. */
export function refuseOtherMajor(data: string, binaries: Binaries): void {
  const stamp = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (stamp === binaries.major) return;
  throw new OperatorError(
    `The data in ${data} belongs to PostgreSQL ${stamp}, the bundled one is ${binaries.major}: export it with the older version first.`,
  );
}
