import { runningEmbedded } from "../../db/embedded";
import { locate } from "../../db/embedded-home";
import { OperatorError } from "../../db/operator-error";
import type { Settings } from "./settings";

/** The migrating connection string in use. Throws `OperatorError` while the bundled database is not running. */
export function runningDatabase(settings: Settings): string {
  const { directory } = locate(settings.project, settings.dataDirectory);
  const url = settings.databaseUrl ?? runningEmbedded(directory);
  if (url === null)
    throw new OperatorError("The bundled database is not running: start Carryover first.");
  return url;
}
