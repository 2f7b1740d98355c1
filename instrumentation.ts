/** Runs once before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { bootCheck } = await import("./db/boot-check");
  await bootCheck();
  const { allowSlowUploads } = await import("./lib/request-time");
  allowSlowUploads();
}
