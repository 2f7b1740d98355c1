import { env } from "../env";
import { Refused } from "../errors/app-error";

/** Throws `Refused` for a write that a page of ours did not send (no or foreign Origin). */
export function requireSameOrigin(request: Request): void {
  if (request.headers.get("origin") !== env.origin) throw new Refused();
}
