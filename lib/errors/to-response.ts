import { log } from "../log";
import {
  BadRequest,
  Conflict,
  Invalid,
  NotFound,
  Refused,
  SignedOut,
  Throttled,
} from "./app-error";

const PRIVATE = { "Cache-Control": "private, no-store", "Content-Type": "application/json" };

function json(status: number, body: object, headers: Record<string, string> = {}) {
  return new Response(JSON.stringify(body), { status, headers: { ...PRIVATE, ...headers } });
}

/** The one mapping of failures to HTTP answers: a status, a stable code, and messages by field. Never a stack. */
export function toResponse(error: unknown): Response {
  if (error instanceof BadRequest)
    return json(error.status, { error: error.code, fields: error.fieldErrors });
  if (error instanceof SignedOut) return json(401, { error: "signed_out" });
  if (error instanceof Refused) return json(403, { error: "refused" });
  if (error instanceof NotFound) return json(404, { error: "not_found" });
  if (error instanceof Conflict) return json(409, { error: "conflict" });
  if (error instanceof Invalid) return json(422, { error: "invalid", fields: error.fieldErrors });
  if (error instanceof Throttled)
    return json(429, { error: "throttled" }, { "Retry-After": String(error.retryAfterSeconds) });
  log.failure("request.failed", error);
  return json(500, { error: "failed" });
}
