import { runningEmbedded } from "../../db/embedded";
import { locate } from "../../db/embedded-home";
import { readSettings } from "./settings";

/** Prints the migrating connection string in use, for psql, pg_dump and the like. */
function main(): number {
  const settings = readSettings(process.argv.slice(2));
  const { directory } = locate(settings.project, settings.dataDirectory);
  const url = settings.databaseUrl ?? runningEmbedded(directory);
  if (url === null) {
    console.error("The bundled database is not running: start Carryover first.");
    return 1;
  }
  console.log(url);
  return 0;
}

process.exitCode = main();
