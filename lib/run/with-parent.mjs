import { isMainThread } from "node:worker_threads";

const GRACE_MS = 10_000;

// Preloaded into the web server: its standard input is a pipe that the supervisor holds open. When that
// closes, the supervisor was killed, and a server nobody watches must not keep the port.
if (isMainThread && process.env.CARRYOVER_SUPERVISOR === String(process.ppid)) {
  process.stdin.on("close", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  process.stdin.resume();
  process.stdin.unref?.();
}
