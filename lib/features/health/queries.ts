import { databaseHealth } from "../../../db/health";

export interface Health {
  readonly status: "ok" | "unavailable";
  readonly database: "ok" | "read_only" | "unreachable";
  readonly migrations: {
    readonly state: "current" | "pending" | "newer";
    readonly applied: number;
  } | null;
}

/** Asks the database; throws when it cannot be reached. */
export async function health(): Promise<Health> {
  const { writable, current, unknown, applied } = await databaseHealth();
  const state = current ? "current" : unknown.length > 0 ? "newer" : "pending";
  return {
    status: writable && current ? "ok" : "unavailable",
    database: writable ? "ok" : "read_only",
    migrations: { state, applied },
  };
}
