import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What has to outlive a stop of the bundled Postgres. */
export interface Keys {
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  /** Port of the last start, kept so that a noted connection string stays true; 0: none yet. */
  readonly port: number;
}

const secret = () => randomBytes(24).toString("base64url");
const fileIn = (home: string) => path.join(home, "postgres.json");

/** Writes a file readable by us alone, whole or not at all. */
export function writePrivate(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  renameSync(unfinished, file);
}

/** The keys of the bundled Postgres, or null when it never ran here. */
export function readKeys(home: string): Keys | null {
  const file = fileIn(home);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Keys) : null;
}

/** The keys of the bundled Postgres, made on its first start. */
export function ensureKeys(home: string): Keys {
  return (
    readKeys(home) ??
    keepKeys(home, { superuserPassword: secret(), ownerPassword: secret(), port: 0 })
  );
}

export function keepKeys(home: string, keys: Keys): Keys {
  writePrivate(fileIn(home), `${JSON.stringify(keys)}\n`);
  return keys;
}
