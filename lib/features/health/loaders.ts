import "server-only";
import { log } from "../../log";
import { type Health, health } from "./queries";

const UNREACHABLE: Health = { status: "unavailable", database: "unreachable", migrations: null };

/** State of this installation for whoever watches it; holds no data of anybody. */
export async function loadHealth(): Promise<Health> {
  try {
    return await health();
  } catch (error) {
    log.failure("health.failed", error);
    return UNREACHABLE;
  }
}
