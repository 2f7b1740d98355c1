import { randomInt } from "node:crypto";
import type { ClientInfo } from "@/lib/auth/client-info";

/** A browser at an address of its own, so that one test's tries never throttle another's. */
export function newClient(): ClientInfo {
  const part = () => randomInt(0xffff).toString(16);
  return { address: `${part()}:${part()}:${part()}:${part()}::/64`, device: "Chrome on Android" };
}
