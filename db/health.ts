import { sql } from "drizzle-orm";
import { inScope } from "./client";
import { type MigrationState, migrationState } from "./migrate";

export interface DatabaseHealth extends MigrationState {
  /** False on a standby: it answers reads and refuses writes. */
  readonly writable: boolean;
}

/** Whether the database answers, takes writes and has the migrations of this code. Throws when it cannot be reached. */
export async function databaseHealth(): Promise<DatabaseHealth> {
  return inScope({}, async (tx) => {
    const state = await migrationState((query) =>
      tx.execute<{ name: string }>(sql.raw(query.join(""))),
    );
    const [row] = await tx.execute<{ standby: boolean }>(
      sql`select pg_is_in_recovery() as standby`,
    );
    return { ...state, writable: row?.standby === false };
  });
}
