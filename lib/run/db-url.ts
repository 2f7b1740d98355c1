import { explain } from "../../db/operator-error";
import { runningDatabase } from "./running-database";
import { readSettings } from "./settings";

/** Prints the migrating connection string in use, for psql, pg_dump and the like. */
try {
  console.log(runningDatabase(readSettings(process.argv.slice(2))));
} catch (error) {
  console.error(explain(error)?.message ?? "Carryover cannot tell its database.");
  process.exitCode = 1;
}
