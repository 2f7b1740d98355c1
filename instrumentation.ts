/** A video of 200 MB over a slow line; Node's own limit is five minutes. */
const REQUEST_MS = 30 * 60_000;

/** Runs once before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { bootCheck } = await import("./db/boot-check");
  await bootCheck();
  const { subscribe } = await import("node:diagnostics_channel");
  subscribe("http.server.request.start", (message) => {
    (message as { server: { requestTimeout: number } }).server.requestTimeout = REQUEST_MS;
  });
}
