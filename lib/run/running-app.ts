import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { appLogin, databaseName, loginUrl } from "../../db/app-role";
import { locate } from "../../db/embedded-home";
import { OperatorError } from "../../db/operator-error";
import { assertSafeAppRole } from "../../db/safe-role";
import { runningDatabase } from "./running-database";
import type { Settings } from "./settings";

function secretOf(settings: Settings): string {
  const file = path.join(locate(settings.project, settings.dataDirectory).directory, "secret");
  if (settings.secret) return settings.secret;
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  throw new OperatorError(
    "Set NEXTAUTH_SECRET as for the server, or DATABASE_APP_URL to the application's login.",
  );
}

/**
 * The application's own connection string, which row-level security binds, to the database in use. Throws
 * `OperatorError` while the bundled database is not running and for a login that security does not bind.
 */
export async function runningApp(settings: Settings): Promise<string> {
  const ownerUrl = runningDatabase(settings);
  const url =
    settings.databaseAppUrl ??
    loginUrl(ownerUrl, appLogin(databaseName(ownerUrl), secretOf(settings)));
  const sql = postgres(url, { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} });
  try {
    await assertSafeAppRole(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
  return url;
}
