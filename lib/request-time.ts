import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";

/** A video of 200 MB over a slow line. Node's own limit, five minutes, would cut it off. */
const REQUEST_MS = 30 * 60_000;

/** Gives requests of this process the time that uploads take; headers keep Node's own limit. */
export function allowSlowUploads(): void {
  subscribe("http.server.request.start", (message) => {
    (message as { readonly server: Server }).server.requestTimeout = REQUEST_MS;
  });
}
