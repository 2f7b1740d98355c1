import { sql } from "drizzle-orm";
import { inScope } from "./client";
import { explain } from "./operator-error";
import { assertSafeAppRole } from "./safe-role";

/** Ends the process with one clear sentence unless the database answers in a role that row-level security binds. */
export async function bootCheck(): Promise<void> {
  try {
    await inScope({}, (tx) => assertSafeAppRole((query) => tx.execute(sql.raw(query.join("")))));
  } catch (error) {
    const known = explain(error) ?? explain((error as Error).cause);
    process.stderr.write(`${known?.message ?? "Carryover cannot use its database."}\n`);
    process.exit(1);
  }
}
