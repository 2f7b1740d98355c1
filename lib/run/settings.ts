import path from "node:path";
import { checkUrl } from "../../db/app-role";
import { OperatorError } from "../../db/operator-error";

/** How this run was asked for; the only reader of the environment in the runner. */
export interface Settings {
  readonly project: string;
  readonly development: boolean;
  /** An own database, by its migrating role; null: the bundled one. */
  readonly databaseUrl: string | null;
  /** The application's login where an administrator made it; null: derived and kept up to date by us. */
  readonly databaseAppUrl: string | null;
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  /** Where browsers reach us, without a trailing slash. */
  readonly origin: string;
  readonly dataDirectory: string | null;
  readonly secret: string | null;
  /** `NAME=value` in the environment of every process of this run. */
  readonly mark: string;
}

const SECRET_LENGTH = 32;

/** Reads and checks the settings; fails with an `OperatorError` that names the variable. */
export function readSettings(args: readonly string[], environment = process.env): Settings {
  const text = (name: string) => environment[name]?.trim() || null;
  const databaseUrl = text("DATABASE_URL");
  if (databaseUrl) checkUrl(databaseUrl);
  const port = portOf(text("PORT") ?? "3000");
  const secret = text("NEXTAUTH_SECRET");
  if (secret !== null && secret.length < SECRET_LENGTH)
    throw new OperatorError(`NEXTAUTH_SECRET has to be at least ${SECRET_LENGTH} characters long.`);
  return {
    project: process.cwd(),
    development: args.includes("--dev"),
    databaseUrl,
    databaseAppUrl: databaseUrl ? text("DATABASE_APP_URL") : null,
    demo: databaseUrl ? text("DEMO") === "1" : text("DEMO") !== "0",
    host: text("HOST") ?? "127.0.0.1",
    port,
    origin: originOf(text("PUBLIC_URL") ?? `http://localhost:${port}`),
    dataDirectory: text("CARRYOVER_DATA"),
    secret,
    mark: `CARRYOVER_RUN=${text("CARRYOVER_RUN") ?? path.basename(process.cwd())}`,
  };
}

function portOf(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new OperatorError(`PORT has to be a number from 1 to 65535, not "${value}".`);
}

function originOf(value: string): string {
  try {
    const url = new URL(value);
    if (/^https?:$/.test(url.protocol) && url.pathname === "/") return url.origin;
  } catch {
    // Said below.
  }
  throw new OperatorError(
    `PUBLIC_URL has to be an address such as https://carryover.example, not "${value}".`,
  );
}
